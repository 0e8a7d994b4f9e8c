//! A practice or real interview is on record: kind, with whom, role, date, and what was learned.

use crate::facts::{Facts, Interview, Place, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

pub(super) const RULE: Rule = Rule {
    id: "interview-evidenced",
    statement: "A practice or real interview is on record",
    group: Group::Interview,
    severity: Severity::Required,
    since: "0.1.0",
    why: "An interview is a skill, and the first one is the hardest. What is written down afterwards is what stays.",
    fix: "Write down the kind (practice or real), with whom, the role, the date, and four to six sentences: what happened, what went well, what to practise.",
    example: "```md\nKind: practice\nWith: G. Hopper\nRole: lead developer at Initech\nDate: 2017-02-20\n\nWe built a queue on a whiteboard. ...\n```",
    needs: &[],
    check: Check::Portfolio(check),
};

const NAMED: &str = "evidence:\n  interview: evidence/interview.md";

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    let Some(log) = seen(&facts.evidence.interviews)? else {
        let text = Text::new()
            .code("portfolio.yml")
            .then(" names no record of an interview, or one that is not there");
        let fix = Text::plain("Write the record, and name it in ").code("portfolio.yml").then(".");
        return Ok(Answer::unmet(text, Place::Folder).fix_by_pasting(fix, "yaml", NAMED));
    };
    let (place, interviews) = (log.place.clone(), &log.interviews);
    let demand = &policy.interviews;
    let whole = interviews.iter().filter(|interview| lacks(interview, demand.sentences).is_empty()).count();
    if whole >= demand.wanted {
        let text = Text::new().value(counted(whole, "interview", "interviews")).then(" on record");
        return Ok(Answer::met(text, place).at_latest(log.at_latest));
    }
    let Some(first) = interviews.iter().find(|interview| !lacks(interview, demand.sentences).is_empty())
    else {
        let text =
            Text::new().number(whole).then(" of ").value(counted(demand.wanted, "interview", "interviews"));
        return Ok(Answer::unmet(text, place));
    };
    let text = Text::plain("The record at line ").number(first.line as usize).then(" has ");
    let lacking = lacks(first, demand.sentences);
    let text = lacking.into_iter().enumerate().fold(text, |text, (index, what)| {
        let text = if index == 0 { text } else { text.then(", ") };
        text.append(what)
    });
    Ok(Answer::unmet(text, place))
}

fn lacks(interview: &Interview, sentences: usize) -> Vec<Text> {
    let fields = [
        ("no kind", interview.kind.is_blank()),
        ("no name of whom it was with", interview.person.is_blank()),
        ("no role", interview.role.is_blank()),
        ("no date", interview.date.day.is_none()),
    ];
    let mut lacking: Vec<Text> =
        fields.into_iter().filter(|(_, lacks)| *lacks).map(|(what, _)| Text::plain(what)).collect();
    if interview.sentences < sentences {
        let text = Text::new().value(counted(interview.sentences, "sentence", "sentences"));
        lacking.push(text.then(" of ").number(sentences));
    }
    lacking
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Day, Evidence, InterviewLog, Obstacle, Private, Seen, WrittenDate};
    use crate::rule::Kind;

    fn whole() -> Interview {
        let day = Some(Day { year: Some(2017), month: 2, day: 20 });
        Interview {
            line: 3,
            kind: "practice".into(),
            person: Private::new("Grace Hopper"),
            role: "lead developer".into(),
            date: WrittenDate { written: "2017-02-20".into(), day },
            sentences: 4,
        }
    }

    fn answer(interviews: Seen<Option<Vec<Interview>>>) -> Outcome {
        let log = |interviews| InterviewLog { place: Place::Folder, at_latest: None, interviews };
        let interviews = interviews.map(|interviews| interviews.map(log));
        let evidence = Evidence { interviews, ..Evidence::not_asked() };
        check(&Facts { evidence, ..Facts::sample() }, &Policy::portfolio())
    }

    #[test]
    fn each_part_of_a_record_is_asked_for() {
        let cases = [
            ("whole", whole(), Kind::Met, "1 interview on record"),
            ("no kind", Interview { kind: "".into(), ..whole() }, Kind::Unmet, "no kind"),
            ("nobody", Interview { person: Private::default(), ..whole() }, Kind::Unmet, "no name of whom"),
            ("no role", Interview { role: " ".into(), ..whole() }, Kind::Unmet, "no role"),
            ("no date", Interview { date: WrittenDate::default(), ..whole() }, Kind::Unmet, "no date"),
            ("too short", Interview { sentences: 3, ..whole() }, Kind::Unmet, "3 sentences of 4"),
        ];
        for (case, interview, kind, words) in cases {
            let answer = answer(Ok(Some(vec![interview]))).unwrap();
            let text = answer.text.in_words();
            assert_eq!(answer.kind, kind, "{case}: {text}");
            assert!(text.contains(words), "{case}: {text}");
        }
    }

    #[test]
    fn one_that_is_whole_is_enough_beside_others() {
        let short = Interview { sentences: 0, line: 20, ..whole() };
        assert_eq!(answer(Ok(Some(vec![short, whole()]))).unwrap().kind, Kind::Met);
        assert_eq!(answer(Ok(Some(Vec::new()))).unwrap().kind, Kind::Unmet);
        assert_eq!(answer(Ok(None)).unwrap().kind, Kind::Unmet);
        assert_eq!(answer(Err(Obstacle::TimedOut)).unwrap_err(), Obstacle::TimedOut);
    }
}
