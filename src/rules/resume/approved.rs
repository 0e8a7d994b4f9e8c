//! Somebody at the school approved this very resume.

use crate::facts::{Facts, SeenAs};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Kind, Outcome, Rule, Severity};
use crate::rules::approval::{self, Item, content};
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

const ITEM: Item = Item { rule: "resume-approved", word: "resume", is_content: content::is_resume };

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    let answer = approval::check(&ITEM, facts, policy)?;
    Ok(if answer.kind == Kind::Met && !is_in_repository(facts) { elsewhere(answer) } else { answer })
}

/// Nothing tells when a file on another host was changed.
fn elsewhere(answer: Answer) -> Answer {
    let text = answer
        .text
        .then("; the file lies outside this repository, so a change of it since then cannot be seen");
    Answer { kind: Kind::Doubtful, text, ..answer }.fix(Text::plain(
        "Put the PDF into this repository and link it from there, so that the approval stays tied to the file.",
    ))
}

/// True where the link leads to a file beside the pages.
fn is_in_repository(facts: &Facts) -> bool {
    let Ok(Some(link)) = &facts.resume.link else { return false };
    let href = link.href.as_written();
    let is_relative = !href.contains("://") && !href.starts_with("//");
    let host = |address: &str| {
        address.split("://").nth(1).and_then(|rest| rest.split('/').next()).map(str::to_owned)
    };
    let is_same_host = || {
        let target = link.url.as_ref().and_then(|url| host(url.as_written()));
        target.is_some() && target == host(link.on_page.as_written())
    };
    is_relative || link.seen_as == SeenAs::Source && !href.contains("://") || is_same_host()
}
