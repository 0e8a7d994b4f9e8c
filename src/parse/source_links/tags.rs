//! Tags in markup and in JSX: name, attributes, and what stands between the opening and the closing tag.

use super::lexer::string_end;

/// A tag that does not end within so many bytes is none.
const LONGEST_TAG: usize = 4000;

/// What is looked at behind an opening tag for its closing one.
const LONGEST_INSIDE: usize = 3000;

/// The value of an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// Written out.
    Text(&'a str),
    /// Code: `{expression}`, or the value of a bound attribute (`:href`, `[href]`).
    Code(&'a str),
}

impl<'a> Value<'a> {
    /// What is written, whichever it is.
    pub(super) fn written(self) -> &'a str {
        match self {
            Self::Text(text) | Self::Code(text) => text,
        }
    }
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name as written.
    pub(super) name: &'a str,
    /// Its attributes; names without the marks of a binding.
    pub(super) attributes: Vec<(&'a str, Value<'a>)>,
    /// What stands between it and its closing tag; empty where it has none.
    pub(super) inside: &'a str,
    /// Where it begins.
    pub(super) at: usize,
}

impl<'a> Tag<'a> {
    /// The first attribute with one of these names.
    pub(super) fn attribute(&self, names: &[&str]) -> Option<Value<'a>> {
        names.iter().find_map(|wanted| {
            self.attributes
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
                .map(|(_, value)| *value)
        })
    }
}

/// Every tag of a text, in order; tags inside of tags too.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find('<')).map(|start| at + start) {
        at = start + 1;
        if let Some((tag, end)) = tag(text, start) {
            at = end;
            found.push(tag);
        }
    }
    found
}

/// The tag that begins at `start`, and the place behind its opening part.
fn tag(text: &str, start: usize) -> Option<(Tag<'_>, usize)> {
    let bytes = text.as_bytes();
    let name_end = start + 1 + bytes.get(start + 1..)?.iter().take_while(|byte| is_name(**byte)).count();
    let name =
        text.get(start + 1..name_end).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let mut attributes = Vec::new();
    let mut at = name_end;
    loop {
        match bytes.get(at)? {
            _ if at - start > LONGEST_TAG => return None,
            b'>' => {
                let inside = inside(text, name, at + 1);
                return Some((Tag { name, attributes, inside, at: start }, at + 1));
            }
            b'/' if bytes.get(at + 1) == Some(&b'>') => {
                return Some((Tag { name, attributes, inside: "", at: start }, at + 2));
            }
            b'{' => at = braces_end(bytes, at)?,
            b'<' | b';' | b'=' | b')' => return None,
            byte if byte.is_ascii_whitespace() || matches!(byte, b'/' | b'%' | b'"' | b'\'' | b'}') => {
                at += 1;
            }
            _ => {
                let (attribute, end) = attribute(text, at)?;
                attributes.push(attribute);
                at = end;
            }
        }
    }
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'_')
}

/// An attribute that begins at `start`, and the place behind it.
fn attribute(text: &str, start: usize) -> Option<((&str, Value<'_>), usize)> {
    let bytes = text.as_bytes();
    let is_end =
        |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'{' | b'"' | b'\'' | b'<');
    let name_end = start + bytes.get(start..)?.iter().position(is_end)?;
    let name_end = if name_end == start { start + 1 } else { name_end };
    let written = text.get(start..name_end)?;
    let name = written.trim_matches([':', '[', ']', '(', ')', '@']).trim_end_matches('/');
    let name = name.strip_prefix("v-bind:").or(name.strip_prefix("v-on:")).unwrap_or(name);
    let is_bound = written.starts_with([':', '[', '(', '@', 'v']) && name != written;
    let spaces = |at: usize| {
        bytes.get(at..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_whitespace()).count())
    };
    let equals = name_end + spaces(name_end);
    if bytes.get(equals) != Some(&b'=') {
        return Some(((name, Value::Text("")), name_end));
    }
    let value = equals + 1 + spaces(equals + 1);
    let code = |text| if is_bound { Value::Code(text) } else { Value::Text(text) };
    let (value, end) = match bytes.get(value)? {
        b'"' | b'\'' => {
            let end = quoted_end(bytes, value)?;
            (code(text.get(value + 1..end - 1)?), end)
        }
        b'{' if bytes.get(value + 1) != Some(&b'{') || text.get(value..)?.starts_with("{{\n") => {
            let end = braces_end(bytes, value)?;
            (Value::Code(text.get(value + 1..end - 1)?), end)
        }
        b'{' => {
            let end = braces_end(bytes, value)?;
            (Value::Code(text.get(value..end)?.trim_matches(['{', '}'])), end)
        }
        _ => {
            let is_end = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
            let end = value + bytes.get(value..)?.iter().position(is_end)?;
            (code(text.get(value..end)?), end)
        }
    };
    Some(((name, value), end))
}

