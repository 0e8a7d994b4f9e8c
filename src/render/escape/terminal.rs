//! Foreign text for a terminal: no control sequences, no turned or hidden characters.

use super::clean;
use super::pieces::{self, Piece};
use crate::facts::Untrusted;
use crate::text::Text;

/// How a word of a text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Tone {
    /// As it is.
    Words,
    /// As code or an address.
    Code,
}

/// A text as runs of one tone each.
pub(in crate::render) fn text(text: &Text) -> Vec<(Tone, String)> {
    pieces::of(text).into_iter().flat_map(run).collect()
}

/// Lines to paste; none where they cannot be shown whole.
pub(in crate::render) fn block(lines: &Untrusted) -> Option<String> {
    clean::block(lines).map(|text| text.replace('\t', "    "))
}

fn run(piece: Piece) -> Vec<(Tone, String)> {
    match piece {
        Piece::Words(words) => vec![(Tone::Words, words)],
        Piece::Quote(words) => vec![(Tone::Words, format!("“{words}”"))],
        Piece::Code(code) => vec![(Tone::Code, code)],
        Piece::Link(label, url) => {
            vec![(Tone::Words, format!("{label} (")), (Tone::Code, url), (Tone::Words, ")".into())]
        }
    }
}
