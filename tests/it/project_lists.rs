//! Which projects are found in portfolios of many makes: each folder of `fixtures/projects` against what a careful
//! reader says. Prints one line a folder and the sums (`cargo test --test it project_lists -- --nocapture`).

use std::fs;
use std::path::{Path, PathBuf};

use foliocheck::facts::{Home, Project};
use foliocheck::report::Report;
use foliocheck::settings::Target;
use world::World;

use crate::checking::{check, settings};

/// A folder, why it is hard, and what a reader sees in it; none where it cannot be told.
struct Case {
    name: String,
    why: String,
    expected: Option<Vec<String>>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/projects")
}

fn cases() -> Vec<Case> {
    let text = fs::read_to_string(folder().join("expected.txt")).unwrap();
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.strip_prefix("  ") {
            Some("?") => cases.last_mut().unwrap().expected = None,
            Some(entry) => cases.last_mut().unwrap().expected.as_mut().unwrap().push(entry.to_owned()),
            None => {
                let (name, why) = line.split_once(": ").unwrap();
                cases.push(Case { name: name.into(), why: why.into(), expected: Some(Vec::new()) });
            }
        }
    }
    cases
}

/// A project in the notation of `expected.txt`.
fn shown(project: &Project) -> String {
    let home = match &project.home {
        Home::Repository { name, folder: None } => name.to_string(),
        Home::Repository { name, folder: Some(folder) } => format!("{name}:{}", folder.as_written()),
        Home::Folder(path) => format!("./{}", path.as_written()),
        Home::Elsewhere(_) => "elsewhere".into(),
        Home::Nowhere => "nowhere".into(),
    };
    let homes: Vec<String> = [home].into_iter().chain(project.also.iter().map(ToString::to_string)).collect();
    format!("{} = {}", project.name.as_written(), homes.join(" + "))
}

/// True where the rule said yes or no, and not that there may be more than was seen.
fn is_told(report: &Report) -> bool {
    report.findings.iter().any(|finding| finding.rule.id == "projects-enough" && finding.obstacle.is_none())
}

#[test]
fn lists_are_read_as_a_reader_reads_them() {
    let world = World::new();
    let (mut wrong, mut folders, mut entries) = (Vec::new(), 0, [0; 3]);
    for Case { name, why, expected } in cases() {
        let report = check(&settings(Target::Folder(folder().join(&name)), &world)).unwrap();
        let found: Vec<String> = report.projects.iter().map(shown).collect();
        let is_right = match &expected {
            Some(expected) => found == *expected,
            None => found.is_empty() && !is_told(&report),
        };
        println!("{}  {name:24} {why}", if is_right { "right" } else { "WRONG" });
        let wanted = expected.clone().unwrap_or_default();
        let exact = found.iter().filter(|entry| wanted.contains(entry)).count();
        entries = add(entries, [exact, wanted.len() - exact, found.len() - exact]);
        folders += 1;
        if !is_right {
            wrong.push(format!("{name}: expected {expected:#?}, found {found:#?}"));
        }
    }
    let [exact, missed, extra] = entries;
    println!(
        "{} of {folders} lists right; projects: {exact} exact, {missed} missed, {extra} extra",
        folders - wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn add(sums: [usize; 3], more: [usize; 3]) -> [usize; 3] {
    [sums[0] + more[0], sums[1] + more[1], sums[2] + more[2]]
}

#[test]
fn every_folder_has_its_line() {
    let names: Vec<String> = cases().into_iter().map(|case| case.name).collect();
    let mut folders: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    folders.sort();
    let mut sorted = names.clone();
    sorted.sort();
    assert_eq!(folders, sorted);
    assert!(names.len() >= 30, "{}", names.len());
}
