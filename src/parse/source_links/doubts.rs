//! What may lead to a resume without saying where: then nobody can say that there is no link.

use super::Sources;
use super::lexer::{Lexer, Piece, Token};
use crate::parse::resume_words::{Claim, label_claim, words_of_name};

/// Words that make a name one of an address: `resumeUrl`, `downloadCv`.
const ADDRESS_WORDS: &[&str] =
    &["url", "link", "href", "pdf", "file", "download", "doc", "path", "src", "uri"];

/// Hosts whose answers hold no links of the student's own: lists of repositories, forms, weather.
const SILENT_HOSTS: &[&str] = &[
    "api.github.com",
    "formspree.io",
    "formsubmit.co",
    "getform.io",
    "emailjs.com",
    "openweathermap.org",
    "googleapis.com",
];

/// True where something in the source may lead to a resume.
pub(super) fn any(sources: &Sources<'_>) -> bool {
    sources.files.iter().any(|source| {
        let code = source.code();
        let mut texts = code.iter().filter_map(|(from, to)| source.text.get(*from..*to));
        texts.any(|text| names_an_address(text) || builds_addresses(text) || fetches_content(text))
    })
}

/// A name like `resumeUrl`, whatever its value is.
fn names_an_address(text: &str) -> bool {
    words(text).any(|name| {
        let words = words_of_name(name);
        let last = words.iter().any(|word| ADDRESS_WORDS.contains(&word.as_str()));
        last && words.iter().any(|word| label_claim(word) == Claim::Says)
    })
}

/// The names in a script, part by part.
fn words(text: &str) -> impl Iterator<Item = &str> {
    Lexer::new(text)
        .filter(|token| token.piece == Piece::Word)
        .filter_map(|token| text.get(token.start..token.end))
        .flat_map(|word| word.split('.'))
        .filter(|word| word.len() > 3 && word.len() < 60)
}

/// Content that comes from another host when the page is opened.
fn fetches_content(text: &str) -> bool {
    let calls = ["fetch(", "axios.get("].iter().flat_map(|mark| text.split(mark).skip(1));
    calls.into_iter().any(|call| {
        let call = call.get(..200).unwrap_or(call);
        let address = call.strip_prefix(['"', '\'', '`']).filter(|address| address.starts_with("http"));
        address.is_some_and(|address| {
            !SILENT_HOSTS.iter().any(|host| address.contains(host)) && !call.contains("POST")
        })
    })
}

/// A list with the entry "Resume", and addresses that are made from the entries of a list.
fn builds_addresses(text: &str) -> bool {
    let makes = [
        "to={`/$",
        "href={`/$",
        "to={\"/\" +",
        "to={'/' +",
        "href={'/' +",
        "href={\"/\" +",
        "push(`/$",
        "navigate(`/$",
        "href: `/$",
        ".href = `/$",
        "\"href\", `/$",
        "'href', `/$",
    ];
    makes.iter().any(|mark| text.contains(mark)) && lists_a_resume(text)
}

fn lists_a_resume(text: &str) -> bool {
    let tokens: Vec<Token> = Lexer::new(text).filter(|token| token.piece != Piece::Comment).collect();
    tokens.windows(3).any(|three| {
        let [before, string, after] = three else { return false };
        let is_entry = matches!(before.piece, Piece::Mark(b'[' | b','))
            && string.piece == Piece::String
            && matches!(after.piece, Piece::Mark(b']' | b','));
        is_entry
            && text
                .get(string.start + 1..string.end - 1)
                .is_some_and(|entry| label_claim(entry) == Claim::Says)
    })
}
