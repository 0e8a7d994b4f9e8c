//! The code of one project, and what was seen of it.

use crate::facts::{Home, Kit, Obstacle, Readme, RepoName, Repository, Seen};
use crate::net::github::Lineage;

/// Why code on another host is not looked at.
pub(super) const NOT_THIS_HOST: Obstacle = Obstacle::Unreadable { why: "its place on another code host" };

/// The code of a project, and what was seen of it.
pub(super) struct Code {
    pub(super) home: Home,
    pub(super) also: Vec<RepoName>,
    pub(super) repository: Seen<Option<Repository>>,
    pub(super) readme: Seen<Option<Readme>>,
    pub(super) kit: Kit,
    pub(super) lineage: Seen<Lineage>,
}

impl Code {
    /// Code that was not looked at.
    pub(super) fn unread(home: Home, obstacle: Obstacle) -> Self {
        let kit = Kit::default();
        let repository = Err(obstacle.clone());
        let lineage = Err(obstacle.clone());
        Self { home, also: Vec::new(), repository, readme: Err(obstacle), kit, lineage }
    }

    /// True where it lies in this repository.
    pub(super) fn is_at(&self, other: &RepoName) -> bool {
        matches!(&self.home, Home::Repository { name, .. } if name == other)
    }
}
