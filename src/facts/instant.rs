//! A moment in time, always shown with its zone.

use std::fmt;

/// A moment, to the second, shown in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(jiff::Timestamp);

impl Instant {
    /// The moment of a clock reading or of a server's answer.
    pub fn from_timestamp(timestamp: jiff::Timestamp) -> Self {
        Self(timestamp)
    }

    /// The moment `seconds` after 1970-01-01T00:00:00Z; the epoch itself where the number is out of range.
    pub fn from_unix_seconds(seconds: i64) -> Self {
        Self(jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH))
    }

    /// Reads RFC 3339, with or without a fraction (`2017-02-01T18:00:00-07:00`).
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }

    /// `Wed 1 Feb 2017, 23:10 UTC`, for people.
    pub fn in_words(self) -> String {
        self.0.strftime("%a %-d %b %Y, %H:%M UTC").to_string()
    }

    /// The moment itself, for counting with it.
    pub(crate) fn timestamp(self) -> jiff::Timestamp {
        self.0
    }

    /// How far away a moment is, roughly: "in 3 days", "in 2 hours", "5 minutes ago".
    pub fn distance_from(self, now: Self) -> String {
        const UNITS: [(i64, &str); 3] = [(86_400, "day"), (3_600, "hour"), (60, "minute")];
        let seconds = self.unix_seconds() - now.unix_seconds();
        let (size, unit) =
            UNITS.into_iter().find(|(size, _)| seconds.abs() >= *size).unwrap_or((1, "second"));
        let count = seconds.abs() / size;
        let plural = if count == 1 { "" } else { "s" };
        if seconds < 0 { format!("{count} {unit}{plural} ago") } else { format!("in {count} {unit}{plural}") }
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn unix_seconds(self) -> i64 {
        self.0.as_second()
    }
}

/// `2017-02-01T23:10:00Z`
impl fmt::Display for Instant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0.strftime("%Y-%m-%dT%H:%M:%SZ"))
    }
}
