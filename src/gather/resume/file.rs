//! What came back as a document: its kind by its content, and what its text tells.

use crate::facts::{Document, DocumentKind, Obstacle, Untrusted, sha256};
use crate::gather::site::SiteView;
use crate::net::http::Fetched;
use crate::parse::document::Content;
use crate::parse::hosts::{Host, direct_file, host};
use crate::parse::page::Reading;
use crate::parse::pdf::{self, PdfReading};
use crate::parse::resume_text::marks;

/// A page has to name so many kinds of section to look like a resume.
const FEWEST_SECTIONS: usize = 2;

/// The document that an answer is; `reading` is there where it is a page.
pub(super) fn document(
    answer: &Fetched,
    kind: Content,
    reading: Option<&Reading>,
    view: &SiteView<'_>,
) -> Document {
    let is_shared = matches!(host(&answer.url), Some(Host::Sharing(_) | Host::CodeFile | Host::CodePage));
    let mut document = of_bytes(&answer.body, kind, &view.names());
    document.url = view.ground.shown(answer.url.as_str());
    if let Some(reading) = reading {
        document.direct = direct_file(&answer.url).map(|url| url.as_str().into());
        document.kind = if is_shared { DocumentKind::Shared } else { DocumentKind::Page };
        document.words = match (is_shared, reading.page.is_shell) {
            (true, _) => Err(Obstacle::Unreadable { why: "the viewer of the sharing service" }),
            (false, true) => Err(Obstacle::NeedsJavaScript),
            (false, false) => Ok(reading.page.words),
        };
        document.marks = document
            .words
            .as_ref()
            .map(|_| marks(reading.page.text.as_written(), &view.names()))
            .map_err(Clone::clone);
        document.has_resume_sections = reading.page.resume_sections >= FEWEST_SECTIONS;
    }
    document
}

/// A page that only the browser has; what came over the wire is not what is seen.
pub(super) fn page_document(reading: &Reading, view: &SiteView<'_>) -> Document {
    Document {
        url: view.ground.shown(reading.page.url.as_written()),
        bytes: None,
        words: Ok(reading.page.words),
        has_resume_sections: reading.page.resume_sections >= FEWEST_SECTIONS,
        marks: Ok(marks(reading.page.text.as_written(), &view.names())),
        sha256: None,
        view: reading.page.view.clone(),
        ..of_bytes(&[], Content::Html, &[])
    }
}

/// The document that these bytes are; pages are described by their reading instead. `names` are the student's.
pub(super) fn of_bytes(bytes: &[u8], content: Content, names: &[String]) -> Document {
    let unread = Obstacle::Unreadable { why: "its kind; only PDFs and pages are read" };
    let reading = if content == Content::Pdf {
        pdf::read(bytes)
    } else {
        PdfReading { pages: Err(unread.clone()), words: Err(unread), text: String::new(), flaw: None }
    };
    let PdfReading { pages, words, text, flaw } = reading;
    Document {
        url: Untrusted::default(),
        kind: match content {
            Content::Pdf => DocumentKind::Pdf,
            Content::WordProcessor => DocumentKind::Document,
            Content::Html => DocumentKind::Page,
            Content::Image => DocumentKind::Image,
            Content::Empty | Content::Other => DocumentKind::Unknown,
        },
        bytes: Some(if content == Content::Empty { 0 } else { bytes.len() as u64 }),
        marks: words.as_ref().map(|_| marks(&text, names)).map_err(Clone::clone),
        pages,
        words,
        flaw,
        has_resume_sections: false,
        direct: None,
        is_shortened: false,
        sha256: Some(sha256(bytes)),
        git_name: git_name(bytes),
        view: None,
    }
}

/// The name that git gives these bytes; none where they were made to have the name of others.
pub(in crate::gather) fn git_name(bytes: &[u8]) -> Option<String> {
    let mut hasher = gix_hash::hasher(gix_hash::Kind::Sha1);
    hasher.update(format!("blob {}\0", bytes.len()).as_bytes());
    hasher.update(bytes);
    Some(hasher.try_finalize().ok()?.to_string())
}
