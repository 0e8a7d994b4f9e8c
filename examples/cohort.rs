//! A cohort of 60 imaginary students, from the roster to the page: `cargo run --example cohort [DIR [RENDER]]`. With
//! `always` for RENDER the Chrome of this machine takes a picture of each site.
//!
//! Two runs, a week apart, so that the page has something to compare with. Nothing leaves this machine: the code host and the
//! sites are on loopback, in `tests/world`.

use std::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use foliocheck::cli::Cli;
use foliocheck::facts::Instant;
use foliocheck::run::{Machine, run};
use world::cohort::hunt::roster;
use world::cohort::{Kind, Student, cohort};
use world::{Answer, Token, World};

const POLICY: &str = "\
name: example-school
version: 2017-01-24
zone: America/Denver
cohort: {name: \"1608\", start: 2017-01-09}
people:
  coordinator: [{login: rosa-okafor, id: 1001}]
requirements:
  site-answers: {due: week 3 Friday 16:00}
  readme-adequate: {due: week 3 Friday 16:00}
  resume-opens: {due: week 3 Friday 16:00}
  resume-approved: {by: coordinator, due: week 4 Friday 16:00}
  projects-enough: {due: week 5 Wednesday 18:00}
  outreach-contacts:
    stages:
      - {count: 2, due: week 4 Friday 16:00}
      - {count: 4, due: week 5 Friday 16:00}
  interview-evidenced: {count: 1, sentences: 4, due: week 6 Monday 16:00}
";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("target/cohort"), PathBuf::from);
    let render = std::env::args_os().nth(2).unwrap_or_else(|| "never".into());
    std::fs::create_dir_all(&folder)?;
    // An earlier demonstration is no earlier week.
    for left in ["cohort.json", "history.csv"].map(|name| folder.join("page").join(name)) {
        if left.is_file() {
            std::fs::remove_file(left)?;
        }
    }
    let world = World::new();
    let students = cohort(&world, 60);
    the_hunt_begins(&world, &students);
    std::fs::write(folder.join("roster.csv"), roster(&students))?;
    std::fs::write(folder.join("policy.yml"), POLICY)?;
    check(&world, &folder, "2017-01-30T07:00:00-07:00", &OsString::from("never"))?;
    a_week_passes(&world, &students);
    check(&world, &folder, "2017-02-06T07:00:00-07:00", &render)?;
    say(&format!("The page is {}", folder.join("page/index.html").display()));
    Ok(())
}

/// Those who can hand their resume in do, and have written to somebody.
fn the_hunt_begins(world: &World, students: &[Student]) {
    for (number, student) in students.iter().enumerate().filter(|(_, student)| student.hunts()) {
        student.hand_in(world);
        student.keep(world, 1 + number % 3);
        if number % 3 == 0 {
            student.approve(world, "2017-01-27T18:00:00Z");
        }
    }
}

/// Resumes are approved, contacts are made; some put their resume where the link leads, one site goes down, and one resume goes away.
fn a_week_passes(world: &World, students: &[Student]) {
    for (number, student) in students.iter().enumerate().filter(|(_, student)| student.hunts()) {
        student.keep(world, 2 + number % 4);
        if number % 3 == 1 {
            student.approve(world, "2017-02-02T18:00:00Z");
        }
    }
    for student in students.iter().filter(|student| student.kind == Kind::ResumeGone) {
        student.put_resume();
    }
    let done: Vec<&Student> = students.iter().filter(|student| student.kind == Kind::Complete).collect();
    done[1].site.set("/", Answer::html("<html><title>Down</title></html>").status(503));
    done[2].site.set("/resume.pdf", Answer::html("<html><title>Not found</title></html>").status(404));
}

/// What `foliocheck cohort run` does on that day, with the world as the code host.
fn check(world: &World, folder: &Path, now: &str, render: &OsString) -> Result<(), Box<dyn Error>> {
    let path = |name: &str| folder.join(name).into_os_string();
    let words = ["foliocheck", "cohort", "run"].map(Into::into).into_iter().chain([path("roster.csv")]);
    let words = words.chain(["--output".into(), path("page"), "--policy".into(), path("policy.yml")]);
    let words = words.chain(["--allow-private-addresses", "--restart", "--render"].map(Into::into));
    let words = words.chain([render.clone()]);
    let variables =
        [("GITHUB_API_URL", world.api().to_owned()), ("GITHUB_TOKEN", Token::User("coordinator").text())];
    let machine = Machine {
        environment: variables.map(|(name, value)| (name.to_owned(), value)).into(),
        now: Instant::parse(now).ok_or("a moment")?,
        columns: None,
        has_color: false,
        is_folder: |path| Path::new(path).is_dir(),
        is_file: |path| Path::new(path).is_file(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(run(Cli::read(words)?, &machine))?;
    Ok(())
}

#[expect(clippy::print_stdout, reason = "a demonstration is there to be read")]
fn say(text: &str) {
    println!("{text}");
}
