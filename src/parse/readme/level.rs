//! The level that a README reaches, from what was found in it. One rule a level; no sums of points.

use super::block::{Block, Origin};
use super::outline::Outline;
use crate::facts::{Essentials, Extra, Level};

/// Fewer own words than this beside somebody else's text are an edited line or two.
const MIN_OWN_WORDS: usize = 25;
/// How many extras make an adequate README an excellent one, a picture or a live link among them.
const EXTRAS: usize = 3;

/// The level.
pub(super) fn level(outline: &Outline, essentials: Essentials, extras: &[Extra]) -> Level {
    if outline.blocks.is_empty() {
        Level::Missing
    } else if is_foreign(outline, essentials) {
        Level::Boilerplate
    } else if !essentials.are_complete() {
        Level::Thin
    } else if extras.len() >= EXTRAS
        && extras.iter().any(|extra| matches!(extra, Extra::Visual | Extra::Live))
    {
        Level::Excellent
    } else {
        Level::Adequate
    }
}

/// Words of own prose.
pub(super) fn own_words(outline: &Outline) -> usize {
    outline.blocks.iter().filter(|block| block.is_prose() && block.is_own()).map(Block::count).sum()
}

/// True where what is somebody else's is all there is, but for a title and an edited line or two. Own prose that says
/// what the project is outweighs any amount of a kept template.
fn is_foreign(outline: &Outline, essentials: Essentials) -> bool {
    let is_there = |origin: fn(&Origin) -> bool| outline.blocks.iter().any(|block| origin(&block.origin));
    let own = own_words(outline);
    if is_there(|origin| matches!(origin, Origin::Starter(_) | Origin::Assignment)) {
        return essentials.what.is_none() || own < MIN_OWN_WORDS;
    }
    let filler: usize =
        outline.blocks.iter().filter(|block| block.origin == Origin::Filler).map(Block::count).sum();
    essentials.what.is_none() && filler > own.max(MIN_OWN_WORDS)
}
