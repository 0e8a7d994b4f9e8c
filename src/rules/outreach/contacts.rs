//! As many contacts as the school asks for by now.

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
    let found = log.contacts.iter().filter(|contact| contact.counts() && contact.again.is_none()).count();
    let text =
        Text::new().value(counted(found, "person", "people")).then(", ").number(wanted).then(" asked for");
    if found >= wanted {
        return Ok(Answer::met(text, log.place.clone()).at_latest(log.at_latest));
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

#[cfg(test)]
mod tests {
    use super::super::sample::{contact, facts, log, policy};
    use super::*;
    use crate::facts::{Contact, Obstacle};
    use crate::rule::Kind;

    #[test]
    fn people_are_counted_and_each_of_them_once() {
        let (hedy, radia) =
            (|| contact(2, "Hedy Lamarr", "Initech"), || contact(3, "Radia Perlman", "Hooli"));
        let example = || Contact { is_sample: true, ..contact(4, "Jane Doe", "Acme") };
        let again = Contact { again: Some(2), ..contact(5, "LAMARR, Hedy", "Globex") };
        let nameless = contact(6, "", "Hooli");
        let cases = [
            ("two", Ok(Some(log(vec![hedy(), radia()]))), Ok(Kind::Met)),
            (
                "more than enough",
                Ok(Some(log(vec![hedy(), radia(), contact(4, "Joan Clarke", "Stark")]))),
                Ok(Kind::Met),
            ),
            ("one, and an example", Ok(Some(log(vec![hedy(), example()]))), Ok(Kind::Unmet)),
            ("one, twice", Ok(Some(log(vec![hedy(), again]))), Ok(Kind::Unmet)),
            ("one, and one without a name", Ok(Some(log(vec![hedy(), nameless]))), Ok(Kind::Unmet)),
            ("an empty record", Ok(Some(log(Vec::new()))), Ok(Kind::Unmet)),
            ("no record", Ok(None), Ok(Kind::Unmet)),
            ("a record that may not be read", Err(Obstacle::NoAccess), Err(Obstacle::NoAccess)),
        ];
        for (case, outreach, expected) in cases {
            let answer = check(&facts(outreach), &policy());
            assert_eq!(answer.map(|answer| answer.kind), expected, "{case}");
        }
    }
}
