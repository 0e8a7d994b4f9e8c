//! What is not finished in a README, or only works for its author: each with its line. It is said, and never moves the level.

use super::address::{Leads, leads};
use super::block::{Block, Origin};
use super::lists::SLOTS;
use crate::facts::{Blemish, BlemishKind, Untrusted};

/// How much of a line is quoted.
const MAX_QUOTE_CHARS: usize = 60;
/// The most that are listed of one README.
const MAX_BLEMISHES: usize = 50;

/// What is not finished, in order of lines.
pub(super) fn blemishes(blocks: &[Block], text: &str) -> Vec<Blemish> {
    let mut found = Vec::new();
    for block in blocks {
        from_origin(block, &mut found);
        if !matches!(block.origin, Origin::Starter(_) | Origin::Assignment) {
            from_links(block, &mut found);
            from_slots(block, &mut found);
        }
    }
    found.extend(merge_marks(text));
    found.sort_by_key(|blemish| blemish.line);
    found.dedup_by_key(|blemish| (blemish.line, blemish.kind as u8));
    found.truncate(MAX_BLEMISHES);
    found
}

fn blemish(kind: BlemishKind, line: u32, quoted: &str) -> Blemish {
    let quoted: String = quoted.lines().next().unwrap_or_default().chars().take(MAX_QUOTE_CHARS).collect();
    Blemish { kind, line, quoted: Untrusted::new(quoted) }
}

/// The first block of each run of foreign text, and every value that says nothing.
fn from_origin(block: &Block, found: &mut Vec<Blemish>) {
    let kind = match block.origin {
        Origin::Starter(_) => BlemishKind::Boilerplate,
        Origin::Assignment => BlemishKind::Assignment,
        Origin::Filler => BlemishKind::Filler,
        Origin::Own | Origin::Navigation => return,
    };
    let is_run = kind != BlemishKind::Filler && found.iter().any(|blemish| blemish.kind == kind);
    if !is_run {
        found.push(blemish(kind, block.line, &block.text));
    }
}

fn from_links(block: &Block, found: &mut Vec<Blemish>) {
    for link in &block.links {
        match leads(&link.url) {
            Leads::Nowhere if !link.label.is_empty() => {
                found.push(blemish(BlemishKind::EmptyLink, link.line, &link.label));
            }
            Leads::Localhost if link.label != link.url => {
                found.push(blemish(BlemishKind::Localhost, link.line, &link.url));
            }
            Leads::Live
            | Leads::Code
            | Leads::Elsewhere
            | Leads::Unknown
            | Leads::Inside
            | Leads::Localhost
            | Leads::Nowhere => {}
        }
    }
}

fn from_slots(block: &Block, found: &mut Vec<Blemish>) {
    for hit in SLOTS.hits(&block.text, &block.words) {
        let start = block.words[hit.first].start;
        let end = block.words[hit.first + hit.length - 1].end;
        let is_slot = match hit.tag.group {
            "joined" => !block.text[start..end].contains(char::is_whitespace),
            _ => block.text[..start].ends_with(['[', '<', '{', '(']),
        };
        if is_slot {
            found.push(blemish(BlemishKind::Slot, block.line_at(start), &block.text[start..]));
            return;
        }
    }
}

fn merge_marks(text: &str) -> Vec<Blemish> {
    let lines = text.lines().zip(1_u32..);
    lines
        .filter(|(line, _)| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> "))
        .map(|(line, number)| blemish(BlemishKind::MergeMark, number, line))
        .collect()
}
