//! How a project is started and what it is made of, as its own manifests say. For suggestions only: what is not known lacks.

use super::Untrusted;

/// The commands and tools of a project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kit {
    /// Commands that install and start it, in order.
    pub start: Vec<Untrusted>,
    /// The command that runs its tests.
    pub test: Option<Untrusted>,
    /// Languages, frameworks and data stores, by the names that are ours.
    pub tools: Vec<&'static str>,
}
