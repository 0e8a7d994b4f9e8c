//! What the school demands: severities, counts, levels, dates and people. Read from where the student cannot write.

mod calendar;
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
pub use file::{Shown, Weight, schema};
pub use leave::{Extension, Waiver};
pub use moment::{Deadline, Moment};
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
    /// How contacts are shown.
    pub contacts_shown: Shown,
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
            contacts_shown: Shown::Masked,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Instant;
    use crate::rules;

    fn read(text: &str) -> Policy {
        let source = PolicySource::File("policy.yml".into());
        Policy::read(source, text, &rules::ids()).unwrap_or_else(|error| panic!("{error}"))
    }

    const SCHOOL: &str = "\
name: school
version: 3
extends: turing-2017
cohort: {start: 2017-03-06}
people:
  coordinator: [{login: grace, id: 1001}, {team: school/coordinators}]
requirements:
  projects-enough: {count: 2, due: none}
  outreach-contacts: {stages: [{count: 3, due: week 2 Friday 16:00}, {count: 7, due: week 4 Friday}]}
  plan-written: off
waivers: [{student: Alan, rules: [interview-evidenced], by: grace, why: hired already, until: 2017-04-01}]
extensions: [{student: ada, rules: [outreach-contacts], until: 2017-03-21, by: grace, why: ill}]
wording: {plan-written: Ask Grace.}
";

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    #[test]
    fn what_a_policy_does_not_say_is_as_in_the_one_it_extends() {
        let policy = read(SCHOOL);
        let base = Policy::preset("turing-2017", &rules::ids()).unwrap();
        assert_eq!((policy.projects_wanted, policy.contacts.wanted), (2, 7));
        assert_eq!(policy.deadline("projects-enough", None), None, "`none` takes the date away");
        assert_eq!(policy.deadline("resume-opens", None), base.deadline("resume-opens", None));
        assert_eq!(policy.weight("plan-written"), Some(Weight::Off));
        assert_eq!(policy.weight("resume-approved"), None, "asked for, with the rule's own severity");
        let (role, people) = policy.approvers("resume-approved").unwrap();
        assert_eq!((role, people.in_words().as_str()), ("coordinator", "grace, school/coordinators"));
    }

    #[test]
    fn weeks_count_from_the_cohorts_start() {
        let policy = read(SCHOOL);
        let dates: Vec<String> = policy
            .stages("outreach-contacts")
            .iter()
            .map(|stage| policy.stage_deadline("outreach-contacts", stage, None).unwrap().at().to_string())
            .collect();
        // Denver is at UTC-6 from 2017-03-12 on.
        assert_eq!(dates, ["2017-03-17T22:00:00Z", "2017-04-01T05:59:00Z"]);
    }

    #[test]
    fn what_is_granted_holds_for_that_student_and_that_time() {
        let policy = read(SCHOOL);
        let stages = policy.stages("outreach-contacts");
        let first = |student| policy.stage_deadline("outreach-contacts", &stages[0], student).unwrap().at();
        assert_eq!(first(Some("ADA")).to_string(), "2017-03-22T05:59:00Z");
        assert_eq!(first(Some("alan")), first(None));
        let last = |student| policy.stage_deadline("outreach-contacts", &stages[1], student);
        assert_eq!(last(Some("ada")), last(None), "a later date is not moved");
        let waiver = |student, now| policy.waiver("interview-evidenced", student, at(now)).is_some();
        assert!(waiver("alan", "2017-04-02T05:59:59Z"));
        assert!(!waiver("alan", "2017-04-02T06:00:00Z"));
        assert!(!waiver("ada", "2017-03-01T00:00:00Z"));
    }

    #[test]
    fn the_conflict_of_the_page_is_told() {
        let policy = Policy::preset("turing-2017", &rules::ids()).unwrap();
        let interview = &policy.requirements["interview-evidenced"];
        assert_eq!(policy.deadline("interview-evidenced", None).unwrap().at(), at("2017-02-27T23:00:00Z"));
        assert!(interview.note.as_ref().unwrap().contains("“Friday 2/27”"));
    }
}
