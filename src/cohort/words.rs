//! Text of a student or a school in the cohort's own files.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::facts::Untrusted;

/// What somebody wrote. JSON quotes it as it was written; it has no `Display`, and the formats open it by their escapes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Words(String);

impl Words {
    /// The same as text from outside, for a format to open.
    pub fn untrusted(&self) -> Untrusted {
        Untrusted::from(self.0.as_str())
    }

    /// The text for comparing; never for printing.
    pub fn as_written(&self) -> &str {
        &self.0
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<&Untrusted> for Words {
    fn from(text: &Untrusted) -> Self {
        Self(text.as_written().into())
    }
}
