//! The whole job on an embedded world: a pull request, its comment, the student's fix, the comment updated in place.
//!
//! Nothing leaves this machine: the code host and the site are on loopback, in `tests/world`.

use std::error::Error;
use std::io;
use std::path::Path;

use foliocheck::cli::Cli;
use foliocheck::facts::Instant;
use foliocheck::run::{Machine, RunError, run};
use world::{Answer, Repository, Site, Token, World};

/// The student's files once all is well.
const COMPLETE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/portfolios/complete");

const PORTFOLIO: &str = "# Portfolio of Ada Example\n\nThe source of my site. My projects:\n\n\
    - [Weather](https://github.com/ada/weather)\n\
    - [Chess](https://github.com/ada/chess)\n\
    - [Recipes](https://github.com/ada/recipes)\n";

const CHESS: &str = "# Chess\n\nTwo people play chess in one browser; the server knows the rules, so that nobody can cheat.\n\n\
    ## Built with\n\nNode.js with Express, WebSockets, plain CSS.\n";

fn main() -> Result<(), Box<dyn Error>> {
    let world = World::new();
    let site = world.site().folder(Path::new(COMPLETE));
    site.set("/", Answer::html(&home()?));
    let number = open_pull_request(&world, &site);

    say("Ada opens a pull request. The check runs, and this comment appears on it:");
    check(&world, number)?;
    let first = only_comment(&world, number);
    say(&first.body);

    say("Ada puts the resume where the link leads, and says how to run Chess. The check runs again:");
    site.set("/ada-resume.pdf", Answer::pdf(complete("resume.pdf")?));
    let readme = String::from_utf8(complete("projects/chess/README.md")?)?;
    world.commit("ada/chess", "main", &[("README.md", &readme)]);
    check(&world, number)?;
    let second = only_comment(&world, number);
    say(&second.body);
    assert_eq!(first.id, second.id, "the comment is updated in place");

    say("A third run finds nothing new, and writes nothing:");
    let writes = world.count("PATCH") + world.count("POST /repos");
    check(&world, number)?;
    assert_eq!(
        writes,
        world.count("PATCH") + world.count("POST /repos"),
        "an unchanged report is not written"
    );
    say(&format!("{} comment, edited {} time.", world.comments("ada/portfolio", number).len(), second.edits));
    Ok(())
}

/// The home page, which links the code where this student keeps it, and a resume that is not there yet.
fn home() -> Result<String, Box<dyn Error>> {
    let page = String::from_utf8(complete("index.html")?)?;
    let linked = ["weather", "chess", "recipes"].into_iter().fold(page, |page, name| {
        page.replace(&format!("projects/{name}/README.md"), &format!("https://github.com/ada/{name}"))
    });
    Ok(linked.replace("resume.pdf", "ada-resume.pdf"))
}

/// A file of the complete portfolio.
fn complete(path: &str) -> io::Result<Vec<u8>> {
    std::fs::read(Path::new(COMPLETE).join(path))
}

fn open_pull_request(world: &World, site: &Site) -> u64 {
    let project = |name: &str| {
        let files = Path::new(COMPLETE).join("projects").join(name);
        Repository::new(&format!("ada/{name}")).folder(&files)
    };
    world.add(Repository::new("ada/portfolio").file("README.md", PORTFOLIO).homepage(&site.at("/")));
    world.add(project("weather"));
    world.add(project("chess").file("README.md", CHESS));
    world.add(project("recipes"));
    let head = world.commit("ada/portfolio", "three-projects", &[]);
    world.open_pull_request("ada/portfolio", "ada", &head)
}

/// What `foliocheck check ada/portfolio --pr N --comment` does, with the world as the code host.
fn check(world: &World, number: u64) -> Result<(), Box<dyn Error>> {
    let report = std::env::temp_dir().join("foliocheck-demo.json");
    let number = number.to_string();
    let words =
        ["foliocheck", "check", "ada/portfolio", "--pr", &number, "--comment", "--allow-private-addresses"];
    let words = words.into_iter().map(Into::into).chain([
        "--format".into(),
        "json".into(),
        "--output".into(),
        report.into_os_string(),
    ]);
    let machine = Machine {
        environment: [
            ("GITHUB_API_URL", world.api().to_owned()),
            ("GITHUB_TOKEN", Token::Actions("ada/portfolio").text()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into(),
        now: Instant::parse("2017-01-29T17:02:00-07:00").ok_or("a moment")?,
        columns: None,
        has_color: false,
        is_folder: |_| false,
        is_file: |_| false,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match runtime.block_on(run(Cli::read(words)?, &machine)) {
        Ok(_) => Ok(()),
        Err(error @ (RunError::Usage(_) | RunError::Gather(_))) => Err(error.to_string().into()),
        Err(error) => Err(error.into()),
    }
}

fn only_comment(world: &World, number: u64) -> world::Comment {
    let mut comments = world.comments("ada/portfolio", number);
    assert_eq!(comments.len(), 1, "one comment");
    comments.remove(0)
}

#[expect(clippy::print_stdout, reason = "a demonstration is there to be read")]
fn say(text: &str) {
    println!("{text}\n");
}
