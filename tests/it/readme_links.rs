//! What the addresses of a README lead to, through the world: asked for once, and counted against nobody where no answer came.

use foliocheck::finding::{Finding, Verdict};
use foliocheck::report::Report;
use world::{Answer, Repository, Site, World};

use crate::checking::{check, repository, settings, words};

fn finding<'a>(report: &'a Report, rule: &str) -> &'a Finding {
    report.findings.iter().find(|finding| finding.rule.id == rule).unwrap()
}

/// The addresses of the world's sites lie on this machine; written so, a README does not give that away.
fn address(site: &Site, path: &str) -> String {
    site.at(path).replace("127.0.0.1", "127.1")
}

fn readme(links: &[String]) -> String {
    let text = "# Weather\n\nShows the forecast for a town, by React.\n\n## Run it\n\n    npm run dev\n\n";
    format!("{text}{}\n", links.join("\n\n"))
}

/// The report on a portfolio with this one project, and the world after it.
fn checked(world: &World, links: &[String]) -> Report {
    let list = "projects:\n  - name: Weather\n    repo: ada/weather\n";
    world.add(Repository::new("ada/portfolio").file("portfolio.yml", list).file("README.md", "# Ada\n"));
    let weather = Repository::new("ada/weather").file("README.md", readme(links));
    let weather = weather.file("docs/Town.png", "x").file("src/assets/deep.png", "x").file("a/b/c/d.md", "x");
    world.add(weather.file("package.json", r#"{"scripts": {"start": "vite"}}"#));
    check(&settings(repository("ada/portfolio"), world)).unwrap()
}

#[test]
fn dead_links_are_told_with_their_lines() {
    let world = World::new();
    let site = world.site().route("/there", Answer::html("<p>Yes</p>"));
    let links =
        [format!("[docs]({})", address(&site, "/there")), format!("[old]({})", address(&site, "/gone"))];
    let report = checked(&world, &links);
    let found = finding(&report, "readme-links-work");
    assert_eq!(found.verdict, Verdict::Warn);
    assert!(
        words(found).ends_with("/gone (line 11) answers that there is no such page (status 404)"),
        "{}",
        words(found)
    );
    let mut requests = site.requests();
    requests.sort();
    assert_eq!(requests, ["GET /gone", "GET /there"], "each once");
    assert_eq!(world.requests().len(), 3, "nothing is asked for a second time: {:?}", world.requests());
}

#[test]
fn what_does_not_answer_counts_against_nobody() {
    let world = World::new();
    let site = world.site();
    for (path, status) in [("/asleep", 503), ("/wall", 403), ("/limit", 429)] {
        site.set(path, Answer::html("no").status(status));
    }
    let links = ["/asleep", "/wall", "/limit"].map(|path| format!("[try it]({})", address(&site, path)));
    let report = checked(&world, &links);
    assert_eq!(finding(&report, "readme-links-work").verdict, Verdict::CannotTell);
}

#[test]
fn files_are_looked_for_in_the_spelling_used() {
    let world = World::new();
    let links =
        ["![town](docs/town.png)", "![deep](src/assets/deep.png)", "![d](a/b/c/e.png)"].map(str::to_owned);
    let report = checked(&world, &links);
    let found = finding(&report, "readme-images-load");
    assert_eq!(found.verdict, Verdict::Warn);
    assert_eq!(
        words(found),
        "docs/town.png (line 9) is spelled docs/Town.png in the repository, and the code host tells the two apart"
    );
    let found = finding(&report, "readme-commands-exist");
    assert_eq!(words(found), "npm run dev (line 7): package.json has no script dev, but start");
}

#[test]
fn a_page_is_no_picture() {
    let world = World::new();
    let site = world.site().route("/town", Answer::html("<p>A page</p>"));
    site.set("/town.png", Answer::new("image/png", "x"));
    let links = [
        format!("![town]({})", address(&site, "/town.png")),
        format!("![page]({})", address(&site, "/town")),
    ];
    let report = checked(&world, &links);
    let found = words(finding(&report, "readme-images-load"));
    assert!(found.ends_with("/town (line 11) shows a page, where a picture is wanted"), "{found}");
}
