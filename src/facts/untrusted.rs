//! Text that somebody else wrote. It has no `Display`, so that it cannot be printed by accident.

/// Text or an address written by a student, a page or a file: hostile until `render/escape.rs` has opened it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Untrusted(String);

impl Untrusted {
    /// Marks text as somebody else's.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as it was written. For comparing and for `render/escape.rs`; never for printing.
    pub fn as_written(&self) -> &str {
        &self.0
    }

    /// True where nothing but white space was written.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl From<&str> for Untrusted {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Untrusted {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}
