//! Other people's names, addresses and numbers appear in no format, whatever is wrong with the record.

use std::fmt::Write as _;

use foliocheck::policy::{Policy, PolicySource};
use foliocheck::render::{COMMENT_LIMIT, Detail, Format, Look, comment, memory, render, summary};
use foliocheck::rules;
use world::{Repository, Token, World};

use crate::checking::{check_by, repository, settings};

const POLICY: &str = "\
name: school
version: 1
zone: America/Denver
cohort: {start: 2017-01-23}
requirements:
  outreach-contacts: {count: 6}
  outreach-complete: required
  outreach-distinct: {per-company: 1, skip: [Initech]}
  interview-evidenced: {count: 1, sentences: 4}
  plan-written: {parts: 3}
";

/// Everything that is somebody else's, beside a record that is wrong in every way.
const SECRETS: [&str; 7] =
    ["Perlman", "Radia", "Lamarr", "radia@lan.example", "lan.example", "555", "linkedin.example"];

const RECORDS: [(&str, &str); 4] = [
    (
        "outreach.csv",
        "company,person,position,date,outcome,link\n\
         Initech,Radia Perlman,,2017-01-24,wrote to radia@lan.example,https://linkedin.example/in/radia\n\
         Initech,\"Perlman, Radia\",CTO,2016-01-25,call +1 303 555 0100,\n\
         Hooli,radia@lan.example,CTO,2018-01-01,,\n\
         Globex,Hedy Lamarr,CTO,Lamarr said so,none,\n",
    ),
    (
        "outreach.md",
        "## Companies\n- Initech\n## People\n- Radia Perlman\n## Dates\n- soon, says Lamarr\n## Links\n- (Radia Perlman)[https://linkedin.example/in/radia]\n",
    ),
    ("outreach.yml", "- {company: Initech, person: Radia Perlman, date: 555, outcome: radia@lan.example}\n"),
    (
        "outreach.txt",
        "I wrote to Radia Perlman, whose number is 555 0100, and to Hedy Lamarr, and to some more people whose names I have not kept at hand.\n",
    ),
];

const INTERVIEW: &str = "With: Radia Perlman\nDate: when Lamarr called 555\nWe spoke.\n";

#[test]
fn no_format_shows_them() {
    for (file, record) in RECORDS {
        let world = World::new();
        let declared =
            format!("evidence:\n  outreach: {file}\n  interview: interview.md\n  plan: interview.md\n");
        world.add(
            Repository::new("ada/portfolio")
                .file("README.md", "# Ada")
                .file("portfolio.yml", declared)
                .file(file, record)
                .file("interview.md", INTERVIEW),
        );
        let head = world.commit("ada/portfolio", "hunt", &[("notes.txt", "job hunt")]);
        let mut settings = settings(repository("ada/portfolio"), &world);
        settings.pull_request = Some(world.open_pull_request("ada/portfolio", "ada", &head));
        settings.token = Some(foliocheck::settings::Token::new(Token::Actions("ada/portfolio").text()));
        let policy = Policy::read(PolicySource::File("policy.yml".into()), POLICY, &rules::ids()).unwrap();
        let report = check_by(&settings, &policy).unwrap();
        let look = Look { detail: Detail::Full, ..Look::default() };
        let posted = comment(&report, COMMENT_LIMIT);
        // Where a rule's function lies in memory is a number that may look like one of theirs.
        let told = format!("{report:?}");
        let told: String =
            told.split("(0x").map(|part| part.trim_start_matches(|c: char| c.is_ascii_hexdigit())).collect();
        let mut shown = format!("{posted}\n{:?}\n{}\n{told}", memory(&posted), summary(&report));
        for format in [Format::Terminal, Format::Markdown, Format::Json, Format::Html, Format::Github] {
            writeln!(shown, "{}", render(format, &report, look)).unwrap();
        }
        assert!(shown.contains("outreach"), "{file} was looked at");
        for secret in SECRETS {
            let line = shown.lines().find(|line| line.contains(secret));
            assert_eq!(line, None, "{secret} of {file}");
        }
    }
}
