//! A whole cohort against the world: from a roster to the files, broken off and gone on with, in parts and merged.

use std::fs;
use std::path::{Path, PathBuf};

use foliocheck::cli::Cli;
use foliocheck::facts::Instant;
use foliocheck::run::{Machine, RunError, run};
use serde_json::Value;
use world::cohort::{Kind, Student, cohort, roster};
use world::{Token, World};

mod broken_off;
mod kept;
mod killed;
mod late;
mod privacy;
mod rosters;
#[cfg(target_os = "linux")]
mod workflow;

/// A world with a cohort in it, and a folder of this machine.
pub(crate) struct School {
    pub(crate) world: World,
    pub(crate) students: Vec<Student>,
    pub(crate) folder: tempfile::TempDir,
    pub(crate) token: Token,
    /// More of the environment.
    pub(crate) variables: Vec<(&'static str, String)>,
}

impl School {
    pub(crate) fn with(students: usize) -> Self {
        let world = World::new();
        let students = cohort(&world, students);
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("roster.csv"), roster(&students)).unwrap();
        Self { world, students, folder, token: Token::User("coordinator"), variables: Vec::new() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
    }

    /// `foliocheck cohort WORDS`, with `DIR/` for the folder.
    pub(crate) fn cohort(&self, words: &str) -> Result<u8, RunError> {
        self.cohort_at("2017-01-30T12:00:00-07:00", words)
    }

    pub(crate) fn cohort_at(&self, now: &str, words: &str) -> Result<u8, RunError> {
        let words = words.replace("DIR", &self.folder.path().display().to_string());
        let words = ["foliocheck", "cohort"].into_iter().chain(words.split_whitespace());
        let cli = Cli::read(words.map(Into::into)).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(run(cli, &self.machine(now)))
    }

    fn machine(&self, now: &str) -> Machine {
        let variables = self.world.environment(&self.token).map(|(name, value)| (name.to_owned(), value));
        let more = self.variables.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let variables = variables.into_iter().chain(more).filter(|(name, _)| name != "GITHUB_SERVER_URL");
        Machine {
            environment: variables.collect(),
            now: Instant::parse(now).unwrap(),
            columns: None,
            has_color: false,
            is_folder: |path| Path::new(path).is_dir(),
            is_file: |path| Path::new(path).is_file(),
        }
    }

    /// The students of a `cohort.json`.
    pub(crate) fn rows(&self, name: &str) -> Vec<Value> {
        let whole: Value = serde_json::from_str(&self.read(name)).unwrap();
        whole["students"].as_array().unwrap().clone()
    }
}

pub(crate) const RUN: &str = "run DIR/roster.csv --output DIR/out --allow-private-addresses --render never";

fn cell<'a>(row: &'a Value, column: &str) -> &'a Value {
    row["cells"].as_array().unwrap().iter().find(|cell| cell["column"] == column).unwrap()
}

#[test]
fn every_student_has_a_row_whatever_stands_in_the_way() {
    let school = School::with(40);
    assert_eq!(school.cohort(RUN).unwrap(), 1, "some have something to fix");
    let rows = school.rows("out/cohort.json");
    assert_eq!(rows.len(), 40, "one failing student stops nobody");
    for (row, student) in rows.iter().zip(&school.students) {
        assert_eq!(row["id"], student.login.as_str(), "in the order of the roster");
        if row["status"] != "active" {
            continue;
        }
        let expected = match student.kind {
            Kind::Complete => ("pass", "readmes", "met"),
            Kind::ThinReadme | Kind::NoReadme => ("fail", "readmes", "not_met"),
            Kind::TwoProjects => ("fail", "projects", "not_met"),
            Kind::NoResumeLink => ("fail", "resume_link", "not_met"),
            Kind::ResumeGone => ("fail", "resume", "not_met"),
            Kind::Private | Kind::NoPortfolio => ("cannot_tell", "site", "no_access"),
            Kind::SiteDown | Kind::WrongFile => ("cannot_tell", "site", "not_seen"),
        };
        let found = (row["outcome"].as_str().unwrap(), cell(row, expected.1)["state"].as_str().unwrap());
        assert_eq!(found, (expected.0, expected.2), "{}: {:?}: {row}", student.login, student.kind);
    }
}

