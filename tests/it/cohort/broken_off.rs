//! A run that was broken off at any byte, and a cohort in parts: both come to the same bytes as one run.

use std::fs;

use super::{RUN, School};

const FILES: [&str; 5] = ["cohort.json", "cohort.csv", "cohort.md", "history.csv", "index.html"];

pub(super) fn files(school: &School, folder: &str) -> Vec<String> {
    FILES.iter().map(|name| school.read(&format!("{folder}/{name}"))).collect()
}

/// What a killed run leaves: the journal of a whole run up to a byte. A run into a folder whose page cannot be written
/// leaves its journal whole.
fn journal(school: &School) -> String {
    fs::create_dir_all(school.path("stuck/index.html.part")).unwrap();
    school.cohort(&RUN.replace("DIR/out", "DIR/stuck")).unwrap_err();
    school.read("stuck/journal.jsonl")
}

#[test]
fn wherever_it_was_killed_the_result_is_the_same_and_nobody_is_asked_twice() {
    let school = School::with(5);
    school.cohort(RUN).unwrap();
    let whole = files(&school, "out");
    let journal = journal(&school);
    let lines = journal.lines().count() - 1;
    for cut in (1..=20).map(|step| journal.len() * step / 20) {
        let folder = format!("cut-{cut}");
        fs::create_dir_all(school.path(&folder)).unwrap();
        fs::write(school.path(&format!("{folder}/journal.jsonl")), &journal.as_bytes()[..cut]).unwrap();
        let ends = journal.bytes().take(cut).filter(|byte| *byte == b'\n').count();
        let done = ends.saturating_sub(1);
        let before = school.world.requests().len();
        let words = RUN.replace("DIR/out", &format!("DIR/{folder}"));
        // The clock has moved on; the run keeps the moment it began with, unless it did not get to write that down.
        let now = if ends > 0 { "2017-01-31T08:00:00Z" } else { "2017-01-30T19:00:00Z" };
        school.cohort_at(now, &format!("{words} --resume")).unwrap();
        assert_eq!(files(&school, &folder), whole, "killed after {cut} of {} bytes", journal.len());
        if done == lines {
            assert_eq!(school.world.requests().len(), before, "everybody was done");
        }
    }
}

#[test]
fn a_broken_run_is_neither_thrown_away_nor_mixed_with_another() {
    let school = School::with(4);
    let journal = journal(&school);
    fs::create_dir_all(school.path("out")).unwrap();
    fs::write(school.path("out/journal.jsonl"), &journal).unwrap();
    let error = school.cohort(RUN).unwrap_err();
    assert!(
        error.to_string().contains("add --resume to go on with it, or --restart to begin anew"),
        "{error}"
    );
    for (words, what) in [
        ("--policy turing-2017", "with another policy"),
        ("--as-of 2017-02-01T00:00:00Z", "for another moment"),
    ] {
        let error = school.cohort(&format!("{RUN} --resume {words}")).unwrap_err();
        assert!(error.to_string().contains(what), "{error}");
    }
    let roster = school.read("roster.csv") + "grace,,x\n";
    fs::write(school.path("roster.csv"), roster).unwrap();
    let error = school.cohort(&format!("{RUN} --resume")).unwrap_err();
    assert!(error.to_string().contains("with another roster"), "{error}");
    school.cohort(&format!("{RUN} --restart")).unwrap();
}

#[test]
fn parts_come_to_the_same_bytes_as_one_run() {
    let school = School::with(12);
    school.cohort(RUN).unwrap();
    for number in 1..=3 {
        assert_eq!(
            school.cohort(&RUN.replace("DIR/out", &format!("DIR/part-{number} --shard {number}/3"))).unwrap(),
            0
        );
    }
    let parts = "DIR/part-1 DIR/part-2/shard-2-of-3.jsonl DIR/part-3";
    assert_eq!(school.cohort(&format!("merge {parts} --output DIR/merged")).unwrap(), 1);
    assert_eq!(files(&school, "merged"), files(&school, "out"));
}

#[test]
fn a_part_that_is_missing_repeated_or_unfinished_is_named() {
    let school = School::with(9);
    for number in 1..=3 {
        school.cohort(&RUN.replace("DIR/out", &format!("DIR/part-{number} --shard {number}/3"))).unwrap();
    }
    let problem = |parts: &str| {
        let error = school.cohort(&format!("merge {parts} --output DIR/merged")).unwrap_err();
        assert_eq!(error.code(), 2);
        assert!(!school.path("merged").exists(), "nothing is published");
        error.to_string()
    };
    assert_eq!(problem("DIR/part-1 DIR/part-3"), "shard 2/3 is missing");
    assert!(problem("DIR/part-1 DIR/part-2 DIR/part-3 DIR/part-1").starts_with("shard 1/3 is there twice: "));
    assert!(problem("DIR/roster.csv").contains("is no journal of this version"));
    fs::create_dir_all(school.path("empty")).unwrap();
    assert!(problem("DIR/empty").starts_with("there is no part to merge"));
    let part = school.read("part-2/shard-2-of-3.jsonl");
    let last = part.trim_end().rfind('\n').unwrap();
    fs::write(school.path("part-2/shard-2-of-3.jsonl"), &part[..=last]).unwrap();
    assert!(problem("DIR/part-1 DIR/part-2 DIR/part-3").starts_with("1 of 9 students are missing"));
}
