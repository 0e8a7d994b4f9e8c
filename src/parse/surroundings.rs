//! What a README says of its project, held against what lies around it.

mod backing;
mod kit;
mod leads;
mod manifest;

use super::readme::references::lead_of_demo as lead_of_demo_alone;
use super::tree::{Presence, Tree};
use crate::facts::{Kit, Lead, Readme, ReferenceKind, RepoName, Seen};

/// Where a README lies.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// The files of its repository, or of the portfolio folder.
    pub tree: &'a Tree,
    /// The folder of the project in it; `""` for the top.
    pub folder: &'a str,
    /// The repository, where it is known.
    pub name: Option<&'a RepoName>,
    /// The branch that its visitors see, where it is known.
    pub branch: Option<&'a str>,
    /// The host of the code host's pages.
    pub server: &'a str,
    /// The accounts whose pages are the student's: of the project and of the portfolio.
    pub owners: &'a [&'a str],
}

/// How the project is started and what it is built with, by its own manifests.
pub fn kit(around: Surroundings<'_>) -> Kit {
    kit::kit(around)
}

/// Fills in whether what the README names is there.
pub fn settle(readme: &mut Readme, around: Surroundings<'_>) {
    backing::settle(&mut readme.commands, around);
    leads::settle(&mut readme.references, readme.path.as_written(), around);
}

/// What the address where a project can be tried leads to, as far as it tells by itself; none for a name that is kept for
/// examples.
pub fn lead_of_demo(address: &str, around: Surroundings<'_>) -> Option<Seen<Lead>> {
    let lead = lead_of_demo_alone(address)?;
    Some(lead.or_else(|unseen| leads::of_demo(ReferenceKind::Demo, address, around).ok_or(unseen)))
}

impl<'a> Surroundings<'a> {
    /// The top of a folder of which nothing else is known.
    pub fn of_tree(tree: &'a Tree) -> Self {
        Self { tree, folder: "", name: None, branch: None, server: "github.com", owners: &[] }
    }

    /// True for a folder of the project, and where that cannot be told.
    fn may_be_there(&self, folder: &str) -> bool {
        matches!(self.tree.presence(&self.path(folder)), Ok(Presence::There) | Err(_))
    }

    /// A path of the project as one of the repository.
    fn path(&self, path: &str) -> String {
        let folder = self.folder.trim_matches('/');
        if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
    }
}
