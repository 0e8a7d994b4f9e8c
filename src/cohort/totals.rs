//! What is counted over all students as they pass by: outcomes, requirements, the queue, and what changed.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::Words;
use super::column::Column;
use super::row::{Row, Spot, Turn};
use super::state::State;

/// The most that a list names; beyond that it counts, and the table has the rest.
const NAMED: usize = 100;

/// Everything that is counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Totals {
    /// Students who were looked at.
    pub students: usize,
    /// Students who were not: away, or no longer here.
    pub not_looked_at: usize,
    /// Students whose site a browser showed.
    pub pictures: usize,
    /// How many came out how.
    pub outcomes: BTreeMap<String, usize>,
    /// How many it is whose turn.
    pub turns: BTreeMap<String, usize>,
    /// How each column stands.
    pub columns: BTreeMap<Column, BTreeMap<State, usize>>,
    /// How each requirement stands, worst first for several projects of one student.
    pub requirements: BTreeMap<Requirement, Standing>,
    /// How each requirement stands that is due at a moment, in RFC 3339 and UTC.
    pub checkpoints: BTreeMap<String, BTreeMap<Requirement, BTreeMap<State, usize>>>,
    /// What waits for whom at the school.
    pub queue: BTreeMap<String, List>,
    /// What was met before and is not any more.
    pub regressed: List,
    /// What is met now and was not before.
    pub fixed: List,
    /// What is newly not met.
    pub new: List,
}

/// A requirement: a rule, or one of its stages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Requirement {
    /// The rule.
    pub rule: String,
    /// The stage, by how many are asked for at it.
    pub stage: Option<usize>,
}

/// `resume-opens`, `outreach-contacts@2`
impl fmt::Display for Requirement {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.rule)?;
        self.stage.map_or(Ok(()), |stage| write!(formatter, "@{stage}"))
    }
}

impl Serialize for Requirement {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Requirement {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Requirement".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

/// How a requirement stands over all students, and by programme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Standing {
    /// All students.
    pub all: BTreeMap<State, usize>,
    /// Students of each programme.
    pub programmes: BTreeMap<Words, BTreeMap<State, usize>>,
}

/// Some of many.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct List {
    /// How many there are.
    pub count: usize,
    /// The first of them, in the order of the roster.
    pub first: Vec<Entry>,
}

/// One thing of one student.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Entry {
    /// The student's id.
    pub student: Words,
    /// What the student is called.
    pub name: Words,
    /// The rule.
    pub rule: String,
    /// What was seen.
    pub text: Words,
    /// Where.
    pub place: Option<Spot>,
}

impl Totals {
    /// Takes in one student.
    pub fn add(&mut self, row: &Row) {
        if !row.is_counted() {
            self.not_looked_at += 1;
            return;
        }
        self.students += 1;
        self.pictures += usize::from(row.picture.is_some());
        *self.outcomes.entry(row.outcome.clone()).or_default() += 1;
        let turn = match &row.next.turn {
            Turn::Student => "student",
            Turn::School(role) => role,
            Turn::Nobody => "nobody",
        };
        *self.turns.entry(turn.into()).or_default() += 1;
        for cell in &row.cells {
            *self.columns.entry(cell.column).or_default().entry(cell.state).or_default() += 1;
        }
        self.add_requirements(row);
        self.add_lists(row);
    }

    fn add_requirements(&mut self, row: &Row) {
        let mut worst: BTreeMap<Requirement, (State, Option<&String>)> = BTreeMap::new();
        for item in &row.items {
            let (state, due) = worst.entry(item.requirement()).or_insert((item.state, item.due.as_ref()));
            *state = item.state.min(*state);
            *due = due.or(item.due.as_ref());
        }
        for (requirement, (state, due)) in worst {
            if let Some(due) = due {
                let at_it = self.checkpoints.entry(due.clone()).or_default().entry(requirement.clone());
                *at_it.or_default().entry(state).or_default() += 1;
            }
            let standing = self.requirements.entry(requirement).or_default();
            *standing.all.entry(state).or_default() += 1;
            if let Some(programme) = &row.programme {
                let of_programme = standing.programmes.entry(programme.clone()).or_default();
                *of_programme.entry(state).or_default() += 1;
            }
        }
    }

    fn add_lists(&mut self, row: &Row) {
        let name = row.name.as_ref().or(row.login.as_ref()).unwrap_or(&row.id);
        let entry = |rule: &str, text: &Words, place: &Option<Spot>| Entry {
            student: row.id.clone(),
            name: name.clone(),
            rule: rule.into(),
            text: text.clone(),
            place: place.clone(),
        };
        for wait in &row.waits {
            self.queue
                .entry(wait.role.clone())
                .or_default()
                .push(|| entry(&wait.rule, &wait.text, &wait.place));
        }
        let lists = [
            (&row.since.regressed, &mut self.regressed),
            (&row.since.fixed, &mut self.fixed),
            (&row.since.new, &mut self.new),
        ];
        for (ids, list) in lists {
            for item in row.items.iter().filter(|item| ids.contains(&item.id)) {
                let text = item.text.clone().unwrap_or_default();
                list.push(|| entry(&item.rule, &text, &item.place));
            }
        }
    }
}

impl List {
    fn push(&mut self, entry: impl FnOnce() -> Entry) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push(entry());
        }
    }

    /// How many are not named.
    pub fn more(&self) -> usize {
        self.count - self.first.len()
    }
}

/// How many of a tally are in one of these states.
pub fn count(tally: &BTreeMap<State, usize>, states: &[State]) -> usize {
    states.iter().filter_map(|state| tally.get(state)).sum()
}

/// How many of a tally a requirement concerns.
pub fn concerned(tally: &BTreeMap<State, usize>) -> usize {
    tally.iter().filter(|(state, _)| **state != State::NotApplicable).map(|(_, count)| count).sum()
}