/// The place behind a quoted value, which may run over lines.
fn quoted_end(bytes: &[u8], at: usize) -> Option<usize> {
    let quote = *bytes.get(at)?;
    let inside = bytes.get(at + 1..)?;
    inside.iter().take(LONGEST_TAG).position(|byte| *byte == quote).map(|end| at + end + 2)
}

/// The place behind the brace that closes the one at `at`.
fn braces_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut next = at;
    while let Some(&byte) = bytes.get(next) {
        if next - at > LONGEST_TAG {
            return None;
        }
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return Some(next + 1),
            b'}' => depth -= 1,
            b'"' | b'\'' | b'`' => {
                next = string_end(bytes, next).unwrap_or(next + 1);
                continue;
            }
            _ => {}
        }
        next += 1;
    }
    None
}

/// What stands between `from` and the closing tag of this name.
fn inside<'a>(text: &'a str, name: &str, from: usize) -> &'a str {
    let mut limit = (from + LONGEST_INSIDE).min(text.len());
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let Some(rest) = text.get(from..limit) else { return "" };
    let close = format!("</{name}");
    rest.find(&close).and_then(|end| rest.get(..end)).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source, the tag's name, an attribute and its value, and what stands inside.
    type Case<'a> = (&'a str, &'a str, &'a [&'a str], Option<Value<'a>>, &'a str);

    #[test]
    fn attributes_and_insides() {
        let table: &[Case<'_>] = &[
            ("<a href=\"x y.pdf\" download>CV</a>", "a", &["href"], Some(Value::Text("x y.pdf")), "CV"),
            ("<Link to={`/cv`}>CV</Link>", "Link", &["to"], Some(Value::Code("`/cv`")), "CV"),
            ("<a :href=\"cv\">CV</a>", "a", &["href"], Some(Value::Code("cv")), "CV"),
            ("<a [routerLink]=\"['/cv']\">CV</a>", "a", &["routerLink"], Some(Value::Code("['/cv']")), "CV"),
            (
                "<router-link to='/cv'>CV</router-link>",
                "router-link",
                &["to"],
                Some(Value::Text("/cv")),
                "CV",
            ),
            (
                "<b onClick={() => { go('}') }} />",
                "b",
                &["onClick"],
                Some(Value::Code("() => { go('}') }")),
                "",
            ),
            ("<a style={{ a: 1 }} href={cv}>x</a>", "a", &["href"], Some(Value::Code("cv")), "x"),
            ("<a href={{ cv }}>x</a>", "a", &["href"], Some(Value::Code(" cv ")), "x"),
            ("<a href=cv.pdf>x</a>", "a", &["href"], Some(Value::Text("cv.pdf")), "x"),
            ("<a {...props} href='x'>y</a>", "a", &["href"], Some(Value::Text("x")), "y"),
        ];
        for (text, name, attribute, value, inside) in table {
            let tags = tags(text);
            let first = tags.first().unwrap_or_else(|| panic!("no tag in {text}"));
            assert_eq!(
                (first.name, first.attribute(attribute), first.inside),
                (*name, *value, *inside),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_tag() {
        for text in ["a < b", "if (a <b) { c }", "Array<string>(x)", "<1>", "x <y; z"] {
            assert!(tags(text).iter().all(|tag| tag.attributes.is_empty()), "{text}: {:?}", tags(text));
        }
    }
}
