//! Whose the work is that a portfolio shows, by the commits: through the world, without a request of its own.

use foliocheck::finding::Verdict;
use foliocheck::report::Report;
use world::{Repository, World};

use crate::checking::{check, repository, settings, words};

const README: &str = "# Chess\n\nA board for two, by React.\n\n## Run it\n\n    npm start\n";

/// A world with a portfolio that shows these repositories.
fn world_showing(shown: &[&str]) -> World {
    let world = World::new();
    let entries: Vec<String> = shown.iter().map(|name| format!("  - repo: {name}\n")).collect();
    let list = format!("projects:\n{}", entries.concat());
    world.add(Repository::new("ada/portfolio").file("portfolio.yml", list).file("README.md", "# Ada\n"));
    world
}

/// What is said of each project, in order.
fn said(report: &Report) -> Vec<(Verdict, String)> {
    let findings = report.findings.iter().filter(|finding| finding.rule.id == "projects-original");
    let mut said: Vec<_> = findings.map(|finding| (finding.id(), finding.verdict, words(finding))).collect();
    said.sort_by_key(|(id, ..)| id.as_written().to_owned());
    said.into_iter().map(|(_, verdict, words)| (verdict, words)).collect()
}

#[test]
fn commits_are_held_to_the_students_account() {
    let world = world_showing(&["ada/own", "team/apart", "team/shared", "team/unclaimed"]);
    world.add(Repository::new("ada/own").file("README.md", README));
    for (name, authors) in [
        ("apart", [Some("eve"), Some("bob")]),
        ("shared", [Some("ada"), Some("eve")]),
        ("unclaimed", [None, Some("eve")]),
    ] {
        let name = format!("team/{name}");
        world.add(Repository::new(&name).file("README.md", README));
        for (number, author) in authors.into_iter().enumerate() {
            world.commit_as(&name, author, "More", (&format!("{number}.js"), "x"));
        }
    }
    let report = check(&settings(repository("ada/portfolio"), &world)).unwrap();
    assert_eq!(
        said(&report),
        [
            (Verdict::Pass, "1 commit, all by ada".into()),
            (Verdict::Fail, "None of its 3 commits is by ada".into()),
            (Verdict::Pass, "1 of its 3 commits is by ada, beside 2 other accounts".into()),
            (
                Verdict::Warn,
                "None of its 3 commits is by ada; 1 has an e-mail address that belongs to no account".into()
            ),
        ]
    );
    assert_eq!(world.count("POST /graphql"), 2, "{:?}", world.requests());
}

#[test]
fn copies_are_compared_with_what_they_were_copied_from() {
    let world = world_showing(&["ada/a-fork", "ada/b-fork-gone-on", "ada/c-start", "ada/d-start-gone-on"]);
    world.add(Repository::new("school/chess").file("README.md", README));
    for (name, is_fork) in
        [("a-fork", true), ("b-fork-gone-on", true), ("c-start", false), ("d-start-gone-on", false)]
    {
        let copy = Repository::new(&format!("ada/{name}"));
        let copy = if is_fork { copy.fork_of("school/chess") } else { copy.made_from("school/chess") };
        world.add(copy.by("school").file("README.md", README));
        if name.ends_with("gone-on") {
            world.commit_as(&format!("ada/{name}"), Some("ada"), "Own", ("own.js", "x"));
        }
    }
    let report = check(&settings(repository("ada/portfolio"), &world)).unwrap();
    let same = "Its files are exactly those of school/chess, ";
    let readmes = report.findings.iter().filter(|finding| finding.rule.id == "readme-own-text");
    assert_eq!(readmes.filter(|finding| finding.verdict == Verdict::Fail).count(), 4);
    assert_eq!(
        said(&report),
        [
            (Verdict::Fail, format!("{same}which it was forked from")),
            (Verdict::Pass, "1 of its 2 commits is by ada, beside one other account".into()),
            (Verdict::Fail, format!("{same}the template that it was made from")),
            (Verdict::Pass, "1 of its 2 commits is by ada, beside one other account".into()),
        ]
    );
}

/// Without GraphQL each repository would take a request more, so what needs the commits is not told.
#[test]
fn what_was_not_counted_is_held_against_nobody() {
    let world = world_showing(&["ada/fork", "ada/own"]);
    world.without_graphql();
    world.add(Repository::new("ada/fork").fork_of("school/chess").file("README.md", README));
    world.add(Repository::new("ada/own").file("README.md", README));
    let report = check(&settings(repository("ada/portfolio"), &world)).unwrap();
    let verdicts: Vec<Verdict> = said(&report).into_iter().map(|(verdict, _)| verdict).collect();
    assert_eq!(verdicts, [Verdict::CannotTell, Verdict::Pass]);
}
