//! The plan is there, with goals and further parts filled in.

use crate::facts::{Facts, Place, PlanPart, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

pub(super) const RULE: Rule = Rule {
    id: "plan-written",
    statement: "The plan for the job hunt is filled in",
    group: Group::Plan,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A plan turns weeks without lessons into steps.",
    fix: "Fill in the goals and two more parts in own words; questions and slots of the template do not count.",
    example: "",
    needs: &[],
    check: Check::Portfolio(check),
};

const NAMED: &str = "evidence:\n  plan: evidence/plan.md";

/// Fewer words than this are a heading's echo.
const FEWEST_WORDS: usize = 8;

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    let Some(plan) = seen(&facts.evidence.plan)? else {
        let text = Text::new().code("portfolio.yml").then(" names no plan, or one that is not there");
        let fix = Text::plain("Write the plan, and name it in ").code("portfolio.yml").then(".");
        return Ok(Answer::unmet(text, Place::Folder).fix_by_pasting(fix, "yaml", NAMED));
    };
    let place = plan.place.clone();
    let filled: Vec<&PlanPart> = plan.parts.iter().filter(|part| part.words >= FEWEST_WORDS).collect();
    let text =
        Text::new().number(filled.len()).then(" of ").value(counted(policy.plan_parts, "part", "parts"));
    let text = text.then(" filled in");
    if filled.is_empty() {
        return Ok(Answer::unmet(Text::plain("The template, with nothing filled in"), place));
    }
    if !filled.iter().any(|part| part.is_goals) {
        return Ok(Answer::unmet(text.then(", and no goals among them"), place));
    }
    let is_enough = filled.len() >= policy.plan_parts;
    Ok(if is_enough {
        Answer::met(text, place).at_latest(plan.at_latest)
    } else {
        Answer::unmet(text, place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Evidence, Obstacle, Plan, Seen};
    use crate::rule::Kind;

    fn answer(plan: Seen<Option<Plan>>) -> Outcome {
        let evidence = Evidence { plan, ..Evidence::not_asked() };
        check(&Facts { evidence, ..Facts::sample() }, &Policy::portfolio())
    }

    #[test]
    fn goals_and_two_more_parts_are_filled() {
        let part = |heading: &str, words| PlanPart {
            heading: heading.into(),
            line: 1,
            words,
            is_goals: heading == "Goals",
        };
        let cases = [
            (
                "whole",
                vec![part("Goals", 30), part("Community", 12), part("Open source", 8)],
                Kind::Met,
                "3 of 3",
            ),
            (
                "a part is open",
                vec![part("Goals", 30), part("Community", 12), part("Open source", 7)],
                Kind::Unmet,
                "2 of 3 parts filled in",
            ),
            (
                "without goals",
                vec![part("Talks", 30), part("Community", 12), part("Open source", 30)],
                Kind::Unmet,
                "no goals among them",
            ),
            ("untouched", vec![part("Goals", 0), part("Community", 0)], Kind::Unmet, "nothing filled in"),
            ("empty", Vec::new(), Kind::Unmet, "nothing filled in"),
        ];
        for (case, parts, kind, words) in cases {
            let answer = answer(Ok(Some(Plan { place: Place::Folder, at_latest: None, parts }))).unwrap();
            let text = answer.text.in_words();
            assert_eq!(answer.kind, kind, "{case}: {text}");
            assert!(text.contains(words), "{case}: {text}");
        }
        assert_eq!(answer(Ok(None)).unwrap().kind, Kind::Unmet);
        assert_eq!(answer(Err(Obstacle::NoAccess)).unwrap_err(), Obstacle::NoAccess);
    }
}
