//! Records that arrived after their date: decided by clocks of servers, or not at all.

use std::collections::BTreeSet;

use foliocheck::facts::Instant;
use foliocheck::finding::Standing;
use foliocheck::policy::{Policy, PolicySource};
use foliocheck::render::{COMMENT_LIMIT, comment};
use foliocheck::rules;
use world::{Repository, Token, World};

use crate::checking::{check_by, repository, settings};

const POLICY: &str = "\
name: school
version: 1
zone: UTC
requirements:
  outreach-contacts: {count: 1, due: 2017-02-03 16:00}
  plan-written: {parts: 1, due: 2017-02-03 16:00}
";

const DECLARED: &str = "evidence:\n  outreach: ada/job-hunt/log.csv\n  plan: plan.md\n";

const LOG: &str = "company,person,position,date,outcome\nInitech,Hedy Lamarr,CTO,2017-01-30,no answer\n";

const PLAN: &str =
    "# Plan\n\n## Goals\n\nI want to work on maps and data for a town, in a team that tests.\n";

/// How the log of a private repository and the plan of the portfolio stand a week after their date; `pushed` is when each
/// repository was last pushed to.
fn standings(pushed: [&str; 2], head_repository: &str) -> ([Option<Standing>; 2], String) {
    let world = World::new();
    let [hunt, portfolio] = pushed;
    let log = Repository::new("ada/job-hunt").private().shared_with("school-bot").file("log.csv", LOG);
    world.add(log.pushed(hunt));
    for name in BTreeSet::from(["ada/portfolio", head_repository]) {
        let own = Repository::new(name).file("README.md", "# Ada").file("portfolio.yml", DECLARED);
        world.add(own.file("plan.md", PLAN));
    }
    let head = world.commit(head_repository, "hunt", &[("notes.txt", "the job hunt")]);
    let number = world.open_pull_request_from("ada/portfolio", head_repository, "ada", &head);
    world.touch("ada/portfolio", portfolio);
    let mut settings = settings(repository("ada/portfolio"), &world);
    settings.started = Instant::parse("2017-02-10T12:00:00Z").unwrap();
    settings.pull_request = Some(number);
    settings.token = Some(foliocheck::settings::Token::new(Token::User("school-bot").text()));
    let policy = Policy::read(PolicySource::File("policy.yml".into()), POLICY, &rules::ids()).unwrap();
    let report = check_by(&settings, &policy).unwrap();
    let standing = |rule| report.findings.iter().find(|finding| finding.rule.id == rule).unwrap().standing;
    (["outreach-contacts", "plan-written"].map(standing), comment(&report, COMMENT_LIMIT))
}

#[test]
fn what_was_not_pushed_to_since_the_date_was_there_in_time() {
    let (early, late) = ("2017-02-03T15:00:00Z", "2017-02-03T17:00:00Z");
    let in_time = Some(Standing::InTime);
    let cases = [
        ("both early", [early, early], "ada/portfolio", [in_time, in_time]),
        ("both pushed to since", [late, late], "ada/portfolio", [None, None]),
        ("the plan comes from a fork", [early, early], "bob/portfolio", [in_time, None]),
    ];
    for (case, pushed, head_repository, expected) in cases {
        assert_eq!(standings(pushed, head_repository).0, expected, "{case}");
    }
}

#[test]
fn where_no_server_tells_the_comment_says_so() {
    let words = "no server’s clock tells when it was met";
    let late = "2017-02-03T17:00:00Z";
    assert!(standings([late, late], "ada/portfolio").1.contains(words));
    let early = "2017-02-03T15:00:00Z";
    assert!(!standings([early, early], "ada/portfolio").1.contains(words));
}
