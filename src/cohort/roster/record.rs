//! A student as cells of text, each with its place: what CSV and YAML have in common.

use std::ops::Range;

use crate::yaml::{Mark, Mistake};

/// What may be said of a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Login,
    Id,
    Name,
    Portfolio,
    PullRequest,
    Programme,
    Site,
    Start,
    Status,
    Waivers,
}

/// Every key with its name.
pub(super) const KEYS: [(&str, Key); 10] = [
    ("login", Key::Login),
    ("id", Key::Id),
    ("name", Key::Name),
    ("portfolio", Key::Portfolio),
    ("pull-request", Key::PullRequest),
    ("programme", Key::Programme),
    ("site", Key::Site),
    ("start", Key::Start),
    ("status", Key::Status),
    ("waivers", Key::Waivers),
];

/// One student.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    /// Where it begins.
    pub(super) mark: Mark,
    /// What is said: the key, its place, and the text; a list has the key more than once.
    pub(super) cells: Vec<(Key, Mark, String)>,
}

/// All students of a file.
#[derive(Debug, Default)]
pub(super) struct Records {
    pub(super) all: Vec<Record>,
    pub(super) unused: Vec<String>,
    pub(super) mistakes: Vec<Mistake>,
}

impl Record {
    /// The beginning of a file.
    pub(super) const TOP: Mark = Mark { line: 1, column: 1 };

    /// What is said under a key, without white space around it; blank cells say nothing.
    pub(super) fn all(&self, key: Key) -> impl Iterator<Item = (Mark, &str)> {
        let of_key = self.cells.iter().filter(move |(known, ..)| *known == key);
        of_key.map(|(_, mark, text)| (*mark, text.trim())).filter(|(_, text)| !text.is_empty())
    }

    /// The first that is said under a key.
    pub(super) fn one(&self, key: Key) -> Option<(Mark, &str)> {
        self.all(key).next()
    }
}

/// The key of a name, in any case, with spaces or underscores for hyphens.
pub(super) fn key(name: &str) -> Option<Key> {
    let name = folded(name);
    let name = match name.as_str() {
        "program" => "programme",
        "github" | "github-login" | "username" => "login",
        other => other,
    };
    KEYS.iter().find(|(known, _)| *known == name).map(|(_, key)| *key)
}

/// The names of all keys.
pub(super) fn names() -> [&'static str; 10] {
    KEYS.map(|(name, _)| name)
}

/// A name as it is compared.
pub(super) fn folded(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '_'], "-")
}

/// The parts of a text between semicolons, each with where it begins, in characters.
pub(super) fn parts(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let ends = text.char_indices().filter(|(_, c)| *c == ';').map(|(at, _)| at).chain([text.len()]);
    let ranges = ends.scan(0, |from, to| {
        let range: Range<usize> = *from..to;
        *from = to + 1;
        Some(range)
    });
    ranges.map(|range| {
        let part = &text[range.clone()];
        let before = text[..range.start].chars().count() + part.chars().take_while(|c| *c == ' ').count();
        (u32::try_from(before).unwrap_or(u32::MAX), part.trim())
    })
}
