//! Keys with their values, in groups that belong together: objects of scripts and JSON, blocks of YAML and TOML.

use super::comments::Language;
use super::lexer::{Lexer, Piece, Token, string_end};
use super::tags::Value;

/// Longer values are prose.
const LONGEST_VALUE: usize = 600;

/// A key with its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair<'a> {
    /// The key, without quotes.
    pub(super) key: &'a str,
    /// The value.
    pub(super) value: Value<'a>,
    /// Where the key begins.
    pub(super) at: usize,
}

/// Pairs of one object or block. A constant is a group of its own.
pub(super) type Group<'a> = Vec<Pair<'a>>;

/// Every group of a file with at least one pair.
pub(super) fn groups(text: &str, language: Language) -> Vec<Group<'_>> {
    match language {
        Language::Script | Language::Plain | Language::Markup => objects(text),
        Language::Lines => blocks(text),
    }
}

/// Every string of a script, without its quotes, and where it begins.
pub(super) fn strings(text: &str) -> Vec<(&str, usize)> {
    Lexer::new(text)
        .filter(|token| token.piece == Piece::String)
        .filter_map(|token| Some((text.get(token.start + 1..token.end - 1)?, token.start)))
        .collect()
}

fn objects(text: &str) -> Vec<Group<'_>> {
    let mut scan = Scan { text, bytes: text.as_bytes(), open: Vec::new(), done: Vec::new(), key: None };
    for token in Lexer::new(text) {
        match token.piece {
            Piece::Mark(b'{') => {
                scan.open.push(Vec::new());
                scan.key = None;
            }
            Piece::Mark(b'}') => scan.close(token.end),
            Piece::Mark(b',' | b';' | b'[') => scan.key = None,
            Piece::String => scan.string(token),
            Piece::Word => scan.word(token),
            Piece::Mark(_) | Piece::Comment | Piece::Pattern => {}
        }
    }
    scan.done.extend(scan.open.into_iter().filter(|group| !group.is_empty()));
    scan.done
}

/// How far the reading of objects has come.
struct Scan<'a> {
    text: &'a str,
    bytes: &'a [u8],
    open: Vec<Group<'a>>,
    done: Vec<Group<'a>>,
    key: Option<(&'a str, usize)>,
}

impl<'a> Scan<'a> {
    fn close(&mut self, end: usize) {
        self.key = None;
        let Some(mut group) = self.open.pop() else { return };
        // `createElement("a", { href: x }, "Resume")`: what follows the object is shown inside the element.
        if let Some(b',') = self.bytes.get(end) {
            let quote = end + 1 + self.spaces(end + 1);
            let is_quote = matches!(self.bytes.get(quote), Some(b'"' | b'\'' | b'`'));
            if let Some(end) = string_end(self.bytes, quote).filter(|_| is_quote)
                && let Some(shown) = self.text.get(quote + 1..end - 1)
            {
                group.push(Pair { key: "children", value: Value::Text(shown), at: quote });
            }
        }
        if !group.is_empty() {
            self.done.push(group);
        }
    }

    fn string(&mut self, token: Token) {
        let Some(string) = self.text.get(token.start + 1..token.end - 1) else { return };
        if self.bytes.get(token.end + self.spaces(token.end)) == Some(&b':') && self.key.is_none() {
            self.key = Some((string, token.start));
        } else {
            self.value(Value::Text(string));
        }
    }

    fn word(&mut self, token: Token) {
        let Some(word) = self.text.get(token.start..token.end) else { return };
        let next = token.end + self.spaces(token.end);
        let after = self.bytes.get(next + 1).copied();
        match self.bytes.get(next) {
            Some(b':') if after != Some(b':') => self.key = Some((word, token.start)),
            Some(b'=') if !matches!(after, Some(b'=' | b'>')) => {
                let name = word.rsplit('.').next().unwrap_or(word);
                self.key = Some((name, token.start));
            }
            _ if self.key.is_some() => {
                let rest = self.text.get(token.start..).unwrap_or_default();
                let end = rest.find([',', '}', '\n', ';']).unwrap_or(rest.len());
                self.value(Value::Code(rest.get(..end).unwrap_or(word).trim()));
            }
            _ => {}
        }
    }

