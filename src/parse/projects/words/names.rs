//! Names as people write them, without the marks around them.

use super::is_label;

/// A name without Markdown and tags: "Chess ([Repository](https://...))" is "Chess".
pub(in crate::parse::projects) fn without_markup(name: &str) -> String {
    let mut plain_name = String::new();
    let mut rest = name;
    while let Some(open) = rest.find(['[', '<']) {
        plain_name.push_str(&rest[..open]);
        let tail = &rest[open..];
        let (label, after) = if tail.starts_with('<') { tag(tail) } else { markdown_link(tail) };
        if !is_label(label) && !label.contains("://") {
            plain_name.push_str(label);
        }
        rest = after;
    }
    plain_name.push_str(rest);
    let plain_name = plain_name.replace("()", " ").replace("**", "");
    plain_name
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .trim_matches(['-', ':', '|', ' ', ','])
        .to_owned()
}

/// The label of a link at the beginning of a text, and what follows the link.
fn markdown_link(text: &str) -> (&str, &str) {
    let Some(close) = text.find(']') else { return ("", &text[1..]) };
    let after = &text[close + 1..];
    let end = after.starts_with('(').then(|| after.find(')')).flatten();
    (&text[1..close], end.map_or(after, |end| &after[end + 1..]))
}

/// Nothing, and what follows the tag at the beginning of a text.
fn tag(text: &str) -> (&str, &str) {
    ("", text.find('>').map_or("", |end| &text[end + 1..]))
}
