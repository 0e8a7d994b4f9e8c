//! Whether a README is that of a theme or template: it introduces itself as one, and speaks to those who will make it theirs.

use super::block::{Block, Kind};
use super::lists::{STARTERS, TEMPLATE_TALK};
use super::sentence::sentences;
use super::words::{Word, words};

/// How many blocks a README has to introduce itself in.
const INTRO_BLOCKS: usize = 4;
/// The most phrases of a block that are looked at: an introduction is short.
const MAX_PHRASES: usize = 20;
/// How many different remarks to adopters make a README that calls itself a template one.
const ADOPTER_REMARKS: usize = 2;

/// The name of the theme that a README introduces itself as, and the block from which on it speaks.
pub(super) fn introduced(blocks: &[Block]) -> Option<(&'static str, usize)> {
    let intro = || blocks.iter().enumerate().filter(|(_, block)| block.kind != Kind::Code).take(INTRO_BLOCKS);
    let known = intro().find_map(|(index, block)| Some((known_theme(block)?, index)));
    let unknown = || {
        let (index, _) = intro().take_while(|(_, block)| !is_personal(&block.words)).find(|(_, block)| {
            (block.is_prose() || block.depth() == Some(1)) && calls_itself_a_template(block)
        })?;
        (adopter_remarks(blocks) >= ADOPTER_REMARKS).then_some(("a template", index))
    };
    let (theme, index) = known.or_else(unknown)?;
    let has_title = index.checked_sub(1).is_some_and(|above| blocks[above].depth().is_some());
    Some((theme, index - usize::from(has_title)))
}

fn known_theme(block: &Block) -> Option<&'static str> {
    let hits = STARTERS.hits(&block.text, &block.words);
    let mut firm =
        hits.iter().take(MAX_PHRASES).filter(|hit| !hit.tag.is_weak && is_said_of_itself(block, hit.first));
    firm.find_map(|hit| hit.tag.group.strip_prefix("theme: "))
}

fn calls_itself_a_template(block: &Block) -> bool {
    let hits = TEMPLATE_TALK.hits(&block.text, &block.words);
    hits.iter()
        .take(MAX_PHRASES)
        .any(|hit| hit.tag.group == "self" && !hit.tag.is_weak && is_said_of_itself(block, hit.first))
}

/// True where a phrase is not what somebody says of a template they used: "built with ...", "my site uses ...".
fn is_said_of_itself(block: &Block, first: usize) -> bool {
    let sentences = sentences(&block.text, &block.words);
    let Some(sentence) = sentences.iter().find(|sentence| sentence.words.contains(&first)) else {
        return true;
    };
    let is_used = block
        .cues
        .iter()
        .any(|cue| cue.tag.group == "made" && (sentence.words.start..first).contains(&cue.first));
    !is_used && !is_personal(&block.words[sentence.words.start..first])
}

/// True where somebody speaks of what is theirs.
fn is_personal(text: &[Word]) -> bool {
    let me = ["i", "ive", "my", "we", "our", "meu", "minha", "mi", "mein", "meine", "mon", "mio"].map(key);
    text.iter().any(|word| me.contains(&word.key))
}

fn key(word: &str) -> u64 {
    words(word).first().map_or(0, |word| word.key)
}

/// How many different remarks are addressed to people who will make the template theirs.
fn adopter_remarks(blocks: &[Block]) -> usize {
    let mut remarks: Vec<Vec<u64>> = Vec::new();
    for block in blocks {
        for hit in
            TEMPLATE_TALK.hits(&block.text, &block.words).iter().filter(|hit| hit.tag.group == "adopter")
        {
            let phrase = &block.words[hit.first..hit.first + hit.length];
            let remark: Vec<u64> = phrase.iter().map(|word: &Word| word.key).collect();
            if !remarks.contains(&remark) {
                remarks.push(remark);
            }
        }
    }
    remarks.len()
}
