//! Somebody at the school approved this very resume.

use crate::facts::{Facts, Instant};
use crate::policy::Policy;
use crate::rule::{Check, Group, Kind, Outcome, Rule, Severity};
use crate::rules::approval::{self, Item, Untied, content};
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "resume-approved",
    statement: "The school approved the resume as it is now",
    group: Group::Resume,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A second pair of eyes finds what the writer no longer sees. An approval is a review on the pull request by an account of the policy's list; labels, checkboxes, comments, commit authors and words in files prove nothing.",
    fix: "Ask for a review on the pull request, in the box “Reviewers”. After a change of the resume, ask again.",
    example: "",
    needs: &["resume-linked"],
    check: Check::Portfolio(check),
};

const ITEM: Item = Item { rule: "resume-approved", word: "resume", is_content: content::is_resume, untied };

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    approval::check(&ITEM, facts, policy)
}

/// A review looks at files of the repository: it says nothing of a file that visitors get from another place.
fn untied(facts: &Facts, _: Instant) -> Option<Untied> {
    let reviews = facts.evidence.reviews.as_ref().ok()?;
    reviews.resume_file.is_none().then(|| Untied {
        kind: Kind::Waiting,
        text: Text::plain("the resume link leads to bytes that no file of the repository has, so nothing shows that they are what was approved"),
        fix: Text::plain("Put the file into this repository and let the site serve it from there. Where the site still shows the earlier one, merge this pull request first."),
    })
}
