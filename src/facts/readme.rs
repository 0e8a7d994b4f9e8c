//! A README as a reader understands it: sections with meanings, essentials, extras, and what is not the student's own.

use super::{Command, Reference, Untrusted};

/// How well a README documents its project (see `RULES.md`, `readme-adequate`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 0: none, or blank.
    Missing,
    /// 1: somebody else's text: a generator's, a starter's, the assignment, or only slots and filler.
    Boilerplate,
    /// 2: own text, but at least one essential lacks.
    Thin,
    /// 3: says what it is, how or where it runs, and what it is built with.
    Adequate,
    /// 4: adequate, with at least three extras, a picture or a live link among them.
    Excellent,
}

impl Level {
    /// The number of the scale, 0 to 4.
    pub fn number(self) -> u8 {
        self as u8
    }

    /// The public word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Boilerplate => "boilerplate",
            Self::Thin => "thin",
            Self::Adequate => "adequate",
            Self::Excellent => "excellent",
        }
    }
}

/// The three questions that an adequate README answers, each with the line that answers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Essentials {
    /// What is it?
    pub what: Option<u32>,
    /// How do I run it, or where does it run?
    pub run: Option<u32>,
    /// What is it built with?
    pub built_with: Option<u32>,
}

impl Essentials {
    /// True where all three are answered.
    pub fn are_complete(self) -> bool {
        self.what.is_some() && self.run.is_some() && self.built_with.is_some()
    }
}

/// What a README may have beyond the essentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extra {
    /// A picture or recording that is not a badge.
    Visual,
    /// A link to try it, beside run instructions.
    Live,
    /// How to test it.
    Tests,
    /// Who did what.
    People,
    /// Why, what was hard, what next.
    Context,
    /// Endpoints or a schema.
    Api,
}

impl Extra {
    /// The public word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Visual => "visual",
            Self::Live => "live",
            Self::Tests => "tests",
            Self::People => "people",
            Self::Context => "context",
            Self::Api => "api",
        }
    }
}

/// What a section is about (the categories of Prana et al., "Categorizing the content of GitHub README files", 2019).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// What the project is.
    What,
    /// Why it exists, how it compares.
    Why,
    /// Set-up, running, using, testing, configuring.
    How,
    /// Versions, status, roadmap.
    When,
    /// Authors, credits, licence, contact.
    Who,
    /// Further documents, API, help.
    References,
    /// How to contribute.
    Contribution,
    /// None of these.
    Other,
}

impl Meaning {
    /// The public word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Why => "why",
            Self::How => "how",
            Self::When => "when",
            Self::Who => "who",
            Self::References => "references",
            Self::Contribution => "contribution",
            Self::Other => "other",
        }
    }
}

/// A heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading without its marks.
    pub heading: Untrusted,
    /// Its line, counted from 1.
    pub line: u32,
    /// What the section is about; never empty.
    pub meanings: Vec<Meaning>,
}

/// Something in a README that is not the student's finished text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blemish {
    /// What kind of thing it is.
    pub kind: BlemishKind,
    /// Its line, counted from 1.
    pub line: u32,
    /// What stands there, shortened.
    pub quoted: Untrusted,
}

/// What can stand in a README that is not the student's finished text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlemishKind {
    /// A template's slot that nobody filled (`your-username`).
    Slot,
    /// Filler (`lorem ipsum`), "TBD".
    Filler,
    /// A link without an address.
    EmptyLink,
    /// Text of the assignment.
    Assignment,
    /// Text of a generator or starter.
    Boilerplate,
    /// An address that only works on the author's machine.
    Localhost,
    /// Left-over marks of a merge.
    MergeMark,
}

/// A README.
#[derive(Debug, Clone)]
pub struct Readme {
    /// Its path from the top of the repository, or of the portfolio folder.
    pub path: Untrusted,
    /// The level it reaches.
    pub level: Level,
    /// The questions it answers.
    pub essentials: Essentials,
    /// What it has beyond them, in a fixed order, each once.
    pub extras: Vec<Extra>,
    /// The generator, starter or brief whose text it is or contains; the name is ours.
    pub boilerplate: Option<&'static str>,
    /// Words of own prose: without code, badges, links' addresses, comments and foreign text.
    pub words: usize,
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// What is not finished, in order of lines.
    pub blemishes: Vec<Blemish>,
    /// The addresses that it names, in order.
    pub references: Vec<Reference>,
    /// What it tells its reader to type, in order.
    pub commands: Vec<Command>,
    /// False where it is in a language whose words are not known; then only its structure was judged.
    pub is_language_known: bool,
    /// A digest of its words, to tell the same text in two projects.
    pub fingerprint: Vec<u64>,
    /// The SHA-256 of its text, whatever white space lies between the words, in hexadecimal.
    pub sha256: String,
    /// The number of lines.
    pub lines: u32,
}
