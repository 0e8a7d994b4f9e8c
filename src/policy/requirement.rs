//! What one rule demands beside its thresholds: its weight, its dates, and who approves.

use super::deadline::Deadline;
use super::file::Weight;
use super::moment::Moment;

/// A date as it was written, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// As written.
    pub moment: Moment,
    /// What it means; none where it counts from a cohort's start that is not known.
    pub deadline: Option<Deadline>,
}

/// A count and its date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// How many, all in all.
    pub count: usize,
    /// Until when.
    pub due: Due,
}

/// What is demanded by one rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Requirement {
    /// What it means when unmet; as the rule says where none is given.
    pub weight: Option<Weight>,
    /// Until when.
    pub due: Option<Due>,
    /// How many by when; the last one is the whole.
    pub stages: Vec<Stage>,
    /// The role of those who approve.
    pub by: Option<String>,
    /// How many of them have to approve; one where none is given.
    pub approvals: Option<usize>,
    /// A remark for readers of the policy.
    pub note: Option<String>,
}

impl Requirement {
    /// One that is not judged.
    pub(super) fn off() -> Self {
        Self { weight: Some(Weight::Off), ..Self::default() }
    }
}

/// The keys of a requirement that only some rules take, and which rules those are.
pub(super) const KEYS: [(&str, &[&str]); 9] = [
    ("count", &["projects-enough", "outreach-contacts", "interview-evidenced"]),
    ("stages", &["projects-enough", "outreach-contacts"]),
    ("level", &["readme-adequate"]),
    ("by", &["resume-approved", "portfolio-approved", "evidence-submitted"]),
    ("approvals", &["resume-approved", "portfolio-approved"]),
    ("per-company", &["outreach-distinct"]),
    ("skip", &["outreach-distinct"]),
    ("sentences", &["interview-evidenced"]),
    ("parts", &["plan-written"]),
];
