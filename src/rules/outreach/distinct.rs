//! Different people, at different companies, within the time of the course.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{line_of, listed, log, no_record};
use crate::facts::{Contact, ContactLog, Facts, folded};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "outreach-distinct",
    statement: "The contacts are different people, within the time of the course",
    group: Group::Outreach,
    severity: Severity::Required,
    since: "0.1.0",
    why: "Six lines about two people are two contacts. A date in last year's January is a slip that makes the whole record look careless.",
    fix: "Keep one line for each person, with follow-ups in its outcome, and put the dates right.",
    example: "",
    needs: &[],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    let Ok(log) = log(facts)? else { return Ok(no_record()) };
    let real: Vec<&Contact> = log.contacts.iter().filter(|contact| contact.counts()).collect();
    if real.is_empty() {
        return Ok(Answer::not_applicable(Text::plain("The record has no contact yet"), log.place.clone()));
    }
    let again = |contact: &&Contact| {
        let earlier = contact.again? as usize;
        Some((contact.line, Text::plain("the person of line ").number(earlier).then(" again")))
    };
    let mut problems: Vec<(u32, Text)> = real.iter().filter_map(again).collect();
    let today = policy.calendar.day(facts.as_of);
    problems
        .extend(real.iter().filter_map(|contact| Some((contact.line, out_of_time(contact, today, policy)?))));
    problems.extend(too_often(&real, policy.contacts.per_company));
    problems.sort_by_key(|(line, _)| *line);
    Ok(match problems.first() {
        Some((line, _)) => Answer::unmet(listed(&problems), line_of(log, *line)),
        None => with_care(log, &real, policy),
    })
}

/// A day outside the course; a day without its year is taken to be of this course.
fn out_of_time(contact: &Contact, today: Date, policy: &Policy) -> Option<Text> {
    let day = contact.date.day?;
    let start = policy.calendar.start;
    let year = day.year.unwrap_or_else(|| start.map_or(today.year(), Date::year));
    let date = Date::new(year, day.month, day.day).ok()?;
    if date > today {
        return Some(Text::plain("a date in the future"));
    }
    let start = start.filter(|start| date < *start)?;
    let is_slip = Date::new(year + 1, day.month, day.day).is_ok_and(|next| next >= start && next <= today);
    Some(if is_slip {
        Text::plain("last year's date; ")
            .number(usize::try_from(year + 1).unwrap_or_default())
            .then(" is meant")
    } else {
        Text::plain("a date before the course began")
    })
}

/// Companies with more contacts than count.
fn too_often(contacts: &[&Contact], most: usize) -> Vec<(u32, Text)> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut problems = Vec::new();
    for contact in contacts {
        let count = seen.entry(contact.company_folded()).or_default();
        *count += 1;
        if *count > most {
            problems.push((
                contact.line,
                Text::plain("one more at a company with ").number(most).then(" already"),
            ));
        }
    }
    problems
}

/// Right, perhaps with companies that the school would rather see left alone.
fn with_care(log: &ContactLog, contacts: &[&Contact], policy: &Policy) -> Answer {
    let skip: Vec<String> = policy.contacts.skip.iter().map(|name| folded(name)).collect();
    let at = contacts.iter().find(|contact| skip.contains(&contact.company_folded()));
    let Some(contact) = at else {
        let text = Text::new().number(contacts.len()).then(" different people");
        return Answer::met(text, log.place.clone()).at_latest(log.at_latest);
    };
    let text = Text::plain("The school would rather leave ").quote(&contact.company).then(" alone");
    Answer::doubtful(text, line_of(log, contact.line))
        .fix(Text::plain("Ask the coordinator before writing to this company again."))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{contact, day, facts, log, policy};
    use super::*;
    use crate::facts::Obstacle;
    use crate::rule::Kind;

    #[test]
    fn other_people_at_other_companies_within_the_course() {
        let hedy = || contact(2, "Hedy Lamarr", "Initech");
        let on = |year, month, date| vec![Contact { date: day(year, month, date), ..hedy() }];
        let with = |person, company| vec![hedy(), contact(3, person, company)];
        let again = Contact { again: Some(2), ..contact(3, "lamarr, HEDY", "Hooli") };
        let cases = [
            ("two", with("Radia Perlman", "Hooli"), Kind::Met, ""),
            ("in other spelling", vec![hedy(), again], Kind::Unmet, "the person of line 2 again"),
            (
                "the company too often",
                with("Radia Perlman", "Initech, Inc."),
                Kind::Unmet,
                "one more at a company",
            ),
            ("today", on(Some(2017), 2, 3), Kind::Met, ""),
            ("tomorrow", on(Some(2017), 2, 4), Kind::Unmet, "a date in the future"),
            ("without a year", on(None, 1, 30), Kind::Met, ""),
            ("last year's January", on(Some(2016), 1, 30), Kind::Unmet, "2017 is meant"),
            ("before the course", on(Some(2017), 1, 22), Kind::Unmet, "before the course began"),
            (
                "a company to leave alone",
                vec![contact(2, "Hedy Lamarr", "Initrode")],
                Kind::Doubtful,
                "alone",
            ),
            ("nobody yet", Vec::new(), Kind::NotApplicable, ""),
        ];
        for (case, contacts, kind, words) in cases {
            let answer = check(&facts(Ok(Some(log(contacts)))), &policy()).unwrap();
            let text = answer.text.in_words();
            assert_eq!(answer.kind, kind, "{case}: {text}");
            assert!(text.contains(words), "{case}: {text}");
        }
        let unseen = facts(Err(Obstacle::NoAccess));
        assert_eq!(check(&unseen, &policy()).unwrap_err(), Obstacle::NoAccess);
        assert_eq!(check(&facts(Ok(None)), &policy()).unwrap().kind, Kind::NotApplicable);
    }
}
