//! Wrong policies, each with its one clear error.

use foliocheck::policy::{Policy, PolicySource};
use foliocheck::rules;

/// What `policy check` says of a file.
fn mistakes(text: &str) -> Vec<String> {
    let read = Policy::read(PolicySource::File("policy.yml".into()), text, &rules::ids());
    read.map_or_else(
        |error| error.to_string().lines().map(str::to_owned).collect(),
        |policy| panic!("{} has no mistake:\n{text}", policy.name),
    )
}

/// Each after `name: school` and `version: 1`, so that it begins on line 3.
const WRONG: [(&str, &str); 52] = [
    ("zoan: UTC", "3, column 1: `zoan` is not a key here; `zone` is the nearest one"),
    (
        "zone: America/Denvr",
        "3, column 7: `America/Denvr` is not a time zone; `America/Denver` is the nearest one",
    ),
    ("zone: [UTC]", "3, column 7: this wants a string, not a list"),
    ("extends: turing-2018", "3, column 10: `turing-2018` is not a preset; `turing-2017` is the nearest one"),
    ("extends: school", "3, column 10: a policy cannot extend itself"),
    (
        "effective-from: January",
        "3, column 17: `January` is no part of a date; write `2017-02-01 18:00` or `week 2 Friday 16:00`",
    ),
    ("effective-from: 2017-02-01 18:00", "3, column 17: this wants a day, such as `2017-01-23`"),
    (
        "effective-from: Friday 2017-02-27",
        "3, column 17: 2017-02-27 is a Monday, not a Friday: write `Monday 2017-02-27`, or `Friday 2017-02-24`",
    ),
    ("cohort: {start: 2017-02-30}", "3, column 17: there is no day 2017-02-30 in the calendar"),
    ("cohort: 1608", "3, column 9: this wants keys such as `name`, not `1608`"),
    ("people: {coordinator: [grace]}", "3, column 24: this wants keys such as `login`, not `grace`"),
    (
        "people: {coordinator: [{login: grace hopper}]}",
        "3, column 32: `grace hopper` cannot be a login: letters, digits and hyphens",
    ),
    ("people: {coordinator: [{login: grace, id: 0}]}", "3, column 43: no account has the number 0"),
    (
        "people: {coordinator: [{login: grace, id: one}]}",
        "3, column 43: this wants a whole number, not `one`",
    ),
    ("people: {coordinator: [{team: coordinators}]}", "3, column 31: `team` wants `organisation/team`"),
    (
        "people: {coordinator: [{login: grace, team: a/b}]}",
        "3, column 24: this has a `login` and a `team`; make it two entries",
    ),
    ("people: {coordinator: [{id: 3}]}", "3, column 24: this wants a `login` or a `team`"),
    ("people: {coordinator: [{login: grace, id: 3}, {login: Grace}]}", "3, column 47: this is `grace` again"),
    (
        "requirements: {readme-adequat: off}",
        "3, column 16: `readme-adequat` is not a rule; `readme-adequate` is the nearest one",
    ),
    ("requirements: {x: off}", "3, column 16: `x` is not a rule (`foliocheck explain` lists them)"),
    (
        "requirements: {site-known: must}",
        "3, column 28: `must` is not a word for this; there is `required`, `advisory`, `off`",
    ),
    (
        "requirements: {site-known: requird}",
        "3, column 28: `requird` is not a word for this; `required` is the nearest one",
    ),
    (
        "requirements: {site-known: [off]}",
        "3, column 28: this wants `required`, `advisory`, `off`, or keys such as `due`, not a list",
    ),
    (
        "requirements: {site-known: {duee: 2017-02-01}}",
        "3, column 29: `duee` is not a key here; `due` is the nearest one",
    ),
    (
        "requirements: {site-known: {count: 3}}",
        "3, column 29: `count` means nothing for `site-known`; it is for `projects-enough`, `outreach-contacts`, `interview-evidenced`",
    ),
    (
        "requirements: {site-known: {due: 2017-02-01}}",
        "3, column 34: a date needs the school's `zone`, such as `zone: America/Denver`",
    ),
    (
        "zone: UTC\nrequirements: {site-known: {due: Friday 2/27}}",
        "4, column 34: `2/27` has no year, and month and day could be either; write `2017-02-01 18:00` or `week 2 Friday 16:00`",
    ),
    (
        "zone: UTC\nrequirements: {site-known: {due: 2017-02-01 24:00}}",
        "4, column 34: `24:00` is no time of a day; write `18:00`, and for the end of a day leave the time out",
    ),
    (
        "zone: UTC\nrequirements: {site-known: {due: week 2}}",
        "4, column 34: this week has no weekday; write `2017-02-01 18:00` or `week 2 Friday 16:00`",
    ),
    (
        "zone: UTC\ncohort: {start: 2017-01-25}\nrequirements: {site-known: {due: week 1 Monday}}",
        "5, column 34: this lies before the cohort's start, Wednesday 2017-01-25",
    ),
    (
        "requirements: {projects-enough: {count: 0}}",
        "3, column 41: `count` is at least 1; to ask for nothing, write `projects-enough: off`",
    ),
    ("requirements: {projects-enough: {count: -3}}", "3, column 41: this wants a whole number, not `-3`"),
    ("requirements: {readme-adequate: {level: 5}}", "3, column 41: `level` is a number from 1 to 4"),
    (
        "requirements: {resume-approved: {by: coordinator}}",
        "3, column 38: nobody is `coordinator`; name them under `people`",
    ),
    (
        "people: {coordinator: []}\nrequirements: {resume-approved: {by: cordinator}}",
        "4, column 38: `cordinator` is not a role under `people`; `coordinator` is the nearest one",
    ),
    (
        "requirements: {resume-approved: {approvals: 0}}",
        "3, column 45: `approvals` is at least 1; to ask for nothing, write `resume-approved: off`",
    ),
    ("requirements: {outreach-contacts: {stages: []}}", "3, column 44: `stages` has no stage"),
    ("requirements: {outreach-contacts: {stages: [{count: 2}]}}", "3, column 45: `due` is missing here"),
    (
        "zone: UTC\nrequirements: {outreach-contacts: {stages: [{count: 2, due: 2017-02-03}, {count: 2, due: 2017-02-10}]}}",
        "4, column 82: each stage asks for more than the one before it, all in all",
    ),
    (
        "zone: UTC\nrequirements: {outreach-contacts: {stages: [{count: 2, due: 2017-02-03}, {count: 4, due: 2017-02-01}]}}",
        "4, column 90: this stage is not due after the one before it",
    ),
    (
        "zone: UTC\nrequirements: {outreach-contacts: {count: 6, stages: [{count: 2, due: 2017-02-03}]}}",
        "4, column 43: the counts are those of the stages; leave `count` out",
    ),
    (
        "zone: UTC\nrequirements: {outreach-contacts: {due: 2017-02-01, stages: [{count: 2, due: 2017-02-03}]}}",
        "4, column 36: the dates are those of the stages; leave `due` out",
    ),
    (
        "either: [{rules: [outreach-contacts]}]",
        "3, column 10: one of at least two rules; a single rule is a requirement",
    ),
    (
        "either: [{rules: [outreach-contacts, talk-given]}]",
        "3, column 38: `talk-given` is not a rule (`foliocheck explain` lists them)",
    ),
    ("waivers: [{student: ada, rules: [plan-written], by: grace}]", "3, column 11: `why` is missing here"),
    ("waivers: [{student: ada, rules: [], by: grace, why: hired}]", "3, column 33: `rules` names no rule"),
    (
        "waivers: [{student: \"ada, alan\", rules: [plan-written], by: grace, why: hired}]",
        "3, column 21: `student` wants one login; make an entry for each student",
    ),
    (
        "waivers: [{student: ada, rules: [plan-written], by: \"\", why: hired}]",
        "3, column 53: `by` is empty; say who granted it, and why",
    ),
    (
        "extensions: [{student: ada, rules: [site-known], until: 2017-03-01T18:00:00Z, by: grace, why: ill}]",
        "3, column 36: `site-known` has no date to move",
    ),
    (
        "zone: UTC\nrequirements: {site-known: {due: 2017-02-01}}\nextensions: [{student: ada, rules: [site-known], until: 2017-01-31, by: grace, why: ill}]",
        "5, column 57: `site-known` is not due before this anyway",
    ),
    (
        "hosts: {resume: [\"https://drive.example\"]}",
        "3, column 18: this wants a host such as `github.io`, without `https://` or a path",
    ),
    (
        "ledger: ../approvals/{student}.yml",
        "3, column 9: `ledger` wants a path in the repository of this policy",
    ),
];

