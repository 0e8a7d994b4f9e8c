//! `foliocheck action`: the job inside GitHub Actions, from the event and the environment alone.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;
use world::{Repository, Token, World};

use crate::checking::{copy_folder, portfolio};

const MERGE: &str = "3e6e0a5b1c2d4f60718293a4b5c6d7e8f9012345";

/// A runner: a workspace with a checkout, and the files that GitHub gives a step.
struct Runner {
    folder: TempDir,
    head: String,
}

impl Runner {
    fn new(world: &World, case: &str) -> Self {
        world.add(Repository::new("ada/portfolio").folder(&portfolio(case)));
        let head = world.commit("ada/portfolio", "next", &[]);
        world.open_pull_request("ada/portfolio", "ada", &head);
        let folder = tempfile::tempdir().unwrap();
        let runner = Self { folder, head };
        copy_folder(&portfolio(case), &runner.path("workspace"));
        fs::create_dir(runner.path("workspace/.git")).unwrap();
        runner.check_out(MERGE);
        runner.event(&runner.pull_request("ada/portfolio"));
        runner
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn check_out(&self, commit: &str) {
        fs::write(self.path("workspace/.git/HEAD"), format!("{commit}\n")).unwrap();
    }

    fn event(&self, payload: &str) {
        fs::write(self.path("event.json"), payload).unwrap();
    }

    fn pull_request(&self, head_repository: &str) -> String {
        format!(
            r#"{{"repository": {{"full_name": "ada/portfolio", "has_pages": false, "default_branch": "main"}},
                "pull_request": {{"number": 1, "user": {{"login": "ada"}},
                    "head": {{"sha": "{}", "repo": {{"full_name": "{head_repository}"}}}}}}}}"#,
            self.head
        )
    }

    fn command(&self, world: &World, event: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_foliocheck"));
        command.env_clear().arg("action").envs([
            ("GITHUB_API_URL", world.api()),
            ("GITHUB_EVENT_NAME", event),
            ("GITHUB_REPOSITORY", "ada/portfolio"),
            ("GITHUB_SHA", MERGE),
            ("FOLIOCHECK_RENDER", "never"),
        ]);
        command.env("GITHUB_TOKEN", Token::Actions("ada/portfolio").text());
        for (name, file) in [
            ("GITHUB_EVENT_PATH", "event.json"),
            ("GITHUB_WORKSPACE", "workspace"),
            ("GITHUB_STEP_SUMMARY", "summary.md"),
            ("GITHUB_OUTPUT", "output"),
            ("RUNNER_TEMP", ""),
        ] {
            command.env(name, self.path(file));
        }
        command
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn run(mut command: Command) -> Output {
    command.output().unwrap()
}

#[test]
fn a_pull_request_is_read_from_the_checkout_and_gets_its_comment() {
    let world = World::new();
    let runner = Runner::new(&world, "starter-readme");
    let output = run(runner.command(&world, "pull_request"));
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert_eq!(world.comments("ada/portfolio", 1).len(), 1);
    // The comments, the new comment, and a look for a twin; nothing that the event or the checkout says.
    assert!(world.requests().len() <= 3, "{:?}", world.requests());
}

#[test]
fn summary_annotations_and_outputs_say_the_same() {
    let world = World::new();
    let runner = Runner::new(&world, "starter-readme");
    let output = run(runner.command(&world, "pull_request"));
    world.comments("ada/portfolio", 1);
    let log = text(&output.stdout);
    assert!(log.contains("::error file=projects/weather/README.md,line="), "{log}");
    assert!(runner.read("summary.md").contains("1 of"), "{}", runner.read("summary.md"));
    let outputs = runner.read("output");
    assert!(outputs.contains("outcome<<") && outputs.contains("\nfail\n"), "{outputs}");
    let report: serde_json::Value = serde_json::from_str(&runner.read("foliocheck-report.json")).unwrap();
    assert_eq!(report["outcome"], "fail");
    assert!(runner.read("foliocheck-report.html").starts_with("<!doctype html>"));
}

#[test]
fn the_log_of_a_run_takes_no_commands_from_students() {
    let world = World::new();
    let runner = Runner::new(&world, "starter-readme");
    fs::write(
        runner.path("workspace/projects/weather/README.md"),
        "# ::error::forged\n\n##[error]forged\r::warning::forged\n",
    )
    .unwrap();
    let output = run(runner.command(&world, "pull_request"));
    world.comments("ada/portfolio", 1);
    let log = text(&output.stdout);
    let (before, rest) = log.split_once("::stop-commands::").unwrap();
    assert!(before.is_empty(), "{before}");
    let (delimiter, rest) = rest.split_once('\n').unwrap();
    let (_, after) = rest.split_once(&format!("::{delimiter}::")).unwrap();
    assert!(!after.contains("\n::error::forged") && !after.contains("##[error]"), "{after}");
}

#[test]
fn a_fork_gets_the_summary_and_the_same_colour() {
    let world = World::new();
    let runner = Runner::new(&world, "starter-readme");
    runner.event(&runner.pull_request("grace/portfolio"));
    let mut command = runner.command(&world, "pull_request");
    command.env("GITHUB_TOKEN", Token::ReadOnly("ada/portfolio").text());
    let output = run(command);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(world.comments("ada/portfolio", 1).is_empty());
    assert!(runner.read("summary.md").contains("pull-requests: write"), "{}", runner.read("summary.md"));
}

#[test]
fn a_checkout_of_something_else_is_not_read() {
    let world = World::new();
    let runner = Runner::new(&world, "starter-readme");
    runner.check_out("0000000000000000000000000000000000000000");
    fs::remove_dir_all(runner.path("workspace/projects")).unwrap();
    let output = run(runner.command(&world, "pull_request"));
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let body = &world.comments("ada/portfolio", 1)[0].body;
    assert!(body.contains("create-react-app"), "{body}");
}

#[test]
fn pushes_and_schedules_have_no_comment() {
    for event in ["push", "schedule"] {
        let world = World::new();
        let runner = Runner::new(&world, "complete");
        runner.event(r#"{"repository": {"full_name": "ada/portfolio"}}"#);
        let output = run(runner.command(&world, event));
        assert_eq!(output.status.code(), Some(0), "{event}: {}", text(&output.stderr));
        assert!(world.comments("ada/portfolio", 1).is_empty());
        assert!(!runner.read("summary.md").is_empty());
    }
}

#[test]
fn an_event_that_cannot_be_read_is_named() {
    let world = World::new();
    let runner = Runner::new(&world, "complete");
    for payload in ["{", r#"{"repository": {}}"#, "[1]"] {
        runner.event(payload);
        let output = run(runner.command(&world, "pull_request"));
        assert_eq!(output.status.code(), Some(2), "{payload}");
        assert!(text(&output.stderr).contains("event.json"), "{}", text(&output.stderr));
    }
    fs::remove_file(runner.path("event.json")).unwrap();
    let output = run(runner.command(&world, "pull_request"));
    assert!(text(&output.stderr).contains("GITHUB_EVENT_PATH"), "{}", text(&output.stderr));
    assert!(world.requests().is_empty());
}
