//! The invented sites of `fixtures/pages/sites.yml`, each served over HTTP and judged as a careful person judges it.
//!
//! `cargo test --test it visitor_pages -- --nocapture` prints the table.

pub(crate) mod case;

use std::fmt::Write;

use case::{cases, said, verdict};
use world::World;

use crate::checking::check;

#[test]
fn are_judged_as_a_careful_person_judges() {
    let cases = cases();
    assert!(cases.len() >= 60, "{} sites", cases.len());
    let mut table = String::new();
    let mut wrong = Vec::new();
    for case in &cases {
        let world = World::new();
        let report = check(&case.settings(&world)).unwrap();
        for (rule, person) in &case.expect {
            let program = verdict(&report, rule);
            let mark = if program == *person { ' ' } else { '!' };
            let _ = writeln!(table, "{mark} {:<40}{rule:<20}{person:<13}{program}", case.name);
            if program != *person {
                wrong.push(format!("{}: {rule} is {program}, not {person} ({})", case.name, case.why));
            }
        }
        for (rule, words) in &case.says {
            let said = said(&report, rule);
            if !said.contains(words.as_str()) {
                wrong.push(format!("{}: {rule} does not say \"{words}\" but {said}", case.name));
            }
        }
    }
    println!("  {:<40}{:<20}{:<13}program\n{table}", "site", "rule", "a person");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn have_a_name_of_their_own_and_verdicts_that_there_are() {
    let cases = cases();
    let rules = foliocheck::rules::ids();
    let verdicts = foliocheck::finding::Verdict::ALL.map(foliocheck::finding::Verdict::label);
    for (place, case) in cases.iter().enumerate() {
        assert!(cases[..place].iter().all(|other| other.name != case.name), "{} is there twice", case.name);
        for (rule, verdict) in case.expect.iter().chain(&case.browser) {
            assert!(rules.contains(&rule.as_str()), "{}: {rule}", case.name);
            assert!(verdicts.contains(&verdict.as_str()), "{}: {verdict}", case.name);
        }
    }
}
