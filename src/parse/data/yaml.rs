//! YAML -> values with lines; also the front matter of a page.

use super::{Node, Value};
use crate::yaml;

/// Reads a YAML file; none where it is no YAML.
pub fn in_yaml(source: &str) -> Option<Node> {
    yaml::Node::read(source).ok().map(node)
}

/// The front matter of a page: what stands between two lines of `---` at its top.
pub fn front_matter(source: &str) -> Option<Node> {
    let rest = source.trim_start_matches('\u{feff}').strip_prefix("---")?;
    let rest = rest.strip_prefix('\r').unwrap_or(rest).strip_prefix('\n')?;
    let end = rest.find("\n---")?;
    let mut node = in_yaml(&rest[..end])?;
    move_lines(&mut node, 1);
    Some(node)
}

fn move_lines(node: &mut Node, by: u32) {
    node.line += by;
    match &mut node.value {
        Value::List(items) => items.iter_mut().for_each(|item| move_lines(item, by)),
        Value::Map(fields) => fields.iter_mut().for_each(|(_, field)| move_lines(field, by)),
        Value::Text(_) | Value::Other => {}
    }
}

fn node(read: yaml::Node) -> Node {
    let value = match read.value {
        yaml::Value::Text(text) => Value::Text(text),
        yaml::Value::List(items) => Value::List(items.into_iter().map(node).collect()),
        yaml::Value::Map(fields) => {
            Value::Map(fields.into_iter().map(|(_, key, field)| (key, node(field))).collect())
        }
        yaml::Value::Null => Value::Other,
    };
    Node { line: read.mark.line, value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_know_their_lines() {
        let node = in_yaml("subject: Projects\ncontents:\n  - title: \"[A](https://a.example)\"\n  - title: B\n    year: 2020\n").unwrap();
        let (key, contents) = &node.fields()[1];
        let lines: Vec<u32> = contents.items().iter().map(|item| item.line).collect();
        assert_eq!((key.as_str(), lines), ("contents", vec![3, 4]));
        assert_eq!(contents.items()[1].texts(), ["B", "2020"]);
    }

    #[test]
    fn front_matter_counts_from_the_top_of_the_page() {
        let node = front_matter("---\ntitle: Chess\n---\n# Chess\n").unwrap();
        assert_eq!((node.fields()[0].1.text(), node.fields()[0].1.line), (Some("Chess"), 2));
        for page in ["# Chess\n---\n", "---\ntitle: Chess\n", "--- title", ""] {
            assert_eq!(front_matter(page), None, "{page:?}");
        }
    }

    #[test]
    fn what_is_no_yaml_is_none() {
        assert_eq!(in_yaml("a: [b"), None);
        assert_eq!(in_yaml("{% for x in y %}"), None);
    }
}
