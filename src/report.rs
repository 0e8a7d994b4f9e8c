//! The report: findings in order, every count, the next step, and what changed. The single source of every number.

pub mod changes;
pub mod state;
pub mod v1;

use url::Url;

use crate::facts::{
    Facts, Instant, Note, Obstacle, Project, PullRequest, Readme, RepoName, Resume, Seen, Site, Untrusted,
    Zone,
};
use crate::finding::{Finding, Standing, Verdict};
use crate::policy::Policy;
use crate::rule::Severity;
use changes::{Changes, Verdicts};

/// How the whole came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverallOutcome {
    /// At least one required rule failed.
    Fail,
    /// Nothing failed, something waits.
    Pending,
    /// Nothing failed or waits, but something required could not be told.
    CannotTell,
    /// Everything required was seen and is right.
    Pass,
}

impl OverallOutcome {
    /// The public word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Fail => "fail",
            Self::Pending => "pending",
            Self::CannotTell => "cannot_tell",
            Self::Pass => "pass",
        }
    }
}

/// How many findings there are of each verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Seen and right.
    pub pass: usize,
    /// Right enough, with advice.
    pub warn: usize,
    /// Required and proven unmet.
    pub fail: usize,
    /// Waits.
    pub pending: usize,
    /// Could not be seen.
    pub cannot_tell: usize,
    /// Does not concern this student.
    pub not_applicable: usize,
    /// Not right, and excused by the school; counted here only.
    pub excused: usize,
}

impl Tally {
    /// Counts.
    pub fn of(findings: &[Finding]) -> Self {
        let counts = |finding: &&Finding, verdict| finding.verdict == verdict && finding.excuse.is_none();
        let count = |verdict| findings.iter().filter(|finding| counts(finding, verdict)).count();
        Self {
            pass: count(Verdict::Pass),
            warn: count(Verdict::Warn),
            fail: count(Verdict::Fail),
            pending: count(Verdict::Pending),
            cannot_tell: count(Verdict::CannotTell),
            not_applicable: count(Verdict::NotApplicable),
            excused: findings.iter().filter(|finding| finding.excuse.is_some()).count(),
        }
    }

    /// Findings that concern the student.
    pub fn applicable(self) -> usize {
        self.pass + self.warn + self.fail + self.pending + self.cannot_tell
    }
}

/// Which rules the report was judged by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyStamp {
    /// The policy's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it was read from.
    pub source: String,
    /// The school's zone, in which dates are shown.
    pub zone: Zone,
}

impl From<&Policy> for PolicyStamp {
    fn from(policy: &Policy) -> Self {
        Self {
            name: policy.name.clone(),
            version: policy.version.clone(),
            source: policy.source.to_string(),
            zone: policy.calendar.shown_in(),
        }
    }
}

/// Everything that any format shows.
#[derive(Debug, Clone)]
pub struct Report {
    /// When the reading began.
    pub read_at: Instant,
    /// The student's account.
    pub student: Option<Untrusted>,
    /// The portfolio's repository.
    pub portfolio: Option<RepoName>,
    /// The commit that was read.
    pub commit: Option<String>,
    /// The pull request, without its comments.
    pub pull_request: Option<PullRequest>,
    /// Which rules it was judged by.
    pub policy: PolicyStamp,
    /// How the whole came out.
    pub outcome: OverallOutcome,
    /// How many of each verdict.
    pub tally: Tally,
    /// The place in `findings` of the one thing to do next.
    pub next_step: Option<usize>,
    /// The findings: worst first, then in the order of the rules.
    pub findings: Vec<Finding>,
    /// The site.
    pub site: Site,
    /// The resume.
    pub resume: Resume,
    /// The portfolio's own README; none where it has none.
    pub portfolio_readme: Seen<Option<Readme>>,
    /// The projects; empty where they could not be seen.
    pub projects: Vec<Project>,
    /// Remarks about the reading.
    pub notes: Vec<Note>,
    /// What changed since the last report; none where there was none.
    pub changes: Option<Changes>,
    /// The address of the code host's pages, without a final slash.
    pub server: String,
}

