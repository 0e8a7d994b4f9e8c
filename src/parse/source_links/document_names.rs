//! Documents that code names like a resume: by an address written in it, or by an import that it uses.

use super::lexer::{Lexer, Piece};
use super::resolve::{imports, literal};
use super::{Lead, Strength};
use crate::facts::ResumeReason;
use crate::parse::resume_address::ends_like_a_document;
use crate::parse::resume_words::{Claim, file_claim, name_claim};

/// The longest address of a document.
const LONGEST_ADDRESS: usize = 300;

/// The documents that a piece of code names.
pub(super) fn leads(code: &str) -> Vec<Lead> {
    let mut leads = written(code);
    leads.extend(imported(code));
    leads
}

/// The address of a document that is called like a resume. The quotes around it are looked for from the ending, so that
/// nothing else in a bundle can lead astray.
fn written(text: &str) -> Vec<Lead> {
    let mut leads = Vec::new();
    for (dot, _) in text.match_indices('.') {
        let Some((string, at)) = quoted_around(text, dot) else { continue };
        let path = string.split(['?', '#']).next().unwrap_or(string);
        let is_last_dot = path.rfind('.').is_some_and(|last| at + 1 + last == dot);
        let file = path.rsplit('/').next().unwrap_or(path);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        if is_last_dot && !is_import(text, at) && file_claim(stem) == Claim::Says {
            leads.push(Lead {
                strength: Strength::Address,
                reason: ResumeReason::Address,
                label: String::new(),
                href: literal(string),
                is_address: true,
                at,
            });
        }
    }
    leads
}

/// The string around the dot of a document's ending, and the place of its opening quote.
fn quoted_around(text: &str, dot: usize) -> Option<(&str, usize)> {
    let is_quote = |c: char| matches!(c, '"' | '\'' | '`');
    let after = text.get(dot..)?;
    ["pdf", "doc", "docx"]
        .iter()
        .find(|ending| after.get(1..=ending.len()).is_some_and(|e| e.eq_ignore_ascii_case(ending)))?;
    let before = text.get(..dot)?;
    let open = before.rfind(is_quote).filter(|open| dot - open < LONGEST_ADDRESS)?;
    let close = after.find(is_quote).filter(|close| *close < LONGEST_ADDRESS)?;
    let string = text.get(open + 1..dot + close)?;
    (!string.contains('\n') && ends_like_a_document(string)).then_some((string, open))
}

fn is_import(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end();
    before.ends_with("from") || before.ends_with("import") || before.ends_with("require(")
}

/// An imported document that is called like a resume, in its own name or in the program's, where something uses it.
fn imported(text: &str) -> Vec<Lead> {
    let mut leads = Vec::new();
    for (name, file) in imports(text) {
        let stem = file.rsplit('/').next().unwrap_or(file);
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let says = file_claim(stem) == Claim::Says || name_claim(name) >= Claim::Mentions;
        let words = Lexer::new(text).filter(|token| token.piece == Piece::Word);
        let words = words.filter_map(|token| text.get(token.start..token.end));
        let uses = words.filter(|word| word.split('.').next() == Some(name));
        if says && uses.count() > 1 {
            leads.push(Lead {
                strength: Strength::Address,
                reason: ResumeReason::Address,
                label: String::new(),
                href: file.to_owned(),
                is_address: true,
                at: text.find(file).unwrap_or_default(),
            });
        }
    }
    leads
}
