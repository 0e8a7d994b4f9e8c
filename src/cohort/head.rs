//! The shape of `cohort.json`, version 1: one line for every student, so that a person can read what changed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::column::Column;
use super::history::History;
use super::row::Row;
use super::totals::Totals;

/// The name and version of the shape.
pub const SCHEMA: &str = "foliocheck.cohort/1";

/// What stands before the students.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Head {
    /// The shape of this object: `foliocheck.cohort/1`. Fields may be added to it, never renamed.
    pub schema: &'static str,
    /// The version of the program.
    pub version: &'static str,
    /// The moment by which dates were judged, in RFC 3339 and UTC.
    pub as_of: String,
    /// The moment of the run that this one is compared with.
    pub before: Option<String>,
    /// The address of the code host's pages, without a final slash.
    pub server: String,
    /// The mark of the key that pseudonyms were made with; none where students have their names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pseudonyms: Option<String>,
    /// By which rules.
    pub policy: Stamp,
    /// The columns that the policy asks something of.
    pub columns: Vec<Column>,
    /// Everything that is counted.
    pub totals: Totals,
    /// The runs before, and this one; a file of its own.
    #[serde(skip)]
    #[schemars(skip)]
    pub history: History,
}

/// Which rules students were judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stamp {
    /// The policy's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it was read from.
    pub source: String,
    /// The school's zone.
    pub zone: String,
}

/// The cohort as `cohort.json` has it.
#[derive(JsonSchema)]
#[schemars(title = "foliocheck cohort, version 1")]
#[expect(dead_code, reason = "only its schema is used; students are written one by one")]
struct Document {
    #[schemars(flatten)]
    head: Head,
    /// The students, in the order of the roster.
    students: Vec<Row>,
}

/// The JSON Schema of the file.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Document);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// What stands before the first student: each field on a line of its own.
pub fn opening(head: &Head) -> String {
    let serde_json::Value::Object(fields) = serde_json::to_value(head).unwrap_or_default() else {
        return String::new();
    };
    let lines = fields.iter().map(|(name, value)| format!("\"{name}\": {value},\n"));
    format!("{{\n{}\"students\": [", lines.collect::<String>())
}

/// A student, on one line.
pub fn line(row: &Row) -> String {
    serde_json::to_string(row).unwrap_or_default()
}

/// What stands after the last student.
pub const CLOSING: &str = "\n]\n}\n";

/// What a line of an earlier file says.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// The moment it was judged by.
    AsOf(String),
    /// The mark of the key that its pseudonyms were made with.
    Pseudonyms(String),
    /// A student.
    Student(Box<Row>),
    /// Anything else.
    Other,
}

/// Reads one line of an earlier file.
pub fn read_line(line: &str) -> Line {
    let line = line.trim_end().trim_end_matches(',');
    if let Some(as_of) = line.strip_prefix("\"as_of\": ") {
        return serde_json::from_str(as_of).map_or(Line::Other, Line::AsOf);
    }
    if let Some(mark) = line.strip_prefix("\"pseudonyms\": ") {
        return serde_json::from_str(mark).map_or(Line::Other, Line::Pseudonyms);
    }
    if !line.starts_with("{\"id\":") {
        return Line::Other;
    }
    serde_json::from_str(line).map_or(Line::Other, |row| Line::Student(Box::new(row)))
}
