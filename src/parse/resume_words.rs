//! The words for "resume", what they look like in labels and addresses, and the words that turn them into something else.

mod denials;
mod fillers;

use denials::DENIALS;
use fillers::FILLERS;

use std::borrow::Cow;

/// What a label or an address says about a resume, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// It names a thing about resumes that is none: a resume builder, a template, a challenge.
    Denied,
    /// Nothing.
    Nothing,
    /// The word is there, among others; it takes an address that fits.
    Mentions,
    /// It says "resume" and nothing else.
    Says,
}

/// Words that mean a resume by themselves, folded.
const WORDS: &[&str] = &[
    "resume",
    "resumes",
    "cv",
    "cvs",
    "lebenslauf",
    "curriculo",
    "curriculos",
    "rirekisho",
    "ozgecmis",
    "zivotopis",
    "zyciorys",
    "oneletrajz",
    "meritforteckning",
    "ansioluettelo",
    "levnedslob",
    "elulookirjeldus",
];

/// The same in scripts that are not split into words by spaces, and in several words, folded.
const PHRASES: &[&str] = &[
    "curriculum vitae",
    "curriculo vitae",
    "hoja de vida",
    "riwayat hidup",
    "履歴書",
    "職務経歴書",
    "レジュメ",
    "이력서",
    "简历",
    "簡歷",
    "履历",
    "履歷",
    "резюме",
    "السيرة الذاتية",
    "سيرة ذاتية",
    "קורות חיים",
    "βιογραφικο",
    "so yeu ly lich",
    "เรซูเม่",
    "c.v.",
];

/// Words that mean a resume in one language and something else in another: they need an address that fits.
const WEAK: &[&str] = &["resumo", "curriculum", "curricula"];

/// Names of files that end like a word for a resume and mean something else.
const OTHER_STEMS: &[&str] = &["opencv", "presume"];

/// Names longer than this are sentences in which the word may stand for anything.
const MOST_TOKENS: usize = 8;

/// What a label says: the text of a link, or one of its other names.
pub fn label_claim(label: &str) -> Claim {
    claim(&tokens(label), MOST_TOKENS)
}

/// True where a label has no word of its own: "Download PDF", "here", an icon.
pub fn is_generic(label: &str) -> bool {
    tokens(label).iter().all(|token| is_filler(token))
}

/// What one part of a path says, or an identifier of source code: words may be joined by hyphens or capital letters.
pub fn name_claim(name: &str) -> Claim {
    claim(&tokens(&split_capitals(name)), MOST_TOKENS)
}

/// What the name of a document says, without its ending; other words are people's names and change nothing.
pub fn file_claim(stem: &str) -> Claim {
    let words = tokens(&split_capitals(stem));
    if words.iter().any(|word| is_denial(word)) {
        return if words.iter().any(|word| means_resume(word)) { Claim::Denied } else { Claim::Nothing };
    }
    let glued: String = fold(stem).chars().filter(|c| c.is_alphanumeric()).collect();
    let is_glued = !OTHER_STEMS.contains(&glued.as_str())
        && (["resume", "lebenslauf", "curriculum", "curriculo", "rirekisho"]
            .iter()
            .any(|word| glued.starts_with(word) || glued.ends_with(word))
            || (glued.len() >= 5 && glued.ends_with("cv")));
    let weak = words.iter().any(|word| WEAK.contains(&word.as_str()));
    if words.iter().any(|word| means_resume(word)) || is_glued || weak { Claim::Says } else { Claim::Nothing }
}

/// The words of a name of source code: `resumeUrl` -> `resume`, `url`.
pub fn words_of_name(name: &str) -> Vec<String> {
    tokens(&split_capitals(name))
}

fn claim(words: &[String], most: usize) -> Claim {
    let strong = words.iter().any(|word| means_resume(word));
    let weak = words.iter().any(|word| WEAK.contains(&word.as_str()));
    if !strong && !weak {
        return Claim::Nothing;
    }
    if words.iter().any(|word| is_denial(word)) {
        return Claim::Denied;
    }
    if words.len() > most {
        return Claim::Nothing;
    }
    let alone =
        words.iter().all(|word| means_resume(word) || is_filler(word) || WEAK.contains(&word.as_str()));
    if alone && strong { Claim::Says } else { Claim::Mentions }
}

fn means_resume(word: &str) -> bool {
    WORDS.contains(&word)
}

fn is_denial(word: &str) -> bool {
    DENIALS.contains(&word)
}

fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word) || word.chars().count() == 1 || word.chars().all(|c| c.is_ascii_digit())
}

/// The words of a text, folded; every phrase for a resume becomes the word "resume"; possessives are left out.
fn tokens(text: &str) -> Vec<String> {
    let mut folded = fold(text);
    for phrase in PHRASES {
        if folded.contains(phrase) {
            folded = folded.replace(phrase, " resume ");
        }
    }
    folded
        .split_whitespace()
        .filter(|run| !run.ends_with("'s") && !run.ends_with('\u{2019}'))
        .filter(|run| !run.ends_with("\u{2019}s"))
        .flat_map(|run| run.split(|c: char| !c.is_alphanumeric()))
        .filter(|token| !token.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Lower case without accents; no-break spaces become spaces.
pub fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(fold_char).collect()
}

/// Latin letters without their accents; combining accents vanish.
fn fold_char(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' => return None,
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ό' => 'ο',
        'ά' => 'α',
        'ί' => 'ι',
        '\u{a0}' => ' ',
        other => other,
    })
}

/// `AdaResume2024` -> `Ada Resume 2024`, `CVAda` -> `CV Ada`.
fn split_capitals(name: &str) -> Cow<'_, str> {
    let chars: Vec<char> = name.chars().collect();
    if !chars.iter().any(|c| c.is_uppercase() || c.is_ascii_digit()) {
        return Cow::Borrowed(name);
    }
    let mut split = String::with_capacity(name.len() + 8);
    for (index, c) in chars.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(index + 1);
        let begins = before.is_some_and(|b| {
            (c.is_uppercase()
                && (b.is_lowercase() || (b.is_uppercase() && after.is_some_and(|a| a.is_lowercase()))))
                || (c.is_ascii_digit() != b.is_ascii_digit())
        });
        if begins {
            split.push(' ');
        }
        split.push(*c);
    }
    Cow::Owned(split)
}
