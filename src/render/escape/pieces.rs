//! A text in pieces that are already clean, so that each format has only to dress and to escape them.

use super::clean;
use super::link;
use crate::text::{Span, Text};

/// A clean piece of text. Clean is not escaped: each format still does that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render) enum Piece {
    /// Words.
    Words(String),
    /// Somebody's words, to be put in quotation marks.
    Quote(String),
    /// To be shown as code.
    Code(String),
    /// A label and an address that may be followed.
    Link(String, String),
}

/// The pieces of a text.
pub(super) fn of(text: &Text) -> Vec<Piece> {
    text.spans().iter().flat_map(of_span).collect()
}

/// The pieces of words of ours: what stands between backticks is code.
pub(super) fn of_words(words: &str) -> Vec<Piece> {
    words
        .split('`')
        .enumerate()
        .filter(|(_, part)| !part.is_empty())
        .map(|(index, part)| match index % 2 {
            0 => Piece::Words(part.into()),
            _ => Piece::Code(part.into()),
        })
        .collect()
}

fn of_span(span: &Span) -> Vec<Piece> {
    match span {
        Span::Plain(words) => of_words(words),
        Span::Value(value) => of_words(&clean::visible(value).collect::<String>()),
        Span::Quote(words) => vec![Piece::Quote(clean::line(words, clean::QUOTE_CHARS))],
        Span::Code(words) => vec![Piece::Code(clean::line(words, clean::CODE_CHARS))],
        Span::Name(name) => vec![Piece::Words(clean::line(name, clean::NAME_CHARS))],
        Span::Link { label, href } => match link::to_visit(href) {
            Some(url) => vec![Piece::Link((*label).into(), url)],
            None => {
                vec![Piece::Words(format!("{label} ")), Piece::Code(clean::line(href, clean::CODE_CHARS))]
            }
        },
    }
}
