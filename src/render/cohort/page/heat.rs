//! The heat map: how every requirement stands, that which fails most first, with its trend and by programme.

use std::collections::{BTreeMap, BTreeSet};

use super::trend::{Trend, trend};
use crate::cohort::Words;
use crate::cohort::head::Head;
use crate::cohort::state::State;
use crate::cohort::totals::{Requirement, Standing, concerned, count};
use crate::facts::Zone;
use crate::render::cohort::words;
use crate::rule::Rule;

/// A line of the map.
pub(super) struct Heat {
    /// `outreach-contacts@2`, by which the table is filtered.
    pub(super) id: String,
    pub(super) statement: String,
    /// `18 of 20`
    pub(super) met: String,
    pub(super) not_met: usize,
    /// Neither met nor missed: waiting, not due, not seen.
    pub(super) open: usize,
    pub(super) warmth: usize,
    pub(super) trend: Option<Trend>,
    pub(super) programmes: Vec<Warm>,
}

/// A cell of the map.
pub(super) struct Warm {
    pub(super) text: String,
    /// Hundredths of those whom it concerns.
    pub(super) warmth: usize,
}

impl Default for Warm {
    fn default() -> Self {
        Self { text: "–".into(), warmth: 0 }
    }
}

/// The programmes, in the order of their names.
pub(super) fn programmes(head: &Head) -> Vec<&Words> {
    let named = head.totals.requirements.values().flat_map(|standing| standing.programmes.keys());
    named.collect::<BTreeSet<_>>().into_iter().collect()
}

/// The requirement that fails most first.
pub(super) fn heat(head: &Head, programmes: &[&Words], zone: &Zone, rules: &[&'static Rule]) -> Vec<Heat> {
    let concerns = |(_, standing): &(&Requirement, &Standing)| concerned(&standing.all) > 0;
    let line = |(requirement, standing): (&Requirement, &Standing)| Heat {
        statement: words::statement(requirement, rules),
        trend: trend(&head.history, &requirement.to_string(), zone),
        id: requirement.to_string(),
        ..counted(standing, programmes)
    };
    let mut lines: Vec<Heat> = head.totals.requirements.iter().filter(concerns).map(line).collect();
    lines.sort_by_key(|line| std::cmp::Reverse((line.not_met, line.open)));
    lines
}

fn counted(standing: &Standing, programmes: &[&Words]) -> Heat {
    use State::{NoAccess, NotDue, NotMet, NotSeen, Waiting};
    let of_programme = |programme: &&Words| standing.programmes.get(*programme).map(warm).unwrap_or_default();
    Heat {
        id: String::new(),
        statement: String::new(),
        met: words::met_of(&standing.all),
        not_met: count(&standing.all, &[NotMet]),
        open: count(&standing.all, &[Waiting, NotDue, NotSeen, NoAccess]),
        warmth: warm(&standing.all).warmth,
        trend: None,
        programmes: programmes.iter().map(of_programme).collect(),
    }
}

fn warm(tally: &BTreeMap<State, usize>) -> Warm {
    let (failing, all) = (count(tally, &[State::NotMet]), concerned(tally));
    Warm { text: format!("{failing} of {all}"), warmth: (failing * 100).checked_div(all).unwrap_or(0) }
}
