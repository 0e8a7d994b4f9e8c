//! Who is let off a requirement, and who has more time: who granted it, why, and until when.

use super::deadline::Deadline;
use super::requirement::Due;

/// A student who is let off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The student's login.
    pub student: String,
    /// The ids of the rules.
    pub rules: Vec<String>,
    /// Who granted it.
    pub by: String,
    /// Why.
    pub why: String,
    /// Until when it holds; for good where there is none.
    pub until: Option<Due>,
}

/// A student who has more time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// The student's login.
    pub student: String,
    /// The ids of the rules.
    pub rules: Vec<String>,
    /// The new date.
    pub until: Due,
    /// Who granted it.
    pub by: String,
    /// Why.
    pub why: String,
}

impl Waiver {
    /// The moment until which it holds.
    pub fn ends(&self) -> Option<Deadline> {
        self.until.as_ref().and_then(|until| until.deadline)
    }

    pub(super) fn is_for(&self, student: &str, rule: &str) -> bool {
        concerns(&self.student, &self.rules, student, rule)
    }
}

impl Extension {
    pub(super) fn is_for(&self, student: &str, rule: &str) -> bool {
        concerns(&self.student, &self.rules, student, rule)
    }
}

fn concerns(whom: &str, rules: &[String], student: &str, rule: &str) -> bool {
    whom.eq_ignore_ascii_case(student) && rules.iter().any(|id| id == rule)
}
