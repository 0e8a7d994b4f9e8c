//! What a whole cohort costs, as figures that may not grow: `cargo bench --bench cohort`.
//!
//! The code host and the sites are on loopback and answer after a stated time; each run is one process of the released
//! build. That a run which is killed comes to the same bytes, and that kept answers are charged to nobody, are tests.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

#[path = "../goals/cost.rs"]
mod cost;
mod hub;

use std::fmt::Write as _;
use std::io::Result;
use std::process::Command;
use std::time::Duration;

use cost::Cost;
use hub::{Hub, Pace};
use serde_json::Value;

const OURS: &str = env!("CARGO_BIN_EXE_foliocheck");
const TURNS: usize = 3;
/// As GitHub answers on a good day.
const USUAL: Pace = Pace {
    answer: Duration::from_millis(80),
    repository: Duration::from_millis(10),
    site: Duration::from_millis(60),
    fails: false,
};
/// Where only the program itself is measured.
const QUICK: Pace = Pace {
    answer: Duration::from_millis(5),
    repository: Duration::ZERO,
    site: Duration::from_millis(5),
    fails: false,
};

fn main() -> Result<()> {
    usual()?;
    faults()?;
    memory()
}

fn usual() -> Result<()> {
    println!("\n## 1,000 students");
    let hub = Hub::open(USUAL);
    let (cost, rows) = run(&hub, 1000, 32)?;
    let counts = hub.counts();
    println!("ours: {cost}");
    goal("verdicts that are wrong", wrong(&rows), 0.0);
    goal("requests to the API a student", float(counts.requests) / 1000.0, 0.20);
    goal("of them under way", float(counts.high_water), 90.0);
    goal("of them refused", float(counts.refused), 0.0);
    goal("milliseconds of CPU a student", cost.cpu / 1000.0, 6.0);
    Ok(())
}

/// The same students with and without faults.
fn faults() -> Result<()> {
    println!("\n## 200 students and a host with faults");
    let (mut without, mut with) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        without.push(run(&Hub::open(USUAL), 200, 32)?.0);
        let (cost, rows) = run(&Hub::open(Pace { fails: true, ..USUAL }), 200, 32)?;
        goal("verdicts that are wrong", wrong(&rows), 0.0);
        with.push(cost);
    }
    let (whole, cost) = (Cost::middle(&without), Cost::middle(&with));
    println!("without faults: {whole}\nwith faults: {cost}");
    goal("wall, of that without faults", cost.wall / whole.wall, 2.5);
    Ok(())
}

fn memory() -> Result<()> {
    println!("\n## 10,000 students");
    let (few, _) = run(&Hub::open(QUICK), 100, 32)?;
    let (many, rows) = run(&Hub::open(QUICK), 10_000, 32)?;
    println!("100 students: {few}\n10,000 students: {many}");
    goal("verdicts that are wrong", wrong(&rows), 0.0);
    goal("peak memory, MiB", many.peak, 40.0);
    goal("peak memory, of that of 100 students", many.peak / few.peak, 1.25);
    Ok(())
}

/// Runs a cohort as one process; gives its cost and the outcomes in the order of the roster.
fn run(hub: &Hub, students: usize, jobs: usize) -> Result<(Cost, Vec<String>)> {
    let folder = tempfile::tempdir()?;
    let mut roster = String::from("login,portfolio\n");
    for student in 0..students {
        let _ = writeln!(roster, "student-{student},portfolio");
    }
    let path = folder.path().join("roster.csv");
    std::fs::write(&path, roster)?;
    let mut command = Command::new(OURS);
    command.args(["cohort", "run"]).arg(&path).arg("--output").arg(folder.path());
    command.args(["--jobs", &jobs.to_string(), "--render", "never", "--allow-private-addresses"]);
    command.args(["--only", "projects-enough,readme-present,resume-opens"]);
    command.env("GITHUB_API_URL", hub.url()).env("GITHUB_TOKEN", "ghp_nobodys");
    let cost = Cost::of(&command)?;
    let text = std::fs::read_to_string(folder.path().join("cohort.json"))?;
    let whole: Value = serde_json::from_str(&text)?;
    let rows = whole["students"].as_array().into_iter().flatten();
    Ok((cost, rows.map(|row| row["outcome"].as_str().unwrap_or_default().into()).collect()))
}

fn wrong(rows: &[String]) -> f64 {
    let expected = |student| if hub::is_complete(student) { "pass" } else { "fail" };
    float(rows.iter().enumerate().filter(|(student, row)| *row != expected(*student)).count())
}

/// One figure beside what it may be.
fn goal(what: &str, is: f64, most: f64) {
    println!("{:>8.3}  (at most {most:.3}: {})  {what}", is, if is <= most { "holds" } else { "MISSED" });
}

fn float(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}
