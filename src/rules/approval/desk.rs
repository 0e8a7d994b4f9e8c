//! A pull request in the hands of the school: who may approve it, what they said last, and who is asked.

use crate::facts::{Facts, Obstacle, Place, PullRequest, Review, Reviews, Seen, Untrusted, seen};
use crate::policy::{Policy, Role};
use crate::rule::Answer;
use crate::text::Text;

/// A pull request in the hands of the school.
pub(in crate::rules) struct Desk<'a> {
    pub(in crate::rules) pull_request: &'a PullRequest,
    pub(in crate::rules) reviews: &'a Reviews,
    /// The name of the role, and who has it.
    pub(in crate::rules) role: (&'a str, &'a Role),
}

impl<'a> Desk<'a> {
    /// What a rule about approvals looks at; an answer at once where the policy names nobody.
    pub(in crate::rules) fn of(
        rule: &str,
        facts: &'a Facts,
        policy: &'a Policy,
    ) -> Result<Result<Self, Answer>, Obstacle> {
        let pull_request =
            facts.pull_request.as_ref().ok_or(Obstacle::DependsOn { what: "a pull request to look at" })?;
        let place = place(pull_request);
        let Some(approvers) = policy.approvers(rule).filter(|(_, people)| !people.is_empty()) else {
            let text = Text::plain("The policy names nobody who may approve yet");
            return Ok(Err(Answer::waiting(text, place)));
        };
        let reviews = seen(&facts.evidence.reviews)?;
        Ok(Ok(Self { pull_request, reviews, role: approvers }))
    }

    /// Where it stands.
    pub(in crate::rules) fn place(&self) -> Place {
        place(self.pull_request)
    }

    /// Whether a reviewer may approve. Unknown where the team could not be read.
    pub(in crate::rules) fn may_approve(&self, review: &Review) -> Seen<bool> {
        let (_, role) = self.role;
        let is_author = self.pull_request.author.as_ref().is_none_or(|author| is_same(author, &review.login));
        if is_author {
            return Ok(false);
        }
        if role.accounts.iter().any(|account| account.is(review.login.as_written(), review.id)) {
            return Ok(true);
        }
        if role.teams.is_empty() {
            return Ok(false);
        }
        let teams = seen(&review.teams)?;
        Ok(role.teams.iter().any(|team| teams.contains(&team.to_string())))
    }

    /// The first of the approvals in a row that a reviewer's last word ends, of those that still hold: who approves once more
    /// makes nothing late.
    pub(super) fn first_that_holds(
        &self,
        last: &'a Review,
        word: &'a str,
        still_holds: impl Fn(&Review) -> bool,
    ) -> &'a Review {
        let row = self.reviews.row_of_approvals(last, word);
        row.filter(|review| still_holds(review)).last().unwrap_or(last)
    }

    /// Somebody who may approve and is asked for a review.
    pub(in crate::rules) fn asked(&self) -> Option<&'a Untrusted> {
        let (_, role) = self.role;
        let is_ours = |asked: &&Untrusted| {
            let asked = asked.as_written();
            role.accounts.iter().any(|account| account.is(asked, None))
                || role.teams.iter().any(|team| team.to_string().eq_ignore_ascii_case(asked))
        };
        self.reviews.asked.iter().find(is_ours)
    }

    /// Nobody, or too few, of those who may have approved.
    pub(super) fn not_yet(&self, approvals: &[&Review], others: &[&Review]) -> Answer {
        let (role, people) = self.role;
        let mut text = match approvals {
            [] => Text::new(),
            [one, ..] => Text::plain("Approved by ").name(&one.login).then(", and by too few others; "),
        };
        if let Some(other) = others.first() {
            text = text.name(&other.login).then(" approved, who is not on the policy’s list; ");
        }
        let (waits, none) = if text.is_empty() {
            ("Waits for ", "No review is asked of the ")
        } else {
            ("waits for ", "no review is asked of the ")
        };
        if let Some(asked) = self.asked() {
            return Answer::waiting(text.then(waits).name(asked), self.place());
        }
        let who = people.in_words();
        let text = text.then(none).value(role.to_owned());
        let fix = Text::plain("Ask for a review on the pull request, in the box “Reviewers”: ").code(who);
        Answer::unmet(text, self.place()).fix(fix)
    }
}

fn is_same(one: &Untrusted, other: &Untrusted) -> bool {
    one.as_written().eq_ignore_ascii_case(other.as_written())
}

fn place(pull_request: &PullRequest) -> Place {
    Place::PullRequest { repository: pull_request.repository.clone(), number: pull_request.number }
}
