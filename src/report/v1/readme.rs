//! A README and its sections, in the frozen shape.

use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::{self, Seen};

/// A README as a reader understands it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Readme {
    /// Its path from the top of the repository or folder; null where there is none.
    pub path: Option<String>,
    /// The level it reaches, 0 to 4.
    #[schemars(range(min = 0, max = 4))]
    pub level: u8,
    /// The level in a word.
    #[schemars(extend("enum" = ["missing", "boilerplate", "thin", "adequate", "excellent"]))]
    pub label: &'static str,
    /// The three questions that an adequate README answers.
    pub essentials: Essentials,
    /// What it has beyond them.
    #[schemars(extend("items" = { "type": "string", "enum": ["visual", "live", "tests", "people", "context", "api"] }))]
    pub extras: Vec<&'static str>,
    /// The generator, starter or brief whose text it is or contains.
    pub boilerplate: Option<&'static str>,
    /// Words of own prose.
    pub words: usize,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// The three questions that an adequate README answers.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Essentials {
    /// What is it?
    pub what: bool,
    /// How is it run, or where does it run?
    pub run: bool,
    /// What is it built with?
    pub built_with: bool,
}

/// A heading of a README and what stands below it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Section {
    /// The heading without its marks.
    pub heading: String,
    /// Its line, counted from 1.
    pub line: u32,
    /// What the section is about; never empty.
    #[schemars(extend("items" = { "type": "string", "enum": ["what", "why", "how", "when", "who", "references", "contribution", "other"] }))]
    pub meanings: Vec<&'static str>,
}

/// A README; none where it could not be read.
pub(super) fn readme(readme: &Seen<Option<facts::Readme>>) -> Option<Readme> {
    let readme = readme.as_ref().ok()?;
    Some(readme.as_ref().map_or_else(no_readme, Readme::from))
}

fn no_readme() -> Readme {
    Readme {
        path: None,
        level: facts::Level::Missing.number(),
        label: facts::Level::Missing.label(),
        essentials: Essentials { what: false, run: false, built_with: false },
        extras: Vec::new(),
        boilerplate: None,
        words: 0,
        sections: Vec::new(),
    }
}

impl From<&facts::Readme> for Readme {
    fn from(readme: &facts::Readme) -> Self {
        Self {
            path: Some(readme.path.as_written().to_owned()),
            level: readme.level.number(),
            label: readme.level.label(),
            essentials: Essentials {
                what: readme.essentials.what.is_some(),
                run: readme.essentials.run.is_some(),
                built_with: readme.essentials.built_with.is_some(),
            },
            extras: readme.extras.iter().map(|extra| extra.label()).collect(),
            boilerplate: readme.boilerplate,
            words: readme.words,
            sections: readme.sections.iter().map(Section::from).collect(),
        }
    }
}

impl From<&facts::Section> for Section {
    fn from(section: &facts::Section) -> Self {
        Self {
            heading: section.heading.as_written().to_owned(),
            line: section.line,
            meanings: section.meanings.iter().map(|meaning| meaning.label()).collect(),
        }
    }
}
