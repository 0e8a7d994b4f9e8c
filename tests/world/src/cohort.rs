//! An imaginary cohort: students who are done, students who are not, in the ways in which students are not.

pub mod hunt;

use std::fmt::Write as _;

use crate::{Answer, Repository, Site, World, documents};

/// How a student of the imaginary cohort stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Everything is there.
    Complete,
    /// One README is a line.
    ThinReadme,
    /// One project has no README.
    NoReadme,
    /// Two projects.
    TwoProjects,
    /// The site has no link to a resume.
    NoResumeLink,
    /// The resume's address answers 404.
    ResumeGone,
    /// The site answers 503.
    SiteDown,
    /// The portfolio is private.
    Private,
    /// There is no portfolio.
    NoPortfolio,
    /// The student's file has a mistake.
    WrongFile,
}

/// A student of the imaginary cohort.
#[derive(Debug, Clone)]
pub struct Student {
    /// The account.
    pub login: String,
    /// The name.
    pub name: String,
    /// The programme.
    pub programme: &'static str,
    /// How the student stands.
    pub kind: Kind,
    /// The site; it can be changed as a student would.
    pub site: Site,
}

const FIRST: [&str; 20] = [
    "Ada",
    "Alan",
    "Grace",
    "Edsger",
    "Barbara",
    "Dennis",
    "Frances",
    "Ken",
    "Hedy",
    "Donald",
    "Katherine",
    "Linus",
    "Margaret",
    "Niklaus",
    "Radia",
    "Tony",
    "Sophie",
    "Vint",
    "Joan",
    "Guido",
];
const LAST: [&str; 6] = ["Achterberg", "Brandt", "Castellano", "Dufresne", "Eriksen", "Fontaine"];

const PROJECTS: [(&str, &str, &str); 12] = [
    (
        "tide-table",
        "shows when the harbour is deep enough for a boat of a given draught",
        "Rails and PostgreSQL",
    ),
    (
        "bean-counter",
        "keeps the books of a coffee cart, one tap for each cup that is sold",
        "Sinatra and SQLite",
    ),
    ("night-bus", "finds the last bus home from wherever its reader is", "React and Express"),
    ("seed-swap", "lets neighbours trade seeds, and reminds them when to sow", "Rails, HTMX and PostgreSQL"),
    (
        "chord-cards",
        "drills guitar chords with cards that come back when they are nearly forgotten",
        "Vue and Vite",
    ),
    ("lost-mitten", "matches lost things with found ones at a school", "Django and PostgreSQL"),
    (
        "rain-barrel",
        "tells how many days a rain barrel lasts, from the forecast and the roof",
        "Flask and Redis",
    ),
    ("choir-roll", "takes the attendance of a choir and finds who can sing on a date", "Rails and Hotwire"),
    ("bike-post", "plans the round of a bicycle courier by slope and not by distance", "Node.js and Leaflet"),
    ("yarn-math", "works out how much yarn a pattern takes in another size", "Svelte and plain CSS"),
    ("quiet-map", "collects where in a city it is quiet enough to read", "Express and MongoDB"),
    ("lunch-draw", "draws who has lunch with whom, never the same two twice", "Phoenix and PostgreSQL"),
];

const KINDS: [Kind; 20] = {
    use Kind::{
        Complete, NoPortfolio, NoReadme, NoResumeLink, Private, ResumeGone, SiteDown, ThinReadme,
        TwoProjects, WrongFile,
    };
    [
        Complete,
        Complete,
        ThinReadme,
        Complete,
        NoResumeLink,
        Complete,
        Complete,
        TwoProjects,
        Complete,
        NoReadme,
        Complete,
        SiteDown,
        Complete,
        ResumeGone,
        Complete,
        Complete,
        Private,
        Complete,
        NoPortfolio,
        WrongFile,
    ]
};

/// Fills the world with the repositories and sites of so many students, at most 120.
pub fn cohort(world: &World, students: usize) -> Vec<Student> {
    assert!(students <= FIRST.len() * LAST.len(), "there are no more names");
    (0..students).map(|number| move_in(world, number)).collect()
}

/// The roster of these students as CSV.
pub fn roster(students: &[Student]) -> String {
    let mut text = String::from("login,name,portfolio,programme,status,waivers\n");
    for (number, student) in students.iter().enumerate() {
        let (status, waivers) = match number % 30 {
            5 => ("active; 2017-01-23 hired", ""),
            14 => ("away", ""),
            24 => ("left", ""),
            13 => ("", "resume-opens until 2017-02-10: the host is down"),
            _ => ("", ""),
        };
        let _ = writeln!(
            text,
            "{},{},portfolio,{},{status},{waivers}",
            student.login, student.name, student.programme
        );
    }
    text
}

fn move_in(world: &World, number: usize) -> Student {
    let first = FIRST[number % FIRST.len()];
    let last = LAST[(number / FIRST.len()) % LAST.len()];
    let login = format!("{}-{}", first.to_lowercase(), last.to_lowercase());
    let kind = KINDS[(number * 7 + number / FIRST.len()) % KINDS.len()];
    let student = Student {
        name: format!("{first} {last}"),
        programme: if number.is_multiple_of(2) { "back end" } else { "front end" },
        kind,
        site: world.site(),
        login,
    };
    student.set_up_site(number);
    student.set_up_repositories(world, number);
    student
}

