//! What belongs to somebody else than the student: names, addresses and numbers of contacts. It can be compared and shown as
//! initials; there is no way to print it in full.

use std::fmt;

/// A third person's name or address.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Private(String);

impl Private {
    /// Keeps what a record says of somebody.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// `G. H.` for a name, `g…@…` for an address, `…` for a number.
    pub fn masked(&self) -> String {
        let text = self.0.trim();
        if let Some((before, _)) = text.split_once('@').filter(|(before, _)| !before.is_empty()) {
            return format!("{}…@…", before.chars().next().unwrap_or('…'));
        }
        let initials: Vec<String> = text
            .split_whitespace()
            .filter_map(|word| word.chars().find(|c| c.is_alphabetic()))
            .take(3)
            .map(|initial| format!("{}.", initial.to_uppercase()))
            .collect();
        if initials.is_empty() { "…".into() } else { initials.join(" ") }
    }

    /// True where nothing was written.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The words of it in one spelling and order: equal for the same person written otherwise.
    pub fn folded(&self) -> String {
        let lower = self.0.to_lowercase();
        let mut words: Vec<&str> = lower
            .split(|c: char| !c.is_alphanumeric())
            // Titles and middle initials come and go.
            .filter(|word| word.chars().count() > 1 && !["mr", "ms", "mrs", "dr"].contains(word))
            .collect();
        words.sort_unstable();
        words.join(" ")
    }
}

/// Never in full, not even in a log.
impl fmt::Debug for Private {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Private({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_initials_is_shown() {
        let cases = [
            ("Grace Hopper", "G. H."),
            ("grace.hopper@navy.example", "g…@…"),
            ("+1 303 555 0100", "…"),
            ("  ", "…"),
            ("Élodie de la Tour du Pin", "É. D. L."),
        ];
        for (text, expected) in cases {
            let private = Private::new(text);
            assert_eq!(private.masked(), expected);
            assert_eq!(format!("{private:?}"), format!("Private({expected})"));
        }
    }

    #[test]
    fn other_spellings_are_the_same_person() {
        let folded = |text| Private::new(text).folded();
        assert_eq!(folded("Grace B. Hopper"), folded("HOPPER, Grace"));
        assert_eq!(folded("Dr. Grace Hopper"), folded("grace  hopper"));
        assert_ne!(folded("Grace Hopper"), folded("Grace Kelly"));
    }
}
