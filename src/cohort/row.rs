//! One student as the cohort's files keep them: a line of JSON, and a row of the page.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Words;
use super::column::Column;
use super::state::State;
use super::totals::Requirement;

/// One student.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Row {
    /// Stays the same from run to run: the roster's `id`, else the login in lower case; a pseudonym in the public form.
    pub id: Words,
    /// The account; absent in the public form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login: Option<Words>,
    /// The name as the roster has it; absent in the public form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Words>,
    /// The programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<Words>,
    /// How the student stands to the cohort: `active`, `away`, `hired` or `left`.
    pub status: String,
    /// The portfolio's repository, under the name it has now; absent in the public form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portfolio: Option<String>,
    /// What the roster calls the portfolio, where its account or repository was renamed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// The address of the site that was looked at; absent in the public form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Words>,
    /// The first screen of the site as a browser showed it: a JPEG, by its path from the folder of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// How the whole came out: `pass`, `fail`, `pending`, `cannot_tell`, or `not_looked_at`.
    pub outcome: String,
    /// Why nothing of this student could be judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Words>,
    /// The columns of the page.
    pub cells: Vec<Cell>,
    /// What is to be done next, and by whom.
    pub next: Next,
    /// What waits for somebody at the school.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits: Vec<Wait>,
    /// The next date of something that is not met yet, in RFC 3339 and UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    /// Whole days since the earliest date that was missed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_late: Option<i64>,
    /// When the portfolio or one of its projects was last pushed to, in RFC 3339 and UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_activity: Option<String>,
    /// Every requirement.
    pub items: Vec<Item>,
    /// What changed since the run before.
    #[serde(default, skip_serializing_if = "Since::is_empty")]
    pub since: Since,
}

/// One column of a student.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cell {
    /// Which column.
    pub column: Column,
    /// How it stands.
    pub state: State,
    /// A few characters more: `2 of 3`, the levels of the READMEs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What was seen, where it is not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Words>,
    /// Where it was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Spot>,
    /// What was known last, where nothing could be seen this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Last>,
}

/// Where something was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Spot {
    /// A file of a repository.
    File {
        /// The repository.
        repository: String,
        /// The path.
        path: Words,
        /// The line, counted from 1.
        line: Option<u32>,
    },
    /// A repository.
    Repository(String),
    /// A page of the site.
    Page(Words),
    /// A pull request.
    PullRequest {
        /// Its repository.
        repository: String,
        /// Its number.
        number: u64,
    },
}

/// What was known when it was last seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Last {
    /// How it stood.
    pub state: State,
    /// The few characters more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// When, in RFC 3339 and UTC.
    pub on: String,
}

/// Whose turn it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// The student's.
    Student,
    /// Somebody's at the school, by role.
    School(String),
    /// Nobody's: there is nothing to do, or the next run looks again.
    Nobody,
}

/// What is to be done next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Next {
    /// By whom.
    pub turn: Turn,
    /// What.
    pub text: Words,
    /// The rule that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Where to look.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Spot>,
}

/// Something that waits for somebody at the school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wait {
    /// The role.
    pub role: String,
    /// The rule.
    pub rule: String,
    /// What was seen.
    pub text: Words,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Spot>,
}

/// One requirement of a student.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// `rule@subject`; the same from run to run.
    pub id: Words,
    /// The rule.
    pub rule: String,
    /// The stage, by how many are asked for at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<usize>,
    /// How it stands.
    pub state: State,
    /// When it is due, in RFC 3339 and UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// By when it was met at the latest, as the first run of the school that saw it met knows, in RFC 3339 and UTC; only where it
    /// is due at some time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met_by: Option<String>,
    /// The last run of the school that saw it unmet, in RFC 3339 and UTC; only where it is due at some time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unmet_at: Option<String>,
    /// When it was met, where that was late, in RFC 3339 and UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_since: Option<String>,
    /// What was seen, where it is not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Words>,
    /// Where, where it is not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Spot>,
    /// Why and by whom it was excused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excuse: Option<Words>,
}

/// What changed since the run before, by the ids of items.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Since {
    /// Met now, and not before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<Words>,
    /// Not met now, and nothing was known of it before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub new: Vec<Words>,
    /// Met before, and not now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regressed: Vec<Words>,
}

impl Since {
    /// True where nothing changed.
    pub fn is_empty(&self) -> bool {
        self.fixed.is_empty() && self.new.is_empty() && self.regressed.is_empty()
    }
}

impl Item {
    /// What it is an instance of.
    pub fn requirement(&self) -> Requirement {
        Requirement { rule: self.rule.clone(), stage: self.stage }
    }
}

impl Row {
    /// The cell of a column.
    pub fn cell(&self, column: Column) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column == column)
    }

    /// True where the student was to be looked at.
    pub fn is_counted(&self) -> bool {
        self.outcome != NOT_LOOKED_AT
    }
}

/// The outcome of a student who was not to be looked at.
pub const NOT_LOOKED_AT: &str = "not_looked_at";
