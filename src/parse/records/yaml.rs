//! A record in YAML: a list of maps, perhaps below a key; or a map of parallel lists.

use super::Row;
use crate::yaml::{Node, Value};

/// The rows; none where it is no YAML of such a form.
pub(super) fn rows(text: &str) -> Vec<Row> {
    Node::read(text).map(|node| of_node(&node)).unwrap_or_default()
}

fn of_node(node: &Node) -> Vec<Row> {
    match &node.value {
        Value::List(items) => items.iter().filter_map(row).collect(),
        Value::Map(entries) => {
            let lists: Vec<(&str, &[Node])> = entries
                .iter()
                .filter_map(|(_, key, value)| match &value.value {
                    Value::List(items) => Some((key.as_str(), items.as_slice())),
                    Value::Null | Value::Text(_) | Value::Map(_) => None,
                })
                .collect();
            match lists.as_slice() {
                [] => row(node).into_iter().collect(),
                [(_, items)] => items.iter().filter_map(row).collect(),
                _ => parallel(&lists),
            }
        }
        Value::Null | Value::Text(_) => Vec::new(),
    }
}

fn row(node: &Node) -> Option<Row> {
    let Value::Map(entries) = &node.value else { return None };
    let cells =
        entries.iter().filter_map(|(_, key, value)| Some((key.as_str().into(), value.text()?.to_owned())));
    Some(Row { line: node.mark.line, cells: cells.collect() })
}

/// The first of every list is the first contact.
fn parallel(lists: &[(&str, &[Node])]) -> Vec<Row> {
    let longest = lists.iter().map(|(_, items)| items.len()).max().unwrap_or(0);
    let at = |index: usize| {
        let cells = lists.iter().filter_map(|(key, items)| {
            let item = items.get(index)?;
            Some((item.mark.line, ((*key).into(), item.text()?.to_owned())))
        });
        let (lines, cells): (Vec<u32>, Vec<_>) = cells.unzip();
        Row { line: lines.first().copied().unwrap_or(1), cells }
    };
    (0..longest).map(at).collect()
}
