//! As many contacts as the school asks for by now.

use super::same::{counts, repeated};
use super::{line_of, log};
use crate::facts::Facts;
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

pub(super) const RULE: Rule = Rule {
    id: "outreach-contacts",
    statement: "As many people were contacted as the school asks",
    group: Group::Outreach,
    severity: Severity::Required,
    since: "0.1.0",
    why: "Most jobs are found through people, and a few letters a week are what makes the difference.",
    fix: "Write to one more person, and add a line with company, person, position, date and outcome. That nobody answered is an outcome, too.",
    example: "```csv\ncompany,person,position,date,outcome,channel\nInitech,G. Hopper,lead developer,2017-02-01,no answer,mail\n```",
    needs: &[],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    let log = match log(facts)? {
        Ok(log) => log,
        Err(answer) => return Ok(answer),
    };
    let wanted = policy.contacts.wanted;
    let found = log.contacts.iter().filter(|contact| counts(contact)).count() - repeated(log).len();
    let text =
        Text::new().value(counted(found, "person", "people")).then(", ").number(wanted).then(" asked for");
    if found >= wanted {
        return Ok(Answer::met(text, log.place.clone()));
    }
    let last = log.contacts.last().map_or(1, |contact| contact.line);
    let samples = log.contacts.iter().filter(|contact| contact.is_sample).count();
    let text = match samples {
        0 => text,
        samples => text.then("; ").value(counted(samples, "line", "lines")).then(" of the template left out"),
    };
    let fix = Text::plain("Write to ")
        .value(counted(wanted - found, "more person", "more people"))
        .then(", and add a line with company, person, position, date and outcome for every contact. That nobody answered is an outcome, too.");
    Ok(Answer::unmet(text, line_of(log, last)).fix(fix))
}
