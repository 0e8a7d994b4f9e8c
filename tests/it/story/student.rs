//! A student of the cohort: a repository, a site, a pull request, and what is pushed to them.

use std::fs;

use foliocheck::facts::Sightings;
use world::{Answer, Repository, Review, Site, World};

use crate::checking::portfolio;

/// One of the cohort.
pub(super) struct Student {
    login: &'static str,
    site: Site,
    head: String,
    /// The resume as it is now.
    resume: Vec<u8>,
    pub(super) number: u64,
    pub(super) comment: Option<u64>,
    /// What the school’s runs saw so far.
    pub(super) sightings: Sightings,
}

/// What a private record holds.
#[derive(Clone, Copy, Default)]
pub(super) struct Log {
    pub(super) contacts: usize,
    pub(super) plan: bool,
    pub(super) interview: bool,
    /// When it was pushed.
    pub(super) pushed: &'static str,
}

const PAGE: &str = "<!doctype html><title>Back-end developer</title><h1>Back-end developer</h1>\
    <p>I build small services, and I came to them from bookkeeping.</p>";

const CONTACTS: [&str; 7] = [
    "Initech,Hedy Lamarr,CTO,2017-01-27,no answer,mail",
    "Hooli,Barbara Liskov,lead developer,2017-02-02,coffee on Friday,mail",
    "Globex,Radia Perlman,engineer,2017-02-07,no answer,Twitter",
    "Umbrella,Joan Clarke,engineer,2017-02-09,asked for my resume,mail",
    "Wonka,Karen Jones,head of research,2017-02-14,no answer,mail",
    "Vandelay,Frances Allen,engineer,2017-02-16,call next week,mail",
    "Stark,Lynn Conway,engineer,2017-02-21,no answer,mail",
];

const PLAN: &str = "# The Plan\n\n## Goals\n\nI want to work on maps and data for a town, in a team that tests.\n\n\
    ## Open source\n\nI will fix one bug a week in the library that reads my maps.\n\n\
    ## Community\n\nI go to the Ruby evening on the first Tuesday and offer a short talk.\n";

const INTERVIEW: &str = "Kind: practice\nWith: Hedy Lamarr\nRole: CTO at Initech\nDate: 2017-02-23\n\n\
    We built a queue on a whiteboard. I explained each step aloud before I wrote it. The hardest part was the end of the queue. \
    Next time I will ask about edge cases first.\n";

/// A project of the complete student, as a file to push.
pub(super) fn project(name: &str) -> (String, String) {
    let path = format!("projects/{name}/README.md");
    let text = fs::read_to_string(portfolio("complete").join(&path)).unwrap();
    (path, text)
}

impl Student {
    /// On the first day there is a portfolio with one project and a pull request.
    pub(super) fn enrol(world: &World, login: &'static str) -> Self {
        let site = world.site().route("/", Answer::html(PAGE));
        let (path, readme) = project("weather");
        let repository = Repository::new(&format!("{login}/portfolio"))
            .homepage(&site.url)
            .file("README.md", "# Portfolio\n\nThe pages behind my site, and my projects.\n")
            .file("portfolio.yml", listed(&["weather"], login))
            .file("index.html", PAGE)
            .file(&path, readme);
        world.add(repository);
        let head =
            world.commit(&format!("{login}/portfolio"), "hunt", &[("notes.txt", "The job hunt begins.")]);
        let number = world.open_pull_request(&format!("{login}/portfolio"), login, &head);
        Self { login, site, head, resume: Vec::new(), number, comment: None, sightings: Sightings::new() }
    }

    pub(super) fn portfolio(&self) -> String {
        format!("{}/portfolio", self.login)
    }

    /// Pushes files; a project is listed in `portfolio.yml`, too.
    pub(super) fn push(&mut self, world: &World, files: &[(String, String)]) {
        self.push_to(world, "hunt", files);
    }

    fn push_to(&mut self, world: &World, branch: &str, files: &[(String, String)]) {
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        self.head = world.commit(&self.portfolio(), branch, &files);
        let names = ["weather", "chess", "recipes"];
        let there = world.files(&self.portfolio(), &self.head);
        let names: Vec<&str> =
            names.into_iter().filter(|name| there.contains(&format!("projects/{name}/README.md"))).collect();
        self.head =
            world.commit(&self.portfolio(), branch, &[("portfolio.yml", &listed(&names, self.login))]);
        world.push(&self.portfolio(), self.number, &self.head);
    }

