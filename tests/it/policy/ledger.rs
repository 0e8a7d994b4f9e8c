//! The school's ledger: who brought a line in decides, and it holds for what it names.

use foliocheck::finding::Verdict;
use world::{Answer, Carried};

use super::approvals::story::{Story, resume};

const GRACE: Carried<'_> = Carried::Merged("grace", 1001, "2017-01-31T10:00:00Z");

fn keep(story: &Story, text: &str, carried: Carried<'_>) {
    story.world.keep("school/policies", ("approvals/ada.yml", text), carried);
}

#[test]
fn a_line_that_the_coordinator_merged_approves() {
    let story = Story::with_ledger();
    let line = story.paste("resume-approved");
    keep(&story, &line, GRACE);
    let (verdict, _, words) = story.said("resume-approved");
    assert_eq!(verdict, Verdict::Pass, "{words}");
    assert!(words.contains("ledger") && words.contains("Tue 31 Jan 2017, 03:00 MST"), "{words}");
    assert_ne!(story.said("portfolio-approved").0, Verdict::Pass, "the line names one item");
}

#[test]
fn it_holds_for_the_bytes_that_it_names() {
    let story = Story::with_ledger();
    keep(&story, &story.paste("portfolio-approved"), GRACE);
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
    story.site.set("/ada.pdf", Answer::pdf(resume("Another")));
    let (verdict, _, words) = story.said("portfolio-approved");
    assert_eq!(verdict, Verdict::Pending, "{words}");
    assert!(words.contains("changed since"), "{words}");
}

#[test]
fn nobody_else_can_write_into_it() {
    let story = Story::with_ledger();
    let line = story.paste("resume-approved");
    for (case, carried) in [
        ("pushed, under the coordinator's name", Carried::Pushed("grace", 1001)),
        ("merged by a classmate", Carried::Merged("bob", 8, "2017-01-31T10:00:00Z")),
        ("merged by the student", Carried::Merged("ada", 9, "2017-01-31T10:00:00Z")),
        ("merged under a former login", Carried::Merged("grace", 6666, "2017-01-31T10:00:00Z")),
    ] {
        keep(&story, &line, carried);
        let (verdict, _, words) = story.said("resume-approved");
        assert_ne!(verdict, Verdict::Pass, "{case}: {words}");
        assert!(words.contains("nobody of the policy"), "{case}: {words}");
    }
}

#[test]
fn short_and_unreadable_lines_approve_nothing() {
    let story = Story::with_ledger();
    for text in
        ["approved:\n  resume: ''\n", "approved:\n  resume: abc\n", "approved: yes\n", "resume: yes\n"]
    {
        keep(&story, text, GRACE);
        let (verdict, _, words) = story.said("resume-approved");
        assert_ne!(verdict, Verdict::Pass, "{text}: {words}");
    }
}
