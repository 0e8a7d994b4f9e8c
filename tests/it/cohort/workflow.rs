//! The reusable workflow, step by step: each `run:` script in its order and with the environment that it would have,
//! against the world; what actions of others do is done by copying folders.

use std::fs;

use world::cohort::Kind;
use world::{Answer, Repository};

use super::School;

mod runner;

use runner::{HOME, Runner};

/// A school whose students all have everything.
fn school() -> School {
    let school = School::with(12);
    let done = |line: &&str| {
        let mut complete = school.students.iter().filter(|student| student.kind == Kind::Complete).take(3);
        line.starts_with("login,") || complete.any(|student| line.starts_with(&format!("{},", student.login)))
    };
    let roster = school.read("roster.csv");
    let roster: Vec<&str> = roster.lines().filter(done).collect();
    fs::write(school.path("roster.csv"), roster.join("\n")).unwrap();
    school.world.add(Repository::new(HOME).private());
    school
}

fn breaks(school: &School) -> Answer {
    let student = school.students.iter().find(|student| student.kind == Kind::Complete).unwrap();
    student.site.set("/resume.pdf", Answer::html("gone").status(404));
    Answer::html("")
}

#[test]
fn four_nights_of_a_school() {
    let school = school();
    let runner = Runner::new(&school).with(&[("publish", "branch"), ("students-per-machine", "1")]);

    let night = runner.night("2017-01-30T07:00:00Z").unwrap();
    assert_eq!(night.parts, 3, "one for each student");
    assert!(night.summary.contains("All 3 students have everything"), "{}", night.summary);
    assert_eq!(runner.commits(), 1);
    assert!(runner.published("index.html").starts_with("<!doctype html>"));
    assert!(school.world.issues(HOME).is_empty(), "nothing got worse");

    runner.night("2017-01-31T07:00:00Z").unwrap();
    assert_eq!(runner.commits(), 1, "a later moment alone is no change");

    breaks(&school);
    let night = runner.night("2017-02-01T07:00:00Z").unwrap();
    assert!(night.summary.contains("Was met, and is not any more"), "{}", night.summary);
    assert_eq!(runner.commits(), 2);
    let issues = school.world.issues(HOME);
    assert_eq!((issues.len(), issues[0].is_open), (1, true));
    assert!(issues[0].body.contains("The resume opens"), "{}", issues[0].body);

    school
        .students
        .iter()
        .filter(|student| student.kind == Kind::Complete)
        .for_each(world::cohort::Student::put_resume);
    runner.night("2017-02-02T07:00:00Z").unwrap();
    let issues = school.world.issues(HOME);
    assert_eq!((issues.len(), issues[0].is_open), (1, false), "all is well again");
    assert_eq!(runner.commits(), 3);
    let history = runner.published("history.csv");
    assert!(history.contains("2017-02-01T07:00:00Z,everything,2,1,3\n2017-02-01"), "{history}");
    assert!(history.contains("2017-02-02T07:00:00Z,everything,3,0,3\n"), "{history}");
}

#[test]
fn an_artifact_is_compared_with_what_the_cache_kept() {
    let school = school();
    let runner = Runner::new(&school).with(&[("issue", "false")]);
    runner.night("2017-01-30T07:00:00Z").unwrap();
    breaks(&school);
    let night = runner.night("2017-01-31T07:00:00Z").unwrap();
    assert!(night.summary.contains("Was met, and is not any more"), "{}", night.summary);
    assert_eq!(runner.commits(), 0, "no branch");
    assert!(school.world.issues(HOME).is_empty());
}

#[test]
fn a_part_that_was_lost_is_named_and_nothing_is_published() {
    let school = school();
    let runner =
        Runner::new(&school).with(&[("publish", "branch"), ("students-per-machine", "1")]).losing("part-1");
    let problem = runner.night("2017-01-30T07:00:00Z").unwrap_err();
    assert_eq!(problem.code, 2);
    assert!(problem.text.contains("shard 2/3 is missing"), "{}", problem.text);
    assert_eq!(runner.commits(), 0);
}

#[test]
fn a_run_in_public_has_pseudonyms_or_does_not_begin() {
    let school = school();
    let in_public = |form: &'static str| {
        let publish = [("publish", "pages"), ("form", form)];
        Runner::new(&school).with(&publish).night("2017-01-30T07:00:00Z")
    };
    let problem = in_public("names").unwrap_err();
    assert!(problem.code == 2 && problem.text.contains("would publish the names"), "{}", problem.text);
    let night = in_public("public").unwrap();
    assert!(
        night
            .pages
            .is_some_and(|page| page.contains("students have everything") && !page.contains("Achterberg"))
    );
}

#[test]
fn a_school_that_asks_for_it_gets_a_red_run_with_its_page() {
    let school = school();
    let runner = Runner::new(&school).with(&[("publish", "branch"), ("fail-on", "fail")]);
    breaks(&school);
    let problem = runner.night("2017-01-30T07:00:00Z").unwrap_err();
    assert_eq!((problem.code, problem.job.as_str()), (1, "merge"));
    assert_eq!(runner.commits(), 1, "the page is there all the same");
}
