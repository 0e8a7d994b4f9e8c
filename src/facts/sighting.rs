//! What the school's own earlier runs saw: the only clock there is for what no server dates.

use std::collections::BTreeMap;

use super::Instant;

/// What earlier runs saw, by the id of the finding.
pub type Sightings = BTreeMap<String, Sighting>;

/// When the school's runs saw something, by the clocks they ran by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sighting {
    /// By when it was met at the latest, as the first run that saw it met knows; every run since then that could look saw it
    /// met, too.
    pub met: Option<Instant>,
    /// The last run that saw it unmet.
    pub unmet: Option<Instant>,
}
