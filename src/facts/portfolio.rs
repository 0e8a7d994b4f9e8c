//! The portfolio's own repository or folder.

use super::{Readme, RepoName, Repository, Seen};

/// The repository or folder that holds the portfolio.
#[derive(Debug, Clone)]
pub struct Portfolio {
    /// Its name on the code host; none for a folder that does not say.
    pub name: Option<RepoName>,
    /// The student's account: the pull request's author, else the owner.
    pub student: Option<super::Untrusted>,
    /// The commit that was read.
    pub commit: Option<String>,
    /// What the code host says of it.
    pub repository: Seen<Repository>,
    /// Its own README; none where it has none.
    pub readme: Seen<Option<Readme>>,
    /// True where it has a `portfolio.yml`.
    pub is_declared: bool,
}
