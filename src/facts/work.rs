//! Who made what a project's repository holds, as its commits tell.

use super::{RepoName, Untrusted};

/// The commits of a project, and whose they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// The student's account, where it is known.
    pub student: Option<Untrusted>,
    /// Commits on the default branch; where the project is a folder, those that touch it.
    pub commits: usize,
    /// How many of them, the newest, were looked at.
    pub seen: usize,
    /// Of these, those that the student made, alone or in company.
    pub own: usize,
    /// Of these, those of an author whose e-mail address belongs to no account: it may be the student's.
    pub unclaimed: usize,
    /// Other accounts that made some of these.
    pub others: usize,
    /// What it began as a copy of.
    pub source: Option<Source>,
}

/// The repository that another one began as a copy of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: RepoName,
    /// How the copy was made.
    pub kind: SourceKind,
    /// Whether both hold the same files now; none where nobody said.
    pub has_same_files: Option<bool>,
    /// Its commits; none where nobody said.
    pub commits: Option<usize>,
}

/// How a copy of a repository was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// As a fork, with all commits.
    Fork,
    /// From a template, without any.
    Template,
}

impl Work {
    /// True where every commit was looked at, and each is of a known account.
    pub fn is_known_whole(&self) -> bool {
        self.seen == self.commits && self.unclaimed == 0
    }
}
