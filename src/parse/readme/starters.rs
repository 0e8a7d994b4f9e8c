//! Which blocks are the words of a generator, a starter or a theme. Own text may stand above and below them.

use super::block::{Block, Origin};
use super::lists::STARTERS;
use super::phrases::Hit;
use super::sentence::{Sentence, sentences};
use super::theme;
use super::words;

/// The most blocks between two of a starter's that are taken for the starter's too, and the most words each may have:
/// starters drift from version to version.
const MAX_GAP: usize = 2;
const MAX_GAP_WORDS: usize = 30;
/// The most links of a block with a starter's sentences in it that are kept.
const MAX_LINKS: usize = 100;

/// Marks the blocks of starters, and returns the name of the one that most of them are of.
pub(super) fn mark(blocks: &mut [Block]) -> Option<&'static str> {
    let known = named(blocks);
    if let Some((theme, from)) = theme::introduced(blocks) {
        for block in blocks.iter_mut().skip(from) {
            block.origin = Origin::Starter(theme);
        }
    } else {
        for block in blocks.iter_mut() {
            mark_block(block, &known);
        }
        fill_gaps(blocks);
        fill_pieces(blocks, &known);
    }
    most_words(blocks)
}

/// Groups of which a phrase was met that names them.
fn named(blocks: &[Block]) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    for block in blocks {
        for hit in STARTERS.hits(&block.text, &block.words) {
            if !hit.tag.is_weak && !names.contains(&hit.tag.group) {
                names.push(hit.tag.group);
            }
        }
    }
    names
}

/// Marks a block where half of its words or more are a starter's, and takes a starter's sentences out where fewer are.
fn mark_block(block: &mut Block, known: &[&'static str]) {
    let hits: Vec<Hit> = STARTERS
        .hits(&block.text, &block.words)
        .into_iter()
        .filter(|hit| known.contains(&hit.tag.group) && !hit.tag.group.starts_with("theme: "))
        .collect();
    let Some(longest) = hits.iter().max_by_key(|hit| hit.length) else { return };
    let mut is_hit = vec![false; block.words.len()];
    for hit in &hits {
        is_hit[hit.first] = true;
    }
    let (foreign, own): (Vec<Sentence>, Vec<Sentence>) = sentences(&block.text, &block.words)
        .into_iter()
        .partition(|sentence| is_hit[sentence.words.clone()].contains(&true));
    let count: usize =
        foreign.iter().map(|sentence| words::count(&block.words[sentence.words.clone()])).sum();
    if count * 2 >= block.count() {
        block.origin = Origin::Starter(longest.tag.group);
        return;
    }
    let is_own = |byte: usize| own.iter().any(|sentence| sentence.bytes.contains(&byte));
    block.links = std::mem::take(&mut block.links)
        .into_iter()
        .take(MAX_LINKS)
        .filter(|link| is_own(link.start))
        .collect();
    let text = own.iter().map(|sentence| &block.text[sentence.bytes.clone()]).collect();
    block.set_text(text);
}

fn fill_gaps(blocks: &mut [Block]) {
    let mut last: Option<(usize, &'static str)> = None;
    for index in 0..blocks.len() {
        let Origin::Starter(name) = blocks[index].origin else { continue };
        if let Some((before, _)) = last.filter(|(_, other)| *other == name && !is_form(name)) {
            let gap = before + 1..index;
            let is_small = gap.len() <= MAX_GAP
                && blocks[gap.clone()]
                    .iter()
                    .all(|block| block.depth().is_none() && block.count() <= MAX_GAP_WORDS);
            if is_small {
                blocks[gap].iter_mut().for_each(|block| block.origin = Origin::Starter(name));
            }
        }
        last = Some((index, name));
    }
}

/// A piece lasts from its first phrase to its last, and to the end of the part that this one stands in.
fn fill_pieces(blocks: &mut [Block], known: &[&'static str]) {
    for group in known.iter().filter(|group| group.starts_with("piece: ")) {
        let is_theirs = |block: &Block| block.origin == Origin::Starter(group);
        let (Some(first), Some(last)) =
            (blocks.iter().position(is_theirs), blocks.iter().rposition(is_theirs))
        else {
            continue;
        };
        let rest = blocks[last + 1..].iter().take_while(|block| block.depth().is_none()).count();
        blocks[first..=last + rest].iter_mut().for_each(|block| block.origin = Origin::Starter(group));
    }
}

fn is_form(group: &str) -> bool {
    group.starts_with("form: ")
}

fn most_words(blocks: &[Block]) -> Option<&'static str> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for block in blocks {
        let Origin::Starter(name) = block.origin else { continue };
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += block.count(),
            None => counts.push((name, block.count())),
        }
    }
    let (group, _) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    Some(group.split_once(": ").map_or(group, |(_, name)| name))
}
