//! What a page looks like in a browser.

use std::fmt;
use std::sync::Arc;

use super::Untrusted;

/// A page as a browser shows it, after its scripts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Its address; its path where it is a file of a folder that was served.
    pub page: Untrusted,
    /// Its first screen; none where it did not hold still for a picture.
    pub picture: Option<Picture>,
}

/// A picture as a JPEG, of at most 400 kB.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture(Arc<[u8]>);

impl Picture {
    /// The bytes of a JPEG.
    pub fn new(jpeg: &[u8]) -> Self {
        Self(jpeg.into())
    }

    /// The bytes of the JPEG.
    pub fn jpeg(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Picture({} bytes)", self.0.len())
    }
}
