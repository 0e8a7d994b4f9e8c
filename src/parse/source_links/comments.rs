//! Source without its comments: they become spaces, so that places and lines stay.

use super::lexer::{Lexer, Piece};

/// How a language writes comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// JavaScript and its kin: `//`, `/* */`.
    Script,
    /// Markup: `<!-- -->`, `{% comment %}`, `{# #}`, and scripts in it.
    Markup,
    /// YAML, TOML: a line that begins with `#`.
    Lines,
    /// JSON: none.
    Plain,
}

impl Language {
    /// The language of a file, by its ending.
    pub(super) fn of(path: &str) -> Option<Self> {
        let name = path.rsplit('/').next().unwrap_or(path);
        let (_, ending) = name.rsplit_once('.')?;
        Some(match ending.to_ascii_lowercase().as_str() {
            "js" | "jsx" | "mjs" | "cjs" | "ts" | "tsx" => Self::Script,
            "html" | "htm" | "vue" | "svelte" | "astro" | "md" | "markdown" | "mdx" | "liquid" | "njk"
            | "hbs" | "ejs" | "erb" | "php" | "pug" | "haml" => Self::Markup,
            "yml" | "yaml" | "toml" => Self::Lines,
            "json" => Self::Plain,
            _ => return None,
        })
    }
}

/// The text without its comments.
pub(super) fn without_comments(text: &str, language: Language) -> String {
    match language {
        Language::Script => blank(text, &script_comments(text)),
        Language::Markup => {
            let outside = blank(text, &markup_comments(text));
            let scripts = script_blocks(&outside);
            let inside = scripts.iter().flat_map(|block| {
                let code = outside.get(block.0..block.1).unwrap_or_default();
                script_comments(code).into_iter().map(|(from, to)| (block.0 + from, block.0 + to))
            });
            let inside: Vec<(usize, usize)> = inside.collect();
            blank(&outside, &inside)
        }
        Language::Lines => text
            .split_inclusive('\n')
            .map(|line| if line.trim_start().starts_with('#') { spaces(line) } else { line.to_owned() })
            .collect(),
        Language::Plain => text.to_owned(),
    }
}

fn spaces(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

/// The text with these parts made blank; they are in order and do not overlap.
fn blank(text: &str, parts: &[(usize, usize)]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    for (from, to) in parts {
        result.push_str(text.get(at..*from).unwrap_or_default());
        result.push_str(&spaces(text.get(*from..*to).unwrap_or_default()));
        at = *to;
    }
    result.push_str(text.get(at..).unwrap_or_default());
    result
}

fn markup_comments(text: &str) -> Vec<(usize, usize)> {
    const KINDS: [(&str, &str); 4] =
        [("<!--", "-->"), ("{% comment %}", "{% endcomment %}"), ("{#", "#}"), ("<%#", "%>")];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((start, (open, close))) = KINDS
        .iter()
        .filter_map(|kind| Some((at + text.get(at..)?.find(kind.0)?, *kind)))
        .min_by_key(|(start, _)| *start)
    {
        let inside = start + open.len();
        let end = text.get(inside..).and_then(|rest| rest.find(close)).map(|end| inside + end + close.len());
        // A comment without an end is text in most of these languages.
        let Some(end) = end else {
            at = inside;
            continue;
        };
        found.push((start, end));
        at = end;
    }
    found
}

/// The insides of `<script>` elements.
pub(super) fn script_blocks(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find("<script")) {
        let open = at + start;
        let Some(inside) = text.get(open..).and_then(|rest| rest.find('>')).map(|end| open + end + 1) else {
            break;
        };
        let end =
            text.get(inside..).and_then(|rest| rest.find("</script")).map_or(text.len(), |end| inside + end);
        found.push((inside, end));
        at = end;
    }
    found
}

fn script_comments(text: &str) -> Vec<(usize, usize)> {
    Lexer::new(text)
        .filter(|token| token.piece == Piece::Comment)
        .map(|token| (token.start, token.end))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_become_spaces() {
        let table = [
            ("a // b\nc", Language::Script, "a     \nc"),
            ("'//' /* x\n */ y", Language::Script, "'//'     \n    y"),
            ("<p>I'm // here</p>", Language::Script, "<p>I'm            "),
            ("\"https://a.example\" // x", Language::Script, "\"https://a.example\"     "),
            ("<p>https://a.example</p>", Language::Script, "<p>https://a.example</p>"),
            ("a<!-- <a> -->b", Language::Markup, "a            b"),
            ("{% comment %}x{% endcomment %}y", Language::Markup, "                              y"),
            ("<script>// x\n</script>//", Language::Markup, "<script>    \n</script>//"),
            (" # x\na: b # c", Language::Lines, "    \na: b # c"),
        ];
        for (text, language, expected) in table {
            assert_eq!(without_comments(text, language), expected, "{text}");
        }
    }
}
