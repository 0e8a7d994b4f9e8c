//! Values that say nothing: "TBD", empty links, filler.

use super::address::{Leads, leads};
use super::block::{Block, Origin};

/// The most words that a block may have beside a value that says nothing, to say nothing itself.
const MAX_LABEL_WORDS: usize = 5;

/// Marks blocks that hold a value that says nothing, and little else.
pub(super) fn mark(blocks: &mut [Block]) {
    for block in blocks.iter_mut().filter(|block| block.is_own() && block.is_prose()) {
        if says_nothing(block) {
            block.origin = Origin::Filler;
        }
    }
}

fn says_nothing(block: &Block) -> bool {
    if is_filler(block) {
        return true;
    }
    let voids: usize = block.cues.iter().filter(|hit| hit.tag.group == "void").map(|hit| hit.length).sum();
    let has_dead_link = block.links.iter().any(|link| leads(&link.url) == Leads::Nowhere);
    let has_link =
        block.links.iter().any(|link| leads(&link.url) != Leads::Nowhere) || !block.images.is_empty();
    !has_link && (voids > 0 || has_dead_link) && block.count() <= voids + MAX_LABEL_WORDS
}

/// True for filler: `lorem ipsum`, and its imitation with bacon.
fn is_filler(block: &Block) -> bool {
    let found = block.cues.iter().filter(|cue| cue.tag.group == "filler").count();
    found >= 3 && found * 8 >= block.count()
}
