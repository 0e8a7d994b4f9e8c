//! The three questions that a reader has, and where in a README an answer is best added.

use crate::facts::{Essentials, Meaning, Readme};

/// A question that an adequate README answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// What is it?
    What,
    /// How do I run it, or where does it run?
    Run,
    /// What is it built with?
    BuiltWith,
}

impl Question {
    /// All of them, in the order in which a reader asks.
    pub(super) const ALL: [Self; 3] = [Self::What, Self::Run, Self::BuiltWith];

    /// The line that answers it.
    pub(super) fn answer(self, essentials: Essentials) -> Option<u32> {
        match self {
            Self::What => essentials.what,
            Self::Run => essentials.run,
            Self::BuiltWith => essentials.built_with,
        }
    }

    /// The question as part of a sentence, after "says".
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::What => "what it is",
            Self::Run => "how to run it or where it runs",
            Self::BuiltWith => "what it is built with",
        }
    }

    /// The line below which an answer is best added: what it is belongs at the top.
    pub(super) fn line_to_add_below(self, readme: &Readme) -> u32 {
        match self {
            Self::What => readme.sections.first().map_or(0, |section| section.line),
            Self::Run | Self::BuiltWith => line_to_add_below(readme),
        }
    }
}

/// The last line before the sections that close a README: contributing, authors, licence.
pub(super) fn line_to_add_below(readme: &Readme) -> u32 {
    let closes = |meanings: &[Meaning]| {
        meanings
            .iter()
            .all(|meaning| matches!(meaning, Meaning::Who | Meaning::Contribution | Meaning::References))
    };
    let closing = readme.sections.iter().rev().take_while(|section| closes(&section.meanings)).last();
    closing.map_or(readme.lines, |section| section.line.saturating_sub(1))
}
