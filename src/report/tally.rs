//! How the whole came out, and how many findings there are of each verdict.

use crate::finding::{Finding, Verdict};
use crate::rule::Severity;

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
    /// Of findings; what the school excused does not count.
    pub fn of(findings: &[Finding]) -> Self {
        let all = |verdict| {
            findings.iter().filter(move |finding| finding.verdict == verdict && finding.excuse.is_none())
        };
        if all(Verdict::Fail).next().is_some() {
            Self::Fail
        } else if all(Verdict::Pending).any(|finding| finding.severity == Severity::Required) {
            Self::Pending
        } else if all(Verdict::CannotTell).any(|finding| finding.severity == Severity::Required) {
            Self::CannotTell
        } else {
            Self::Pass
        }
    }

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
