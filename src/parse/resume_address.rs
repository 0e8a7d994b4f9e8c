//! What an address says about a resume: its file name, its last part, its host.

use url::Url;

use super::hosts::{Host, host};
use super::resume_words::{Claim, file_claim, fold, name_claim};

/// Endings of documents.
const DOCUMENTS: &[&str] = &["pdf", "doc", "docx", "odt", "rtf", "pages"];

/// Endings of pictures.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "webp", "gif", "svg", "avif"];

/// Endings of pages.
const PAGES: &[&str] = &["html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp"];

/// An address, as far as the search for a resume cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    /// What it says by itself.
    pub claim: Claim,
    /// True where it ends like a document.
    pub is_document: bool,
    /// True where it names a place on the author's own machine.
    pub is_own_machine: bool,
}

/// Reads an address.
pub fn address(url: &Url) -> Address {
    let is_own_machine = is_own_machine(url.as_str());
    let file = file_name(url);
    Address { claim: claim(url, &file), is_document: ends_like_a_document(&file), is_own_machine }
}

/// True for `file:///C:/...` and `C:\...`.
pub fn is_own_machine(href: &str) -> bool {
    let href = href.trim();
    let mut chars = href.chars();
    let is_drive = chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.next() == Some(':')
        && matches!(chars.next(), Some('\\' | '/'));
    is_drive || href.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("file:"))
}

/// True where a path or address ends like a document (`.pdf`, `.docx`, ...).
pub fn ends_like_a_document(path: &str) -> bool {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    extension(&path.to_ascii_lowercase()).is_some_and(|extension| DOCUMENTS.contains(&extension))
}

/// The last part of the path that says something, decoded, in lower case only for its ending; the file named in a
/// viewer's query (`viewer.html?file=cv.pdf`); the route of a program (`#/resume`).
fn file_name(url: &Url) -> String {
    let in_query =
        url.query_pairs().map(|(_, value)| value.into_owned()).find(|value| ends_like_a_document(value));
    let route = url.fragment().and_then(|fragment| fragment.trim_start_matches('!').strip_prefix('/'));
    let path = match (in_query, route) {
        (Some(file), _) => file,
        (None, Some(route)) => route.split('?').next().unwrap_or(route).to_owned(),
        (None, None) => decoded(url.path()),
    };
    let mut parts = path.split(['/', '\\']).filter(|part| !part.is_empty());
    let last = parts.next_back().unwrap_or_default();
    let is_index = last.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("index."));
    let last = if is_index { parts.next_back().unwrap_or_default() } else { last };
    last.to_owned()
}

fn claim(url: &Url, file: &str) -> Claim {
    let kind = host(url);
    if matches!(kind, Some(Host::Profile | Host::CodePage)) {
        return Claim::Nothing;
    }
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let lower = file.to_ascii_lowercase();
    match extension(&lower) {
        Some(extension) if DOCUMENTS.contains(&extension) => file_claim(stem).max(folder_claim(url)),
        Some(extension) if PICTURES.contains(&extension) => name_claim(stem).max(Claim::Nothing),
        Some(extension) if PAGES.contains(&extension) => name_claim(stem),
        Some(extension) if is_other_file(extension) => Claim::Nothing,
        Some(_) | None => {
            name_claim(file).max(if file.is_empty() { subdomain_claim(url) } else { Claim::Denied })
        }
    }
}

/// A document in a folder called `resume`.
fn folder_claim(url: &Url) -> Claim {
    let path = decoded(url.path());
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    let says = folders.split('/').any(|folder| name_claim(folder) == Claim::Says);
    if says { Claim::Says } else { Claim::Nothing }
}

/// `cv.ada.example`
fn subdomain_claim(url: &Url) -> Claim {
    let first = url.host_str().and_then(|host| host.split_once('.')).map_or("", |(first, _)| first);
    name_claim(first)
}

/// True for endings of files that are no page: scripts, styles, archives.
fn is_other_file(extension: &str) -> bool {
    matches!(
        extension,
        "js" | "mjs"
            | "css"
            | "json"
            | "xml"
            | "zip"
            | "ico"
            | "mp4"
            | "mp3"
            | "txt"
            | "woff"
            | "woff2"
            | "ts"
            | "tsx"
    )
}

fn extension(file: &str) -> Option<&str> {
    let (stem, extension) = file.rsplit_once('.')?;
    let ok = !stem.is_empty() && (2..=5).contains(&extension.len());
    (ok && extension.chars().all(|c| c.is_ascii_alphanumeric())).then_some(extension)
}

/// Percent signs undone; what is no text stays as it is.
pub fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = (first == b'%').then(|| after.get(..2)).flatten();
        let byte = code
            .and_then(|code| std::str::from_utf8(code).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(first));
        rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// True where an address may be a page: it has no ending, or that of a page.
pub fn is_page(url: &Url) -> bool {
    let file = url.path().rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    matches!(url.scheme(), "http" | "https")
        && extension(&file).is_none_or(|extension| PAGES.contains(&extension))
}

/// The words of the last part of an address, folded.
pub fn words_of(url: &Url) -> Vec<String> {
    let file = fold(&file_name(url));
    let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
    stem.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
