//! The digest by which bytes and texts are known again.

use sha2::{Digest, Sha256};

/// The SHA-256 of these bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let mut hexadecimal = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        for half in [byte >> 4, byte & 15] {
            hexadecimal.extend(char::from_digit(half.into(), 16));
        }
    }
    hexadecimal
}

/// The first so many digits of that of a text: a name of one length, without anybody's words.
pub fn short_sha256(text: &str, digits: usize) -> String {
    let mut digest = sha256(text.as_bytes());
    digest.truncate(digits);
    digest
}
