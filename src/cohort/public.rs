//! The public form: pseudonyms for students, and nothing that leads to them or to anybody they name.

use sha2::{Digest, Sha256};

use super::row::{Cell, Item, Next, Row, Wait};
use crate::facts::sha256;

/// A shorter secret could be found by trying.
const LEAST_CHARS: usize = 16;

/// What nothing could be judged of, without the name of it.
const TROUBLE: &str = "The portfolio could not be read.";

/// What pseudonyms are made with. Whoever has it can tell who is who, and nobody else.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Key(..)")
    }
}

impl Key {
    /// From the school's secret: the same pseudonyms in every run.
    ///
    /// # Errors
    /// Where the secret is so short that it could be found by trying.
    pub fn of_secret(secret: &str) -> Result<Self, String> {
        let chars = secret.trim().chars().count();
        if chars < LEAST_CHARS {
            return Err(format!("it has {chars} characters, and {LEAST_CHARS} are the least"));
        }
        Ok(Self(Sha256::digest(secret.trim()).into()))
    }

    /// From chance: pseudonyms of this run alone.
    pub fn of_chance(chance: [u8; 32]) -> Self {
        Self(chance)
    }

    /// `4f7a-21c9-03be`; the same for the same id.
    pub fn pseudonym(&self, id: &str) -> String {
        let hex = self.digest("student", id);
        [&hex[..4], &hex[4..8], &hex[8..12]].join("-")
    }

    /// Tells one key from another, and nothing about either.
    pub fn mark(&self) -> String {
        self.digest("mark", "")[..12].to_owned()
    }

    fn digest(&self, purpose: &str, text: &str) -> String {
        sha256(&[&self.0, purpose.as_bytes(), &[0], text.as_bytes()].concat())
    }
}

/// The row as everybody may read it. `statement` says what a rule asks, for the places of what was seen.
#[must_use]
pub fn veiled(row: Row, key: &Key, statement: impl Fn(&str) -> &'static str) -> Row {
    let next = match (&row.next.rule, &row.trouble) {
        (Some(rule), _) => statement(rule).into(),
        (None, Some(_)) => TROUBLE.into(),
        (None, None) => row.next.text, // our own words: nothing is left, away, gone
    };
    Row {
        id: key.pseudonym(row.id.as_written()).into(),
        login: None,
        name: None,
        portfolio: None,
        renamed_from: None,
        site: None,
        picture: None,
        trouble: row.trouble.map(|_| TROUBLE.into()),
        cells: row.cells.into_iter().map(|cell| Cell { text: None, place: None, ..cell }).collect(),
        next: Next { text: next, place: None, ..row.next },
        waits: row
            .waits
            .into_iter()
            .map(|wait| Wait { text: statement(&wait.rule).into(), place: None, ..wait })
            .collect(),
        // The moment of a push leads to the account that pushed.
        last_activity: None,
        items: row.items.into_iter().map(|item| veiled_item(item, key)).collect(),
        ..row
    }
}

fn veiled_item(item: Item, key: &Key) -> Item {
    let id = item.id.as_written();
    // The same from run to run, like the id itself, which may hold the name of a repository.
    let id = if id == item.rule { item.id } else { format!("{}@{}", item.rule, key.pseudonym(id)).into() };
    // Moments may be those of a push, which leads to the account that pushed.
    Item { id, late_since: None, met_by: None, unmet_at: None, text: None, place: None, excuse: None, ..item }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "correct horse battery staple";

    #[test]
    fn a_pseudonym_is_the_same_with_the_same_key_and_with_no_other() {
        let key = Key::of_secret(SECRET).unwrap();
        assert_eq!(key.pseudonym("ada"), Key::of_secret(&format!(" {SECRET}\n")).unwrap().pseudonym("ada"));
        assert_ne!(key.pseudonym("ada"), key.pseudonym("alan"));
        for other in [Key::of_secret("correct horse battery stapler").unwrap(), Key::of_chance([7; 32])] {
            assert_ne!(key.pseudonym("ada"), other.pseudonym("ada"));
            assert_ne!(key.mark(), other.mark());
        }
        assert_eq!(key.pseudonym("ada").len(), 14);
        assert!(!key.pseudonym("ada").contains(&key.mark()[..4]));
    }

    #[test]
    fn a_secret_that_can_be_guessed_is_refused_and_none_is_printed() {
        assert_eq!(Key::of_secret("2017").unwrap_err(), "it has 4 characters, and 16 are the least");
        assert_eq!(format!("{:?}", Key::of_secret(SECRET).unwrap()), "Key(..)");
    }
}
