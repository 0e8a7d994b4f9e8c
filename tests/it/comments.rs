//! The one comment: created, kept, updated in place; twins, forgeries, races, and tokens that may not write.

use std::path::PathBuf;
use std::process::{Command, Output};

use world::{Fault, Repository, Token, World};

use crate::checking::portfolio;

/// A world with the complete student's repository and an open pull request, number 1.
fn world() -> World {
    let world = World::new();
    world.add(Repository::new("ada/portfolio").folder(&portfolio("starter-readme")));
    let head = world.commit("ada/portfolio", "next", &[]);
    world.open_pull_request("ada/portfolio", "ada", &head);
    world
}

fn foliocheck(world: &World, token: &Token) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foliocheck"));
    command.env_clear().env("GITHUB_API_URL", world.api()).env("GITHUB_TOKEN", token.text());
    command.args(["check", "ada/portfolio", "--pr", "1", "--comment", "--allow-private-addresses"]);
    command.args(["--render", "never", "--only", "readme,projects"]);
    command
}

const BOT: Token = Token::Actions("ada/portfolio");

fn run(world: &World, token: &Token) -> Output {
    foliocheck(world, token).output().unwrap()
}

fn bodies(world: &World) -> Vec<String> {
    world.comments("ada/portfolio", 1).into_iter().map(|comment| comment.body).collect()
}

#[test]
fn it_is_created_once_and_left_alone_when_nothing_changed() {
    let world = world();
    assert_eq!(run(&world, &BOT).status.code(), Some(1));
    assert_eq!(bodies(&world).len(), 1);
    let requests = world.requests().len();
    run(&world, &BOT);
    // The portfolio, then its projects and the site that nothing names; no write.
    let mut second = world.requests().split_off(requests);
    second.sort();
    assert_eq!(second, ["GET /repos/ada/portfolio/pages", "POST /graphql", "POST /graphql"]);
    assert_eq!(world.comments("ada/portfolio", 1)[0].edits, 0);
}

#[test]
fn with_a_site_that_is_named_the_readme_leads_to_the_rest() {
    let world = World::new();
    world.add(Repository::new("ada/portfolio").file("readme.markdown", "- https://github.com/ada/tides"));
    world.add(Repository::new("ada/tides").file("README.md", "# Tides"));
    let head = world.commit("ada/portfolio", "next", &[]);
    world.open_pull_request("ada/portfolio", "ada", &head);
    let site = world.site();
    let again = || {
        let told = world.requests().len();
        assert_eq!(
            foliocheck(&world, &BOT).args(["--site", &site.url]).output().unwrap().status.code(),
            Some(1)
        );
        world.requests().split_off(told)
    };
    again();
    assert_eq!(site.requests(), ["GET /"], "the site is opened once");
    let readme = "GET /repos/ada/portfolio/readme";
    assert_eq!(again(), [readme, "POST /graphql"]);
    assert_eq!(bodies(&world).len(), 1);
    let file = "projects:\n  - name: Waves\n    repo: ada/waves\n";
    let head = world.commit("ada/portfolio", "next", &[("portfolio.yml", file)]);
    world.push("ada/portfolio", 1, &head);
    again();
    assert!(
        bodies(&world)[0].contains("Waves"),
        "what the student's file says comes first: {:?}",
        bodies(&world)
    );
}

#[test]
fn a_fix_is_shown_in_place_and_said() {
    let world = world();
    run(&world, &BOT);
    let good = std::fs::read_to_string(portfolio("complete").join("projects/weather/README.md")).unwrap();
    let head = world.commit("ada/portfolio", "next", &[("projects/weather/README.md", &good)]);
    world.push("ada/portfolio", 1, &head);
    assert_eq!(run(&world, &BOT).status.code(), Some(0));
    let comments = world.comments("ada/portfolio", 1);
    assert_eq!((comments.len(), comments[0].edits), (1, 1));
    assert!(comments[0].body.contains("fixed"), "{}", comments[0].body);
}

#[test]
fn twins_are_removed_and_the_oldest_stays() {
    let world = world();
    run(&world, &BOT);
    let body = bodies(&world).remove(0);
    world.comment("ada/portfolio", 1, "github-actions[bot]", &body);
    run(&world, &BOT);
    assert_eq!(bodies(&world).len(), 1);
}

#[test]
fn a_comment_that_only_looks_like_ours_is_left_alone() {
    let world = world();
    world.comment("ada/portfolio", 1, "ada", "<!-- foliocheck:comment -->\nall is well");
    run(&world, &BOT);
    let bodies = bodies(&world);
    assert_eq!(bodies.len(), 2);
    assert_eq!(bodies[0], "<!-- foliocheck:comment -->\nall is well");
}

#[test]
fn it_is_found_behind_a_hundred_others() {
    let world = world();
    for _ in 0..130 {
        world.comment("ada/portfolio", 1, "grace", "nice");
    }
    run(&world, &BOT);
    for _ in 0..130 {
        world.comment("ada/portfolio", 1, "grace", "nice");
    }
    run(&world, &BOT);
    let ours = bodies(&world).iter().filter(|body| body.starts_with("<!-- foliocheck")).count();
    assert_eq!(ours, 1);
}

#[test]
fn two_runs_at_once_leave_one() {
    let world = world();
    let runs: Vec<_> = (0..2).map(|_| foliocheck(&world, &BOT).spawn().unwrap()).collect();
    for mut run in runs {
        assert_eq!(run.wait().unwrap().code(), Some(1));
    }
    assert_eq!(bodies(&world).len(), 1);
}

#[test]
fn a_token_that_may_not_write_is_told_what_to_paste_and_the_colour_stays() {
    let world = world();
    let output = run(&world, &Token::ReadOnly("ada/portfolio"));
    assert_eq!(output.status.code(), Some(1));
    let remark = String::from_utf8(output.stderr).unwrap();
    assert!(remark.contains("pull-requests: write"), "{remark}");
    assert!(bodies(&world).is_empty());
}

#[test]
fn comments_that_cannot_be_read_are_not_doubled() {
    let world = world();
    run(&world, &BOT);
    world.fail_next("POST /graphql", Fault::BadGateway, 3);
    run(&world, &BOT);
    assert_eq!(bodies(&world).len(), 1);
}

#[test]
fn a_refused_token_is_said() {
    let world = world();
    let output = run(&world, &Token::Refused);
    assert_eq!(output.status.code(), Some(2));
    let remark = String::from_utf8(output.stderr).unwrap();
    assert!(remark.contains("401"), "{remark}");
}

#[test]
fn outputs_that_cannot_be_written_are_said_before_the_work() {
    let world = world();
    let mut command = foliocheck(&world, &BOT);
    command.args(["--format", "json", "--output"]).arg(PathBuf::from("/nowhere/report.json"));
    assert_eq!(command.output().unwrap().status.code(), Some(3));
    assert!(world.requests().is_empty());
}
