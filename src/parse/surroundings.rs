//! What a README says of its project, held against what lies around it.

mod backing;
mod manifest;

use super::tree::{Presence, Tree};
use crate::facts::Readme;

/// Where a README lies.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// The files of its repository, or of the portfolio folder.
    pub tree: &'a Tree,
    /// The folder of the project in it; `""` for the top.
    pub folder: &'a str,
}

/// Fills in whether what the README names is there.
pub fn settle(readme: &mut Readme, around: Surroundings<'_>) {
    backing::settle(&mut readme.commands, around);
}

impl Surroundings<'_> {
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