    /// Puts a resume into the repository and onto the site.
    pub(super) fn add_resume(&mut self, world: &World) {
        self.show_resume(world, "One page about bookkeeping and code");
    }

    /// Puts another document in its place.
    pub(super) fn swap_resume(&mut self, world: &World) {
        self.show_resume(world, "Nine years as chief engineer of everything");
    }

    fn show_resume(&mut self, world: &World, words: &str) {
        let pdf = world::documents::text_pdf(&[&format!(
            "{words}. Experience. Education. Skills. {}",
            "word ".repeat(120)
        )]);
        let page = format!("{PAGE}<nav><a href=\"resume.pdf\">Resume</a></nav>");
        self.site.set("/", Answer::html(page.clone()));
        self.site.set("/resume.pdf", Answer::pdf(pdf.clone()));
        self.head = world.commit_bytes(&self.portfolio(), "hunt", "resume.pdf", &pdf);
        self.resume = pdf;
        self.push(world, &[("index.html".to_owned(), page)]);
    }

    /// Proposes another history, in which the approved resume never was.
    pub(super) fn rewrite_history(&mut self, world: &World) {
        let there = world.commit_bytes(&self.portfolio(), "clean", "resume.pdf", &self.resume);
        self.head = there;
        let page = format!("{PAGE}<nav><a href=\"resume.pdf\">Resume</a></nav>");
        let files = [("index.html".to_owned(), page), project("chess"), project("recipes")];
        self.push_to(world, "clean", &files);
    }

    pub(super) fn ask(&self, world: &World, whom: &str) {
        world.ask_review(&self.portfolio(), self.number, whom);
    }

    pub(super) fn review(&self, world: &World, review: Review) {
        world.review(&self.portfolio(), self.number, review);
    }

    /// Keeps the records in a private repository that the school may read.
    pub(super) fn keep(&self, world: &World, log: Log) {
        let name = format!("{}/job-hunt", self.login);
        let header = "company,person,position,date,outcome,channel\n".to_owned();
        let mut repository =
            super::private(&name).file("outreach.csv", header + &CONTACTS[..log.contacts].join("\n"));
        if log.plan {
            repository = repository.file("plan.md", PLAN);
        }
        if log.interview {
            repository = repository.file("interview.md", INTERVIEW);
        }
        world.replace(repository.pushed(log.pushed));
    }

    /// Keeps the contacts in the portfolio itself, where everybody can read them.
    pub(super) fn keep_here(&mut self, world: &World, contacts: &[&str]) {
        let text = format!("company,person,position,date,outcome\n{}\n", contacts.join("\n"));
        self.push(world, &[("evidence/outreach.csv".to_owned(), text)]);
    }

    /// The comment without what differs from machine to machine, and without its memory.
    pub(super) fn as_read(&self, comment: &str) -> String {
        let seen = comment.rsplit_once("\n<!--").map_or(comment, |(seen, _)| seen);
        let seen = seen.replace(&self.site.url, &format!("https://{}.example/", self.login));
        let host = self.site.url.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let seen = seen.replace(&host, &format!("{}.example", self.login));
        seen.replace(&self.head, "c0ffee1c0ffee1c0ffee1c0ffee1c0ffee1c0ff")
            .replace(&self.head[..7], "c0ffee1")
    }
}

/// The student's file.
fn listed(projects: &[&str], login: &str) -> String {
    let mut entries = String::new();
    for name in projects {
        let shown = name[..1].to_uppercase() + &name[1..];
        entries = format!("{entries}  - name: {shown}\n    path: projects/{name}\n");
    }
    let home =
        if ["bob", "eve"].contains(&login) { "evidence".to_owned() } else { format!("{login}/job-hunt") };
    format!(
        "projects:\n{entries}evidence:\n  outreach: {home}/outreach.csv\n  plan: {home}/plan.md\n  interview: {home}/interview.md\n"
    )
}
