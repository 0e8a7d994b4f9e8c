//! Who approved, whether it still holds, and what that means for a rule: a review in state "approved" by an account that the
//! policy names, never the author's, the last word of that reviewer, not taken back, for content that is still the same.

pub(super) mod content;

use crate::facts::{
    ChangedFile, Facts, Instant, Obstacle, Place, PullRequest, Review, ReviewState, Reviews, Seen, Untrusted,
    seen,
};
use crate::policy::{Policy, Role};
use crate::rule::{Answer, Outcome};
use crate::text::Text;

/// What is approved.
pub(super) struct Item {
    /// The id of the rule.
    pub(super) rule: &'static str,
    /// The word that narrows a review to it (`approve: resume`).
    pub(super) word: &'static str,
    /// True where a changed file is part of what was approved.
    pub(super) is_content: fn(&ChangedFile, &Facts) -> bool,
}

/// A pull request in the hands of the school.
pub(super) struct Desk<'a> {
    pub(super) pull_request: &'a PullRequest,
    pub(super) reviews: &'a Reviews,
    /// The name of the role, and who has it.
    pub(super) role: (&'a str, &'a Role),
}

impl<'a> Desk<'a> {
    /// What a rule about approvals looks at; an answer at once where the policy names nobody.
    pub(super) fn of(
        rule: &str,
        facts: &'a Facts,
        policy: &'a Policy,
    ) -> Result<Result<Self, Answer>, Obstacle> {
        let pull_request =
            facts.pull_request.as_ref().ok_or(Obstacle::DependsOn { what: "a pull request to look at" })?;
        let place = place(pull_request);
        let Some(desk) = policy.approvers(rule).filter(|(_, people)| !people.is_empty()) else {
            let text = Text::plain("The policy names nobody who may approve yet");
            return Ok(Err(Answer::waiting(text, place)));
        };
        let reviews = seen(&facts.evidence.reviews)?;
        Ok(Ok(Self { pull_request, reviews, role: desk }))
    }

    /// Where it stands.
    pub(super) fn place(&self) -> Place {
        place(self.pull_request)
    }

    /// Whether a reviewer may approve. Unknown where the team could not be read.
    pub(super) fn may_approve(&self, review: &Review) -> Seen<bool> {
        let (_, role) = self.role;
        let login = review.login.as_written();
        let is_author = self
            .pull_request
            .author
            .as_ref()
            .is_some_and(|author| author.as_written().eq_ignore_ascii_case(login));
        if is_author {
            return Ok(false);
        }
        if role.accounts.iter().any(|account| account.is(login, review.id)) {
            return Ok(true);
        }
        if role.teams.is_empty() {
            return Ok(false);
        }
        let teams = seen(&review.teams)?;
        Ok(role.teams.iter().any(|team| teams.contains(&team.to_string())))
    }

    /// The last word of each reviewer; what is only a comment takes nothing back.
    pub(super) fn last_words(&self) -> Vec<&'a Review> {
        let mut last: Vec<&Review> = Vec::new();
        for review in self.reviews.reviews.iter().filter(|review| review.state != ReviewState::Commented) {
            last.retain(|known| known.login != review.login);
            last.push(review);
        }
        last
    }

    /// Somebody who may approve and is asked for a review.
    pub(super) fn asked(&self) -> Option<&'a Untrusted> {
        let (_, role) = self.role;
        let is_ours = |asked: &&Untrusted| {
            let asked = asked.as_written();
            role.accounts.iter().any(|account| account.is(asked, None))
                || role.teams.iter().any(|team| team.to_string().eq_ignore_ascii_case(asked))
        };
        self.reviews.asked.iter().find(is_ours)
    }
}

fn place(pull_request: &PullRequest) -> Place {
    Place::PullRequest { repository: pull_request.repository.clone(), number: pull_request.number }
}

