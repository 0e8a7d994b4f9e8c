//! An approval holds for what was approved, and for nothing that came in its place.

use foliocheck::finding::{Standing, Verdict};
use world::{Answer, Review};

use super::story::{README, Story, grace, resume};

/// What is pushed after the approval, and which of the two approvals hold.
const AFTERWARDS: [(&str, &str, bool, bool); 9] = [
    ("notes.txt", "still the job hunt", true, true),
    ("README.md", "#  Ada\n\nProjects:  [Weather](https://github.com/ada/weather)", true, true),
    ("README.md", "# Ada\n\nProjects: [Chess](https://github.com/bob/chess)\n", true, false),
    ("portfolio.yml", "projects: [{repo: ada/weather}]\n", true, false),
    ("package-lock.json", "{\"funding\": \"https://github.com/sponsors/x\"}", true, true),
    ("src/cards.js", "const cards = ['https://github.com/bob/chess']", true, false),
    ("index.html", "<h1>Ada</h1><a href=\"other.pdf\">Resume</a>", false, false),
    ("_redirects", "/ada.pdf /other.pdf 200", false, false),
    ("ada.pdf", "%PDF-1.4 something else", false, false),
];

#[test]
fn an_approval_holds_for_what_was_approved() {
    for (path, text, resume_holds, portfolio_holds) in AFTERWARDS {
        let story = Story::new();
        story.review(grace()).push(path, text);
        for (rule, holds) in [("resume-approved", resume_holds), ("portfolio-approved", portfolio_holds)] {
            let (verdict, standing, words) = story.said(rule);
            if holds {
                assert_eq!(verdict, Verdict::Pass, "{rule} {path}: {words}");
            } else {
                let expected = (Verdict::Pending, Some(Standing::AwaitsApprover));
                assert_eq!((verdict, standing), expected, "{rule} {path}: {words}");
                let is_said = words.contains("changed since") && words.contains(path);
                assert!(is_said || words.contains("no file of the repository"), "{rule} {path}: {words}");
            }
        }
    }
}

#[test]
fn a_merge_of_the_base_keeps_an_approval() {
    let story = Story::new();
    story.review(grace());
    story.world.commit("ada/portfolio", "main", &[("LICENSE", "MIT")]);
    story.push("LICENSE", "MIT");
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
}

#[test]
fn what_was_approved_cannot_be_taken_out_by_rewriting_history() {
    let story = Story::new();
    story.push("README.md", &README.replace("Projects", "Good projects"));
    story.review(grace());
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
    // From the base's side nothing of the README differs any more.
    story.push_to("hunt-again", "notes.txt", "job hunt");
    let (verdict, _, words) = story.said("portfolio-approved");
    assert_eq!(verdict, Verdict::Pending, "{words}");
    assert!(words.contains("changed since") && words.contains("README.md"), "{words}");
    story.push_to("hunt-again", "README.md", &README.replace("Projects", "Good projects"));
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass, "rebased, and the same content");
}

#[test]
fn another_file_on_the_site_is_not_the_one_that_was_approved() {
    let story = Story::new();
    story.review(grace());
    assert_eq!(story.said("resume-approved").0, Verdict::Pass);
    story.site.set("/ada.pdf", Answer::pdf(resume("Somebody else")));
    let (verdict, standing, words) = story.said("resume-approved");
    assert_eq!((verdict, standing), (Verdict::Pending, Some(Standing::AwaitsApprover)), "{words}");
    assert!(words.contains("no file of the repository"), "{words}");
}

#[test]
fn an_approval_older_than_the_file_is_none() {
    let story = Story::new();
    story.review(grace());
    story.push("ada.pdf", std::str::from_utf8(b"%PDF-1.4 newer").unwrap());
    story.site.set("/ada.pdf", Answer::pdf(b"%PDF-1.4 newer".to_vec()));
    let (verdict, _, words) = story.said("resume-approved");
    assert_eq!(verdict, Verdict::Pending, "{words}");
    assert!(words.contains("changed since") && words.contains("ada.pdf"), "{words}");
}

#[test]
fn a_project_that_was_pushed_to_since_is_said() {
    let story = Story::new();
    story.review(grace());
    story.world.touch("ada/weather", "2017-01-30T11:00:00Z");
    let (verdict, _, words) = story.said("portfolio-approved");
    assert_eq!(verdict, Verdict::Warn, "{words}");
    assert!(words.contains("Weather") && words.contains("pushed to since"), "{words}");
}

#[test]
fn an_approval_of_one_item_leaves_that_of_another() {
    let story = Story::new();
    story.review(grace().saying("approve: resume"));
    story.review(Review::approved("grace", 1001, "2017-01-30T11:00:00Z").saying("approve: portfolio"));
    assert_eq!(story.said("resume-approved").0, Verdict::Pass);
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
}
