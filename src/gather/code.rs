//! The code of one project, and what was seen of it.

use crate::facts::{Home, Kit, Obstacle, Readme, RepoName, Repository, Seen};

/// Why code on another host is not looked at.
pub(super) const NOT_THIS_HOST: Obstacle = Obstacle::Unreadable { why: "its place on another code host" };

/// The code of a project, and what was seen of it.
pub(super) struct Code {
    pub(super) home: Home,
    pub(super) also: Vec<RepoName>,
    pub(super) repository: Seen<Option<Repository>>,
    pub(super) readme: Seen<Option<Readme>>,
    pub(super) kit: Kit,
}

impl Code {
    /// Code that was not looked at.
    pub(super) fn unread(home: Home, obstacle: Obstacle) -> Self {
        let kit = Kit::default();
        Self { home, also: Vec::new(), repository: Err(obstacle.clone()), readme: Err(obstacle), kit }
    }

    /// True where it lies in this repository.
    pub(super) fn is_at(&self, other: &RepoName) -> bool {
        matches!(&self.home, Home::Repository { name, .. } if name == other)
    }
}
