//! A command that a README tells its reader to type, and whether the project has what it needs.

use super::{Seen, Untrusted};

/// A command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// Its line, counted from 1.
    pub line: u32,
    /// What is to be typed.
    pub typed: Untrusted,
    /// What has to be there for it.
    pub needs: Need,
    /// Whether that is there.
    pub backing: Seen<Backing>,
}

/// What a command needs of the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// A folder to go to. Which one may be meant is not certain, so it is never missing.
    Folder(Untrusted),
    /// This file.
    File(Untrusted),
    /// One of these files, the usual name first.
    Manifest(&'static [&'static str]),
    /// A script in `package.json`.
    Script(Untrusted),
    /// A target in the `Makefile`.
    Target(Untrusted),
}

/// Whether the project has what a command needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Backing {
    /// It has.
    There,
    /// The file that would name it is not there.
    NoManifest(&'static str),
    /// It has not; the names of the kind that it does have, the nearest first.
    Missing(Vec<Untrusted>),
}
