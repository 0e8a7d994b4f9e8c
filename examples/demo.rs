//! The whole job on an embedded world: a pull request, its comment, the student's fix, the comment updated in place.
//!
//! Nothing leaves this machine: the code host and the site are on loopback, in `tests/world`.

use std::error::Error;

use foliocheck::cli::Cli;
use foliocheck::facts::Instant;
use foliocheck::run::{Machine, RunError, run};
use world::{Answer, Repository, Site, Token, World, documents};

const PORTFOLIO: &str = "# Portfolio of Ada\n\nThe source of my site. My projects:\n\n\
    - [Weather](https://github.com/ada/weather)\n\
    - [Chess](https://github.com/ada/chess)\n\
    - [Recipes](https://github.com/ada/recipes)\n";

const WEATHER: &str = "# Weather\n\nCompares the forecasts of three services for one town, and keeps score of which of them \
    was right.\n\n## Run it\n\n```sh\nbundle install\nrails server\n```\n\n## Built with\n\nRails, PostgreSQL, and a nightly job.\n";

const CHESS: &str = "# Chess\n\nTwo people play chess in one browser; the server knows the rules, so that nobody can cheat.\n\n\
    ## Built with\n\nNode.js with Express, WebSockets, plain CSS.\n";

const CHESS_FIXED: &str = "# Chess\n\nTwo people play chess in one browser; the server knows the rules, so that nobody can cheat.\n\n\
    ## Run it\n\n```sh\nnpm install\nnpm start\n```\n\n## Built with\n\nNode.js with Express, WebSockets, plain CSS.\n";

const RECIPES: &str = "# Recipes\n\nPlans a week of meals that share ingredients, and writes the shopping list in the order of the shop.\n\n\
    ## Getting started\n\n`pip install -r requirements.txt`, then `flask run`.\n\n## Built with\n\nFlask, SQLite and HTMX.\n";

const HOME: &str = r#"<!doctype html><html lang="en"><title>Ada, developer</title>
    <meta name="viewport" content="width=device-width"><h1>Ada</h1>
    <p>I build small, well-tested services, and I came to them from bookkeeping. These are three projects of this year.</p>
    <nav><a href="/resume.pdf">Resume</a> <a href="mailto:ada@ada.example">Write to me</a></nav></html>"#;

fn main() -> Result<(), Box<dyn Error>> {
    let world = World::new();
    let site = world.site().route("/", Answer::html(HOME));
    let number = open_pull_request(&world, &site);

    say("Ada opens a pull request. The check runs, and this comment appears on it:");
    check(&world, number)?;
    let first = only_comment(&world, number);
    say(&first.body);

    say("Ada puts the resume where the link leads, and says how to run Chess. The check runs again:");
    site.set("/resume.pdf", Answer::pdf(documents::text_pdf(&[RESUME])));
    world.commit("ada/chess", "main", &[("README.md", CHESS_FIXED)]);
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

const RESUME: &str = "Ada, back-end developer. Summary: developer who came from bookkeeping and likes small, well-tested \
    services; looks for a team that reviews its code and ships every week. Skills: Ruby, Rails, PostgreSQL, JavaScript, \
    Python. Projects: Weather compares forecasts, Chess is played in one browser, Recipes plans a week. Experience: \
    bookkeeper, 2012 to 2016, closed the books of forty firms a month. Education: Example School of Code, back-end \
    programme, 2016 to 2017";

fn open_pull_request(world: &World, site: &Site) -> u64 {
    world.add(Repository::new("ada/portfolio").file("README.md", PORTFOLIO).homepage(&site.at("/")));
    world.add(Repository::new("ada/weather").file("README.md", WEATHER));
    world.add(Repository::new("ada/chess").file("README.md", CHESS));
    world.add(Repository::new("ada/recipes").file("README.md", RECIPES));
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
