//! A README as parts: a heading, real or in all but name, and the blocks below it.

use std::ops::Range;

use super::block::Block;
use super::topic::{self, Topic};

/// The most words that a bold line, or one that ends in a colon, may have to be taken for a heading.
const MAX_PSEUDO_WORDS: usize = 6;
/// The depth of a heading in all but name: below every real one.
const PSEUDO_DEPTH: u8 = 7;

/// A heading and what stands below it up to the next.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// The index of its heading; none for what stands above the first.
    pub(super) heading: Option<usize>,
    /// How deep its heading is.
    pub(super) depth: u8,
    /// What its heading says it is about.
    pub(super) topics: Vec<Topic>,
    /// The blocks below the heading.
    pub(super) body: Range<usize>,
    /// The part that it is a part of.
    pub(super) parent: Option<usize>,
}

impl Part {
    /// True for a heading that is written as one.
    pub(super) fn is_section(&self) -> bool {
        self.heading.is_some() && self.depth < PSEUDO_DEPTH
    }
}

/// The parts of a README, in order; the first has no heading.
pub(super) fn parts(blocks: &[Block]) -> Vec<Part> {
    let mut parts = vec![Part { heading: None, depth: 0, topics: Vec::new(), body: 0..0, parent: None }];
    let mut above: Vec<usize> = vec![0];
    for (index, block) in blocks.iter().enumerate() {
        let Some(depth) = depth(block) else {
            if let Some(part) = parts.last_mut() {
                part.body.end = index + 1;
            }
            continue;
        };
        while above.last().is_some_and(|part| parts[*part].depth >= depth) {
            above.pop();
        }
        let topics = topics(block, parts.len() == 1);
        let body = index + 1..index + 1;
        let parent = above.last().copied().filter(|part| *part > 0);
        above.push(parts.len());
        parts.push(Part { heading: Some(index), depth, topics, body, parent });
    }
    parts
}

/// What a heading says its part is about. The title is a name, whatever words it is made of ("Weather API"), unless it is
/// all one topic ("Installation").
fn topics(heading: &Block, is_title: bool) -> Vec<Topic> {
    if heading.is_code() || (is_title && !topic::is_all_topic(&heading.text, &heading.words)) {
        return Vec::new();
    }
    topic::topics(&heading.text, &heading.words)
}

/// What a part is about: what its own heading says, else what the nearest heading above it that says something does.
pub(super) fn topics_of(parts: &[Part], index: usize) -> &[Topic] {
    let mut part = &parts[index];
    while let (true, Some(parent)) = (part.topics.is_empty(), part.parent) {
        part = &parts[parent];
    }
    &part.topics
}

/// How deep a block is as a heading, if it is one.
fn depth(block: &Block) -> Option<u8> {
    let is_label = block.is_bold || block.text.ends_with(':');
    let is_pseudo = || {
        is_label
            && block.is_prose()
            && block.links.is_empty()
            && (1..=MAX_PSEUDO_WORDS).contains(&block.words.len())
    };
    block.depth().or_else(|| is_pseudo().then_some(PSEUDO_DEPTH))
}
