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
    /// An invented person.
    Person,
    /// An invented company, product or text.
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

    /// One example of each kind of what was left to be filled in, or was invented to fill it.
    pub fn samples(&self) -> Vec<&'static str> {
        use LeftoverKind::{Contact, Person, Sample, Slot};
        [Slot, Person, Sample, Contact].into_iter().filter_map(|kind| self.first(kind)).collect()
    }

    /// True where it takes nobody's word that this is a sample: a name that is none, and something else of a template.
    pub fn is_a_sample(&self) -> bool {
        let has = |kind| self.first(kind).is_some();
        (has(LeftoverKind::Slot) || has(LeftoverKind::Person)) && self.samples().len() > 1
    }
}
