//! What the school demands: counts, levels and severities. Read from where the student cannot write.

use crate::facts::Level;

/// What the school demands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it was read from.
    pub source: PolicySource,
    /// How many distinct projects a portfolio shows.
    pub projects_wanted: usize,
    /// The level that each project's README reaches.
    pub readme_level: Level,
}

/// Where a policy was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PolicySource {
    /// One of the program's own.
    Preset,
}

impl PolicySource {
    /// The public word for it.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Preset => "preset",
        }
    }
}

impl Policy {
    /// The names of the presets.
    pub const PRESETS: [&'static str; 1] = ["portfolio"];

    /// A preset by its name.
    pub fn preset(name: &str) -> Option<Self> {
        (name == "portfolio").then(Self::portfolio)
    }

    /// The default: three projects, each with an adequate README, and a resume that opens; no dates.
    /// Three is what the school's page of January 2017 asks, level 3 what it graded as passing three weeks later.
    pub fn portfolio() -> Self {
        Self {
            name: "portfolio".into(),
            version: "1".into(),
            source: PolicySource::Preset,
            projects_wanted: 3,
            readme_level: Level::Adequate,
        }
    }
}
