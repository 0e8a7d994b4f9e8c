//! The sentences of a text.

use std::ops::Range;

use super::words::Word;

/// A sentence, as words and as bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Its words.
    pub(super) words: Range<usize>,
    /// Its bytes, up to the next sentence.
    pub(super) bytes: Range<usize>,
}

/// The sentences of a text, with its words. A full stop within a word (`Node.js`) ends none.
pub(super) fn sentences(text: &str, words: &[Word]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let (mut first, mut start) = (0, 0);
    for (index, word) in words.iter().enumerate() {
        let next = words.get(index + 1).map_or(text.len(), |next| next.start);
        let is_last = index + 1 == words.len();
        if is_last || ends(&text[word.end..next]) {
            found.push(Sentence { words: first..index + 1, bytes: start..next });
            (first, start) = (index + 1, next);
        }
    }
    found
}

/// True where what stands between two words ends a sentence.
fn ends(between: &str) -> bool {
    between.contains(['。', '！', '？'])
        || between.find(['.', '!', '?']).is_some_and(|at| between[at..].contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn splits_where_a_reader_does() {
        for (text, expected) in [
            ("", vec![]),
            ("Node.js only", vec!["Node.js only"]),
            ("It runs. See [it]!\nNow", vec!["It runs. ", "See [it]!\n", "Now"]),
            ("天気です。速い", vec!["天気です。", "速い"]),
        ] {
            let found = sentences(text, &words(text));
            let shown: Vec<&str> = found.iter().map(|sentence| &text[sentence.bytes.clone()]).collect();
            assert_eq!(shown, expected, "{text}");
        }
    }
}
