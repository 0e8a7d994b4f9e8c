//! Text -> words that can be compared whatever their case, accents and punctuation are.

/// A word and where it stands in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// A digest of its letters without case and accents; equal for words that are the same.
    pub(super) key: u64,
    /// The byte it begins at.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
    /// How many words it counts for: scripts without spaces make one long run of many.
    pub(super) weight: usize,
}

/// The words of a text: runs of letters and digits. An apostrophe joins; `+` and `#` stay behind a letter (`C++`).
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    for (at, character) in text.char_indices() {
        let is_part = character.is_alphanumeric()
            || (open.is_some() && matches!(character, '\'' | '\u{2019}' | '+' | '#'));
        if is_part {
            open.get_or_insert(Open { start: at, key: FNV_START, dense: 0 }).push(character);
        } else if let Some(word) = open.take() {
            found.push(word.close(at));
        }
    }
    found.extend(open.map(|word| word.close(text.len())));
    found
}

/// How many words a text has.
pub(super) fn count(words: &[Word]) -> usize {
    words.iter().map(|word| word.weight).sum()
}

/// True for scripts that are written without spaces between words.
pub(super) fn is_dense(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_STEP: u64 = 0x0100_0000_01b3;

struct Open {
    start: usize,
    key: u64,
    dense: usize,
}

impl Open {
    fn push(&mut self, character: char) {
        self.dense += usize::from(is_dense(character));
        if matches!(character, '\'' | '\u{2019}') {
            return;
        }
        if character.is_ascii() {
            self.add(character.to_ascii_lowercase());
        } else {
            character.to_lowercase().for_each(|letter| self.add(without_accent(letter)));
        }
    }

    fn add(&mut self, letter: char) {
        self.key = (self.key ^ u64::from(u32::from(letter))).wrapping_mul(FNV_STEP);
    }

    fn close(self, end: usize) -> Word {
        Word { key: self.key, start: self.start, end, weight: (self.dense / 2).max(1) }
    }
}

/// The letter below an accent, for the languages of the word lists.
fn without_accent(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' => 'a',
        'ç' => 'c',
        'è'..='ë' | 'ē' | 'ė' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ō' => 'o',
        'ù'..='ü' | 'ū' => 'u',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<u64> {
        words(text).iter().map(|word| word.key).collect()
    }

    #[test]
    fn same_words_are_equal() {
        for (one, other) in [
            ("Node.js, Résumé!", "node js resume"),
            ("Here\u{2019}s C++ & C#", "heres c++ c#"),
            ("create-react-app", "Create React App"),
            ("Instalação", "instalacao"),
        ] {
            assert_eq!(keys(one), keys(other), "{one}");
        }
        assert_ne!(keys("C"), keys("C++"));
    }

    #[test]
    fn counts_scripts_without_spaces() {
        for (text, expected) in [("", 0), ("one two", 2), ("天気を表示するアプリです", 6), ("# - *", 0)]
        {
            assert_eq!(count(&words(text)), expected, "{text}");
        }
    }
}
