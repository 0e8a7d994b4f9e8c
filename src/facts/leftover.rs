//! What a generator, a theme or a template brought along and nobody replaced.

/// What was found of that in a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leftovers {
    /// Each once.
    pub found: Vec<Leftover>,
    /// Words that are filler (lorem ipsum and its kin).
    pub filler_words: usize,
}

/// Words of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leftover {
    /// What they stand for.
    pub kind: LeftoverKind,
    /// The words, as the template has them.
    pub words: &'static str,
}

/// What words of a template stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftoverKind {
    /// The page that a generator makes for a project without any work in it.
    StartPage,
    /// A place to be filled in.
    Slot,
    /// An invented person, company or product of the template.
    Sample,
    /// An invented address or telephone number.
    Contact,
    /// The title that a generator gives to every page.
    Title,
}

impl Leftovers {
    /// True where nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty() && self.filler_words == 0
    }

    /// The first of a kind.
    pub fn first(&self, kind: LeftoverKind) -> Option<&'static str> {
        self.found.iter().find(|leftover| leftover.kind == kind).map(|leftover| leftover.words)
    }

    /// Places that were left to be filled in, and what was invented to fill them.
    pub fn samples(&self) -> impl Iterator<Item = &'static str> {
        let is_sample = |leftover: &&Leftover| {
            matches!(leftover.kind, LeftoverKind::Slot | LeftoverKind::Sample | LeftoverKind::Contact)
        };
        self.found.iter().filter(is_sample).map(|leftover| leftover.words)
    }
}
