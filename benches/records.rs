//! How long a log of 2,000 contacts takes, in milliseconds: `cargo bench --bench records` prints one line a form (goal: 10 ms).
//!
//! A log that somebody made to keep the program busy stands beside those that people write.

#![expect(clippy::print_stdout, reason = "the figures are what this program is for")]

mod timing;

use std::time::Duration;

use foliocheck::facts::{
    ContactLog, Evidence, Facts, Obstacle, Place, Portfolio, Resume, SeenAs, Sightings, Site,
};
use foliocheck::judge::judge;
use foliocheck::parse::records;
use foliocheck::policy::{Policy, PolicySource};
use foliocheck::rule::{Group, Rule};
use foliocheck::rules;
use timing::{best, milliseconds};

const ROWS: usize = 2_000;
const POLICY: &str = "\
name: school
version: 1
extends: turing-2017
requirements:
  outreach-distinct: {per-company: 2, skip: [Initrode, Vandelay Industries]}
";

fn main() {
    let source = PolicySource::File("policy.yml".into());
    let policy = Policy::read(source, POLICY, &rules::ids()).unwrap_or_else(|error| panic!("{error}"));
    let rules: Vec<&'static Rule> =
        rules::all().into_iter().filter(|rule| rule.group == Group::Outreach).collect();
    println!("{:<36}{:>10}{:>10}{:>10}", "", "read, ms", "judge, ms", "both, ms");
    for (case, path, text) in cases() {
        let read = best(|| drop(log(path, &text)));
        let facts = facts(log(path, &text));
        let judged = best(|| drop(judge(&rules, &facts, &policy)));
        let both = read + judged;
        let verdict = if both <= Duration::from_millis(10) { "holds" } else { "MISSED" };
        let [read, judged, both] = [read, judged, both].map(milliseconds);
        println!("{case:<36}{read:>10.2}{judged:>10.2}{both:>10.2}  {verdict}");
    }
}

fn cases() -> [(&'static str, &'static str, String); 6] {
    let rows = |row: fn(usize) -> String| (0..ROWS).map(row).collect::<String>();
    let csv = "company,person,position,date,outcome,link\n";
    let table = "| Company | Person & position | Date | Response |\n|---|---|---|---|\n";
    [
        (
            "CSV, other people everywhere",
            "log.csv",
            csv.to_owned()
                + &rows(|n| {
                    format!("Firm {n},Given{n} Family{n},lead,2017-02-{:02},no answer,\n", n % 27 + 1)
                }),
        ),
        (
            "CSV, one company and like names",
            "log.csv",
            csv.to_owned()
                + &rows(|n| format!("Initech,Maximilian Mustermann{n:04},lead,2017-02-01,no answer,\n")),
        ),
        (
            "CSV, the same person",
            "log.csv",
            csv.to_owned() + &rows(|n| format!("Firm {n},\"Lamarr, Hedy\",lead,2017-02-01,no answer,\n")),
        ),
        (
            "a table",
            "log.md",
            table.to_owned()
                + &rows(|n| {
                    format!(
                        "| [Firm {n}](https://firm.example/{n}) | Given{n} Family{n}, lead | Feb 1st | none |\n"
                    )
                }),
        ),
        (
            "YAML",
            "log.yml",
            rows(|n| {
                format!(
                    "- {{company: Firm {n}, person: Given{n} Family{n}, position: lead, date: 2017-02-01, outcome: none}}\n"
                )
            }),
        ),
        (
            "prose",
            "log.md",
            rows(|n| {
                format!(
                    "{n}. Company: Firm {n}\n   Person: Given{n} Family{n}\n   Title: lead\n   Date: 2/1\n   Outcome: none\n"
                )
            }),
        ),
    ]
}

fn log(path: &str, text: &str) -> ContactLog {
    let read = records::contacts(path, text.as_bytes()).unwrap_or_else(|obstacle| panic!("{obstacle:?}"));
    assert_eq!(read.contacts.len(), ROWS, "{path}");
    let place = Place::File { repository: None, path: path.into(), line: None };
    ContactLog {
        place,
        at_latest: None,
        is_public: Ok(false),
        contacts: read.contacts,
        repairs: read.repairs,
    }
}

/// A student of whom nothing is known but the log.
fn facts(log: ContactLog) -> Facts {
    let now = foliocheck::facts::Instant::from_unix_seconds(1_487_800_000);
    Facts {
        read_at: now,
        as_of: now,
        portfolio: Portfolio {
            name: None,
            student: None,
            commit: None,
            repository: Err(Obstacle::NotAsked),
            readme: Ok(None),
            is_declared: false,
        },
        pull_request: None,
        projects: Ok(Vec::new()),
        projects_unseen: None,
        site: Site {
            addresses: Vec::new(),
            seen_as: SeenAs::Http,
            home: Err(Obstacle::NotAsked),
            was_asleep: false,
            unshown: None,
            pages: Vec::new(),
        },
        resume: Resume { link: Ok(None), dead_ends: Vec::new(), target: Err(Obstacle::NotAsked) },
        evidence: Evidence { outreach: Ok(Some(log)), ..Evidence::not_asked() },
        sightings: Sightings::new(),
        notes: Vec::new(),
    }
}
