//! Whether a README is in a language whose words are known.

use super::block::Block;
use super::lists::LANGUAGES;
use super::words::is_dense;

/// Fewer words than this are too few to tell.
const MIN_WORDS: usize = 12;
/// Of a hundred words, how many small words of a known language there are at the very least in prose.
const SMALL_WORDS_PERCENT: usize = 4;

/// True where it is in a language whose headings and cues are known, or is too short to tell.
pub(super) fn is_known(blocks: &[Block]) -> bool {
    let prose = || blocks.iter().filter(|block| block.is_prose() && block.is_own());
    if let Some(is_known) = by_script(prose()) {
        return is_known;
    }
    let (mut all, mut known, mut other) = (0, 0, 0);
    for block in prose() {
        all += block.words.len();
        for hit in LANGUAGES.hits(&block.text, &block.words) {
            match hit.tag.group {
                "known" => known += 1,
                _ => other += 1,
            }
        }
    }
    all < MIN_WORDS || other == 0 || (known >= other && known * 100 >= all * SMALL_WORDS_PERCENT)
}

/// What the script alone tells, for scripts other than Latin.
fn by_script<'a>(prose: impl Iterator<Item = &'a Block>) -> Option<bool> {
    let (mut latin, mut known, mut other) = (0_usize, 0_usize, 0_usize);
    for character in prose.flat_map(|block| block.text.chars()).filter(|character| character.is_alphabetic())
    {
        match character {
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' => latin += 1,
            '\u{AC00}'..='\u{D7AF}' => known += 1,
            _ if is_dense(character) => known += 1,
            _ => other += 1,
        }
    }
    if known * 5 > latin + known + other {
        Some(true)
    } else if other * 2 > latin + known + other {
        Some(false)
    } else {
        None
    }
}
