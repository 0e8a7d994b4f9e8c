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
        return Ok(Answer::met(text, place));
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