/// How an item stands with those who approve it.
pub(super) fn check(item: &Item, facts: &Facts, policy: &Policy) -> Outcome {
    let desk = match Desk::of(item.rule, facts, policy)? {
        Ok(desk) => desk,
        Err(answer) => return Ok(answer),
    };
    let (mut approvals, mut others) = (Vec::new(), Vec::new());
    let (mut refusal, mut unknown) = (None, None);
    for review in desk.last_words() {
        let is_about_it =
            review.scope.is_empty() || review.scope.iter().any(|word| word.as_written() == item.word);
        match (review.state, desk.may_approve(review)) {
            (ReviewState::Approved, Ok(true)) if is_about_it => approvals.push(review),
            (ReviewState::Approved, Ok(false)) => others.push(review),
            (ReviewState::Approved, Err(obstacle)) => unknown = Some(obstacle),
            (ReviewState::ChangesRequested, Ok(true)) => refusal = Some(review),
            _ => {}
        }
    }
    if let Some(review) = refusal {
        let text = Text::new().name(&review.login).then(" asks for changes, since ");
        return Ok(Answer::unmet(text.value(date(policy, review.submitted)), desk.place()));
    }
    let wanted =
        policy.requirements.get(item.rule).and_then(|requirement| requirement.approvals).unwrap_or(1);
    match approvals.as_slice() {
        enough @ [.., last] if enough.len() >= wanted => {
            still_holds(item, (last, enough), facts, policy, &desk)
        }
        // Somebody approved who may be in a team that cannot be seen.
        _ => unknown.map_or_else(|| Ok(not_yet(&desk, &approvals, &others)), Err),
    }
}

/// Enough have approved; whether what they approved is still what is there.
fn still_holds(
    item: &Item,
    (last, all): (&Review, &[&Review]),
    facts: &Facts,
    policy: &Policy,
    desk: &Desk<'_>,
) -> Outcome {
    let mut changed: Vec<&Untrusted> = Vec::new();
    for review in all {
        let files = seen(&review.changes)?.iter();
        let content = files.filter(|file| !file.is_spacing && (item.is_content)(file, facts));
        changed.extend(content.map(|file| &file.path));
    }
    let text = Text::plain("Approved by ").name(&last.login).then(" on ").value(date(policy, last.submitted));
    if changed.is_empty() {
        return Ok(Answer::met(text, desk.place()).since(last.submitted));
    }
    let text = text.then(", and changed since: ");
    let fix = Text::plain("Ask ")
        .name(&last.login)
        .then(" for another review: what was approved is not what is there now.");
    Ok(Answer::waiting(named(text, &changed), desk.place()).fix(fix))
}

fn named(text: Text, paths: &[&Untrusted]) -> Text {
    const SHOWN: usize = 3;
    let shown = paths.iter().take(SHOWN).enumerate();
    let text = shown.fold(text, |text, (index, path)| {
        let text = if index == 0 { text } else { text.then(", ") };
        text.code((*path).clone())
    });
    if paths.len() > SHOWN { text.then(", …") } else { text }
}

/// Nobody, or too few, of those who may have approved.
fn not_yet(desk: &Desk<'_>, approvals: &[&Review], others: &[&Review]) -> Answer {
    let (role, people) = desk.role;
    let mut text = match approvals {
        [] => Text::new(),
        [one, ..] => Text::plain("Approved by ").name(&one.login).then(", and by too few others; "),
    };
    if let Some(other) = others.first() {
        text = text.name(&other.login).then(" approved, who is not on the policy's list; ");
    }
    if let Some(asked) = desk.asked() {
        return Answer::waiting(text.then("waits for ").name(asked), desk.place());
    }
    let who = people.in_words();
    let text = text.then("no review is asked of ").value(role.to_owned());
    let fix = Text::plain("Ask for a review on the pull request, in the box “Reviewers”: ").code(who);
    Answer::unmet(text, desk.place()).fix(fix)
}

pub(super) fn date(policy: &Policy, instant: Instant) -> String {
    policy.calendar.shown_in().in_words(instant)
}
