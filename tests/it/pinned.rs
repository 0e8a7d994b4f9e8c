//! Pinned repositories: the last resort, asked for with the portfolio itself and remembered as what they are.

use foliocheck::facts::FoundIn;
use foliocheck::finding::Verdict;
use foliocheck::report::Report;
use foliocheck::settings::Target;
use world::{Repository, World};

use crate::checking::{check, portfolio, repository, settings, words};

const PINS: [&str; 4] = ["ada/weather", "ada/portfolio", "team/chess", "ada/recipes"];

fn world_with(portfolio: Repository) -> World {
    let world = World::new();
    world.add(portfolio.pins(&PINS));
    for name in ["ada/weather", "team/chess", "ada/recipes"] {
        world.add(Repository::new(name).file("README.md", format!("# {name}\n")));
    }
    world
}

fn found(report: &Report) -> Vec<(FoundIn, String)> {
    let project =
        |project: &foliocheck::facts::Project| (project.found_in, project.name.as_written().to_owned());
    report.projects.iter().map(project).collect()
}

#[test]
fn are_taken_where_nothing_lists_projects() {
    let world = world_with(Repository::new("ada/portfolio").file("README.md", "# Ada\n"));
    let report = check(&settings(repository("ada/portfolio"), &world)).unwrap();
    let pinned = |name: &str| (FoundIn::Pinned, name.to_owned());
    assert_eq!(found(&report), [pinned("weather"), pinned("chess"), pinned("recipes")]);
    let enough = report.findings.iter().find(|finding| finding.rule.id == "projects-enough").unwrap();
    assert_eq!(enough.verdict, Verdict::Warn);
    assert_eq!(
        words(enough),
        "3 projects, pinned on https://github.com/ada: weather, chess, recipes; the portfolio itself shows none"
    );
    assert_eq!(world.count("POST /graphql"), 2, "{:?}", world.requests());
}

#[test]
fn are_taken_for_a_folder_that_knows_its_repository() {
    let world = world_with(Repository::new("ada/portfolio").file("README.md", "# Ada\n"));
    let target = Target::Folder(portfolio("empty"));
    let name = foliocheck::facts::RepoName::parse("ada/portfolio");
    let settings = foliocheck::settings::Settings { repository: name, ..settings(target, &world) };
    assert_eq!(found(&check(&settings).unwrap()).len(), 3);
}

#[test]
fn are_passed_over_where_the_portfolio_lists_any() {
    let list = "# Ada\n\n## Projects\n\n- [Tea](https://github.com/ada/tea)\n";
    let world = world_with(Repository::new("ada/portfolio").file("README.md", list));
    world.add(Repository::new("ada/tea").file("README.md", "# Tea\n"));
    let report = check(&settings(repository("ada/portfolio"), &world)).unwrap();
    assert_eq!(found(&report), [(FoundIn::Readme, "Tea".to_owned())]);
}
