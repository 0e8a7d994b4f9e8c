//! The school's ledger: a file of the school's repository that names what was approved, judged by who brought it in there.

use super::digest::digest;
use super::{Item, date};
use crate::facts::{Facts, Keeper, Ledger, Obstacle, Seen, seen};
use crate::policy::{Policy, Role};
use crate::rule::{Answer, Kind};
use crate::text::Text;

/// Fewer digits could be met by chance.
const FEWEST_DIGITS: usize = 12;

/// What the ledger says of an item; none where the policy has none, or it says nothing.
pub(super) fn check(item: &Item, facts: &Facts, policy: &Policy) -> Seen<Option<Answer>> {
    let Some((_, role)) = policy.approvers(item.rule).filter(|_| policy.ledger.is_some()) else {
        return Ok(None);
    };
    let Some(ledger) = seen(&facts.evidence.ledger)? else { return Ok(None) };
    let Some(entry) = ledger.entries.iter().find(|entry| entry.item.as_written() == item.word) else {
        return Ok(None);
    };
    let Some(keeper) = keeper(ledger, role, facts)? else {
        let text = Text::plain("The ledger says “approved”, but nobody of the policy’s list brought that in");
        let fix = Text::plain(
            "The coordinator merges the ledger’s pull request, or edits the file on the host’s pages.",
        );
        return Ok(Some(Answer::unmet(text, ledger.place.clone()).fix(fix)));
    };
    let is_it = {
        let (written, now) = (entry.hash.as_written().to_lowercase(), digest(item.word, facts)?);
        written.len() >= FEWEST_DIGITS && now.starts_with(&written)
    };
    let text = Text::plain("Approved by ").name(&keeper.login).then(" on ").value(date(policy, keeper.at));
    Ok(Some(if is_it {
        Answer::met(text.then(", in the school’s ledger"), ledger.place.clone()).since(keeper.at)
    } else {
        let text = text.then(" in the school’s ledger, and changed since");
        let answer = Answer::waiting(text, ledger.place.clone());
        let fix = Text::plain("Ask ")
            .name(&keeper.login)
            .then(" to look again: what was approved is not what is there now.");
        with_line(answer.fix(fix), item, facts, policy)
    }))
}

/// Who brought the last change in, where that is somebody who may approve.
fn keeper<'a>(ledger: &'a Ledger, role: &Role, facts: &Facts) -> Result<Option<&'a Keeper>, Obstacle> {
    let Some(keeper) = &ledger.keeper else { return Ok(None) };
    let login = keeper.login.as_written();
    let student = facts.portfolio.student.as_ref();
    if student.is_some_and(|student| student.as_written().eq_ignore_ascii_case(login)) {
        return Ok(None);
    }
    if role.accounts.iter().any(|account| account.is(login, keeper.id)) {
        return Ok(Some(keeper));
    }
    if role.teams.is_empty() {
        return Ok(None);
    }
    let teams = seen(&keeper.teams)?;
    Ok(role.teams.iter().any(|team| teams.contains(&team.to_string())).then_some(keeper))
}

/// The same with the line that the coordinator would write into the ledger, where the policy has one.
pub(super) fn with_line(answer: Answer, item: &Item, facts: &Facts, policy: &Policy) -> Answer {
    let (Some(_), Ok(digest)) = (&policy.ledger, digest(item.word, facts)) else { return answer };
    if answer.kind == Kind::Met {
        return answer;
    }
    let fix = answer.fix.as_ref().map_or_else(Text::new, |fix| fix.text.clone().then(" "));
    let fix = fix.then("In the ledger the coordinator would write:");
    answer.fix_by_pasting(fix, "yaml", format!("approved:\n  {}: {}\n", item.word, &digest[..16]))
}
