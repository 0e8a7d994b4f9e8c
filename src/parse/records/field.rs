//! What a column is called -> what it means.

use std::collections::HashMap;
use std::rc::Rc;

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Company,
    Person,
    Position,
    Date,
    Outcome,
    Channel,
    Link,
    Kind,
}

/// By the words that students use; the first field with a word of the name is meant.
const WORDS: [(Field, &[&str]); 8] = [
    (Field::Link, &["link", "url", "evidence", "screenshot", "proof", "gist"]),
    (Field::Outcome, &["outcome", "result", "response", "reply", "status", "follow", "notes"]),
    (Field::Date, &["date", "when", "day", "sent"]),
    (Field::Position, &["position", "title", "role", "job"]),
    (Field::Company, &["company", "companies", "organization", "organisation", "employer", "firm"]),
    (Field::Person, &["person", "people", "contact", "name", "whom", "who", "with", "interviewer"]),
    (Field::Channel, &["channel", "method", "medium", "via", "how", "means"]),
    (Field::Kind, &["kind", "type", "sort"]),
];

/// The meaning of a column's name; none where it has none of the words.
pub(super) fn field(name: &str) -> Option<Field> {
    let words = || name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let is_known = |word: &str, known: &str| {
        let parts = word.split_at_checked(known.len());
        parts.is_some_and(|(word, end)| word.eq_ignore_ascii_case(known) && matches!(end, "" | "s" | "S"))
    };
    let has = |known: &&str| words().any(|word| is_known(word, known));
    WORDS.iter().find(|(_, known)| known.iter().any(has)).map(|(field, _)| *field)
}

/// What a column of a log of contacts means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// One thing; none where its name has none of the words.
    Of(Option<Field>),
    /// Two in one cell, such as "Person and position".
    PersonAndPosition,
}

/// What the columns of one log mean, so that each name is looked at once.
#[derive(Default)]
pub(super) struct Columns(HashMap<Rc<str>, Meaning>);

impl Columns {
    /// The meaning of a column's name.
    pub(super) fn meaning(&mut self, name: &Rc<str>) -> Meaning {
        if let Some(known) = self.0.get(name) {
            return *known;
        }
        let meaning =
            if is_person_and_position(name) { Meaning::PersonAndPosition } else { Meaning::Of(field(name)) };
        self.0.insert(Rc::clone(name), meaning);
        meaning
    }
}

fn is_person_and_position(name: &str) -> bool {
    let lower = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    has(&["person", "contact", "name", "who"]) && has(&["position", "title", "role"])
}
