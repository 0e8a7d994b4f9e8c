//! The school's calendar: its zone and the day on which the cohort began.

use jiff::civil::Date;

use crate::facts::{Instant, Zone};

/// What dates of a policy are read by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    /// The school's zone.
    pub zone: Option<Zone>,
    /// The day on which the cohort began.
    pub start: Option<Date>,
}

impl Calendar {
    /// The zone to show moments in.
    pub fn shown_in(&self) -> Zone {
        self.zone.clone().unwrap_or(Zone::UTC)
    }

    /// The day it is at the school.
    pub fn day(&self, instant: Instant) -> Date {
        self.shown_in().day(instant)
    }
}
