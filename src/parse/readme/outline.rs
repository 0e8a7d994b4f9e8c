//! A README taken apart once, for everything that is read from it.

use super::block::Block;
use super::part::{self, Part};
use super::topic::Topic;

/// The blocks of a README and the parts they make.
#[derive(Debug)]
pub(super) struct Outline {
    /// Its blocks, in order.
    pub(super) blocks: Vec<Block>,
    /// Its parts, in order.
    pub(super) parts: Vec<Part>,
}

impl Outline {
    /// Takes blocks apart.
    pub(super) fn new(blocks: Vec<Block>) -> Self {
        let parts = part::parts(&blocks);
        Self { blocks, parts }
    }

    /// Every part with what it is about, and the blocks below its heading.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Part, &[Topic], &[Block])> {
        self.parts
            .iter()
            .enumerate()
            .map(|(index, part)| (part, part::topics_of(&self.parts, index), &self.blocks[part.body.clone()]))
    }

    /// What a part is about: what its own heading says, else the nearest one above it.
    pub(super) fn topics_of(&self, index: usize) -> &[Topic] {
        part::topics_of(&self.parts, index)
    }

    /// The blocks below the heading of a part.
    pub(super) fn body(&self, part: &Part) -> &[Block] {
        &self.blocks[part.body.clone()]
    }

    /// The heading of a part.
    pub(super) fn heading(&self, part: &Part) -> Option<&Block> {
        part.heading.map(|heading| &self.blocks[heading])
    }
}
