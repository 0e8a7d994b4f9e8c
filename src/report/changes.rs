//! What changed since the report before: fixed, arrived, new, regressed.

use std::collections::BTreeMap;

use crate::facts::{Untrusted, short_sha256};
use crate::finding::{Finding, Verdict};

/// Verdicts by the `key` of the finding, as an earlier report had them.
pub type Verdicts = BTreeMap<String, Verdict>;

/// A short stand-in for the id of a finding: of one length, and without anybody's words.
pub fn key(id: &Untrusted) -> String {
    short_sha256(id.as_written(), 12)
}

/// The verdicts that a later report is compared with.
pub fn verdicts(findings: &[Finding]) -> Verdicts {
    findings.iter().map(|finding| (key(&finding.id()), standing(finding))).collect()
}

/// What a finding counts as from one check to the next: nothing is asked of a student where the school excused it.
fn standing(finding: &Finding) -> Verdict {
    if finding.excuse.is_some() { Verdict::NotApplicable } else { finding.verdict }
}

/// What changed since the report before, by ids of findings that are there now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// What failed or had advice and is met now, or failed and has only advice now.
    pub fixed: Vec<Untrusted>,
    /// What waited for a person or was not due yet, and is met now.
    pub arrived: Vec<Untrusted>,
    /// What fails now and was not there before, or could not be told.
    pub new: Vec<Untrusted>,
    /// What was better before.
    pub regressed: Vec<Untrusted>,
}

impl Changes {
    /// Compares findings with an earlier report's verdicts.
    pub fn since(before: &Verdicts, findings: &[Finding]) -> Self {
        let mut changes = Self::default();
        for finding in findings {
            let id = finding.id();
            let earlier = before.get(&key(&id)).copied();
            if let Some(list) = changes.list(earlier, standing(finding)) {
                list.push(id);
            }
        }
        changes
    }

    /// True where nothing changed.
    pub fn is_empty(&self) -> bool {
        [&self.fixed, &self.arrived, &self.new, &self.regressed].into_iter().all(Vec::is_empty)
    }

    fn list(&mut self, before: Option<Verdict>, now: Verdict) -> Option<&mut Vec<Untrusted>> {
        use Verdict::{CannotTell, Fail, NotApplicable, Pass, Pending, Warn};
        match (before, now) {
            (Some(Fail | Warn), Pass) | (Some(Fail), Warn) => Some(&mut self.fixed),
            (Some(Pending), Pass | Warn) => Some(&mut self.arrived),
            (Some(Pass), Warn | Fail) | (Some(Warn), Fail) => Some(&mut self.regressed),
            (None | Some(Pending | CannotTell | NotApplicable), Fail) => Some(&mut self.new),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pair_of_verdicts() {
        use Verdict::{CannotTell, Fail, Pass, Pending, Warn};
        let cases = [
            (Some(Fail), Pass, "fixed"),
            (Some(Warn), Pass, "fixed"),
            (Some(Fail), Warn, "fixed"),
            (Some(Pass), Fail, "regressed"),
            (Some(Pass), Warn, "regressed"),
            (Some(Warn), Fail, "regressed"),
            (None, Fail, "new"),
            (Some(CannotTell), Fail, "new"),
            (Some(Pending), Fail, "new"),
            (Some(Pending), Pass, "arrived"),
            (Some(Pending), Warn, "arrived"),
            (Some(CannotTell), Pass, ""),
            (Some(Fail), Fail, ""),
            (Some(Fail), CannotTell, ""),
            (None, Warn, ""),
            (None, Pass, ""),
        ];
        for (before, now, expected) in cases {
            let mut changes = Changes::default();
            if let Some(list) = changes.list(before, now) {
                list.push("x".into());
            }
            let filled = [
                ("fixed", &changes.fixed),
                ("arrived", &changes.arrived),
                ("new", &changes.new),
                ("regressed", &changes.regressed),
            ];
            let got: String =
                filled.iter().filter(|(_, list)| !list.is_empty()).map(|(name, _)| *name).collect();
            assert_eq!(got, expected, "{before:?} -> {now:?}");
            assert_eq!(changes.is_empty(), expected.is_empty());
        }
    }

    #[test]
    fn keys_are_short_and_differ() {
        assert_eq!(key(&"x".repeat(70_000).into()).len(), 12);
        assert_ne!(key(&"readme-present@ada/a".into()), key(&"readme-present@ada/b".into()));
    }
}
