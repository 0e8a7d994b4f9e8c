//! A pull request in the hands of the school: who may approve it, what they said last, and who is asked.

use crate::facts::{
    Facts, Obstacle, Place, PullRequest, Review, ReviewState, Reviews, Seen, Untrusted, seen,
};
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

    /// The last word of each reviewer; what is only a comment takes nothing back.
    pub(in crate::rules) fn last_words(&self) -> Vec<&'a Review> {
        let mut last: Vec<&Review> = Vec::new();
        for review in self.reviews.reviews.iter().filter(|review| review.state != ReviewState::Commented) {
            // By number, so that a new login in between makes no second reviewer.
            last.retain(|known| match (known.id, review.id) {
                (Some(one), Some(other)) => one != other,
                _ => !is_same(&known.login, &review.login),
            });
            last.push(review);
        }
        last
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
        if let Some(asked) = self.asked() {
            return Answer::waiting(text.then("waits for ").name(asked), self.place());
        }
        let who = people.in_words();
        let text = text.then("no review is asked of ").value(role.to_owned());
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
