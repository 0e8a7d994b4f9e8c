//! What stops the reading of a value, in the words of the file's author.

use std::fmt::{self, Display};

use serde::de::{self, Expected, Unexpected};

use super::{Mark, Mistake, unknown};

/// What stopped the reading.
#[derive(Debug)]
pub(super) struct Problem {
    mark: Option<Mark>,
    what: String,
}

impl Problem {
    /// What is wrong at a place.
    pub(super) fn new(mark: Mark, what: impl Into<String>) -> Self {
        Self { mark: Some(mark), what: what.into() }
    }

    /// The same at a place, where it has none yet.
    pub(super) fn at(self, mark: Mark) -> Self {
        Self { mark: self.mark.or(Some(mark)), ..self }
    }

    /// The same as a mistake of a file that begins there.
    pub(super) fn into_mistake(self, top: Mark) -> Mistake {
        Mistake { mark: self.mark.unwrap_or(top), what: self.what }
    }
}

impl Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.what)
    }
}

impl std::error::Error for Problem {}

impl de::Error for Problem {
    fn custom<T: Display>(message: T) -> Self {
        Self { mark: None, what: message.to_string() }
    }

    fn invalid_type(found: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        let wanted = match wanted.to_string() {
            number if number.starts_with(['u', 'i']) && number.len() < 6 => "a whole number".to_owned(),
            other => other,
        };
        Self::custom(format_args!("this wants {wanted}, not {}", shown(found)))
    }

    fn invalid_value(found: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        Self::invalid_type(found, wanted)
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::custom(unknown("a key here", field, expected))
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::custom(unknown("a word for this", variant, expected))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::custom(format_args!("`{field}` is missing here"))
    }
}

/// What was found, in words: a tree holds nothing but texts, lists, maps and nothing.
pub(super) fn shown(found: Unexpected<'_>) -> String {
    if let Unexpected::Str(text) = found {
        return format!("`{}`", text.escape_debug());
    }
    match found.to_string().as_str() {
        "sequence" => "a list".into(),
        "map" => "keys".into(),
        "unit value" => "nothing".into(),
        other => other.into(),
    }
}
