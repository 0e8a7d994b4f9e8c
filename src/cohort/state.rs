//! How a requirement stands for one student, in the words of the page.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::facts::Obstacle;
use crate::finding::Finding;
use crate::report::Pile;

/// How a requirement, or a column of them, stands. The order is that in which one of several speaks for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Required, due, and proven unmet.
    NotMet,
    /// In the hands of somebody at the school.
    Waiting,
    /// There is no permission to look.
    NoAccess,
    /// Could not be looked at this time.
    NotSeen,
    /// Not met, and there is time left.
    NotDue,
    /// Right enough, with advice.
    Advice,
    /// Not met, and the school let the student off.
    Excused,
    /// Seen and right.
    Met,
    /// Does not concern this student.
    NotApplicable,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::NotMet,
        Self::Waiting,
        Self::NoAccess,
        Self::NotSeen,
        Self::NotDue,
        Self::Advice,
        Self::Excused,
        Self::Met,
        Self::NotApplicable,
    ];

    /// That of a finding.
    pub fn of(finding: &Finding) -> Self {
        match Pile::of(finding) {
            Pile::ToFix => Self::NotMet,
            Pile::ToDo => Self::NotDue,
            Pile::Waiting => Self::Waiting,
            Pile::NotSeen if finding.obstacle == Some(Obstacle::NoAccess) => Self::NoAccess,
            Pile::NotSeen => Self::NotSeen,
            Pile::Advice => Self::Advice,
            Pile::Met => Self::Met,
            Pile::Excused => Self::Excused,
            Pile::NotNeeded => Self::NotApplicable,
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotMet => "not met",
            Self::Waiting => "waiting",
            Self::NoAccess => "no access",
            Self::NotSeen => "not seen this time",
            Self::NotDue => "not due",
            Self::Advice => "met, with advice",
            Self::Excused => "excused",
            Self::Met => "met",
            Self::NotApplicable => "does not apply",
        }
    }

    /// The public id, as in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::NotMet => "not_met",
            Self::Waiting => "waiting",
            Self::NoAccess => "no_access",
            Self::NotSeen => "not_seen",
            Self::NotDue => "not_due",
            Self::Advice => "advice",
            Self::Excused => "excused",
            Self::Met => "met",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// True where something was really looked at.
    pub fn is_seen(self) -> bool {
        !matches!(self, Self::NoAccess | Self::NotSeen | Self::NotApplicable)
    }

    /// True where nothing is left to do.
    pub fn is_met(self) -> bool {
        matches!(self, Self::Met | Self::Advice)
    }
}