#[test]
fn nothing_is_left_of_the_work_but_the_files() {
    let school = School::with(3);
    school.cohort(RUN).unwrap();
    let mut names: Vec<String> = fs::read_dir(school.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["cohort.csv", "cohort.json", "cohort.md", "history.csv", "index.html"]);
    let first = school.read("out/cohort.json");
    school.cohort(RUN).unwrap();
    let again = school.read("out/cohort.json").replacen(
        "\"before\": \"2017-01-30T19:00:00Z\"",
        "\"before\": null",
        1,
    );
    assert_eq!(first, again, "the same world gives the same file");
}

#[test]
fn what_changed_since_the_last_run_is_told_and_what_is_not_seen_is_remembered() {
    let school = School::with(20);
    school.cohort(RUN).unwrap();
    let of = |kind| school.students.iter().find(|student| student.kind == kind).unwrap();
    of(Kind::ResumeGone).put_resume();
    let complete = of(Kind::Complete);
    complete.site.set("/resume.pdf", world::Answer::html("gone").status(404));
    let down = school.students.iter().rfind(|student| student.kind == Kind::Complete).unwrap();
    let known = school.rows("out/cohort.json");
    let known = known.iter().find(|row| row["id"] == down.login.as_str()).unwrap();
    let before = cell(known, "site")["state"].clone();
    down.site.set("/", world::Answer::html("down").status(503));
    school.cohort_at("2017-02-06T12:00:00-07:00", RUN).unwrap();
    let rows = school.rows("out/cohort.json");
    let row = |student: &Student| rows.iter().find(|row| row["id"] == student.login.as_str()).unwrap();
    assert_eq!(row(of(Kind::ResumeGone))["since"]["fixed"][0], "resume-opens");
    assert_eq!(row(complete)["since"]["regressed"][0], "resume-opens");
    let site = cell(row(down), "site");
    assert_eq!(site["state"], "not_seen");
    assert_eq!(site["last"]["state"], before, "what was seen of it last");
    assert_eq!(site["last"]["on"], "2017-01-30T19:00:00Z");
    assert!(row(down)["since"].is_null(), "not seen is no change");
    let summary = school.read("out/cohort.md");
    assert!(summary.contains("Was met, and is not any more"), "{summary}");
    let page = school.read("out/index.html");
    for part in [
        "<b class=\"fail\">1</b> got worse, <b class=\"pass\">1</b> fixed",
        "class=\"trend\"",
        "last: met on 30 Jan 2017",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn a_renamed_account_is_followed_and_told() {
    let school = School::with(3);
    school.cohort(RUN).unwrap();
    let login = &school.students.iter().find(|student| student.kind == Kind::Complete).unwrap().login;
    let (before, now) = (format!("{login}/portfolio"), format!("{login}-dev/portfolio"));
    school.world.rename(&before, &now);
    school.cohort(RUN).unwrap();
    let rows = school.rows("out/cohort.json");
    let row = rows.iter().find(|row| row["id"] == login.as_str()).unwrap();
    assert_eq!((&row["portfolio"], &row["renamed_from"]), (&now.as_str().into(), &before.as_str().into()));
    assert!(row["since"].is_null(), "the same student: {row}");
    assert!(school.read("out/index.html").contains(&format!("renamed, was {before}")));
}

#[test]
fn the_spreadsheet_runs_nothing_and_the_page_asks_for_nothing() {
    let school = School::with(2);
    let roster = format!(
        "login,name,portfolio\n{},\"=HYPERLINK(\"\"http://x\"\")\",portfolio\n{},<script>alert(1)</script>,portfolio\n",
        school.students[0].login, school.students[1].login
    );
    fs::write(school.path("roster.csv"), roster).unwrap();
    school.cohort(RUN).unwrap();
    assert!(school.read("out/cohort.csv").contains("\"'=HYPERLINK(\"\"http://x\"\")\""));
    let page = school.read("out/index.html");
    assert!(!page.contains("<script>alert"));
    assert_eq!(page.matches("<script").count(), 1);
    for part in ["<link", "<img", "<iframe", "@import", "url(", " src="] {
        assert!(!page.contains(part), "{part}");
    }
}
