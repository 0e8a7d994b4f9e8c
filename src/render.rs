//! Formats: each a function from the one report to a string.

mod annotations;
pub mod cohort;
mod comment;
mod escape;
mod html;
mod json;
pub mod manual;
mod mark;
mod markdown;
mod place;
pub mod policy;
mod provenance;
#[doc(hidden)]
pub mod sample;
pub mod start;
mod summary;
mod terminal;
mod words;

pub use annotations::annotations;
pub use comment::{COMMENT_LIMIT, MARK, comment, is_same, memory};
pub use html::html;
pub use json::{json, readme_json};
pub use markdown::markdown;
pub use summary::summary;
pub use terminal::terminal;

use crate::report::Report;

/// The formats of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Format {
    /// For people at a prompt.
    #[default]
    Terminal,
    /// The text of the comment, without what only the comment needs.
    Markdown,
    /// Version 1 of the report.
    Json,
    /// One self-contained page.
    Html,
    /// Workflow commands that become annotations.
    Github,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Terminal, Self::Markdown, Self::Json, Self::Html, Self::Github];

    /// The public word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Html => "html",
            Self::Github => "github",
        }
    }
}

/// Whether the terminal is sent colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colour {
    /// Text only.
    #[default]
    Never,
    /// ANSI sequences.
    Always,
}

/// How much the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// The outcome and the next step.
    Brief,
    /// What needs work, too; passes in one line.
    #[default]
    Usual,
    /// Everything: each pass with what was seen, every text to paste.
    Full,
}

/// What the terminal is like; the other formats do not ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether it is sent colours.
    pub colour: Colour,
    /// Its width in columns.
    pub columns: usize,
    /// How much to show.
    pub detail: Detail,
}

impl Default for Look {
    fn default() -> Self {
        Self { colour: Colour::Never, columns: 80, detail: Detail::Usual }
    }
}

/// The report in one format.
pub fn render(format: Format, report: &Report, look: Look) -> String {
    match format {
        Format::Terminal => terminal(report, look),
        Format::Markdown => markdown(report),
        Format::Json => json(report),
        Format::Html => html(report),
        Format::Github => annotations(report),
    }
}
