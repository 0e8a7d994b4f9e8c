//! The student's own pull request asks the school for a review.

use crate::facts::Facts;
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::rules::approval::Desk;
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "evidence-submitted",
    statement: "The student's own pull request asks the school for a review",
    group: Group::Portfolio,
    severity: Severity::Required,
    since: "0.1.0",
    why: "What is handed in has one place and one time, by the host's clock, that both sides can look up.",
    fix: "Ask for a review on the pull request, in the box “Reviewers”.",
    example: "",
    needs: &[],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    let desk = match Desk::of(RULE.id, facts, policy)? {
        Ok(desk) => desk,
        Err(answer) => return Ok(answer),
    };
    let (role, people) = desk.role;
    let author = desk.pull_request.author.as_ref();
    if author
        .is_some_and(|author| people.accounts.iter().any(|account| account.is(author.as_written(), None)))
    {
        let text = Text::plain("The pull request was opened by the school's own account");
        let fix = Text::plain("Open the pull request from the student's own account.");
        return Ok(Answer::unmet(text, desk.place()).fix(fix));
    }
    for review in desk.last_words() {
        if desk.may_approve(review).is_ok_and(|may| may) {
            return Ok(submitted(Text::new().name(&review.login).then(" has looked at it"), &desk));
        }
    }
    if let Some(asked) = desk.asked() {
        return Ok(submitted(Text::plain("A review is asked of ").name(asked), &desk));
    }
    let fix = Text::plain("Ask for a review on the pull request, in the box “Reviewers”: ");
    let text = Text::plain("No review is asked of ").value(role.to_owned());
    Ok(Answer::unmet(text, desk.place()).fix(fix.code(people.in_words())))
}

/// Handed in when the pull request was opened: no clock of a server tells when the review was asked for.
fn submitted(text: Text, desk: &Desk<'_>) -> Answer {
    let answer = Answer::met(text, desk.place());
    match desk.reviews.opened {
        Some(opened) => answer.since(opened),
        None => answer,
    }
}
