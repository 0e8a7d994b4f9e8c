//! What is asked of a repository, and what is answered.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::{Deployment, KeptFile, Lineage, Listing, Members};
use crate::facts::{Comment, RepoName, Repository, Reviews, Seen, Untrusted};

/// Whether something is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    /// It is.
    #[default]
    Yes,
    /// It is known already.
    No,
}

/// What to read of one repository.
#[derive(Debug, Clone, Default)]
pub struct RepositoryAsk {
    /// A branch, tag or commit; the default branch where none is given.
    pub git_ref: Option<String>,
    /// Whether the README is wanted.
    pub readme: Wanted,
    /// The folder whose README is wanted, where it is not the top.
    pub folder: Option<String>,
    /// Whether the folders and manifests around the README are wanted, which its commands and links are held against; and the
    /// commits by their authors.
    pub surroundings: Wanted,
    /// Further files, by exact path (`portfolio.yml`, `CNAME`, `package.json`).
    pub files: Vec<String>,
    /// True where the repositories that its owner pinned to the profile are wanted too.
    pub wants_pins: bool,
    /// The pull request whose author, head and comments are wanted too.
    pub pull_request: Option<u64>,
    /// A file of the default branch that is wanted with the account that brought its last change in.
    pub kept: Option<String>,
    /// Teams whose members are wanted too, as `organisation/team`.
    pub teams: Vec<String>,
}

/// A file as it lies in a repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawFile {
    /// Its path from the top.
    pub path: Untrusted,
    /// Its bytes.
    pub bytes: Bytes,
}

/// What was read of one repository.
#[derive(Debug, Clone)]
pub struct RepositoryAnswer {
    /// What the host says of it.
    pub repository: Repository,
    /// The README that the host would show: any usual name, at the top, in `.github/` or `docs/`; or of the folder.
    /// `Obstacle::NotAsked` where it was not wanted.
    pub readme: Seen<Option<RawFile>>,
    /// The paths as far as they were listed.
    pub listing: Listing,
    /// The further files, none where there is no such file; and the manifests that lie beside the README.
    pub files: BTreeMap<String, Seen<Option<RawFile>>>,
    /// Its commits by their authors, and what it began as a copy of. Unknown by REST, which would take requests of its own.
    pub lineage: Seen<Lineage>,
    /// The repositories that its owner pinned to the profile; none where nobody told.
    pub pins: Vec<RepoName>,
    /// The names that git gives the files at the top and one folder down, by path; only beside a pull request.
    pub names: BTreeMap<String, String>,
    /// The pull request, where it was asked for: none where the number does not exist.
    pub pull_request: Option<Seen<PullRequestAnswer>>,
    /// The file that was asked for with its bringer, none where there is none; `Obstacle::NotAsked` where none was.
    pub kept: Seen<Option<KeptFile>>,
    /// The teams that were asked for; those are missing that take requests of their own ([`super::GitHub::fetch_membership`]).
    pub teams: BTreeMap<String, Seen<Members>>,
}

/// What was read of a pull request.
#[derive(Debug, Clone)]
pub struct PullRequestAnswer {
    /// The account that opened it.
    pub author: Option<Untrusted>,
    /// The commit that it proposes.
    pub head: Option<String>,
    /// The repository the proposed commit lies in.
    pub head_repository: Option<RepoName>,
    /// The deployments of that commit, the newest first; none by REST, where they take requests of their own.
    pub deployments: Vec<Deployment>,
    /// The comments, oldest first, to the last page.
    pub comments: Seen<Vec<Comment>>,
    /// The reviews and who was asked for one; `Obstacle::NotAsked` where it takes a request of its own ([`super::GitHub::list_reviews`]).
    pub reviews: Seen<Reviews>,
}
