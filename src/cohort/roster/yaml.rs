//! A roster as a list of students in YAML, alone or under `students`.

use super::record::{self, Key, Record, Records};
use crate::yaml::{Mark, Mistake, Node, Value, unknown};

/// Reads the students.
///
/// # Errors
/// Where the file is no YAML, or no list of students.
pub(super) fn records(text: &str) -> Result<Records, Mistake> {
    let tree = Node::read(text)?;
    let mut found = Records::default();
    let Some(students) = students(&tree, &mut found) else {
        let what = "this wants `students:` and below it a list, each with its `login`";
        return Err(Mistake { mark: tree.mark, what: what.into() });
    };
    for student in students {
        match &student.value {
            Value::Map(entries) => found.add(student.mark, entries),
            Value::Null | Value::Text(_) | Value::List(_) => {
                let what = "this wants a student's keys, such as `login: ada`";
                found.mistakes.push(Mistake { mark: student.mark, what: what.into() });
            }
        }
    }
    Ok(found)
}

fn students<'a>(tree: &'a Node, found: &mut Records) -> Option<&'a [Node]> {
    match &tree.value {
        Value::List(students) => Some(students),
        Value::Map(entries) => {
            let mut students = None;
            for (mark, key, node) in entries {
                match (key.as_str(), &node.value) {
                    ("students", Value::List(list)) => students = Some(list.as_slice()),
                    ("students", _) => {}
                    _ => found
                        .mistakes
                        .push(Mistake { mark: *mark, what: unknown("a key here", key, &["students"]) }),
                }
            }
            students
        }
        Value::Null | Value::Text(_) => None,
    }
}

impl Records {
    fn add(&mut self, mark: Mark, entries: &[(Mark, String, Node)]) {
        let mut cells = Vec::new();
        for (mark, name, node) in entries {
            if let Some(key) = record::key(name) {
                self.fill(key, node, &mut cells);
            } else {
                let what = unknown("a key of a student", name, &record::names());
                self.mistakes.push(Mistake { mark: *mark, what });
            }
        }
        self.all.push(Record { mark, cells });
    }

    fn fill(&mut self, key: Key, node: &Node, cells: &mut Vec<(Key, Mark, String)>) {
        let is_list = matches!(key, Key::Status | Key::Waivers);
        match &node.value {
            Value::Null => {}
            Value::Text(text) => cells.push((key, node.mark, text.clone())),
            Value::List(items) if is_list => {
                for item in items {
                    self.fill_item(key, item, cells);
                }
            }
            Value::List(_) | Value::Map(_) => {
                let what = if is_list { "this wants a text or a list of texts" } else { "this wants a text" };
                self.mistakes.push(Mistake { mark: node.mark, what: what.into() });
            }
        }
    }

    fn fill_item(&mut self, key: Key, item: &Node, cells: &mut Vec<(Key, Mark, String)>) {
        match &item.value {
            Value::Text(text) => cells.push((key, item.mark, text.clone())),
            // `rule: why` without quotation marks is a map to YAML.
            Value::Map(entries) => {
                for (mark, name, value) in entries {
                    let why = if let Value::Text(why) = &value.value { why.as_str() } else { "" };
                    cells.push((key, *mark, format!("{name}: {why}")));
                }
            }
            Value::Null | Value::List(_) => {
                self.mistakes.push(Mistake { mark: item.mark, what: "this wants a text".into() });
            }
        }
    }
}
