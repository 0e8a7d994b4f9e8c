//! What is to be done next, and whose turn it is.

use super::reading::spot;
use super::row::{Next, Turn, Wait};
use crate::facts::Obstacle;
use crate::finding::Finding;
use crate::policy::Policy;
use crate::report::{Pile, Report, v1};

/// The role of those who approve where the policy names none.
const APPROVER: &str = "coordinator";

/// Everything that waits for somebody at the school.
pub(super) fn waits(report: &Report, policy: &Policy) -> Vec<Wait> {
    let waiting = report.findings.iter().filter(|finding| Pile::of(finding) == Pile::Waiting);
    waiting.map(|finding| wait(report, finding, policy)).collect()
}

/// What comes next: what the student can change, then what waits, then what has time, then what only the next run can tell.
pub(super) fn next(report: &Report, waits: &[Wait]) -> Next {
    let is_students = |finding: &Finding| match Pile::of(finding) {
        Pile::ToFix => true,
        Pile::NotSeen => finding.obstacle.as_ref().is_some_and(Obstacle::is_in_the_material),
        Pile::ToDo | Pile::Advice | Pile::Waiting | Pile::Met | Pile::Excused | Pile::NotNeeded => false,
    };
    let next = report.next_finding();
    match (next, waits.first()) {
        (Some(finding), _) if is_students(finding) => of_student(report, finding),
        (_, Some(wait)) => Next {
            turn: Turn::School(wait.role.clone()),
            text: wait.text.clone(),
            rule: Some(wait.rule.clone()),
            place: wait.place.clone(),
        },
        (Some(finding), None) if Pile::of(finding) != Pile::NotSeen => of_student(report, finding),
        (Some(finding), None) => Next {
            turn: Turn::Nobody,
            text: "Something could not be seen; the next run looks again.".into(),
            rule: Some(finding.rule.id.into()),
            place: spot(report, finding),
        },
        (None, None) => {
            Next { turn: Turn::Nobody, text: "Nothing is left to do.".into(), rule: None, place: None }
        }
    }
}

fn of_student(report: &Report, finding: &Finding) -> Next {
    let advice = finding.advice().unwrap_or_else(|| finding.text.clone());
    Next {
        turn: Turn::Student,
        text: without_paste(v1::plain(&advice)).into(),
        rule: Some(finding.rule.id.into()),
        place: spot(report, finding),
    }
}

/// Advice without what is to be pasted ends in the middle of a sentence.
fn without_paste(advice: String) -> String {
    match advice.strip_suffix(':') {
        Some(advice) => format!("{}.", advice.strip_suffix(", for example").unwrap_or(advice)),
        None => advice,
    }
}

fn wait(report: &Report, finding: &Finding, policy: &Policy) -> Wait {
    let role = policy.approvers(finding.rule.id).map_or(APPROVER, |(role, _)| role);
    Wait {
        role: role.into(),
        rule: finding.rule.id.into(),
        text: v1::plain(&finding.text).into(),
        place: spot(report, finding),
    }
}
