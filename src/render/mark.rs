//! How the piles of a report are shown: by a picture or a sign, and always by a word beside it.

use crate::report::{OverallOutcome, Pile, Report};

/// How a pile is shown: never by colour or sign alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// A picture, for pages and comments.
    pub(super) emoji: &'static str,
    /// A sign of one column, for the terminal.
    pub(super) sign: &'static str,
    /// The word beside it.
    pub(super) word: &'static str,
    /// The heading of the whole pile.
    pub(super) heading: &'static str,
    /// The word behind its count: 2 "to fix".
    pub(super) counted: &'static str,
}

/// The mark of a pile.
pub(super) fn mark(pile: Pile) -> Mark {
    let (emoji, sign, word, heading, counted) = match pile {
        Pile::ToFix => ("❌", "✗", "To fix", "To fix", "to fix"),
        Pile::ToDo => ("📅", "○", "To do", "Still to do", "to do"),
        Pile::Waiting => ("⏳", "…", "Waiting", "Waiting", "waiting"),
        Pile::NotSeen => ("🔎", "?", "Not checked", "Could not be checked", "not checked"),
        Pile::Advice => ("💡", "!", "Advice", "Advice", "with advice"),
        Pile::Met => ("✅", "✓", "Met", "Met", "met"),
        Pile::Excused => ("🎫", "~", "Excused", "Excused by the school", "excused"),
        Pile::NotNeeded => ("➖", "-", "Does not apply", "Does not apply", "not needed"),
    };
    Mark { emoji, sign, word, heading, counted }
}

/// The pile that the whole looks like.
pub(super) fn outcome_pile(report: &Report) -> Pile {
    match report.outcome {
        OverallOutcome::Fail => Pile::ToFix,
        OverallOutcome::Pending if report.count(Pile::ToDo) > 0 => Pile::ToDo,
        OverallOutcome::Pending => Pile::Waiting,
        OverallOutcome::CannotTell => Pile::NotSeen,
        OverallOutcome::Pass => Pile::Met,
    }
}

/// How many lie on each pile that the student has a part in, what is met first.
pub(super) fn counts(report: &Report) -> Vec<(Pile, usize)> {
    let all = [Pile::Met, Pile::ToFix, Pile::ToDo, Pile::Waiting, Pile::Advice, Pile::NotSeen, Pile::Excused];
    all.into_iter().map(|pile| (pile, report.count(pile))).filter(|(_, count)| *count > 0).collect()
}
