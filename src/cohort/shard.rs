//! One machine's part of a cohort: which students are its own depends on nothing but their ids.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// Part `number` of `of` parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shard {
    /// Counted from 1.
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

impl Shard {
    /// All students.
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// True where a student is of this part: the same part whatever else is in the roster.
    pub fn has(self, id: &str) -> bool {
        let digest = Sha256::digest(id);
        let number = digest.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
        number % u64::from(self.of) == u64::from(self.number - 1)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/').and_then(|(number, of)| {
            Some(Self { number: number.trim().parse().ok()?, of: of.trim().parse().ok()? })
        });
        parts
            .filter(|shard| (1..=shard.of).contains(&shard.number))
            .ok_or_else(|| "a shard is a number of so many, such as 1/4 to 4/4".into())
    }
}

/// `2/4`
impl fmt::Display for Shard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_student_is_of_one_part() {
        for of in 1..8 {
            for student in 0..50 {
                let id = format!("student-{student}");
                let parts = (1..=of).filter(|number| Shard { number: *number, of }.has(&id)).count();
                assert_eq!(parts, 1, "{id} of {of}");
            }
        }
    }

    #[test]
    fn reads_its_own_form_and_no_other() {
        assert_eq!("2/4".parse(), Ok(Shard { number: 2, of: 4 }));
        for text in ["0/4", "5/4", "2", "2/", "/4", "a/b", "1/0", "-1/4"] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }
}
