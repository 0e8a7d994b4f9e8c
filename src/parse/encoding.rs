//! Bytes -> text, the way the files of real people are encoded: UTF-8, UTF-16 with or without its mark, Latin-1.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::facts::Obstacle;

/// How many bytes are looked at to tell text from something else.
const SAMPLE_BYTES: usize = 4096;

/// Turns bytes into text without its byte order mark.
///
/// # Errors
/// [`Obstacle::Unreadable`] where the bytes are no text in any encoding that is known here.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Obstacle> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(encoding.decode_without_bom_handling(&bytes[mark..]).0);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return Ok(encoding.decode_without_bom_handling(bytes).0);
    }
    if bytes.iter().take(SAMPLE_BYTES).any(|byte| is_control(*byte)) {
        return Err(Obstacle::Unreadable { why: "bytes that are no text" });
    }
    match str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(_) => Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0),
    }
}

/// Text in UTF-16 without a mark has a zero in every second byte, as long as it is mostly Latin.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    if sample.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = sample.len() / 2 * 9 / 10;
    match (even, odd) {
        (0, odd) if odd >= most => Some(UTF_16LE),
        (even, 0) if even >= most => Some(UTF_16BE),
        _ => None,
    }
}

/// Control characters that no text file holds; tab, line feed, form feed, return and escape are left out.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 14..=26 | 28..=31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_students_save() {
        let utf16 = |text: &str, mark: &[u8]| -> Vec<u8> {
            mark.iter().copied().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
        };
        let cases: [(&str, Vec<u8>, &str); 8] = [
            ("plain", b"# Tea\n".to_vec(), "# Tea\n"),
            ("UTF-8", "# Té\n".into(), "# Té\n"),
            ("UTF-8 with its mark", b"\xEF\xBB\xBF# Tea".to_vec(), "# Tea"),
            ("UTF-16 from a Windows shell", utf16("# Té\r\n", b"\xFF\xFE"), "# Té\r\n"),
            ("UTF-16 without its mark", utf16("# Tea", b""), "# Tea"),
            ("big-endian UTF-16", b"\xFE\xFF\0#\0 \0T".to_vec(), "# T"),
            ("Latin-1", b"# T\xE9\n".to_vec(), "# Té\n"),
            ("nothing", Vec::new(), ""),
        ];
        for (case, bytes, text) in cases {
            assert_eq!(decode(&bytes).as_deref(), Ok(text), "{case}");
        }
    }

    #[test]
    fn says_so_where_it_is_no_text() {
        for bytes in [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"PK\x03\x04\x14\0\x06\0", b"\0\0\0\0\0\0\0\0"] {
            assert_eq!(decode(bytes), Err(Obstacle::Unreadable { why: "bytes that are no text" }));
        }
    }
}
