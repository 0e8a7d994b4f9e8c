//! Where something was seen. Every finding has a place.

use super::{RepoName, Untrusted};

/// Where something was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A file; without a repository it lies in the folder that was given.
    File {
        /// The repository, where it is known.
        repository: Option<RepoName>,
        /// The path from the top of the repository or folder.
        path: Untrusted,
        /// The line, counted from 1.
        line: Option<u32>,
    },
    /// A repository as a whole.
    Repository(RepoName),
    /// A page, with the words or the link that was seen on it.
    Page {
        /// The address of the page.
        url: Untrusted,
        /// What stands there.
        quoted: Option<Untrusted>,
    },
    /// A pull request.
    PullRequest {
        /// Its repository.
        repository: RepoName,
        /// Its number.
        number: u64,
    },
    /// The folder that was given.
    Folder,
}
