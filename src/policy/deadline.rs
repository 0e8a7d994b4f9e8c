//! The last moment at which something is in time.

use crate::facts::Instant;

/// The last moment at which something is in time: all of the minute that was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline(Instant);

impl Deadline {
    /// The stated minute.
    pub fn at(self) -> Instant {
        self.0
    }

    /// True from the first second after the stated minute on.
    pub fn is_past(self, now: Instant) -> bool {
        now.unix_seconds() >= self.0.unix_seconds() + 60
    }
}

impl From<Instant> for Deadline {
    fn from(at: Instant) -> Self {
        Self(Instant::from_unix_seconds(at.unix_seconds().div_euclid(60) * 60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stated_minute_is_in_time_to_its_last_second() {
        let deadline = Deadline::from(Instant::parse("2017-02-02T01:00:00Z").unwrap());
        assert!(!deadline.is_past(Instant::parse("2017-02-02T01:00:59.999Z").unwrap()));
        assert!(deadline.is_past(Instant::parse("2017-02-02T01:01:00Z").unwrap()));
    }
}