impl Student {
    fn set_up_site(&self, number: usize) {
        let link = if self.kind == Kind::NoResumeLink { "" } else { "<a href=\"/resume.pdf\">Resume</a> " };
        let name = &self.name;
        let style = format!(
            "<style>body {{ font: 1.1rem/1.5 Georgia, serif; max-width: 60rem; margin: 0 auto; padding: 3rem 2rem; \
             background: hsl({0} 45% 96%); color: hsl({0} 50% 18%) }} h1 {{ font-size: 3.5rem; margin: 0 }} \
             article {{ display: inline-block; width: 30%; vertical-align: top; margin-right: 2% }} \
             img {{ width: 100%; height: 9rem; background: hsl({0} 55% 62%) }}</style>",
            number * 47 % 360
        );
        let home = format!(
            "<!doctype html><html lang=\"en\"><title>{name}, developer</title>\
             <meta name=\"viewport\" content=\"width=device-width\">{style}<h1>{name}</h1>\
             <p>I build small services that people use every day, and I review what others build. These are projects \
             of this year.</p><nav>{link}<a href=\"mailto:{}@students.example\">Write to me</a></nav>{}</html>",
            self.login,
            self.gallery(number)
        );
        if self.kind == Kind::SiteDown {
            self.site.set("/", Answer::html("<html><title>Down</title></html>").status(503));
        } else {
            self.site.set("/", Answer::html(&home));
        }
        if self.kind != Kind::ResumeGone {
            self.put_resume();
        }
    }

    /// The projects as the site shows them; one in five shows none.
    fn gallery(&self, number: usize) -> String {
        let mut gallery = String::new();
        for (name, what, with) in self.projects(number).iter().filter(|_| number % 5 != 3) {
            self.site.set(&format!("/{name}.png"), Answer::new("image/png", documents::PIXEL));
            let _ = write!(
                gallery,
                "<article><h2>{name}</h2><img src=\"/{name}.png\" alt=\"{name} at work\"><p>{name} {what}. It is built with \
                 {with}, has tests, and a page that says how to run it.</p>\
                 <a href=\"https://github.com/{}/{name}\">Code of {name}</a></article>",
                self.login
            );
        }
        gallery
    }

    fn projects(&self, number: usize) -> Vec<(&'static str, &'static str, &'static str)> {
        let count = if self.kind == Kind::TwoProjects { 2 } else { 3 };
        (0..count).map(|step| PROJECTS[(number * 5 + step * 4) % PROJECTS.len()]).collect()
    }

    /// Puts a resume where the link leads.
    pub fn put_resume(&self) {
        self.site.set("/resume.pdf", Answer::pdf(self.resume()));
    }

    /// The resume as a PDF.
    fn resume(&self) -> Vec<u8> {
        let text = format!(
            "{}, developer. {}@students.example. Summary: likes small, well-tested services and teams that review each other's code; looks for a \
             team that ships every week and talks to the people who use what it ships. Skills: Ruby, JavaScript, SQL, Linux, \
             code review, writing. Projects: three services that people use every week, each with tests and a page that says \
             how to run it. Experience: five years in another trade, with customers, deadlines and a budget to keep. \
             Education: Example School of Code, 2016 to 2017",
            self.name, self.login
        );
        documents::text_pdf(&[&text])
    }

    fn set_up_repositories(&self, world: &World, number: usize) {
        if self.kind == Kind::NoPortfolio {
            return;
        }
        let projects = self.projects(number);
        let mut readme = format!("# Portfolio of {}\n\nThe source of my site. My projects:\n\n", self.name);
        for (name, ..) in &projects {
            let _ = writeln!(readme, "- [{name}](https://github.com/{}/{name})", self.login);
        }
        let portfolio = Repository::new(&format!("{}/portfolio", self.login)).file("README.md", &readme);
        let portfolio = portfolio.homepage(&self.site.at("/"));
        world.add(match self.kind {
            Kind::Private => portfolio.private(),
            Kind::WrongFile => portfolio.file("portfolio.yml", "proyects: []\n"),
            Kind::TwoProjects => portfolio.file("portfolio.yml", self.declaration(&projects)),
            _ => portfolio,
        });
        for (step, (name, what, with)) in projects.iter().enumerate() {
            let repository = Repository::new(&format!("{}/{name}", self.login)).file("main.rb", "puts 1\n");
            world.add(match (self.kind, step) {
                (Kind::NoReadme, 1) => repository,
                (Kind::ThinReadme, 1) => repository.file("README.md", format!("# {name}\n")),
                _ => repository.file("README.md", self.readme(name, what, with)),
            });
        }
    }

    fn declaration(&self, projects: &[(&str, &str, &str)]) -> String {
        let entries = projects.iter().map(|(name, ..)| format!("  - repo: {}/{name}\n", self.login));
        format!("projects:\n{}", entries.collect::<String>())
    }

    fn readme(&self, name: &str, what: &str, with: &str) -> String {
        format!(
            "# {name}\n\n{name} {what}. {} wrote it for people who asked for it and use it every week.\n\n## Run it\n\n\
             ```sh\nbin/setup\nbin/{name} --port 3000\n```\n\n## Built with\n\n{with}, and a nightly job that cleans up.\n",
            self.name
        )
    }
}
