//! Names without what writers differ in: capitals, spaces, hyphens.

/// Letters and digits only, in lower case.
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
