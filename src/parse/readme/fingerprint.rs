//! A digest of a README's own words, small and comparable: the same text in two projects shares most of it.

use super::block::Block;

/// How many words in a row make one mark.
const SHINGLE: usize = 4;
/// How many marks are kept: the smallest, so that two digests can be compared.
const MARKS: usize = 128;

/// The smallest marks of a README's own prose, in order.
pub(super) fn fingerprint(blocks: &[Block]) -> Vec<u64> {
    let mut marks: Vec<u64> = Vec::new();
    for block in blocks.iter().filter(|block| block.is_prose() && block.is_own()) {
        marks.extend(block.words.windows(SHINGLE).map(|words| {
            words
                .iter()
                .fold(0_u64, |mark, word| mark.rotate_left(13).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ word.key)
        }));
    }
    marks.sort_unstable();
    marks.dedup();
    marks.truncate(MARKS);
    marks
}
