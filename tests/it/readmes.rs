//! The READMEs of `fixtures/readmes`, each with the verdict that a careful person gives: printed as a table, and asserted.
//!
//! `cargo test --test it readmes -- --nocapture` prints the table.

use std::collections::BTreeMap;
use std::path::Path;

use foliocheck::facts::{Readme, Untrusted};
use foliocheck::parse::readme;
use serde::Deserialize;

/// What a person says of a README.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    file: String,
    label: String,
    why: String,
    #[serde(default)]
    lacks: Vec<String>,
    starter: Option<String>,
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/readmes")
}

fn expected() -> Vec<Expected> {
    let table = std::fs::read_to_string(folder().join("expected.yml")).unwrap();
    serde_saphyr::from_str(&table).unwrap()
}

fn read(file: &str) -> Readme {
    let bytes = std::fs::read(folder().join(file)).unwrap();
    readme::read(&Untrusted::new(file), &bytes).unwrap()
}

fn lacks(readme: &Readme) -> Vec<&'static str> {
    let essentials = readme.essentials;
    let answers = [("what", essentials.what), ("run", essentials.run), ("built_with", essentials.built_with)];
    answers.into_iter().filter(|(_, line)| line.is_none()).map(|(name, _)| name).collect()
}

/// Rows are what a person says, columns what the program says.
fn confusion_table(pairs: &[(String, &'static str)]) -> String {
    const LABELS: [&str; 5] = ["missing", "boilerplate", "thin", "adequate", "excellent"];
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (person, program) in pairs {
        *counts.entry((person, program)).or_default() += 1;
    }
    let row = |person: &str| {
        let cells = LABELS.map(|program| format!("{:>12}", counts.get(&(person, program)).unwrap_or(&0)));
        format!("{person:<12}{}\n", cells.concat())
    };
    let head = LABELS.map(|label| format!("{label:>12}")).concat();
    format!("{:<12}{head}\n{}", "", LABELS.map(row).concat())
}

#[test]
fn are_judged_as_a_careful_person_judges() {
    let expected = expected();
    let mut pairs = Vec::new();
    let mut wrong = Vec::new();
    for case in &expected {
        let readme = read(&case.file);
        let label = readme.level.label();
        if label != case.label {
            wrong.push(format!("{}: {} instead of {} ({})", case.file, label, case.label, case.why));
        }
        if label == "thin" && !case.lacks.iter().eq(lacks(&readme)) {
            wrong.push(format!("{}: lacks {:?} instead of {:?}", case.file, lacks(&readme), case.lacks));
        }
        if case.starter.is_some() && readme.boilerplate != case.starter.as_deref() {
            wrong.push(format!("{}: {:?} instead of {:?}", case.file, readme.boilerplate, case.starter));
        }
        pairs.push((case.label.clone(), label));
    }
    println!("{}", confusion_table(&pairs));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn are_all_in_the_table() {
    let mut listed: Vec<String> = expected().into_iter().map(|case| case.file).collect();
    let names = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut there: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    there.retain(|name| name != "expected.yml");
    listed.sort();
    there.sort();
    assert_eq!(listed, there);
    assert!(there.len() >= 60);
}
