//! The tree of a YAML file: texts, lists and maps, each with its place. Numbers stay as they were written.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Spanned, UserMessageFormatter};

use super::{Mark, Mistake};

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where it begins.
    pub mark: Mark,
    /// What it is.
    pub value: Value,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `null` or `~`.
    Null,
    /// A text, number or truth value, as it was written.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the file; each key with its place.
    Map(Vec<(Mark, String, Node)>),
}

impl Node {
    /// Reads a file. A file of comments only is `Null`.
    ///
    /// # Errors
    /// Where it is no YAML, or a key stands twice.
    pub fn read(text: &str) -> Result<Self, Mistake> {
        let raw = serde_saphyr::from_str::<Option<Spanned<Raw>>>(text).map_err(|error| {
            let error = error.without_snippet();
            let words = error.render_with_formatter(&UserMessageFormatter);
            let what = words.lines().next().unwrap_or("it is not YAML").to_owned();
            Mistake { mark: error.location().map_or(Mark { line: 1, column: 1 }, mark), what }
        })?;
        Ok(raw.map_or(Self { mark: Mark { line: 1, column: 1 }, value: Value::Null }, |raw| node(raw, text)))
    }

    /// Where the thing at the end of a path stands: its own place, else that of the nearest thing around it.
    /// Items of a list are named by their number, counted from 0.
    pub fn locate(&self, path: &[&str]) -> Mark {
        let mut here = self;
        for step in path {
            let next = match &here.value {
                Value::Map(entries) => entries.iter().find(|(_, key, _)| key == step).map(|entry| &entry.2),
                Value::List(items) => step.parse().ok().and_then(|index: usize| items.get(index)),
                Value::Null | Value::Text(_) => None,
            };
            match next {
                Some(next) => here = next,
                None => break,
            }
        }
        here.mark
    }

    /// Where the key at the end of a path stands; else as [`Node::locate`].
    pub fn locate_key(&self, path: &[&str], key: &str) -> Mark {
        let entries = path.iter().try_fold(self, |node, step| match &node.value {
            Value::Map(entries) => entries.iter().find(|(_, key, _)| key == step).map(|entry| &entry.2),
            Value::Null | Value::Text(_) | Value::List(_) => None,
        });
        let Some(Self { value: Value::Map(entries), .. }) = entries else { return self.locate(path) };
        entries.iter().find(|(_, name, _)| name == key).map_or_else(|| self.locate(path), |entry| entry.0)
    }

    /// Takes out the entry or item that stands at a place; false where there is none.
    pub(super) fn prune(&mut self, mark: Mark) -> bool {
        match &mut self.value {
            Value::Null | Value::Text(_) => false,
            Value::List(items) => {
                let before = items.len();
                items.retain(|item| item.mark != mark);
                items.len() < before || items.iter_mut().any(|item| item.prune(mark))
            }
            Value::Map(entries) => {
                let before = entries.len();
                // A map stands where its first key does: the innermost is meant.
                if entries.iter_mut().any(|(_, _, value)| value.mark == mark && value.prune(mark)) {
                    return true;
                }
                entries.retain(|(key, _, value)| *key != mark && value.mark != mark);
                entries.len() < before || entries.iter_mut().any(|(_, _, value)| value.prune(mark))
            }
        }
    }
}

/// What the YAML library gives, before numbers are put back to how they were written.
enum Raw {
    Null,
    Number,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

fn mark(location: Location) -> Mark {
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    Mark { line: number(location.line()), column: number(location.column()) }
}

fn node(raw: Spanned<Raw>, source: &str) -> Node {
    let location = raw.referenced;
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Number => Value::Text(written(raw.defined, source)),
        Raw::Text(text) => Value::Text(text),
        Raw::List(items) => Value::List(items.into_iter().map(|item| node(item, source)).collect()),
        Raw::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(key, value)| (mark(key.referenced), key.value, node(value, source)))
                .collect(),
        ),
    };
    Node { mark: mark(location), value }
}

fn written(location: Location, source: &str) -> String {
    let span = location.span();
    let bounds = span.byte_offset().zip(span.byte_len());
    let bounds =
        bounds.and_then(|(from, len)| Some((usize::try_from(from).ok()?, usize::try_from(len).ok()?)));
    bounds.and_then(|(from, len)| source.get(from..from + len)).unwrap_or_default().trim().to_owned()
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}
