//! YAML -> values with lines; also the front matter of a page.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;

use super::{Node, Value};

/// Reads a YAML file; none where it is no YAML.
pub fn in_yaml(source: &str) -> Option<Node> {
    let read: Spanned<Loose> = serde_saphyr::from_str(source).ok()?;
    Some(node(read))
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

/// A YAML value of any kind.
enum Loose {
    Text(String),
    List(Vec<Spanned<Loose>>),
    Map(Vec<(String, Spanned<Loose>)>),
    Nothing,
}

fn node(read: Spanned<Loose>) -> Node {
    let line = u32::try_from(read.referenced.line()).unwrap_or(u32::MAX);
    let value = match read.value {
        Loose::Text(text) => Value::Text(text),
        Loose::List(items) => Value::List(items.into_iter().map(node).collect()),
        Loose::Map(fields) => Value::Map(fields.into_iter().map(|(key, field)| (key, node(field))).collect()),
        Loose::Nothing => Value::Other,
    };
    Node { line, value }
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LooseVisitor)
    }
}

struct LooseVisitor;

impl<'de> Visitor<'de> for LooseVisitor {
    type Value = Loose;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Loose, E> {
        Ok(Loose::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Loose, E> {
        Ok(Loose::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Loose, E> {
        Ok(Loose::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Loose, E> {
        Ok(Loose::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Loose, E> {
        Ok(Loose::Text(value.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Loose, E> {
        Ok(Loose::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Loose, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element()? {
            items.push(item);
        }
        Ok(Loose::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Loose, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Loose::Map(fields))
    }
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
