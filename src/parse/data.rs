//! Data that a site is made from: lists and records in YAML, JSON and scripts, each value with its line. Nothing is executed.

mod script;
mod tokens;
mod uses;
mod yaml;

pub use script::{Named, in_script};
pub use yaml::{front_matter, in_yaml};

/// A value and the line it begins on, counted from 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its line.
    pub line: u32,
    /// What it is.
    pub value: Value,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, a number, or a word such as `true`.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A record, or several things by name, in order.
    Map(Vec<(String, Node)>),
    /// Nothing that can be read without executing it.
    Other,
}

impl Node {
    /// The text, where it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            Value::List(_) | Value::Map(_) | Value::Other => None,
        }
    }

    /// The items of a list; of anything else, none.
    pub fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            Value::Text(_) | Value::Map(_) | Value::Other => &[],
        }
    }

    /// The fields of a record; of anything else, none.
    pub fn fields(&self) -> &[(String, Self)] {
        match &self.value {
            Value::Map(fields) => fields,
            Value::Text(_) | Value::List(_) | Value::Other => &[],
        }
    }

    /// Every text in it, however deep.
    pub fn texts(&self) -> Vec<&str> {
        match &self.value {
            Value::Text(text) => vec![text],
            Value::List(items) => items.iter().flat_map(Self::texts).collect(),
            Value::Map(fields) => fields.iter().flat_map(|(_, node)| node.texts()).collect(),
            Value::Other => Vec::new(),
        }
    }
}