impl Report {
    /// Orders, counts, and picks the next step. Links lead to github.com until `on_server` says otherwise.
    pub fn new(facts: Facts, policy: PolicyStamp, mut findings: Vec<Finding>) -> Self {
        findings.sort_by_key(|finding| finding.verdict);
        let tally = Tally::of(&findings);
        Self {
            read_at: facts.read_at,
            student: facts.portfolio.student,
            portfolio: facts.portfolio.name,
            commit: facts.portfolio.commit,
            pull_request: facts.pull_request,
            policy,
            outcome: outcome(&findings),
            tally,
            next_step: next_step(&findings),
            findings,
            site: facts.site,
            resume: facts.resume,
            portfolio_readme: facts.portfolio.readme,
            projects: facts.projects.unwrap_or_default(),
            notes: facts.notes,
            changes: None,
            server: "https://github.com".into(),
        }
    }

    /// The same with its links to the pages of this code host.
    #[must_use]
    pub fn on_server(mut self, server: &Url) -> Self {
        self.server = server.as_str().trim_end_matches('/').into();
        self
    }

    /// The same with what changed since an earlier report.
    #[must_use]
    pub fn since(mut self, before: &Verdicts) -> Self {
        self.changes = Some(Changes::since(before, &self.findings));
        self
    }

    /// The findings of one verdict that nobody excused, in order.
    pub fn with_verdict(&self, verdict: Verdict) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.verdict == verdict && finding.excuse.is_none())
    }

    /// The findings that are not right and excused by the school.
    pub fn excused(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.excuse.is_some())
    }

    /// The next date of something that is not met yet.
    pub fn next_due(&self) -> Option<Instant> {
        let open = self
            .findings
            .iter()
            .filter(|finding| finding.standing == Some(Standing::NotDueYet) && finding.excuse.is_none());
        open.filter_map(|finding| finding.due).min()
    }

    /// The one thing to do next.
    pub fn next_finding(&self) -> Option<&Finding> {
        self.next_step.and_then(|index| self.findings.get(index))
    }

    /// True for the finding of this report that is to be done next.
    pub fn is_next(&self, finding: &Finding) -> bool {
        self.next_finding().is_some_and(|next| std::ptr::eq(next, finding))
    }
}

fn outcome(findings: &[Finding]) -> OverallOutcome {
    let all = |verdict| {
        findings.iter().filter(move |finding| finding.verdict == verdict && finding.excuse.is_none())
    };
    if all(Verdict::Fail).next().is_some() {
        OverallOutcome::Fail
    } else if all(Verdict::Pending).any(|finding| finding.severity == Severity::Required) {
        OverallOutcome::Pending
    } else if all(Verdict::CannotTell).any(|finding| finding.severity == Severity::Required) {
        OverallOutcome::CannotTell
    } else {
        OverallOutcome::Pass
    }
}

/// The first failure; else what is due next; else what hides something required and can be changed; else advice; else what
/// could not be seen.
fn next_step(findings: &[Finding]) -> Option<usize> {
    let open = || findings.iter().enumerate().filter(|(_, finding)| finding.excuse.is_none());
    let first =
        |is_it: fn(&Finding) -> bool| open().find(|(_, finding)| is_it(finding)).map(|(index, _)| index);
    let due_next = open()
        .filter(|(_, finding)| finding.standing == Some(Standing::NotDueYet))
        .min_by_key(|(_, finding)| finding.due);
    first(|finding| finding.verdict == Verdict::Fail)
        .or(due_next.map(|(index, _)| index))
        .or_else(|| first(hides_something))
        .or_else(|| first(|finding| finding.verdict == Verdict::Warn))
        .or_else(|| first(|finding| finding.verdict == Verdict::CannotTell))
}

fn hides_something(finding: &Finding) -> bool {
    finding.severity == Severity::Required
        && finding.obstacle.as_ref().is_some_and(Obstacle::is_in_the_material)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Obstacle;
    use crate::render::sample;

    /// Findings with these verdicts, severities and obstacles.
    fn findings(cases: &[(Verdict, Severity, Option<Obstacle>)]) -> Vec<Finding> {
        let of = |(case, finding): (&(Verdict, Severity, Option<Obstacle>), Finding)| Finding {
            verdict: case.0,
            severity: case.1,
            obstacle: case.2.clone(),
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
            assert_eq!(outcome(&findings), expected, "{number}");
            assert_eq!(next_step(&findings), next, "{number}");
        }
    }

    #[test]
    fn worst_first_then_in_the_order_of_the_rules() {
        let report = sample::report();
        let verdicts: Vec<Verdict> = report.findings.iter().map(|finding| finding.verdict).collect();
        assert!(verdicts.is_sorted());
        assert_eq!(report.tally.applicable() + report.tally.not_applicable, report.findings.len());
        assert!(report.is_next(&report.findings[0]));
    }
}
