//! Lines for a terminal: words in tones, wrapped to its width.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr as _;

use crate::render::Colour;
use crate::render::escape::terminal::Tone;

/// The widest line that is comfortable to read.
const MAX_COLUMNS: usize = 100;
/// Narrower than this, wrapping would shred the text.
const MIN_COLUMNS: usize = 30;

/// The page that a report is written on.
pub(super) struct Page {
    out: String,
    colour: Colour,
    columns: usize,
}

/// Where a paragraph begins and where its further lines begin, in columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Indent(pub(super) usize, pub(super) usize);

impl Page {
    /// An empty page.
    pub(super) fn new(colour: Colour, columns: usize) -> Self {
        Self { out: String::new(), colour, columns: columns.clamp(MIN_COLUMNS, MAX_COLUMNS) }
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// One empty line, however often it is asked for.
    pub(super) fn gap(&mut self) {
        if !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A paragraph: runs of text, each with its style, wrapped between words.
    pub(super) fn paragraph(&mut self, indent: Indent, runs: &[(Style, String)]) {
        self.spaces(indent.0);
        let mut column = indent.0;
        for (index, word) in words(runs).iter().enumerate() {
            let width: usize = word.iter().map(|(_, text)| text.width()).sum();
            if index > 0 && column + 1 + width > self.columns {
                self.out.push('\n');
                self.spaces(indent.1);
                column = indent.1;
            } else if index > 0 {
                self.out.push(' ');
                column += 1;
            }
            for (style, text) in word {
                self.styled(*style, text);
            }
            column += width;
        }
        self.out.push('\n');
    }

    /// Lines as they are: what is pasted is never wrapped.
    pub(super) fn block(&mut self, indent: usize, style: Style, lines: &str) {
        for line in lines.lines() {
            if !line.is_empty() {
                self.spaces(indent);
                self.styled(style, line);
            }
            self.out.push('\n');
        }
    }

    fn spaces(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }

    fn styled(&mut self, style: Style, text: &str) {
        match self.colour {
            Colour::Always if style != Style::new() => {
                let _ = write!(self.out, "{style}{text}{style:#}");
            }
            Colour::Always | Colour::Never => self.out.push_str(text),
        }
    }
}

/// The words of a paragraph; one word may be made of runs that differ in style.
fn words(runs: &[(Style, String)]) -> Vec<Vec<(Style, &str)>> {
    let mut words = vec![Vec::new()];
    for (style, text) in runs {
        for (index, part) in text.split(' ').enumerate() {
            if index > 0 {
                words.push(Vec::new());
            }
            if let (Some(word), false) = (words.last_mut(), part.is_empty()) {
                word.push((*style, part));
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The style of a tone.
pub(super) fn tone(tone: Tone) -> Style {
    match tone {
        Tone::Words => Style::new(),
        Tone::Code => AnsiColor::Cyan.on_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(columns: usize, texts: &[&str]) -> String {
        let mut page = Page::new(Colour::Never, columns);
        let runs: Vec<_> = texts.iter().map(|text| (Style::new(), (*text).to_owned())).collect();
        page.paragraph(Indent(2, 4), &runs);
        page.finish()
    }

    #[test]
    fn wraps_between_words_only() {
        let cases: [(&[&str], &str); 7] = [
            (&["one two three four five six"], "  one two three four five six\n"),
            (&["one two three four five six seven"], "  one two three four five six\n    seven\n"),
            (&["glued ", "to", "gether"], "  glued together\n"),
            (&["one two three four fiv ", "(", "six)"], "  one two three four fiv (six)\n"),
            (&["one two three four five ", "(", "six)"], "  one two three four five\n    (six)\n"),
            (
                &["a https://ada.example/a/very/long/address b"],
                "  a\n    https://ada.example/a/very/long/address\n    b\n",
            ),
            (&["日本語日本語日本語日本語 日本語日本語"], "  日本語日本語日本語日本語\n    日本語日本語\n"),
        ];
        for (texts, expected) in cases {
            assert_eq!(page(30, texts), expected);
        }
    }

    #[test]
    fn colours_are_closed_again() {
        let mut page = Page::new(Colour::Always, 80);
        page.paragraph(Indent(0, 0), &[(tone(Tone::Code), "a".into()), (Style::new(), " b".into())]);
        assert_eq!(page.finish(), "\u{1b}[36ma\u{1b}[0m b\n");
    }
}
