//! What an expression of the source stands for: a string in it, an imported file, a constant, a key of a data file.

use std::collections::{HashMap, HashSet};

use super::Sources;
use super::comments::Language;
use super::pairs::{groups, strings};
use super::tags::Value;
use crate::parse::resume_address::ends_like_a_document;

/// Names with their addresses, from the whole source.
#[derive(Debug, Default)]
pub(super) struct Known<'a> {
    addresses: HashMap<&'a str, &'a str>,
    /// Keys of data files and content that have an address.
    filled: HashSet<&'a str>,
    /// The texts of all files.
    texts: Vec<&'a str>,
}

impl<'a> Known<'a> {
    /// Collects constants, imported files, and keys of objects and data files whose value is an address.
    pub(super) fn new(sources: &'a Sources<'a>) -> Self {
        let mut known = Self::default();
        for source in &sources.files {
            known.texts.push(&source.text);
            for pair in groups(&source.text, source.language).into_iter().flatten() {
                let value = match pair.value {
                    Value::Text(text) => Some(text),
                    Value::Code(code) => strings(code).first().map(|(string, _)| *string),
                };
                if let Some(value) = value.filter(|value| is_address(value)) {
                    known.addresses.entry(pair.key).or_insert(value);
                }
            }
            let data = match source.language {
                Language::Lines | Language::Plain => Some(source.text.as_ref()),
                Language::Markup => source.front(),
                Language::Script => None,
            };
            let kind = if source.language == Language::Plain { Language::Plain } else { Language::Lines };
            let pairs = data.map(|data| groups(data, kind)).into_iter().flatten().flatten();
            known.filled.extend(pairs.filter(|pair| is_address(pair.value.written())).map(|pair| pair.key));
            if matches!(source.language, Language::Script | Language::Markup) {
                known.addresses.extend(imports(&source.text));
            }
        }
        known
    }

    /// The address behind an expression; none where it is not written anywhere.
    pub(super) fn address(&self, expression: &'a str) -> Option<String> {
        let written = strings(expression).into_iter().map(|(string, _)| literal(string));
        let written = written.into_iter().find(|string| is_address(string));
        written.or_else(|| {
            let name = last_name(expression)?;
            self.addresses.get(name).map(|address| literal(address))
        })
    }

    /// True where a key of that name has an address in data or content, so that a template shows it.
    pub(super) fn is_filled(&self, name: &str) -> bool {
        self.filled.contains(name)
    }

    /// True where a name is written more than once: somebody uses it.
    pub(super) fn is_used(&self, name: &str) -> bool {
        let uses: usize = self.texts.iter().map(|text| count_words(text, name)).sum();
        uses > 1
    }
}

/// `import cv from "../files/jo.pdf"` and `const cv = require("../files/jo.pdf")`.
pub(super) fn imports(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (string, at) in strings(text) {
        if !ends_like_a_document(string) {
            continue;
        }
        let before = text.get(..at).unwrap_or_default();
        let before = before.rsplit(['\n', ';']).next().unwrap_or(before).trim();
        let name = before
            .strip_suffix("from")
            .and_then(|rest| rest.trim().strip_prefix("import"))
            .or_else(|| before.strip_suffix("require(")?.trim().strip_suffix('=')?.trim().rsplit(' ').next())
            .map(|name| name.trim().trim_start_matches("* as ").trim());
        found.extend(name.map(|name| (name, string)));
    }
    found
}

/// `${base}/cv.pdf` -> `/cv.pdf`, `{{ site.baseurl }}/cv/` -> `/cv/`.
pub(super) fn literal(string: &str) -> String {
    let mut rest = string;
    let mut result = String::new();
    while let Some((start, open, close)) =
        [("${", "}"), ("{{", "}}"), ("{%", "%}"), ("<%", "%>"), ("<?", "?>")]
            .iter()
            .filter_map(|(o, c)| Some((rest.find(o)?, *o, *c)))
            .min()
    {
        let (before, inside) = rest.split_at(start);
        result.push_str(before);
        let inside = inside.get(open.len()..).unwrap_or_default();
        let Some(end) = inside.find(close) else { return result };
        // `{{ '/cv.pdf' | relative_url }}` has the address inside.
        let written = strings(inside.get(..end).unwrap_or_default());
        if let Some((written, _)) = written.iter().find(|(string, _)| is_address(string)) {
            result.push_str(written);
        }
        rest = inside.get(end + close.len()..).unwrap_or_default();
    }
    result.push_str(rest);
    result.trim().to_owned()
}

/// True for what can only be an address.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim();
    let begins = ["http://", "https://", "/", "./", "../", "#/"].iter().any(|start| text.starts_with(start));
    (begins || ends_like_a_document(text))
        && text.len() > 1
        && !text.contains('\n')
        && !text.starts_with("//#")
}

/// `props.profile.cvUrl` -> `cvUrl`; `process.env.PUBLIC_URL + cv` -> `cv`.
pub(super) fn last_name(expression: &str) -> Option<&str> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let head = expression.split(['|', '?', '(', '[']).next().unwrap_or(expression);
    head.trim().rsplit(|c: char| !is_name(c)).find(|name| !name.is_empty())
}

fn count_words(text: &str, word: &str) -> usize {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    text.match_indices(word)
        .filter(|(at, _)| {
            let before = text.get(..*at).and_then(|rest| rest.chars().next_back());
            let after = text.get(at + word.len()..).and_then(|rest| rest.chars().next());
            !before.is_some_and(is_name) && !after.is_some_and(is_name)
        })
        .count()
}
