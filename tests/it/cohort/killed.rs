//! A run that is killed as a process, again and again, and gone on with: the same bytes as a run that nothing broke.

use std::fs;
use std::process::{Child, Command, Stdio};

use super::broken_off::files;
use super::{RUN, School};

const KILLS: usize = 20;
/// The moment that is judged by; a process has the machine's own clock.
const AS_OF: &str = "--as-of 2017-01-30T12:00:00-07:00 --fail-on never";

fn start(school: &School, words: &str) -> Child {
    let words = words.replace("DIR", &school.folder.path().display().to_string());
    let variables = school.world.environment(&school.token);
    Command::new(env!("CARGO_BIN_EXE_foliocheck"))
        .arg("cohort")
        .args(words.split_whitespace())
        .env_clear()
        .envs(variables.into_iter().filter(|(name, _)| *name != "GITHUB_SERVER_URL"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn killed_twenty_times_and_resumed_it_comes_to_the_same_bytes() {
    let school = School::with(24);
    // By REST there are more moments to be killed at.
    school.world.without_graphql();
    let whole = format!("{RUN} {AS_OF} --jobs 3");
    assert!(start(&school, &whole).wait().unwrap().success());
    let broken = whole.replace("DIR/out", "DIR/broken");
    // Any draw will do, as long as each test draws the same.
    let mut draw: usize = 7;
    for _ in 0..KILLS {
        draw = draw * 75 % 65_537;
        let until = school.world.requests().len() + 1 + draw % 40;
        let mut child = start(&school, &format!("{broken} --resume"));
        while school.world.requests().len() < until && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(!school.path("broken/cohort.json").exists(), "killed before its end");
    }
    let journal = fs::read_to_string(school.path("broken/journal.jsonl")).unwrap();
    assert!(journal.lines().count() > 2, "somebody was done before the last kill");
    assert!(start(&school, &format!("{broken} --resume")).wait().unwrap().success());
    assert_eq!(files(&school, "broken"), files(&school, "out"));
}
