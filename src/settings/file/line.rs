//! A text of the file that knows where it stands.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_saphyr::{Location, Spanned};

/// A text of the file, and where it stands.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Spanned<String>")]
pub struct Line {
    /// The text.
    pub text: String,
    pub(super) location: Location,
}

impl Line {
    /// The line it stands on, counted from 1.
    pub fn number(&self) -> u32 {
        u32::try_from(self.location.line()).unwrap_or(u32::MAX)
    }
}

impl From<Spanned<String>> for Line {
    fn from(spanned: Spanned<String>) -> Self {
        Self { text: spanned.value, location: spanned.referenced }
    }
}

impl JsonSchema for Line {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}
