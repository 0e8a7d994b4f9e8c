//! Bytes of a PDF -> pages and words, within limits on what it may unfold to.

use lopdf::{DecompressError, Document, Error, LoadOptions, Object};

use super::page::count_words;
use crate::facts::{Obstacle, PdfFlaw, Seen};

/// No stream of a resume unfolds to more than this, and no page; more is a bomb.
const MOST_UNFOLDED: usize = 8 * 1024 * 1024;

/// Text is read from so many pages; that is more than any resume has.
const MOST_PAGES_READ: usize = 20;

/// Fewer letters than this in a whole document are no text: a page number, a stray mark.
const FEWEST_LETTERS: usize = 20;

/// A cut file lacks its end mark here.
const TAIL: usize = 2048;

/// What a PDF shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfReading {
    /// How many pages it has.
    pub pages: Seen<usize>,
    /// How many words can be read from it.
    pub words: Seen<usize>,
    /// The text that was read.
    pub text: String,
    /// What is wrong with it.
    pub flaw: Option<PdfFlaw>,
}

impl PdfReading {
    fn flawed(flaw: PdfFlaw) -> Self {
        let why = match flaw {
            PdfFlaw::Password => "a password",
            PdfFlaw::Cut | PdfFlaw::Damaged => "damage",
            PdfFlaw::NoPages => "its lack of pages",
            PdfFlaw::NoText => "its lack of text",
            PdfFlaw::Bomb => "the size it unfolds to",
        };
        let unreadable = Obstacle::Unreadable { why };
        Self { pages: Err(unreadable.clone()), words: Err(unreadable), text: String::new(), flaw: Some(flaw) }
    }
}

/// Reads a PDF. It never panics, whatever the bytes are.
pub fn read(bytes: &[u8]) -> PdfReading {
    let options = LoadOptions::with_max_decompressed_size(MOST_UNFOLDED);
    let document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) => document,
        Err(error) if is_bomb(&error) => return PdfReading::flawed(PdfFlaw::Bomb),
        Err(_) => return PdfReading::flawed(damage(bytes)),
    };
    if document.is_encrypted() {
        return PdfReading::flawed(PdfFlaw::Password);
    }
    let pages = document.get_pages().len();
    if pages == 0 {
        return PdfReading::flawed(if has_end(bytes) { PdfFlaw::NoPages } else { PdfFlaw::Cut });
    }
    match text(&document) {
        Ok(text) => judge(&document, pages, text, has_end(bytes)),
        Err(flaw) => PdfReading { pages: Ok(pages), ..PdfReading::flawed(flaw) },
    }
}

fn judge(document: &Document, pages: usize, text: String, has_end: bool) -> PdfReading {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters >= FEWEST_LETTERS {
        return PdfReading { pages: Ok(pages), words: Ok(count_words(&text)), text, flaw: None };
    }
    if document.xref_recovery.is_some() && !has_end {
        return PdfReading { pages: Ok(pages), ..PdfReading::flawed(PdfFlaw::Cut) };
    }
    // A reader may know how to read a font that we do not; without any font there is no text for anybody.
    let words = if has_fonts(document) {
        Err(Obstacle::Unreadable { why: "the way its letters are stored" })
    } else {
        Ok(0)
    };
    let flaw = words.is_ok().then_some(PdfFlaw::NoText);
    PdfReading { pages: Ok(pages), words, text, flaw }
}

/// The text of the first pages. Every page is unfolded within the limit before its text is taken.
fn text(document: &Document) -> Result<String, PdfFlaw> {
    let mut text = String::new();
    for (number, id) in document.get_pages().into_iter().take(MOST_PAGES_READ) {
        if document.get_page_content_with_limit(id, MOST_UNFOLDED).is_err_and(|error| is_bomb(&error)) {
            return Err(PdfFlaw::Bomb);
        }
        match document.extract_text_with_limit(&[number], MOST_UNFOLDED) {
            Ok(page) => text.push_str(&page),
            Err(error) if is_bomb(&error) => return Err(PdfFlaw::Bomb),
            Err(_) => {}
        }
    }
    Ok(text)
}

fn damage(bytes: &[u8]) -> PdfFlaw {
    if has_end(bytes) { PdfFlaw::Damaged } else { PdfFlaw::Cut }
}

fn is_bomb(error: &Error) -> bool {
    matches!(error, Error::Decompress(DecompressError::MemoryLimitExceeded { .. }))
}

fn has_fonts(document: &Document) -> bool {
    let is_font = |object: &Object| {
        object.as_dict().is_ok_and(|dictionary| dictionary.has_type(b"Font") || dictionary.has(b"BaseFont"))
    };
    document.objects.values().any(is_font)
}

fn has_end(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or(bytes);
    tail.windows(5).any(|window| window == b"%%EOF")
}
