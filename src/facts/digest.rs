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
