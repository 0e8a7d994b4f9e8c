//! Each contact has company, person, position, date and outcome.

use super::{line_of, listed, log, no_record};
use crate::facts::{Contact, ContactLog, Facts};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

pub(super) const RULE: Rule = Rule {
    id: "outreach-complete",
    statement: "Each contact has company, person, position, date and outcome",
    group: Group::Outreach,
    severity: Severity::Required,
    since: "0.1.0",
    why: "Without them nobody can follow up, and nobody can see what works.",
    fix: "Fill in what the lines lack. That nobody answered is an outcome, too.",
    example: "",
    needs: &[],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let Ok(log) = log(facts)? else { return Ok(no_record()) };
    let real = || log.contacts.iter().filter(|contact| !contact.is_sample);
    let lacking: Vec<(u32, Text)> =
        real().filter_map(|contact| Some((contact.line, lacks(contact)?))).collect();
    Ok(match lacking.first() {
        Some((line, _)) => Answer::unmet(listed(&lacking), line_of(log, *line)),
        None if real().next().is_none() => {
            Answer::not_applicable(Text::plain("The record has no contact yet"), log.place.clone())
        }
        None => whole(log, real().count()),
    })
}

fn whole(log: &ContactLog, count: usize) -> Answer {
    let text = Text::plain("All of ").value(counted(count, "line", "lines"));
    let Some(first) = log.repairs.first() else {
        return Answer::met(text, log.place.clone()).at_latest(log.at_latest);
    };
    let lines: Vec<String> = log.repairs.iter().take(5).map(|repair| repair.line.to_string()).collect();
    let text = text.then("; links were read as they were meant in line ").value(lines.join(", "));
    let fix = Text::plain("Write a link as label in brackets, then address in parentheses, such as ");
    Answer::doubtful(text, line_of(log, first.line)).fix(fix.code(first.corrected.clone()))
}

/// "no date, no outcome"; none where nothing lacks.
fn lacks(contact: &Contact) -> Option<Text> {
    let fields = [
        ("no company", contact.company.is_blank()),
        ("no person", contact.person.is_blank()),
        ("no position", contact.position.is_blank()),
        ("no date", contact.date.written.is_blank()),
        ("a date that is none", !contact.date.written.is_blank() && contact.date.day.is_none()),
        ("no outcome", contact.outcome.is_blank()),
    ];
    let lacking: Vec<&'static str> =
        fields.into_iter().filter(|(_, lacks)| *lacks).map(|(what, _)| what).collect();
    let text = lacking.iter().enumerate().fold(Text::new(), |text, (index, what)| {
        let text = if index == 0 { text } else { text.then(", ") };
        text.then(what)
    });
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{contact, facts, log, policy};
    use super::*;
    use crate::facts::{Obstacle, Repair, Seen, WrittenDate};
    use crate::rule::Kind;

    fn answer(outreach: Seen<Option<ContactLog>>) -> Outcome {
        check(&facts(outreach), &policy())
    }

    #[test]
    fn each_field_that_lacks_is_named_with_its_line() {
        let whole = || contact(2, "Hedy Lamarr", "Initech");
        let cases = [
            ("whole", whole(), Kind::Met, None),
            (
                "nothing but a line",
                Contact { line: 2, ..Contact::default() },
                Kind::Unmet,
                Some("no company"),
            ),
            ("no person", contact(2, "", "Initech"), Kind::Unmet, Some("no person")),
            ("no position", Contact { position: " ".into(), ..whole() }, Kind::Unmet, Some("no position")),
            ("no date", Contact { date: WrittenDate::default(), ..whole() }, Kind::Unmet, Some("no date")),
            (
                "a date that is none",
                Contact { date: WrittenDate { written: "soon".into(), day: None }, ..whole() },
                Kind::Unmet,
                Some("a date that is none"),
            ),
            ("no outcome", Contact { outcome: "".into(), ..whole() }, Kind::Unmet, Some("no outcome")),
            ("an example", Contact { is_sample: true, ..Contact::default() }, Kind::NotApplicable, None),
        ];
        for (case, contact, kind, lacks) in cases {
            let answer = answer(Ok(Some(log(vec![contact])))).unwrap();
            let text = answer.text.in_words();
            assert_eq!(answer.kind, kind, "{case}: {text}");
            assert!(lacks.is_none_or(|lacks| text.contains(lacks)), "{case}: {text}");
        }
    }

    #[test]
    fn links_that_had_to_be_put_right_are_advice() {
        let repairs = vec![Repair { line: 2, corrected: "[…](https://a.example/…)".into() }];
        let log = ContactLog { repairs, ..log(vec![contact(2, "Hedy Lamarr", "Initech")]) };
        assert_eq!(answer(Ok(Some(log))).unwrap().kind, Kind::Doubtful);
    }

    #[test]
    fn without_a_record_there_is_nothing_to_complete() {
        assert_eq!(answer(Ok(None)).unwrap().kind, Kind::NotApplicable);
        assert_eq!(answer(Err(Obstacle::NoAccess)).unwrap_err(), Obstacle::NoAccess);
    }
}