    fn value(&mut self, value: Value<'a>) {
        let Some((key, at)) = self.key.take() else { return };
        if value.written().len() > LONGEST_VALUE {
            return;
        }
        let pair = Pair { key, value, at };
        match self.open.last_mut() {
            Some(group) => group.push(pair),
            None => self.done.push(vec![pair]),
        }
    }

    fn spaces(&self, at: usize) -> usize {
        self.bytes
            .get(at..)
            .map_or(0, |rest| rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count())
    }
}

/// Blocks of YAML (`- key: value`) and TOML (`[[table]]`, `key = "value"`).
fn blocks(text: &str) -> Vec<Group<'_>> {
    let mut open: Vec<(usize, Group<'_>)> = Vec::new();
    let mut done = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let body = line.trim();
        if body.is_empty() {
            continue;
        }
        let mut indent = line.len() - line.trim_start().len();
        let rest = body.strip_prefix("- ");
        indent += if rest.is_some() { 2 } else { 0 };
        let is_new = rest.is_some() || body.starts_with('[');
        while open.last().is_some_and(|(depth, _)| *depth > indent || (is_new && *depth == indent)) {
            done.extend(open.pop().map(|(_, group)| group));
        }
        if let Some((key, value)) = line_pair(rest.unwrap_or(body)) {
            if open.last().is_none_or(|(depth, _)| *depth < indent) {
                open.push((indent, Vec::new()));
            }
            if let Some((_, group)) = open.last_mut() {
                group.push(Pair { key, value: Value::Text(value), at: start });
            }
        }
    }
    done.extend(open.into_iter().map(|(_, group)| group));
    done.retain(|group| !group.is_empty());
    done
}

/// `key: value` or `key = "value"`.
fn line_pair(line: &str) -> Option<(&str, &str)> {
    let mark = line.find([':', '='])?;
    let key = line.get(..mark)?.trim().trim_matches(['"', '\'']);
    let is_key =
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.'));
    let rest = line.get(mark + 1..)?;
    let is_pair = line.get(mark..)?.starts_with('=') || rest.is_empty() || rest.starts_with([' ', '\t']);
    let value = rest.trim();
    let value = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value.get(1..)?.split(quote).next()?,
        _ => value.split(" #").next()?.trim(),
    };
    (is_key && is_pair && value.len() <= LONGEST_VALUE).then_some((key, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, language: Language) -> Vec<Vec<(String, String)>> {
        let pair = |pair: Pair<'_>| (pair.key.to_owned(), pair.value.written().to_owned());
        groups(text, language).into_iter().map(|group| group.into_iter().map(pair).collect()).collect()
    }

    fn group(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn of_scripts() {
        let text = "const links = [{ label: \"CV\", to: '/cv.pdf' }, { \"label\": t('x'), url: cv }];\nconst resume = \"/a.pdf\";";
        let expected = vec![
            group(&[("label", "CV"), ("to", "/cv.pdf")]),
            group(&[("label", "t('x')"), ("url", "cv")]),
            group(&[("resume", "/a.pdf")]),
        ];
        assert_eq!(written(text, Language::Script), expected);
    }

    #[test]
    fn of_compiled_elements() {
        let table = [
            ("e(\"a\",{href:\"x.pdf\"},\"Resume\")", group(&[("href", "x.pdf"), ("children", "Resume")])),
            (
                "(0,s.jsx)(\"a\",{href:u,children:\"Resume\"})",
                group(&[("href", "u"), ("children", "Resume")]),
            ),
        ];
        for (text, expected) in table {
            assert_eq!(written(text, Language::Script), [expected], "{text}");
        }
    }

    #[test]
    fn of_lines() {
        let yaml = "title: Ada\nnav:\n  - title: Resume\n    url: /resume/ # mine\n  - title: \"Blog\"\n    url: /blog\nauthor: a";
        let mut found = written(yaml, Language::Lines);
        found.sort();
        let mut expected = vec![
            group(&[("title", "Ada"), ("nav", ""), ("author", "a")]),
            group(&[("title", "Resume"), ("url", "/resume/")]),
            group(&[("title", "Blog"), ("url", "/blog")]),
        ];
        expected.sort();
        assert_eq!(found, expected);
        let toml = "a = \"b\"\n[[menu.main]]\nname = \"CV\"\nurl = \"/cv\"\n";
        assert!(written(toml, Language::Lines).contains(&group(&[("name", "CV"), ("url", "/cv")])));
    }
}
