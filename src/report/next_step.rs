//! The one thing to do next.

use super::Pile;
use crate::facts::Obstacle;
use crate::finding::Finding;
use crate::rule::Severity;

/// The first failure; else what is due next; else what hides something required and can be changed; else advice; else what
/// could not be seen.
pub(super) fn next_step(findings: &[Finding]) -> Option<usize> {
    let first = |pile| findings.iter().position(|finding| Pile::of(finding) == pile);
    let to_do = findings.iter().enumerate().filter(|(_, finding)| Pile::of(finding) == Pile::ToDo);
    first(Pile::ToFix)
        .or_else(|| {
            to_do.min_by_key(|(_, finding)| (finding.due.is_none(), finding.due)).map(|(index, _)| index)
        })
        .or_else(|| findings.iter().position(hides_something))
        .or_else(|| first(Pile::Advice))
        .or_else(|| first(Pile::NotSeen))
}

fn hides_something(finding: &Finding) -> bool {
    Pile::of(finding) == Pile::NotSeen
        && finding.severity == Severity::Required
        && finding.obstacle.as_ref().is_some_and(Obstacle::is_in_the_material)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Verdict;
    use crate::render::sample;
    use crate::report::OverallOutcome;

    /// Findings with these verdicts, severities and obstacles.
    fn findings(cases: &[(Verdict, Severity, Option<Obstacle>)]) -> Vec<Finding> {
        let of = |(case, finding): (&(Verdict, Severity, Option<Obstacle>), Finding)| Finding {
            verdict: case.0,
            severity: case.1,
            obstacle: case.2.clone(),
            due: None,
            standing: None,
            excuse: None,
            ..finding
        };
        cases.iter().zip(sample::report().findings).map(of).collect()
    }

    #[test]
    fn outcome_and_next_step() {
        use Severity::{Advisory, Required};
        use Verdict::{CannotTell, Fail, Pass, Pending, Warn};
        let hidden = Some(Obstacle::NeedsJavaScript);
        let busy = Some(Obstacle::RateLimited);
        let cases = [
            (vec![(Pass, Required, None)], OverallOutcome::Pass, None),
            (vec![(Pass, Required, None), (Warn, Advisory, None)], OverallOutcome::Pass, Some(1)),
            (
                vec![(Pass, Required, None), (CannotTell, Advisory, busy.clone())],
                OverallOutcome::Pass,
                Some(1),
            ),
            (vec![(Warn, Advisory, None), (CannotTell, Required, busy)], OverallOutcome::CannotTell, Some(0)),
            (
                vec![(Warn, Advisory, None), (CannotTell, Required, hidden.clone())],
                OverallOutcome::CannotTell,
                Some(1),
            ),
            (vec![(Pending, Required, None), (Pass, Required, None)], OverallOutcome::Pending, None),
            (vec![(CannotTell, Required, hidden), (Fail, Required, None)], OverallOutcome::Fail, Some(1)),
        ];
        for (number, (case, expected, next)) in cases.into_iter().enumerate() {
            let findings = findings(&case);
            assert_eq!(OverallOutcome::of(&findings), expected, "{number}");
            assert_eq!(next_step(&findings), next, "{number}");
        }
    }
}
