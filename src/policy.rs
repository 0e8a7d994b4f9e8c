//! What the school demands: severities, counts, levels, dates and people. Read from where the student cannot write.

mod calendar;
mod deadline;
mod file;
mod leave;
mod moment;
mod people;
mod preset;
mod read;
mod requirement;
mod source;
mod terms;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use calendar::Calendar;
pub use deadline::Deadline;
pub use file::{Weight, schema};
pub use leave::{Extension, Waiver};
pub use moment::Moment;
pub use people::{Account, People, Role, Team};
pub use requirement::{Due, Requirement, Stage};
pub use source::PolicySource;

use crate::facts::Level;
use crate::yaml::Mistake;

/// What the school demands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it was read from.
    pub source: PolicySource,
    /// The preset that it builds on.
    pub extends: Option<String>,
    /// The day from which it holds.
    pub effective_from: Option<Date>,
    /// What the cohort is called.
    pub cohort: Option<String>,
    /// What its dates are read by.
    pub calendar: Calendar,
    /// How many distinct projects a portfolio shows.
    pub projects_wanted: usize,
    /// The level that each project's README reaches.
    pub readme_level: Level,
    /// What is demanded of contacts.
    pub contacts: Contacts,
    /// What is demanded of interviews.
    pub interviews: Interviews,
    /// How many parts of the plan are filled.
    pub plan_parts: usize,
    /// What else is demanded, by the id of the rule.
    pub requirements: BTreeMap<String, Requirement>,
    /// Groups of rules of which one is enough.
    pub either: Vec<Vec<String>>,
    /// Who has which role at the school.
    pub people: People,
    /// Who is let off.
    pub waivers: Vec<Waiver>,
    /// Who has more time.
    pub extensions: Vec<Extension>,
    /// Where sites may lie; anywhere where there is none.
    pub site_hosts: Vec<String>,
    /// Where resumes may lie; anywhere where there is none.
    pub resume_hosts: Vec<String>,
    /// The school's own words, by the id of the rule.
    pub wording: BTreeMap<String, String>,
    /// The file that records approvals given elsewhere; `{student}` stands for the login.
    pub ledger: Option<String>,
}

/// What is demanded of contacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contacts {
    /// How many.
    pub wanted: usize,
    /// How many at one company count.
    pub per_company: usize,
    /// Companies that are better left alone.
    pub skip: Vec<String>,
}

/// What is demanded of interviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interviews {
    /// How many.
    pub wanted: usize,
    /// The fewest sentences of the reflection.
    pub sentences: usize,
}

/// Why a policy cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// There is no preset of that name.
    #[error("{0}")]
    NoPreset(String),
    /// The file has mistakes: its name, and each of them.
    #[error("{}", .mistakes.iter().map(|mistake| format!("{path}: {mistake}")).collect::<Vec<_>>().join("\n"))]
    Mistakes {
        /// The file.
        path: String,
        /// In the order of the file.
        mistakes: Vec<Mistake>,
    },
}

impl Policy {
    /// A preset by its name. `rules` are the ids that there are.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn preset(name: &str, rules: &[&str]) -> Result<Self, PolicyError> {
        preset::read(name, rules)
    }

    /// Reads a policy file. `rules` are the ids that there are.
    ///
    /// # Errors
    /// Every mistake of the file.
    pub fn read(source: PolicySource, text: &str, rules: &[&str]) -> Result<Self, PolicyError> {
        read::read(source, text, rules)
    }

    /// The names of the presets.
    pub fn presets() -> Vec<&'static str> {
        preset::names()
    }

    /// The default: three projects, each with an adequate README, and a resume that opens; no dates.
    /// Three is what the school's page of January 2017 asks, level 3 what it graded as passing three weeks later.
    pub fn portfolio() -> Self {
        Self {
            name: "portfolio".into(),
            version: "1".into(),
            source: PolicySource::Preset,
            extends: None,
            effective_from: None,
            cohort: None,
            calendar: Calendar::default(),
            projects_wanted: 3,
            readme_level: Level::Adequate,
            contacts: Contacts { wanted: 6, per_company: 2, skip: Vec::new() },
            interviews: Interviews { wanted: 1, sentences: 4 },
            plan_parts: 3,
            requirements: preset::OFF.iter().map(|id| ((*id).to_owned(), Requirement::off())).collect(),
            either: Vec::new(),
            people: People::new(),
            waivers: Vec::new(),
            extensions: Vec::new(),
            site_hosts: Vec::new(),
            resume_hosts: Vec::new(),
            wording: BTreeMap::new(),
            ledger: None,
        }
    }

    /// What the policy says about the weight of a rule; none where it leaves that to the rule.
    pub fn weight(&self, rule: &str) -> Option<Weight> {
        self.requirements.get(rule).and_then(|requirement| requirement.weight)
    }

    /// True where a rule is judged.
    pub fn demands(&self, rule: &str) -> bool {
        self.weight(rule) != Some(Weight::Off)
    }

    /// The stages of a rule; none where it has one date or no date.
    pub fn stages(&self, rule: &str) -> &[Stage] {
        self.requirements.get(rule).map_or(&[], |requirement| &requirement.stages)
    }

    /// The same policy as it stands at one stage of a rule: the stage's count is all that is wanted.
    #[must_use]
    pub fn at_stage(&self, rule: &str, stage: &Stage) -> Self {
        let mut policy = self.clone();
        match rule {
            "projects-enough" => policy.projects_wanted = stage.count,
            "outreach-contacts" => policy.contacts.wanted = stage.count,
            _ => {}
        }
        policy
    }

    /// The role of those who approve by a rule, and who they are.
    pub fn approvers(&self, rule: &str) -> Option<(&str, &Role)> {
        let name = self.requirements.get(rule)?.by.as_deref()?;
        Some((name, self.people.get(name)?))
    }
}
