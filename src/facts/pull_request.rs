//! The pull request that the report stands on, and the comments below it.

use super::{RepoName, Seen, Untrusted};

/// A pull request.
#[derive(Debug, Clone)]
pub struct PullRequest {
    /// The repository it belongs to.
    pub repository: RepoName,
    /// Its number.
    pub number: u64,
    /// The account that opened it.
    pub author: Option<Untrusted>,
    /// The commit that it proposes.
    pub head: Option<String>,
    /// The repository the proposed commit lies in: another one for a fork.
    pub head_repository: Option<RepoName>,
    /// The comments below it, oldest first, to the last page.
    pub comments: Seen<Vec<Comment>>,
}

/// A comment below a pull request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its number, by which it is edited.
    pub id: u64,
    /// The account that wrote it, without `[bot]`.
    pub author: Untrusted,
    /// True where the account of our token wrote it.
    pub is_ours: bool,
    /// Its text.
    pub body: Untrusted,
}

impl Comment {
    /// What the results comment begins with, and nobody sees. Without [`Comment::is_ours`] it proves nothing: anybody can paste it.
    pub const MARKER: &'static str = "<!-- foliocheck:comment -->";

    /// True where it begins with the marker.
    pub fn is_marked(&self) -> bool {
        self.body.as_written().trim_start().starts_with(Self::MARKER)
    }
}
