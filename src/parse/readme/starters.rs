//! Which blocks are the words of a generator, a starter or a theme. Own text may stand above and below them.

use super::block::{Block, Kind, Origin};
use super::lists::{STARTERS, TEMPLATE_TALK};
use super::phrases::{Hit, Tag};
use super::sentence::sentences;
use super::words;

/// How many blocks a README has to introduce itself in.
const INTRO_BLOCKS: usize = 4;
/// The most blocks between two of a starter's that are taken for the starter's too, and the most words each may have:
/// starters drift from version to version.
const MAX_GAP: usize = 2;
const MAX_GAP_WORDS: usize = 30;
/// How many different remarks to adopters make a README that calls itself a template one.
const ADOPTER_REMARKS: usize = 2;

/// Marks the blocks of starters, and returns the name of the one that most of them are of.
pub(super) fn mark(blocks: &mut [Block]) -> Option<&'static str> {
    let known = named(blocks);
    if let Some((theme, from)) = introduced_theme(blocks, &known) {
        for block in blocks.iter_mut().skip(from) {
            block.origin = Origin::Starter(theme);
        }
    } else {
        for block in blocks.iter_mut() {
            mark_block(block, &known);
        }
        fill_gaps(blocks);
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

/// The theme that a README introduces itself as, and the block from which on it speaks.
fn introduced_theme(blocks: &[Block], known: &[&'static str]) -> Option<(&'static str, usize)> {
    let intro = || blocks.iter().enumerate().filter(|(_, block)| block.kind != Kind::Code).take(INTRO_BLOCKS);
    let from = |index: usize| match index.checked_sub(1).and_then(|above| blocks.get(above)) {
        Some(above) if above.depth().is_some() => index - 1,
        _ => index,
    };
    let is_known = known.iter().any(|group| group.starts_with("theme: "));
    let theme = intro().filter(|_| is_known).find_map(|(index, block)| {
        let hits = STARTERS.hits(&block.text, &block.words);
        let theme =
            hits.iter().filter(|hit| !hit.tag.is_weak).find_map(|hit| hit.tag.group.strip_prefix("theme: "));
        theme.map(|theme| (theme, from(index)))
    });
    theme.or_else(|| {
        let (index, _) = intro().find(|(_, block)| calls_itself_a_template(block))?;
        (adopter_remarks(blocks) >= ADOPTER_REMARKS).then_some(("a template", from(index)))
    })
}

fn calls_itself_a_template(block: &Block) -> bool {
    let hits = TEMPLATE_TALK.hits(&block.text, &block.words);
    hits.iter().any(|hit| hit.tag == Tag { group: "self", is_weak: false })
}

/// How many different remarks are addressed to people who will make the template theirs.
fn adopter_remarks(blocks: &[Block]) -> usize {
    let mut remarks: Vec<u64> = Vec::new();
    for block in blocks {
        for hit in TEMPLATE_TALK.hits(&block.text, &block.words) {
            let key = block.words[hit.first].key ^ (hit.length as u64);
            if hit.tag.group == "adopter" && !remarks.contains(&key) {
                remarks.push(key);
            }
        }
    }
    remarks.len()
}

/// Marks a block where half of its words or more are a starter's, and takes a starter's sentences out where fewer are.
fn mark_block(block: &mut Block, known: &[&'static str]) {
    let hits: Vec<Hit> = STARTERS
        .hits(&block.text, &block.words)
        .into_iter()
        .filter(|hit| known.contains(&hit.tag.group) && !hit.tag.group.starts_with("theme: "))
        .collect();
    let Some(first) = hits.first() else { return };
    let foreign: Vec<_> = sentences(&block.text, &block.words)
        .into_iter()
        .filter(|sentence| hits.iter().any(|hit| sentence.words.contains(&hit.first)))
        .collect();
    let count: usize =
        foreign.iter().map(|sentence| words::count(&block.words[sentence.words.clone()])).sum();
    if count * 2 >= block.count() {
        block.origin = Origin::Starter(first.tag.group);
        return;
    }
    for sentence in foreign.iter().rev() {
        let breaks: String =
            block.text[sentence.bytes.clone()].chars().filter(|next| *next == '\n').collect();
        block.text.replace_range(sentence.bytes.clone(), &breaks);
    }
    block.words = words::words(&block.text);
    block.links.retain(|link| block.text.contains(&link.label));
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
    Some(group.strip_prefix("form: ").unwrap_or(group))
}
