//! What a run writes down as it goes: a head, then a line for each student that is done, in any order. It is what a broken
//! run goes on from, and what the shards of a cohort are merged from.

use serde::{Deserialize, Serialize};

use super::Shard;
use super::column::Column;
use super::head::Stamp;
use super::public::Key;
use super::row::Row;
use crate::facts::short_sha256;

/// The name and version of the shape.
const SCHEMA: &str = "foliocheck.journal/1";

/// What a run was told, so that it is gone on with by the same terms only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalHead {
    schema: String,
    /// The version of the program.
    version: String,
    /// The moment by which dates are judged, in RFC 3339 and UTC.
    pub as_of: String,
    /// A digest of the roster.
    pub roster: String,
    /// How many students the roster has.
    pub students: usize,
    /// By which rules.
    pub policy: Stamp,
    /// A digest of the policy in full.
    pub terms: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The address of the code host's pages, without a final slash.
    pub server: String,
    /// The mark of the key that pseudonyms were made with; none where students have their names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pseudonyms: Option<String>,
    number: u32,
    of: u32,
}

/// A student who is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalLine {
    /// The place in the roster, counted from 0.
    pub n: usize,
    /// What was found.
    pub row: Row,
}

/// What a run is told.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The moment by which dates are judged, in RFC 3339 and UTC.
    pub as_of: &'a str,
    /// The roster as it was read.
    pub roster: &'a str,
    /// The policy in full, as `policy show` prints it.
    pub terms: &'a str,
    /// Which part of the roster.
    pub shard: Shard,
    /// The address of the code host's pages.
    pub server: &'a str,
    /// What makes the pseudonyms of the public form.
    pub key: Option<&'a Key>,
}

impl JournalHead {
    /// The head of a run.
    pub fn new(told: Told<'_>, students: usize, policy: Stamp, columns: Vec<Column>) -> Self {
        Self {
            schema: SCHEMA.into(),
            version: env!("CARGO_PKG_VERSION").into(),
            as_of: told.as_of.into(),
            roster: digest(told.roster),
            students,
            policy,
            terms: digest(told.terms),
            columns,
            server: told.server.trim_end_matches('/').into(),
            pseudonyms: told.key.map(Key::mark),
            number: told.shard.number,
            of: told.shard.of,
        }
    }

    /// Which part of the roster.
    pub fn shard(&self) -> Shard {
        Shard { number: self.number, of: self.of }
    }

    /// Reads the first line of a journal; none where it is no journal of this version.
    pub fn read(line: &str) -> Option<Self> {
        serde_json::from_str(line).ok().filter(|head: &Self| head.schema == SCHEMA)
    }

    /// What another run was told otherwise; none where nothing that matters.
    pub fn difference(&self, other: &Self) -> Option<&'static str> {
        let differs = [
            (self.version != other.version, "by another version of the program"),
            (self.roster != other.roster, "with another roster"),
            (self.server != other.server, "on another code host"),
            (self.terms != other.terms || self.policy != other.policy, "with another policy"),
            (self.pseudonyms != other.pseudonyms, "with other pseudonyms, or with names"),
            (self.of != other.of, "in another number of shards"),
            (self.as_of != other.as_of, "for another moment (`--as-of`)"),
        ];
        differs.into_iter().find(|(differs, _)| *differs).map(|(_, what)| what)
    }
}

impl JournalLine {
    /// Reads a line; none where it was cut.
    pub fn read(line: &str) -> Option<Self> {
        serde_json::from_str(line).ok()
    }
}

/// A line of a journal, with its end.
pub fn line(of: &impl Serialize) -> String {
    let mut text = serde_json::to_string(of).unwrap_or_default();
    text.push('\n');
    text
}

fn digest(text: &str) -> String {
    short_sha256(text, 32)
}
