//! Every imaginary student of `fixtures/portfolios`, as a folder and through the world alike.

use foliocheck::render::{Format, Look, render};
use foliocheck::report::Report;
use foliocheck::settings::{Render, Settings, Target};
use world::{Repository, World};

use crate::checking::{check, portfolio, repository, settings, troubles};

/// Each case, and what is wrong with it: nothing else may be.
const CASES: [(&str, &[&str]); 10] = [
    ("complete", &[]),
    ("empty", &[]),
    ("monorepo", &[]),
    ("no-resume-link", &["resume-linked fail"]),
    ("not-english", &[]),
    ("resume-is-html", &["resume-is-document fail"]),
    (
        "spa-shell",
        &[
            "projects-complete@projects/chess cannot_tell",
            "projects-complete@projects/recipes cannot_tell",
            "projects-complete@projects/weather cannot_tell",
            "resume-discreet cannot_tell",
            "resume-has-text cannot_tell",
            "resume-is-document cannot_tell",
            "resume-linked cannot_tell",
            "resume-opens cannot_tell",
            "resume-own cannot_tell",
            "site-contact cannot_tell",
            "site-own cannot_tell",
            "site-shows-projects cannot_tell",
        ],
    ),
    ("starter-readme", &["readme-own-text@projects/weather fail"]),
    ("thin-readmes", &["readme-adequate@projects/chess fail", "readme-adequate@projects/recipes fail"]),
    ("two-projects", &["projects-enough fail"]),
];

fn as_folder(case: &str) -> Report {
    let world = World::new();
    check(&settings(Target::Folder(portfolio(case)), &world)).unwrap()
}

fn through_the_world(case: &str) -> Report {
    let world = World::new();
    let site = world.site().folder(&portfolio(case));
    let mut portfolio_repository = Repository::new("ada/portfolio").folder(&portfolio(case));
    if case != "empty" {
        portfolio_repository = portfolio_repository.homepage(&site.at("/"));
    }
    world.add(portfolio_repository);
    check(&settings(repository("ada/portfolio"), &world)).unwrap()
}

#[test]
fn each_is_wrong_for_exactly_its_reason() {
    for (case, expected) in CASES.into_iter().filter(|(case, _)| *case != "empty") {
        assert_eq!(troubles(&as_folder(case)), expected, "{case}, as a folder");
        if case != "monorepo" {
            assert_eq!(troubles(&through_the_world(case)), expected, "{case}, through the world");
        }
    }
}

/// A browser that is wanted and not there takes nothing away, and where it would be needed the report says so.
#[test]
fn a_machine_without_a_browser_is_a_full_citizen() {
    for (case, _) in CASES {
        let world = World::new();
        let expected = troubles(&as_folder(case));
        for render in [Render::Auto, Render::Always] {
            let report =
                check(&Settings { render, ..settings(Target::Folder(portfolio(case)), &world) }).unwrap();
            assert_eq!(troubles(&report), expected, "{case} {render:?}");
            let unseen: Vec<_> =
                report.findings.iter().filter_map(|finding| finding.obstacle.as_ref()).collect();
            assert!(
                case != "spa-shell" || unseen.iter().all(|obstacle| obstacle.kind() == "no_browser"),
                "{unseen:?}"
            );
        }
    }
}

/// A folder holds no "About" box and the code host no source tree: each sees another part of nothing, neither is green.
#[test]
fn an_empty_portfolio_is_never_green() {
    let (folder, world) = (troubles(&as_folder("empty")), troubles(&through_the_world("empty")));
    assert!(folder.contains(&"projects-enough fail".to_owned()), "{folder:?}");
    assert!(world.contains(&"site-known fail".to_owned()), "{world:?}");
    for report in [as_folder("empty"), through_the_world("empty")] {
        assert_eq!(report.tally.pass, 0, "{:?}", troubles(&report));
    }
}

#[test]
fn every_folder_is_a_case() {
    let folders = std::fs::read_dir(portfolio("")).unwrap();
    let mut folders: Vec<String> =
        folders.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    folders.sort();
    assert_eq!(folders, CASES.map(|(case, _)| case));
}

/// The words of each report. Read the difference when one changes.
#[test]
fn each_report_reads_right() {
    for (case, _) in CASES {
        insta::assert_snapshot!(case, render(Format::Markdown, &as_folder(case), Look::default()));
    }
}
