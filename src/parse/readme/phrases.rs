//! Lists of phrases, kept as data beside the code, and where they occur in a text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::words::{Word, is_dense, words};

/// A list of phrases in groups. Its data has one phrase a line; `[name]` begins a group, `//` a remark, and `~` marks a
/// phrase that means something only in the company of others.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    by_start: HashMap<u64, Vec<Phrase>, BuildHasherDefault<KeyHasher>>,
    /// Whether a phrase may begin with a word, by the end of its key: most words of a text begin none.
    beginnings: Vec<bool>,
    /// Phrases in scripts without spaces are looked for as they are.
    dense: Vec<(&'static str, Tag)>,
}

/// What a phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag {
    /// The name of its group.
    pub(super) group: &'static str,
    /// True where it counts only in the company of others.
    pub(super) is_weak: bool,
}

/// A place where a phrase occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// What it stands for.
    pub(super) tag: Tag,
    /// The index of its first word.
    pub(super) first: usize,
    /// How many words it has; how many letters in scripts without spaces.
    pub(super) length: usize,
}

#[derive(Debug)]
struct Phrase {
    rest: Vec<u64>,
    tag: Tag,
}

/// The key that stands for "no second word".
const NONE: u64 = 0;

const BEGINNINGS: usize = 0x1000;

fn beginning(key: u64) -> usize {
    (key & 0xFFF) as usize
}

/// The key of a phrase's first two words.
fn start(first: u64, second: u64) -> u64 {
    first ^ second.rotate_left(29)
}

/// Keys of words are digests already.
#[derive(Debug, Default)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

impl Phrases {
    /// Reads a list.
    pub(super) fn parse(data: &'static str) -> Self {
        let mut list = Self { beginnings: vec![false; BEGINNINGS], ..Self::default() };
        let mut group = "";
        for line in data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
            if let Some(name) = line.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
                group = name;
                continue;
            }
            let (is_weak, phrase) = line.strip_prefix("~ ").map_or((false, line), |phrase| (true, phrase));
            list.add(phrase, Tag { group, is_weak });
        }
        list
    }

    fn add(&mut self, phrase: &'static str, tag: Tag) {
        if phrase.contains(is_dense) {
            self.dense.push((phrase, tag));
            return;
        }
        let keys: Vec<u64> = words(phrase).iter().map(|word| word.key).collect();
        let Some((first, rest)) = keys.split_first() else { return };
        self.beginnings[beginning(*first)] = true;
        let start = start(*first, rest.first().copied().unwrap_or(NONE));
        let rest = rest.get(1..).unwrap_or_default().to_vec();
        self.by_start.entry(start).or_default().push(Phrase { rest, tag });
    }

    /// Every occurrence in a text, in order of its first word. Phrases in scripts without spaces count as at the start.
    pub(super) fn hits(&self, text: &str, words: &[Word]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (first, word) in words.iter().enumerate().filter(|(_, word)| self.beginnings[beginning(word.key)])
        {
            let second = words.get(first + 1).map_or(NONE, |word| word.key);
            let alone = self.by_start.get(&start(word.key, NONE));
            let pair = if second == NONE { None } else { self.by_start.get(&start(word.key, second)) };
            hits.extend(alone.into_iter().flatten().map(|phrase| Hit { tag: phrase.tag, first, length: 1 }));
            hits.extend(pair.into_iter().flatten().filter_map(|phrase| phrase.at(words, first)));
        }
        if !self.dense.is_empty() && !text.is_ascii() && text.contains(is_dense) {
            let dense = self.dense.iter().filter(|(phrase, _)| text.contains(phrase));
            hits.extend(dense.map(|(phrase, tag)| Hit {
                tag: *tag,
                first: 0,
                length: phrase.chars().count(),
            }));
        }
        hits
    }
}

impl Phrase {
    fn at(&self, words: &[Word], first: usize) -> Option<Hit> {
        let following = words.get(first + 2..first + 2 + self.rest.len())?;
        following.iter().zip(&self.rest).all(|(word, key)| word.key == *key).then_some(Hit {
            tag: self.tag,
            first,
            length: self.rest.len() + 2,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_phrases_whatever_their_punctuation() {
        let list = Phrases::parse("// a remark\n[made]\nbuilt with\nbuilt with love\nusing\n~ en\n作り方\n");
        let found = |text: &str| -> Vec<(usize, usize, bool)> {
            let hits = list.hits(text, &words(text));
            hits.iter().map(|hit| (hit.first, hit.length, hit.tag.is_weak)).collect()
        };
        for (text, expected) in [
            ("Built-with LOVE", vec![(0, 2, false), (0, 3, false)]),
            ("It is built", vec![]),
            ("using en", vec![(0, 1, false), (1, 1, true)]),
            ("アプリの作り方", vec![(0, 3, false)]),
            ("", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
