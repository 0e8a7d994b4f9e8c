//! Which blocks are the words of an assignment: user stories, acceptance criteria, tasks and grading.

use super::block::{Block, Kind, Origin};
use super::lists::ASSIGNMENT;
use super::part::Part;
use super::words::{Word, words};

/// The most words of a heading that names the task.
const MAX_TASK_WORDS: usize = 5;
/// How many different phrases of assignments make a README that addresses the reader one.
const MANY_PHRASES: usize = 3;
/// Of a hundred words, how many address the reader in an assignment.
const ADDRESSES_PERCENT: usize = 3;

/// Marks the blocks of an assignment.
pub(super) fn mark(blocks: &mut [Block], parts: &[Part]) {
    let mut phrases: Vec<u64> = Vec::new();
    for part in parts {
        let heading = part.heading.map(|heading| &blocks[heading]);
        let is_headed = heading.is_some_and(|block| has(block, "heading"));
        let is_task = heading.is_some_and(|block| block.words.len() <= MAX_TASK_WORDS && has(block, "task"));
        for block in &mut blocks[part.body.clone()] {
            let found = distinct(block);
            let is_story = block.kind == Kind::Code && has_story(&block.text);
            if block.is_own() && (is_task || is_story || found.len() >= 2 || (is_headed && !found.is_empty()))
            {
                block.origin = Origin::Assignment;
            }
            phrases.extend(found);
        }
    }
    phrases.sort_unstable();
    phrases.dedup();
    if phrases.len() >= MANY_PHRASES && addresses_the_reader(blocks) {
        for block in blocks.iter_mut().filter(|block| block.is_own() && block.is_prose()) {
            block.origin = Origin::Assignment;
        }
    }
}

fn has(block: &Block, group: &str) -> bool {
    ASSIGNMENT.hits(&block.text, &block.words).iter().any(|hit| hit.tag.group == group)
}

/// The different phrases of assignments in a block.
fn distinct(block: &Block) -> Vec<u64> {
    let hits = ASSIGNMENT.hits(&block.text, &block.words);
    let sentences = hits.iter().filter(|hit| hit.tag.group == "sentence");
    let mut found: Vec<u64> =
        sentences.map(|hit| key(&block.words[hit.first..hit.first + hit.length])).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn key(words: &[Word]) -> u64 {
    words.iter().fold(0, |key, word| key.rotate_left(7) ^ word.key)
}

/// User stories are pasted as blocks of code: `GIVEN ... WHEN ... THEN`, `AS A ... I WANT ... SO THAT`.
fn has_story(code: &str) -> bool {
    let starts = |mark: &str| code.lines().any(|line| line.trim_start().starts_with(mark));
    (starts("GIVEN") && starts("WHEN")) || (starts("AS A") && starts("I WANT"))
}

/// True where the reader is told what to do, and nobody says what they did.
fn addresses_the_reader(blocks: &[Block]) -> bool {
    let (mut all, mut you, mut me) = (0, 0, 0);
    let key_of = |word: &str| words(word).first().map_or(0, |word| word.key);
    let second = ["you", "your", "students"].map(key_of);
    let first = ["i", "my", "we", "our", "ive"].map(key_of);
    for block in blocks.iter().filter(|block| block.is_prose() && !matches!(block.origin, Origin::Starter(_)))
    {
        all += block.words.len();
        you += block.words.iter().filter(|word| second.contains(&word.key)).count();
        me += block.words.iter().filter(|word| first.contains(&word.key)).count();
    }
    you * 100 >= all * ADDRESSES_PERCENT && you > me * 2
}
