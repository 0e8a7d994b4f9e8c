//! The roster: who is in the cohort, since when, and what was agreed with whom. Every mistake is told by its line.

mod csv;
mod record;
mod student;
mod yaml;

use jiff::civil::Date;

use crate::facts::RepoName;
use crate::policy::Moment;
use crate::yaml::Mistake;
use record::Record;
use student::Reader;

/// Who is in the cohort, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roster {
    /// The students.
    pub students: Vec<Student>,
    /// Columns that nothing is read from.
    pub unused: Vec<String>,
}

/// One student as the school keeps them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Student {
    /// What stays the same from week to week: the school's own number, else the login in lower case.
    pub id: Box<str>,
    /// The account.
    pub login: Box<str>,
    /// The name.
    pub name: Option<Box<str>>,
    /// The repository of the portfolio.
    pub portfolio: RepoName,
    /// The pull request that hands it in.
    pub pull_request: Option<u64>,
    /// The programme.
    pub programme: Option<Box<str>>,
    /// The address of the site, where it cannot be found.
    pub site: Option<Box<str>>,
    /// The day on which this student began, where it is not that of the cohort.
    pub start: Option<Date>,
    /// How the student stands, each from a day on; the first may hold from the beginning.
    pub statuses: Box<[(Option<Date>, Status)]>,
    /// What the school let the student off.
    pub waivers: Box<[Leave]>,
}

/// How a student stands to the cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// At work.
    #[default]
    Active,
    /// Away for a while: nothing is asked, nothing is looked at.
    Away,
    /// Found work early: looked at, and let off whatever is not met.
    Hired,
    /// No longer in the cohort.
    Left,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Active, Self::Away, Self::Hired, Self::Left];

    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Away => "away",
            Self::Hired => "hired",
            Self::Left => "left",
        }
    }
}

/// Something that the school let a student off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leave {
    /// The id of the rule.
    pub rule: Box<str>,
    /// Until when; for good where there is none.
    pub until: Option<Moment>,
    /// Why.
    pub why: Box<str>,
}

/// Why a roster cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .mistakes.iter().map(|mistake| format!("{path}: {mistake}")).collect::<Vec<_>>().join("\n"))]
pub struct RosterError {
    /// The file.
    pub path: String,
    /// In the order of the file.
    pub mistakes: Vec<Mistake>,
}

impl Roster {
    /// Reads a roster: YAML where the name of the file says so, else CSV. `rules` are the ids that there are.
    ///
    /// # Errors
    /// Every mistake of the file.
    pub fn read(path: &str, text: &str, rules: &[&str]) -> Result<Self, RosterError> {
        let is_yaml = path.rsplit('.').next().is_some_and(|end| matches!(end, "yml" | "yaml"));
        let read = if is_yaml { yaml::records(text) } else { csv::records(text) };
        let failed = |mistakes| RosterError { path: path.into(), mistakes };
        let record::Records { all: records, unused, mistakes } =
            read.map_err(|mistake| failed(vec![mistake]))?;
        let mut reader = Reader::new(rules, mistakes);
        let students: Vec<Student> = records.iter().filter_map(|record| reader.student(record)).collect();
        let mut mistakes = reader.mistakes;
        if records.is_empty() && mistakes.is_empty() {
            mistakes.push(Mistake { mark: Record::TOP, what: "there is no student in it".into() });
        }
        mistakes.sort();
        if mistakes.is_empty() { Ok(Self { students, unused }) } else { Err(failed(mistakes)) }
    }
}

impl Student {
    /// How the student stands on a day.
    pub fn status(&self, day: Date) -> Status {
        let holds = |(from, _): &&(Option<Date>, Status)| from.is_none_or(|from| from <= day);
        self.statuses.iter().rfind(holds).map(|(_, status)| *status).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
