//! In a pull request the site of that very commit is looked at where there is one, and the report says what was.

use foliocheck::facts::SiteSource;
use foliocheck::render::{Format, Look, render};
use foliocheck::report::Report;
use foliocheck::settings::Settings;
use world::{Answer, Repository, Site, World};

use crate::checking::{check, repository, settings};

fn page(world: &World, title: &str) -> Site {
    let page = format!("<title>{title}</title><h1>{title}</h1><p>A page with some words of its own.</p>");
    world.site().route("/", Answer::html(page))
}

/// The check of a pull request whose commit has these deployments; the "About" box names the live site.
fn report(deployments: &[(&'static str, bool)]) -> Report {
    let world = World::new();
    let (live, preview) = (page(&world, "Live"), page(&world, "Preview"));
    world.add(Repository::new("ada/portfolio").file("README.md", "# Portfolio").homepage(&live.at("/")));
    let head = world.commit("ada/portfolio", "new", &[("about.md", "More about me")]);
    let number = world.open_pull_request("ada/portfolio", "ada", &head);
    for (state, has_address) in deployments {
        let address = preview.at("/");
        world.deploy("ada/portfolio", number, state, has_address.then_some(address.as_str()));
    }
    let settings = Settings { pull_request: Some(number), ..settings(repository("ada/portfolio"), &world) };
    check(&settings).unwrap()
}

#[test]
fn the_deployment_of_this_commit_comes_first() {
    let report = report(&[("IN_PROGRESS", false), ("SUCCESS", true), ("INACTIVE", true)]);
    assert_eq!(report.site.addresses[0].found_in, SiteSource::Deployment);
    let text = render(Format::Markdown, &report, Look::default());
    assert!(text.contains("“Preview”"), "{text}");
    assert!(
        text.contains("the deployment of this commit") && !text.contains("before this pull request"),
        "{text}"
    );
}

#[test]
fn without_one_the_live_site_is_said_to_be_older() {
    for (deployments, words) in [
        (&[][..], "before this pull request"),
        (&[("IN_PROGRESS", false)], "still under way"),
        (&[("FAILURE", false)], "went wrong"),
    ] {
        let report = report(deployments);
        assert_eq!(report.site.addresses[0].found_in, SiteSource::Homepage);
        let text = render(Format::Markdown, &report, Look::default());
        assert!(text.contains("“Live”") && text.contains("before this pull request"), "{text}");
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn one_that_is_under_way_is_waited_for() {
    let report = report(&[("IN_PROGRESS", true)]);
    assert_eq!(report.site.addresses[0].found_in, SiteSource::Deployment);
}

#[test]
fn pages_are_asked_where_nothing_else_names_the_site() {
    let world = World::new();
    let live = page(&world, "Live");
    world.add(Repository::new("ada/portfolio").file("README.md", "# Portfolio").pages(&live.at("/")));
    let report = check(&settings(repository("ada/portfolio"), &world)).unwrap();
    assert_eq!(report.site.addresses[0].found_in, SiteSource::Pages);
    assert_eq!(world.count("GET /repos/ada/portfolio/pages"), 1);
    world.add(Repository::new("ada/named").file("README.md", "# Portfolio").homepage(&live.at("/")));
    check(&settings(repository("ada/named"), &world)).unwrap();
    assert_eq!(world.count("GET /repos/ada/named/pages"), 0);
}
