//! Words and forms that hint at what a section is about where its heading is none of the usual ones.

use super::block::{Block, Kind};
use super::lists::HINTS;

/// So many pieces of a section are looked at: what it is about shows at its beginning.
const MAX_BLOCKS: usize = 12;
/// So many words of a section stand before a verb that says what something is.
const STATED_WITHIN: usize = 5;

/// What the words of a section hint at, each once; `state` only at the beginning of a sentence's first words.
pub(super) fn of_body(body: &[Block]) -> Vec<&'static str> {
    let prose = body.iter().filter(|block| block.kind != Kind::Code).take(MAX_BLOCKS);
    let mut found: Vec<&'static str> = prose.flat_map(groups).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// What the words of a heading hint at, each once.
pub(super) fn of_heading(heading: &Block) -> Vec<&'static str> {
    let mut found = groups(heading);
    found.sort_unstable();
    found.dedup();
    found
}

fn groups(block: &Block) -> Vec<&'static str> {
    let hits = HINTS.hits(&block.text, &block.words);
    let counts = hits.iter().filter(|hit| hit.tag.group != "state" || hit.first < STATED_WITHIN);
    counts.map(|hit| hit.tag.group).collect()
}

/// How a heading is written.
pub(super) fn form_of_heading(heading: &Block) -> [(&'static str, bool); 4] {
    let text = heading.text.as_str();
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    let letters = || text.chars().filter(|next| next.is_alphabetic());
    let humps =
        text.as_bytes().windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    [
        ("doing", first == "how" || (first.len() > 4 && first.ends_with("ing"))),
        ("identifier", humps || text.contains(['_', '(', '`'])),
        ("number", is_version(first.trim_start_matches('v'))),
        ("capitals", letters().count() > 1 && letters().all(char::is_uppercase)),
    ]
}

/// True for `1.2` and what begins so.
fn is_version(word: &str) -> bool {
    let starts_with_digit = |text: &str| text.starts_with(|next: char| next.is_ascii_digit());
    word.split_once('.').is_some_and(|(major, minor)| {
        !major.is_empty() && major.chars().all(|next| next.is_ascii_digit()) && starts_with_digit(minor)
    })
}
