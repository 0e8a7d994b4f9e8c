//! Approvals that cannot be forged: every way to be approved, and every way that is none.

mod content;
mod cost;
pub(super) mod story;

use foliocheck::finding::{Standing, Verdict};
use world::{Review, Token};

use story::{Story, grace};

#[test]
fn a_review_of_the_school_approves() {
    let story = Story::new();
    story.ask("grace");
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pending);
    assert_eq!(story.said("portfolio-approved").1, Some(Standing::AwaitsApprover));
    assert_eq!(story.said("evidence-submitted").0, Verdict::Pass);
    story.review(grace());
    let (verdict, standing, words) = story.said("portfolio-approved");
    assert_eq!((verdict, standing), (Verdict::Pass, Some(Standing::InTime)), "{words}");
    assert!(words.contains("Mon 30 Jan 2017, 03:00 MST"), "{words}");
}

#[test]
fn nothing_else_approves() {
    let cases: [(&str, Review); 6] = [
        ("the author's second account", Review::approved("ada-two", 7, "2017-01-30T10:00:00Z")),
        ("a classmate", Review::approved("bob", 8, "2017-01-30T10:00:00Z")),
        ("the author", Review::approved("ada", 9, "2017-01-30T10:00:00Z")),
        ("a former login in other hands", Review::approved("grace", 6666, "2017-01-30T10:00:00Z")),
        ("a comment that says so", grace().commenting().saying("Approved! approve: portfolio")),
        ("an approval that was taken back", grace().dismissed()),
    ];
    for (case, review) in cases {
        let story = Story::new();
        story.review(review);
        let (verdict, standing, words) = story.said("portfolio-approved");
        assert_eq!((verdict, standing), (Verdict::Pending, Some(Standing::NotDueYet)), "{case}: {words}");
        let late = Story { now: "2017-02-03T23:01:00Z", ..story };
        assert_eq!(late.said("portfolio-approved").0, Verdict::Fail, "{case}");
    }
}

#[test]
fn the_last_word_of_a_reviewer_counts() {
    let story = Story::new();
    story.review(grace());
    story.review(Review::approved("grace", 1001, "2017-01-30T11:00:00Z").commenting());
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass, "a comment takes nothing back");
    story.review(Review::approved("grace", 1001, "2017-01-30T11:30:00Z").asking_for_changes());
    assert!(story.said("portfolio-approved").2.contains("asks for changes"));
    story.review(Review::approved("grace", 1001, "2017-01-30T11:45:00Z"));
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
}

#[test]
fn a_renamed_approver_is_known_by_number() {
    let story = Story::new();
    story.review(Review::approved("grace-hopper", 1001, "2017-01-30T10:00:00Z"));
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
}

#[test]
fn a_scope_only_narrows() {
    let story = Story::new();
    story.review(grace().saying("Good work.\napprove: resume"));
    assert_ne!(story.said("portfolio-approved").0, Verdict::Pass);
    let story = Story::new();
    story.review(Review::approved("bob", 8, "2017-01-30T10:00:00Z").saying("approve: portfolio"));
    assert_ne!(story.said("portfolio-approved").0, Verdict::Pass);
}

#[test]
fn to_approve_once_more_makes_nothing_late() {
    let story = Story { now: "2017-02-10T12:00:00Z", ..Story::new() };
    story.review(grace());
    story.review(Review::approved("grace", 1001, "2017-02-09T10:00:00Z"));
    assert_eq!(story.said("portfolio-approved").1, Some(Standing::InTime));
}

#[test]
fn a_refusal_that_the_student_takes_back_approves_nothing() {
    let story = Story::new();
    story.review(grace());
    story.review(Review::approved("grace", 1001, "2017-01-30T11:00:00Z").asking_for_changes().dismissed());
    let (verdict, _, words) = story.said("portfolio-approved");
    assert_ne!(verdict, Verdict::Pass, "{words}");
}

#[test]
fn to_open_early_and_to_ask_late_is_not_in_time() {
    let story = Story::new();
    story.ask("grace");
    assert_eq!(
        story.said("evidence-submitted").1,
        None,
        "the host does not say when the review was asked for"
    );
    story.world.opened("ada/portfolio", story.number, "2017-01-28T10:00:00Z");
    assert!(matches!(story.said("evidence-submitted").1, Some(Standing::Late { .. })));
}

#[test]
fn a_new_login_makes_no_second_reviewer() {
    let story = Story::new();
    story.review(grace());
    story.review(Review::approved("grace-hopper", 1001, "2017-01-30T11:00:00Z").asking_for_changes());
    assert!(story.said("portfolio-approved").2.contains("asks for changes"));
}

#[test]
fn somebody_elses_pull_request_hands_nothing_in() {
    let story = Story::new();
    let head = story.world.commit("ada/portfolio", "helpful", &[("notes.txt", "for Ada")]);
    let number = story.world.open_pull_request("ada/portfolio", "bob", &head);
    let story = Story { number, ..story };
    story.ask("grace");
    let (verdict, _, words) = story.said("evidence-submitted");
    assert_ne!(verdict, Verdict::Pass, "{words}");
}

#[test]
fn a_classmates_excuse_excuses_nobody_else() {
    let story = Story::new();
    let policy = story.policy.clone()
        + "waivers:\n  - {student: cyd, rules: [portfolio-approved], by: Grace, why: hired}\n";
    let head = story.world.commit("ada/portfolio", "helpful", &[("notes.txt", "for Ada")]);
    let number = story.world.open_pull_request("ada/portfolio", "cyd", &head);
    let story = Story { number, policy, now: "2017-02-10T12:00:00Z", ..story };
    let report = story.report();
    let finding = report.findings.iter().find(|finding| finding.rule.id == "portfolio-approved").unwrap();
    assert!(finding.excuse.is_none() && finding.verdict == Verdict::Fail, "{finding:?}");
}

#[test]
fn an_approval_after_the_date_is_late_and_no_failure() {
    let story = Story { now: "2017-02-10T12:00:00Z", ..Story::new() };
    story.review(Review::approved("grace", 1001, "2017-02-09T10:00:00Z"));
    let (verdict, standing, _) = story.said("portfolio-approved");
    assert_eq!(verdict, Verdict::Pass);
    assert!(matches!(standing, Some(Standing::Late { .. })), "{standing:?}");
}

#[test]
fn a_member_of_the_team_approves_where_the_token_may_see_it() {
    let story = Story::with_team(Token::User("school-bot"));
    story.review(Review::approved("hedy", 77, "2017-01-30T10:00:00Z"));
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
    story.review(Review::approved("bob", 8, "2017-01-30T11:00:00Z"));
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass, "one is enough");
}

#[test]
fn a_team_that_cannot_be_seen_is_unknown_and_not_absent() {
    let story = Story::with_team(Token::Actions("ada/portfolio"));
    story.review(Review::approved("hedy", 77, "2017-01-30T10:00:00Z"));
    assert_eq!(story.said("portfolio-approved").0, Verdict::CannotTell);
    story.review(grace());
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass, "a listed account is enough");
}

#[test]
fn without_graphql_the_same_is_read_by_rest() {
    let story = Story::with_team(Token::Actions("ada/portfolio"));
    story.world.without_graphql();
    story.ask("grace");
    assert_eq!(story.said("evidence-submitted").0, Verdict::Pass);
    story.review(grace());
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
}
