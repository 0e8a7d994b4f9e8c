//! What approvals and records cost: requests beyond those of a policy that asks for neither.

use world::{Carried, Repository, Review, Token};

use super::story::{README, Story, grace};

const NOTHING: &str = "name: school\nversion: 1\n";

const RECORDS: &str =
    "  outreach-contacts: {count: 1}\n  interview-evidenced: {count: 1}\n  plan-written: required\n";

const EVIDENCE: &str =
    "evidence:\n  outreach: ada/job-hunt/outreach.csv\n  interview: ada/job-hunt/i.md\n  plan: plan.md\n";

/// A school with a ledger and a team, that asks for records, and a token that may see all of it.
fn school() -> Story {
    let story = Story::with_ledger();
    story.world.team("school/coordinators", &["hedy"]);
    story.world.add(Repository::new("ada/job-hunt").private().shared_with("school-bot"));
    let policy = story.policy.replace("1001}]", "1001}, {team: school/coordinators}]");
    let policy = policy.replace("requirements:\n", &format!("requirements:\n{RECORDS}"));
    let story = Story { policy, token: Token::User("school-bot"), ..story };
    story.push("portfolio.yml", EVIDENCE);
    story
}

/// How many requests more than without a policy about approvals and records.
fn cost(story: Story) -> usize {
    let count = |story: &Story| {
        let before = story.world.requests().len();
        story.report();
        story.world.requests().len() - before
    };
    let ours = count(&story);
    let requests = story.world.requests();
    let bare = count(&Story { policy: NOTHING.into(), ..story });
    ours.checked_sub(bare).unwrap_or_else(|| panic!("{ours} < {bare}: {requests:?}"))
}

fn after(given: impl FnOnce(&Story)) -> usize {
    let story = school();
    given(&story);
    cost(story)
}

#[test]
fn one_request_at_most_is_added() {
    let hedy = || Review::approved("hedy", 77, "2017-01-30T10:00:00Z");
    let bob = || Review::approved("bob", 8, "2017-01-30T10:00:00Z");
    let merged = Carried::Merged("hedy", 77, "2017-01-31T10:00:00Z");
    let keep = |story: &Story| {
        story.world.keep(
            "school/policies",
            ("approvals/ada.yml", "approved: {resume: abcdefabcdef}"),
            merged,
        );
    };
    assert_eq!(after(|_| ()), 0, "nobody looked at it yet");
    assert_eq!(after(|story| _ = story.review(grace())), 0, "approved as it is");
    assert_eq!(
        after(|story| _ = story.review(hedy()).review(bob())),
        0,
        "a team’s member, and somebody else"
    );
    assert_eq!(after(keep), 0, "in the ledger");
    let pushed = |story: &Story| _ = story.review(grace()).push("notes.txt", "more");
    assert_eq!(after(pushed), 1, "pushed to since");
    let twice = |story: &Story| {
        pushed(story);
        story.review(Review::approved("grace", 1001, "2017-01-30T11:00:00Z")).push("notes.txt", "and more");
    };
    assert_eq!(after(twice), 1, "approved twice, and pushed to since each time");
    let everything = |story: &Story| {
        keep(story);
        story.review(hedy()).review(bob());
        pushed(story);
    };
    assert_eq!(after(everything), 1, "all of it at once");
}

/// The host compares two commits a request, and only from one side.
#[test]
fn each_further_comparison_costs_one() {
    let rewritten = after(|story| {
        story.review(grace()).push_to("hunt-again", "README.md", README);
    });
    assert_eq!(rewritten, 2, "both sides of a rewritten history");
    let apart = after(|story| {
        story.review(grace().saying("approve: resume")).push("notes.txt", "more");
        let portfolio = Review::approved("grace", 1001, "2017-01-30T11:00:00Z").saying("approve: portfolio");
        story.review(portfolio).push("notes.txt", "and more");
    });
    assert_eq!(apart, 2, "resume and portfolio approved at different commits");
}
