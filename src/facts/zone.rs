//! A time zone, and how a moment is told in it.

use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::Instant;

/// A time zone of the IANA database that comes with the program, so that every machine reads a date the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// Coordinated Universal Time.
    pub const UTC: Self = Self(TimeZone::UTC);

    /// The zone of a name such as `America/Denver`; none where there is no such zone.
    pub fn named(name: &str) -> Option<Self> {
        TimeZoneDatabase::bundled().get(name).ok().map(Self)
    }

    /// What to say where there is no such zone: the name, and the nearest that there is.
    pub fn unknown(name: &str) -> String {
        let city = |zone: &str| zone.rsplit('/').next().unwrap_or(zone).to_lowercase();
        let similarity = |zone: &str| {
            strsim::jaro_winkler(&name.to_lowercase(), &zone.to_lowercase())
                .max(strsim::jaro_winkler(&city(name), &city(zone)))
        };
        let nearest = TimeZoneDatabase::bundled()
            .available()
            .map(|zone| zone.to_string())
            .max_by(|a, b| similarity(a).total_cmp(&similarity(b)))
            .filter(|zone| similarity(zone) > 0.8);
        let name = name.escape_debug();
        match nearest {
            Some(nearest) => format!("`{name}` is not a time zone; `{nearest}` is the nearest one"),
            None => format!("`{name}` is not a time zone; it has a name such as `America/Denver`"),
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The moment at which clocks of this zone show a date and time: the later one where they show it twice, and as much
    /// later as the clocks jump where they never show it. None where it is out of all range.
    pub fn moment(&self, local: jiff::civil::DateTime) -> Option<Instant> {
        self.0.to_ambiguous_timestamp(local).later().ok().map(Instant::from_timestamp)
    }

    /// The day it is in this zone.
    pub fn day(&self, instant: Instant) -> jiff::civil::Date {
        self.0.to_datetime(instant.timestamp()).date()
    }

    /// `Wed 1 Feb 2017, 18:00 MST`, for people.
    pub fn in_words(&self, instant: Instant) -> String {
        instant.timestamp().to_zoned_datetime(self.0.clone()).strftime("%a %-d %b %Y, %H:%M %Z").to_string()
    }
}