#[test]
fn each_wrong_policy_gives_one_clear_error() {
    let mut told = Vec::new();
    for (text, expected) in WRONG {
        let said = mistakes(&format!("name: school\nversion: 1\n{text}\n")).join("\n");
        if said != format!("file policy.yml: line {expected}") {
            told.push((text, said));
        }
    }
    assert_eq!(told, []);
}

#[test]
fn every_mistake_of_a_file_is_told_in_its_order() {
    let text = "\
name: school
zone: America/Denvr
people:
  coordinator:
    - {login: grace, mail: g@school.example}
requirements:
  projects-enough: {count: three}
  readme-adequat: off
  site-known: {due: Friday 2017-02-27}
version: 1
";
    let told: Vec<String> =
        mistakes(text).iter().map(|line| line.split(": ").nth(1).unwrap().to_owned()).collect();
    assert_eq!(
        told,
        [
            "line 2, column 7",
            "line 5, column 22",
            "line 7, column 28",
            "line 8, column 3",
            "line 9, column 21"
        ]
    );
}

#[test]
fn name_and_version_are_never_missing() {
    let told = mistakes("zone: UTC\n");
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("`name` is missing"), "{told:?}");
    assert_eq!(mistakes("name: \"\"\nversion: 1\n"), ["file policy.yml: line 1, column 7: `name` is empty"]);
}

#[test]
fn what_is_no_yaml_is_an_error_and_never_an_empty_policy() {
    for text in ["name: [", "a: 1\na: 2\n", "", "# nothing\n", "just words\n", "- a\n- b\n"] {
        assert!(!mistakes(text).is_empty(), "{text}");
    }
}
