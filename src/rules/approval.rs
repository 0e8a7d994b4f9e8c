//! Whether the school approved something, and whether it still is what was approved: a review in state "approved" by an account
//! that the policy names, never the author's, the last word of that reviewer, not taken back; or a line of the school's ledger.

pub(super) mod content;
mod desk;
mod digest;
mod ledger;
#[cfg(test)]
pub(super) mod sample;

pub(super) use desk::Desk;

use crate::facts::{ChangedFile, Facts, Instant, Review, ReviewState, Seen, Untrusted, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Kind, Outcome};
use crate::text::Text;

/// What is approved.
pub(super) struct Item {
    /// The id of the rule.
    pub(super) rule: &'static str,
    /// The word that narrows a review to it (`approve: resume`), and its name in the ledger.
    pub(super) word: &'static str,
    /// True where a changed file is part of what was approved.
    pub(super) is_content: fn(&ChangedFile, &Facts) -> bool,
    /// What an approval by review cannot be tied to, so that it says nothing of it.
    pub(super) untied: fn(&Facts, Instant) -> Option<Untied>,
}

/// What nobody can tell to be still as it was approved.
pub(super) struct Untied {
    /// How it stands for all that: waiting where it is all that was approved, doubtful where it is a part.
    pub(super) kind: Kind,
    /// What cannot be seen.
    pub(super) text: Text,
    /// What would tie it.
    pub(super) fix: Text,
}

/// How an item stands with those who approve it: by the ledger, else by reviews.
pub(super) fn check(item: &Item, facts: &Facts, policy: &Policy) -> Outcome {
    let entry = ledger::check(item, facts, policy);
    if let Ok(Some(answer)) = &entry
        && answer.kind == Kind::Met
    {
        return Ok(answer.clone());
    }
    match (by_review(item, facts, policy), entry) {
        (Ok(answer), _) if answer.kind == Kind::Met => Ok(answer),
        // What the ledger says of an older state says more than that no review was given.
        (_, Ok(Some(answer))) => Ok(answer),
        // What cannot be seen of the ledger may be an approval: nothing is proven unmet.
        (Ok(answer), Err(obstacle)) if answer.kind == Kind::Unmet => Err(obstacle),
        (outcome, Err(_)) => outcome,
        (outcome, Ok(None)) => outcome.map(|answer| ledger::with_line(answer, item, facts, policy)),
    }
}

fn by_review(item: &Item, facts: &Facts, policy: &Policy) -> Outcome {
    let desk = match Desk::of(item.rule, facts, policy)? {
        Ok(desk) => desk,
        Err(answer) => return Ok(answer),
    };
    let (mut approvals, mut others) = (Vec::new(), Vec::new());
    let (mut refusal, mut unknown) = (None, None);
    for review in desk.reviews.last_words(Some(item.word)) {
        match (review.state, desk.may_approve(review)) {
            (ReviewState::Approved, Ok(true)) => {
                let still_holds = |review: &Review| {
                    changed(review, item, facts).is_ok_and(|mut changed| changed.next().is_none())
                };
                approvals.push(desk.first_that_holds(review, item.word, still_holds));
            }
            (ReviewState::Approved, Ok(false)) => others.push(review),
            (ReviewState::Approved, Err(obstacle)) => unknown = Some(obstacle),
            (ReviewState::ChangesRequested, Ok(true)) => refusal = Some(review),
            _ => {}
        }
    }
    if let Some(review) = refusal {
        let text = Text::new().name(&review.login).then(" asks for changes, since ");
        let fix = Text::plain("Answer the review on the pull request, then ask ").name(&review.login);
        let text = text.value(date(policy, review.submitted));
        return Ok(Answer::unmet(text, desk.place()).fix(fix.then(" to look again.")));
    }
    let wanted =
        policy.requirements.get(item.rule).and_then(|requirement| requirement.approvals).unwrap_or(1);
    match approvals.as_slice() {
        enough @ [.., last] if enough.len() >= wanted => {
            still_holds(item, (last, enough), &desk, (facts, policy))
        }
        // Somebody approved who may be in a team that cannot be seen.
        _ => unknown.map_or_else(|| Ok(desk.not_yet(&approvals, &others)), Err),
    }
}

/// Enough have approved; whether what they approved is still what is there.
fn still_holds(
    item: &Item,
    (last, all): (&Review, &[&Review]),
    desk: &Desk<'_>,
    (facts, policy): (&Facts, &Policy),
) -> Outcome {
    let mut paths: Vec<&Untrusted> = Vec::new();
    for review in all {
        paths.extend(changed(review, item, facts)?);
    }
    paths.dedup();
    let text = Text::plain("Approved by ").name(&last.login).then(" on ").value(date(policy, last.submitted));
    if !paths.is_empty() {
        let fix = Text::plain("Ask ")
            .name(&last.login)
            .then(" for another review: what was approved is not what is there now.");
        let text = named(text.then(", and changed since: "), &paths);
        return Ok(Answer::waiting(text, desk.place()).fix(fix));
    }
    let since = all.iter().map(|review| review.submitted).min().unwrap_or(last.submitted);
    Ok(match (item.untied)(facts, since) {
        None => Answer::met(text, desk.place()).since(last.submitted),
        Some(untied) => {
            let text = text.then("; ").append(untied.text);
            Answer { kind: untied.kind, ..Answer::met(text, desk.place()) }
                .since(last.submitted)
                .fix(untied.fix)
        }
    })
}

/// What was changed of an item since a reviewer looked at it.
fn changed<'a>(review: &'a Review, item: &Item, facts: &Facts) -> Seen<impl Iterator<Item = &'a Untrusted>> {
    let files = seen(&review.changes)?.iter();
    Ok(files.filter(|file| !file.is_spacing && (item.is_content)(file, facts)).map(|file| &file.path))
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

pub(super) fn date(policy: &Policy, instant: Instant) -> String {
    policy.calendar.shown_in().in_words(instant)
}
