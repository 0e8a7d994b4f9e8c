//! What is due when, and for how many it is done.

use std::collections::BTreeMap;

use crate::cohort::head::Head;
use crate::cohort::state::State;
use crate::cohort::totals::{concerned, count};
use crate::facts::{Instant, Zone};
use crate::render::cohort::words;
use crate::rule::Rule;

/// A date and what is due on it.
pub(super) struct Checkpoint {
    /// In the school's zone.
    pub(super) date: String,
    /// `in 3 days`, `2 days ago`.
    pub(super) distance: String,
    /// True where it is over.
    pub(super) is_past: bool,
    /// What is due.
    pub(super) lines: Vec<Done>,
}

/// A requirement at its date.
pub(super) struct Done {
    pub(super) statement: String,
    /// `18 of 20`
    pub(super) met: String,
    /// Hundredths.
    pub(super) share: usize,
    /// How many missed it.
    pub(super) not_met: usize,
}

/// All dates, in their order.
pub(super) fn checkpoints(head: &Head, zone: &Zone, rules: &[&'static Rule]) -> Vec<Checkpoint> {
    let as_of = Instant::parse(&head.as_of);
    let checkpoint = |(due, tallies): (&String, &BTreeMap<_, BTreeMap<State, usize>>)| {
        let at = Instant::parse(due);
        Checkpoint {
            date: words::moment(zone, due),
            distance: at.zip(as_of).map(|(at, as_of)| at.distance_from(as_of)).unwrap_or_default(),
            is_past: at.zip(as_of).is_some_and(|(at, as_of)| at <= as_of),
            lines: tallies
                .iter()
                .filter(|(_, tally)| concerned(tally) > 0)
                .map(|(requirement, tally)| done(words::statement(requirement, rules), tally))
                .collect(),
        }
    };
    let all = head.totals.checkpoints.iter().map(checkpoint);
    all.filter(|checkpoint| !checkpoint.lines.is_empty()).collect()
}

fn done(statement: String, tally: &BTreeMap<State, usize>) -> Done {
    let met = count(tally, &[State::Met, State::Advice]);
    Done {
        statement,
        met: words::met_of(tally),
        share: (met * 100).checked_div(concerned(tally)).unwrap_or_default(),
        not_met: count(tally, &[State::NotMet]),
    }
}
