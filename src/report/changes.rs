//! What changed since the report before: fixed, new, regressed.

use std::collections::BTreeMap;

use crate::facts::Untrusted;
use crate::finding::{Finding, Verdict};

/// Verdicts by the id of the finding, as an earlier report had them.
pub type Verdicts = BTreeMap<String, Verdict>;

/// What changed since the report before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Ids that needed work and are right now.
    pub fixed: Vec<Untrusted>,
    /// Ids that need work and were not there before.
    pub new: Vec<Untrusted>,
    /// Ids that were right and need work now.
    pub regressed: Vec<Untrusted>,
}

impl Changes {
    /// Compares findings with an earlier report's verdicts.
    pub fn since(before: &Verdicts, findings: &[Finding]) -> Self {
        let mut changes = Self::default();
        for finding in findings {
            let id = finding.id();
            let earlier = before.get(id.as_written()).copied();
            match (earlier, finding.verdict) {
                (Some(Verdict::Fail | Verdict::Warn), Verdict::Pass) => changes.fixed.push(id),
                (Some(Verdict::Pass), Verdict::Fail | Verdict::Warn) => changes.regressed.push(id),
                (None, Verdict::Fail) => changes.new.push(id),
                _ => {}
            }
        }
        changes
    }
}
