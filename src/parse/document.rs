//! What a file is, by its first bytes rather than by its name or the type it was sent as.

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// A PDF.
    Pdf,
    /// A word processor's file: Word (old and new), `OpenDocument`, RTF.
    WordProcessor,
    /// A page.
    Html,
    /// A picture.
    Image,
    /// Nothing at all.
    Empty,
    /// Anything else.
    Other,
}

/// A PDF may begin with this much of something else.
const PDF_LEAD: usize = 1024;

/// Judges by the first bytes; `content_type` decides only between pages and other text.
pub fn content(bytes: &[u8], content_type: Option<&str>) -> Content {
    let begins = |mark: &[u8]| bytes.starts_with(mark);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        Content::Empty
    } else if has(bytes.get(..PDF_LEAD).unwrap_or(bytes), b"%PDF-") {
        Content::Pdf
    } else if begins(b"\xd0\xcf\x11\xe0") || begins(b"{\\rtf") || is_zipped_document(bytes) {
        Content::WordProcessor
    } else if is_image(bytes) {
        Content::Image
    } else if content_type.is_some_and(|kind| kind.contains("html")) || is_markup(bytes) {
        Content::Html
    } else {
        Content::Other
    }
}

/// Word and `OpenDocument` files are zips; what they are stands in the names of their parts.
fn is_zipped_document(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        && (has(bytes, b"word/document") || has(bytes, b"mimetypeapplication/vnd.oasis.opendocument.text"))
}

fn is_image(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 4] = [b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM"];
    marks.iter().any(|mark| bytes.starts_with(mark))
        || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
        || bytes.get(4..12).is_some_and(|brand| brand.starts_with(b"ftypavif"))
}

fn is_markup(bytes: &[u8]) -> bool {
    let start = bytes.get(..PDF_LEAD).unwrap_or(bytes).to_ascii_lowercase();
    has(&start, b"<!doctype html") || has(&start, b"<html") || has(&start, b"<head") || has(&start, b"<body")
}

fn has(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_content() {
        let table: &[(&[u8], Option<&str>, Content)] = &[
            (b"%PDF-1.7\n", Some("application/octet-stream"), Content::Pdf),
            (b"\xef\xbb\xbf\n%PDF-1.4", None, Content::Pdf),
            (b"<!DOCTYPE html><p>", Some("application/pdf"), Content::Html),
            (b"plain words", Some("text/html"), Content::Html),
            (b"plain words", Some("application/pdf"), Content::Other),
            (b"PK\x03\x04....[Content_Types].xml....word/document.xml", None, Content::WordProcessor),
            (b"PK\x03\x04....xl/workbook.xml", None, Content::Other),
            (b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text", None, Content::WordProcessor),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", None, Content::WordProcessor),
            (b"{\\rtf1", None, Content::WordProcessor),
            (b"\x89PNG\r\n\x1a\n", None, Content::Image),
            (b"RIFF....WEBPVP8", None, Content::Image),
            (b" \n", Some("application/pdf"), Content::Empty),
            (b"", None, Content::Empty),
        ];
        for (bytes, content_type, expected) in table {
            assert_eq!(content(bytes, *content_type), *expected, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
