//! Foreign text for a page: clean pieces, which the template writes and askama escapes.

use super::clean;
use super::pieces;
pub(in crate::render) use super::pieces::Piece;
use crate::facts::{Untrusted, short_sha256};
use crate::text::Text;

/// A name on one line.
pub(in crate::render) fn name(name: &Untrusted) -> String {
    clean::line(name, clean::NAME_CHARS)
}

/// A path or an address on one line.
pub(in crate::render) fn code(words: &Untrusted) -> String {
    clean::line(words, clean::CODE_CHARS)
}

/// A sentence or two on one line.
pub(in crate::render) fn sentence(words: &Untrusted) -> String {
    clean::line(words, clean::SENTENCE_CHARS)
}

/// A sentence or two on one line, with what stands between backticks as code.
pub(in crate::render) fn marked(words: &Untrusted) -> Vec<Piece> {
    pieces::of_words(&sentence(words))
}

/// A text in pieces.
pub(in crate::render) fn text(text: &Text) -> Vec<Piece> {
    pieces::of(text)
}

/// Lines to paste; none where they cannot be shown whole.
pub(in crate::render) fn block(lines: &Untrusted) -> Option<String> {
    clean::block(lines)
}

/// A name for a place on the page; what somebody wrote may have any characters.
pub(in crate::render) fn anchor(id: &Untrusted) -> String {
    let id = id.as_written();
    let is_plain = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    if is_plain {
        return format!("s-{id}");
    }
    format!("s-x{}", short_sha256(id, 16))
}
