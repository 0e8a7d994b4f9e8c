//! What a comment remembers of the report it was made from, so that the next one can say what changed.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::changes::Verdicts;
use crate::finding::Verdict;

/// What a comment remembers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The verdicts by the key of their finding; empty where there were too many to write down.
    pub verdicts: Verdicts,
    /// The digest of what the comment says, without what changes from run to run.
    pub content: String,
    /// The digest of all that can be seen of the comment: another one where somebody edited it.
    pub visible: String,
}

/// The memory as JSON: verdict by verdict the keys of its findings, so that each verdict is spelled once.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    findings: BTreeMap<String, Vec<String>>,
    content: String,
    visible: String,
}

impl State {
    /// The most characters of the memory in writing; a larger one is neither written nor read.
    pub const MAX_CHARS: usize = 12_000;

    /// The memory as one word of letters, digits, hyphens and underscores.
    pub fn encode(&self) -> String {
        let word = self.word();
        if word.len() <= Self::MAX_CHARS {
            word
        } else {
            Self { verdicts: Verdicts::new(), ..self.clone() }.word()
        }
    }

    /// Reads what `encode` wrote; none where it is anything else.
    pub fn decode(word: &str) -> Option<Self> {
        if word.len() > Self::MAX_CHARS {
            return None;
        }
        let json = URL_SAFE_NO_PAD.decode(word).ok()?;
        let written: Written = serde_json::from_slice(&json).ok()?;
        let mut verdicts = Verdicts::new();
        for (label, keys) in written.findings {
            let verdict = Verdict::ALL.into_iter().find(|verdict| verdict.label() == label)?;
            verdicts.extend(keys.into_iter().map(|key| (key, verdict)));
        }
        Some(Self { verdicts, content: written.content, visible: written.visible })
    }

    fn word(&self) -> String {
        let mut findings: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (key, verdict) in &self.verdicts {
            findings.entry(verdict.label().into()).or_default().push(key.clone());
        }
        let written = Written { findings, content: self.content.clone(), visible: self.visible.clone() };
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(&written).unwrap_or_default())
    }
}

/// A digest of a text, whatever the ends of its lines and of itself.
pub fn digest(text: &str) -> String {
    let text = text.replace('\r', "");
    URL_SAFE_NO_PAD.encode(&Sha256::digest(text.trim())[..12])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(count: usize) -> State {
        let verdicts =
            (0..count).map(|number| (format!("{number:012x}"), Verdict::ALL[number % 6])).collect();
        State { verdicts, content: digest("a"), visible: digest("b") }
    }

    #[test]
    fn comes_back_as_it_went() {
        for count in [0, 1, 13, 300] {
            let word = state(count).encode();
            assert!(word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
            assert_eq!(State::decode(&word), Some(state(count)), "{count}");
        }
    }

    #[test]
    fn too_many_findings_are_forgotten_but_not_the_digests() {
        let word = state(10_000).encode();
        assert!(word.len() < 200);
        assert_eq!(State::decode(&word), Some(state(0)));
    }

    #[test]
    fn anything_else_is_no_memory() {
        let other = |json: &str| URL_SAFE_NO_PAD.encode(json);
        let words = [
            String::new(),
            "e30".into(),
            "not base64!".into(),
            other("[]"),
            other(r#"{"findings":{"perfect":["0"]},"content":"","visible":""}"#),
            other(r#"{"findings":{},"content":"","visible":"","more":1}"#),
            other(r#"{"findings":{},"content":1,"visible":""}"#),
            "A".repeat(State::MAX_CHARS + 1),
        ];
        for word in words {
            assert_eq!(State::decode(&word), None, "{word:.40}");
        }
    }

    #[test]
    fn ends_of_lines_do_not_count() {
        assert_eq!(digest("a\r\nb\r\n"), digest("a\nb"));
        assert_ne!(digest("a b"), digest("ab"));
    }
}
