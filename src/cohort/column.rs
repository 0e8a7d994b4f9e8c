//! The columns of the page: which rules a column sums up.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::policy::Policy;
use crate::rule::{Group, Rule};

/// A column, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The site is known, up, and the student's own.
    Site,
    /// A resume link is on it.
    ResumeLink,
    /// It opens as a document with text, the student's own.
    Resume,
    /// The resume was approved as it is now.
    ResumeApproved,
    /// As many projects as are asked for, readable and original.
    Projects,
    /// What documents them.
    Readmes,
    /// The portfolio was handed in and approved as it is now.
    Portfolio,
    /// Contacts.
    Contacts,
    /// An interview.
    Interview,
    /// The plan.
    Plan,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Site,
        Self::ResumeLink,
        Self::Resume,
        Self::ResumeApproved,
        Self::Projects,
        Self::Readmes,
        Self::Portfolio,
        Self::Contacts,
        Self::Interview,
        Self::Plan,
    ];

    /// The column of a rule.
    pub fn of(rule: &Rule) -> Self {
        match (rule.group, rule.id) {
            (Group::Site, _) => Self::Site,
            (Group::Resume, "resume-linked") => Self::ResumeLink,
            (Group::Resume, "resume-approved") => Self::ResumeApproved,
            (Group::Resume, _) => Self::Resume,
            (Group::Projects, _) => Self::Projects,
            (Group::Readme, _) => Self::Readmes,
            (Group::Portfolio, _) => Self::Portfolio,
            (Group::Outreach, _) => Self::Contacts,
            (Group::Interview, _) => Self::Interview,
            (Group::Plan, _) => Self::Plan,
        }
    }

    /// Those that a policy asks something of.
    pub fn of_policy(rules: &[&'static Rule], policy: &Policy) -> Vec<Self> {
        let is_asked = |column: &Self| {
            let mut asked = rules.iter().filter(|rule| policy.demands(rule.id));
            asked.any(|rule| Self::of(rule) == *column)
        };
        Self::ALL.into_iter().filter(is_asked).collect()
    }

    /// Its head.
    pub fn label(self) -> &'static str {
        match self {
            Self::Site => "Site",
            Self::ResumeLink => "Resume link",
            Self::Resume => "Resume",
            Self::ResumeApproved => "Resume approved",
            Self::Projects => "Projects",
            Self::Readmes => "READMEs",
            Self::Portfolio => "Portfolio approved",
            Self::Contacts => "Contacts",
            Self::Interview => "Interview",
            Self::Plan => "Plan",
        }
    }
}
