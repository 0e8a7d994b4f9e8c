//! `reStructuredText`, `AsciiDoc` and plain text -> Markdown, line by line, so that every line keeps its number. Only what a
//! reader needs to find headings, prose, links, pictures and code is converted.

use std::borrow::Cow;

/// What a README is written in, by the ending of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Markdown, also where there is no ending: most of those are.
    Markdown,
    /// `reStructuredText`.
    Rst,
    /// `AsciiDoc`.
    Adoc,
    /// Text without marks, in which indentation means nothing.
    Text,
}

impl Format {
    /// The format of a file of this name.
    pub(super) fn of(path: &str) -> Self {
        let extension = path.rsplit(['/', '\\']).next().and_then(|name| name.rsplit_once('.'));
        match extension.map(|(_, extension)| extension.to_ascii_lowercase()).as_deref() {
            Some("rst" | "rest") => Self::Rst,
            Some("adoc" | "asciidoc" | "asc") => Self::Adoc,
            Some("txt" | "text") => Self::Text,
            _ => Self::Markdown,
        }
    }
}

/// The text as Markdown with the same lines.
pub(super) fn to_markdown(format: Format, text: &str) -> Cow<'_, str> {
    match format {
        Format::Markdown => Cow::Borrowed(text),
        Format::Text => Cow::Owned(lines(text, |line| line.trim_start().to_owned())),
        Format::Adoc => Cow::Owned(lines(text, adoc_line)),
        Format::Rst => Cow::Owned(rst(text)),
    }
}

fn lines(text: &str, convert: impl FnMut(&str) -> String) -> String {
    text.lines().map(convert).collect::<Vec<_>>().join("\n")
}

fn adoc_line(line: &str) -> String {
    let marks = line.len() - line.trim_start_matches('=').len();
    if (1..=6).contains(&marks) && line[marks..].starts_with(' ') {
        return format!("{}{}", "#".repeat(marks), &line[marks..]);
    }
    if line.starts_with("----") || line.starts_with("....") {
        return "```".into();
    }
    if line.starts_with("[source") || (line.starts_with(':') && line[1..].contains(':')) {
        return String::new();
    }
    if let Some((address, rest)) = line.strip_prefix("image:").and_then(|rest| rest.split_once('[')) {
        return format!("![{}]({})", rest.trim_end_matches(']'), address.trim_start_matches(':'));
    }
    bracketed_links(line)
}

/// `link:address[label]` and `https://address[label]`.
fn bracketed_links(line: &str) -> String {
    let words = line.split(' ').map(|word| {
        let address = word.strip_prefix("link:").unwrap_or(word);
        match address.split_once('[') {
            Some((url, label)) if url.contains("://") || url.len() < word.len() - label.len() - 1 => {
                format!("<{url}> {}", label.trim_end_matches(']'))
            }
            _ => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn rst(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut marks: Vec<char> = Vec::new();
    for line in text.lines() {
        match (underline(line), out.last_mut()) {
            (Some(mark), Some(above)) if !above.is_empty() && !above.starts_with(['#', ' ']) => {
                let depth = marks.iter().position(|known| *known == mark).unwrap_or_else(|| {
                    marks.push(mark);
                    marks.len() - 1
                });
                *above = format!("{} {above}", "#".repeat(depth.min(5) + 1));
                out.push(String::new());
            }
            (Some(_), _) => out.push(String::new()),
            (None, _) => out.push(rst_line(line)),
        }
    }
    out.join("\n")
}

/// The mark of a line that consists of one mark only.
fn underline(line: &str) -> Option<char> {
    let line = line.trim_end();
    let mark = line.chars().next()?;
    (line.len() >= 3 && mark.is_ascii_punctuation() && line.chars().all(|next| next == mark)).then_some(mark)
}

fn rst_line(line: &str) -> String {
    let shown = line.trim_start();
    if let Some(address) = shown.strip_prefix(".. image::").or_else(|| shown.strip_prefix(".. figure::")) {
        return format!("![]({})", address.trim());
    }
    if shown.starts_with(".. ") {
        return String::new();
    }
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, (label, url, after))) =
        rest.split_once('`').and_then(|(before, quoted)| Some((before, rst_link(quoted)?)))
    {
        out.push_str(before);
        out.extend(["[", label, "](", url, ")"]);
        rest = after;
    }
    out.push_str(rest);
    out.strip_suffix("::").map_or(out.clone(), |start| format!("{start}:"))
}

/// ``label <address>`_``, after its first mark: the label, the address, and what follows.
fn rst_link(quoted: &str) -> Option<(&str, &str, &str)> {
    let (inside, after) = quoted.split_once("`_")?;
    let (label, url) = inside.strip_suffix('>')?.split_once('<')?;
    Some((label.trim(), url, after.trim_start_matches('_')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_keeps_its_number() {
        let cases = [
            (
                "a.rst",
                "Tea\n===\n\nIt is `here <https://tea.example>`_ now::\n\n  make\n",
                "# Tea\n\n\nIt is [here](https://tea.example) now:\n\n  make",
            ),
            (
                "a.rst",
                "====\nTea\n====\n\nUse\n---\n\n.. image:: a.png\n",
                "\n# Tea\n\n\n## Use\n\n\n![](a.png)",
            ),
            (
                "a.adoc",
                "= Tea\n:toc:\n\n== Use\n\n[source,sh]\n----\nmake\n----\nimage::a.png[A cup]\nlink:a.html[here] it is",
                "# Tea\n\n\n## Use\n\n\n```\nmake\n```\n![A cup](a.png)\n<a.html> here it is",
            ),
            ("a.txt", "Tea\n\n\tby Ada", "Tea\n\nby Ada"),
            ("README", "Tea\n\n    make", "Tea\n\n    make"),
        ];
        for (name, text, expected) in cases {
            assert_eq!(to_markdown(Format::of(name), text), expected, "{name}");
        }
    }
}
