//! The pieces of a README in the order in which a reader meets them, whatever they were written in.

use super::lists::CUES;
use super::phrases::Hit;
use super::words::{self, Word};

/// One piece: a heading, a paragraph, an item of a list, a row of a table, or a block of code.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    /// The line it begins on, counted from 1.
    pub(super) line: u32,
    /// What it is.
    pub(super) kind: Kind,
    /// What a reader sees of it, with its line breaks.
    pub(super) text: String,
    /// Its words; none for code.
    pub(super) words: Vec<Word>,
    /// Phrases of its text that make it an answer to something.
    pub(super) cues: Vec<Hit>,
    /// Its links.
    pub(super) links: Vec<Link>,
    /// Its pictures.
    pub(super) images: Vec<Image>,
    /// Short pieces of code within it.
    pub(super) code: Vec<String>,
    /// Names by which HTML lets an address lead here.
    pub(super) anchors: Vec<String>,
    /// True where all of it is bold: a heading in all but name.
    pub(super) is_bold: bool,
    /// Whose words they are.
    pub(super) origin: Origin,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    /// A heading and its depth, 1 to 6.
    Heading(u8),
    /// A paragraph.
    #[default]
    Paragraph,
    /// An item of a list, or a row of a table.
    Item,
    /// A block of code.
    Code,
}

/// Whose words a piece is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Origin {
    /// Nobody else is known to have written it.
    #[default]
    Own,
    /// A generator, starter or theme of this name.
    Starter(&'static str),
    /// The assignment.
    Assignment,
    /// Filler, slots, or a value that says nothing.
    Filler,
    /// A table of contents, or a way back to the top.
    Navigation,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// Its address as written.
    pub(super) url: String,
    /// The words it is made of.
    pub(super) label: String,
    /// The byte of the block's text at which they begin.
    pub(super) start: usize,
    /// Its line.
    pub(super) line: u32,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Image {
    /// Its address as written.
    pub(super) url: String,
    /// What is said in its place.
    pub(super) alt: String,
    /// Where a click on it leads.
    pub(super) link: Option<String>,
    /// Its line.
    pub(super) line: u32,
}

impl Block {
    /// How many words it has.
    pub(super) fn count(&self) -> usize {
        words::count(&self.words)
    }

    /// True for what a reader reads: neither code nor a heading.
    pub(super) fn is_prose(&self) -> bool {
        matches!(self.kind, Kind::Paragraph | Kind::Item)
    }

    /// True where it is nobody else's.
    pub(super) fn is_own(&self) -> bool {
        self.origin == Origin::Own
    }

    /// True where most of it is code, as of a heading that names a function.
    pub(super) fn is_code(&self) -> bool {
        let code: usize = self.code.iter().map(String::len).sum();
        code * 2 > self.text.len()
    }

    /// Its depth, where it is a heading.
    pub(super) fn depth(&self) -> Option<u8> {
        match self.kind {
            Kind::Heading(depth) => Some(depth),
            Kind::Paragraph | Kind::Item | Kind::Code => None,
        }
    }

    /// The line on which a byte of its text stands.
    pub(super) fn line_at(&self, byte: usize) -> u32 {
        let breaks = self.text.bytes().take(byte).filter(|byte| *byte == b'\n').count();
        self.line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX))
    }

    /// Words that are not the label of a link.
    pub(super) fn count_without_links(&self) -> usize {
        let mut links = self.links.iter().map(|link| link.start..link.start + link.label.len()).peekable();
        let unlinked = self.words.iter().filter(|word| {
            while links.next_if(|link| link.end <= word.start).is_some() {}
            !links.peek().is_some_and(|link| link.contains(&word.start))
        });
        unlinked.map(|word| word.weight).sum()
    }

    /// Gives it another text, and finds its words and cues.
    pub(super) fn set_text(&mut self, text: String) {
        self.words = words::words(&text);
        self.cues = CUES.hits(&text, &self.words);
        self.text = text;
    }

    /// True where a phrase of a group of cues occurs.
    pub(super) fn has_cue(&self, group: &str) -> bool {
        self.cues.iter().any(|cue| cue.tag.group == group)
    }
}
