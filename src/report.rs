//! The report: findings in order, every count, the next step, and what changed. The single source of every number.

pub mod changes;
pub mod state;
pub mod v1;

use url::Url;

use crate::facts::{
    Facts, Instant, Note, Project, PullRequest, Readme, RepoName, Resume, Seen, Site, Untrusted,
};
use crate::finding::{Finding, Verdict};
use crate::policy::Policy;
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
}

impl Tally {
    /// Counts.
    pub fn of(findings: &[Finding]) -> Self {
        let count = |verdict| findings.iter().filter(|finding| finding.verdict == verdict).count();
        Self {
            pass: count(Verdict::Pass),
            warn: count(Verdict::Warn),
            fail: count(Verdict::Fail),
            pending: count(Verdict::Pending),
            cannot_tell: count(Verdict::CannotTell),
            not_applicable: count(Verdict::NotApplicable),
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
}

impl From<&Policy> for PolicyStamp {
    fn from(policy: &Policy) -> Self {
        Self {
            name: policy.name.clone(),
            version: policy.version.clone(),
            source: policy.source.label().into(),
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

    /// The findings of one verdict, in order.
    pub fn with_verdict(&self, verdict: Verdict) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.verdict == verdict)
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
    let any = |verdict| findings.iter().any(|finding| finding.verdict == verdict);
    if any(Verdict::Fail) {
        OverallOutcome::Fail
    } else if any(Verdict::Pending) {
        OverallOutcome::Pending
    } else if any(Verdict::CannotTell) {
        OverallOutcome::CannotTell
    } else {
        OverallOutcome::Pass
    }
}

/// The first failure; else the first thing that a student can do something about.
fn next_step(findings: &[Finding]) -> Option<usize> {
    let first = |verdict| findings.iter().position(|finding| finding.verdict == verdict);
    first(Verdict::Fail).or_else(|| first(Verdict::Warn)).or_else(|| first(Verdict::CannotTell))
}
