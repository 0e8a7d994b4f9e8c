//! The one GitHub client, reading and writing; GraphQL with a token, REST without.

mod api;
mod asked;
mod changes;
mod comments;
mod deployments;
mod draft;
mod governor;
mod graphql;
mod issues;
mod kept;
mod ledger;
pub mod limits;
mod lineage;
mod listing;
mod pages;
mod pins;
mod pool;
mod query;
mod readme_name;
mod request;
mod rest;
mod rest_shapes;
mod reviews;
mod route;
mod ruling;
mod shapes;
mod surroundings;
mod teams;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

pub use self::asked::{PullRequestAnswer, RawFile, RepositoryAnswer, RepositoryAsk, Wanted};
pub use self::deployments::Deployment;
pub use self::issues::{Issue, IssueEdit, IssueText};
pub use self::ledger::{Carrier, KeptFile};
pub use self::lineage::{Authors, Lineage, Origin};
pub use self::listing::Listing;
pub use self::teams::Members;

use self::api::Api;
use self::graphql::{BATCH, Unserved};
use self::pool::Pool;
use self::request::Failure;

use super::NetError;
use super::http::Web;
use super::retry::Patience;
use crate::facts::{ChangedFile, Comment, Obstacle, RepoName, Reviews, Seen, Untrusted};
use crate::settings::{Hosts, Token};

/// The most that is read of one file.
const MAX_FILE_BYTES: usize = 1_000_000;

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

/// The client; a copy shares its connections.
#[derive(Debug, Clone)]
pub struct GitHub {
    api: Api,
    /// Where the asks of many students meet; none where there is one student.
    pool: Option<Arc<Pool>>,
}

impl GitHub {
    /// Builds the client on the web client's pool. Sends nothing, but has to be called inside a runtime.
    ///
    /// # Errors
    /// When a token has characters that no header may have, or an address is none.
    pub fn new(hosts: &Hosts, tokens: &[Token], web: &Web) -> Result<Self, NetError> {
        Ok(Self { api: Api::new(hosts, tokens, &web.api_client())?, pool: None })
    }

    /// The same client with other limits on tries and pauses.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { api: self.api.with_patience(patience), ..self }
    }

    /// The same client for many students side by side: what they ask at the same time is asked together, and the next
    /// hour's budget is waited for.
    #[must_use]
    pub fn pooled(self) -> Self {
        Self { pool: Some(Arc::default()), api: self.api.patient() }
    }

    /// The same client with its answers kept in a folder between runs.
    #[must_use]
    pub fn keeping(self, folder: &Path) -> Self {
        Self { api: self.api.keeping(folder), ..self }
    }

    /// How long those who wait for a limit of the host have to wait yet; none where nobody does.
    pub fn wait_left(&self) -> Option<Duration> {
        self.api.governor.wait_left()
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
        let served = match &self.pool {
            _ if !self.api.has_token => Err(Unserved),
            Some(pool) => Ok(pool.fetch(&self.api, asks).await),
            None => graphql::fetch(&self.api, asks, BATCH).await.map(|(answers, _)| answers),
        };
        let answers = match served {
            Ok(answers) => answers,
            Err(Unserved) => rest::fetch(&self.api, asks).await,
        };
        let settled = answers.into_iter().map(|answer| match answer {
            Err(Failure::NotFound) => Ok(Ok(None)),
            Err(Failure::Unauthorized) if self.api.has_token => Err(TokenRefused),
            other => Ok(other.map_err(Obstacle::from)),
        });
        settled.collect()
    }

    /// True where a README is better asked for by itself than in a query: it comes sooner, and whatever its name. Not
    /// without a token, nor for many students, where each request counts.
    pub fn prefers_readmes_apart(&self) -> bool {
        self.api.has_token && self.pool.is_none()
    }

    /// Reads the README that the host would show of a repository; none where there is none.
    ///
    /// # Errors
    /// The obstacle.
    pub async fn fetch_readme(&self, repository: &RepoName, git_ref: Option<&str>) -> Seen<Option<RawFile>> {
        let ask = RepositoryAsk { git_ref: git_ref.map(str::to_owned), ..RepositoryAsk::default() };
        rest::fetch_readme(&self.api, repository, &ask).await
    }

    /// The address of the site that GitHub Pages publishes for a repository; none where there is none, or where the token may
    /// not know.
    ///
    /// # Errors
    /// The obstacle.
    pub async fn fetch_pages(&self, repository: &RepoName) -> Seen<Option<Untrusted>> {
        pages::fetch(&self.api, repository).await
    }

    /// Reads the comments of a pull request to the last page (used where the event told the rest).
    ///
    /// # Errors
    /// The obstacle.
    pub async fn list_comments(&self, repository: &RepoName, number: u64) -> Seen<Vec<Comment>> {
        Ok(comments::list(&self.api, repository, number).await?)
    }

    /// Reads the reviews of a pull request, and who was asked for one.
    ///
    /// # Errors
    /// The obstacle.
    pub async fn list_reviews(&self, repository: &RepoName, number: u64) -> Seen<Reviews> {
        Ok(reviews::list(&self.api, repository, number).await?)
    }

    /// The files that differ between two commits.
    ///
    /// # Errors
    /// The obstacle; `Obstacle::TooLarge` where they are more than the host lists.
    pub async fn list_changes(&self, repository: &RepoName, from: &str, to: &str) -> Seen<Vec<ChangedFile>> {
        changes::list(&self.api, repository, from, to).await
    }

    /// Whether an account belongs to a team, as `organisation/team`.
    ///
    /// # Errors
    /// The obstacle; `Obstacle::NoAccess` where the token may not see the team.
    pub async fn fetch_membership(&self, team: &str, login: &str) -> Seen<bool> {
        teams::fetch_membership(&self.api, team, login).await
    }

    /// Writes a new comment and gives its number. Never sent twice: where it is not known whether a try arrived, the
    /// comments are read before the next.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub async fn post_comment(
        &self,
        repository: &RepoName,
        number: u64,
        body: &str,
    ) -> Result<u64, WriteError> {
        comments::post(&self.api, repository, number, body).await
    }

    /// Replaces the text of a comment.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub async fn write_comment(&self, repository: &RepoName, id: u64, body: &str) -> Result<(), WriteError> {
        comments::write(&self.api, repository, id, body).await
    }

    /// Deletes a comment; one that is gone already is no error.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub async fn write_comment_away(&self, repository: &RepoName, id: u64) -> Result<(), WriteError> {
        comments::delete(&self.api, repository, id).await
    }

    /// The issues with a label that the account of the token wrote, open and closed, oldest first.
    ///
    /// # Errors
    /// The obstacle.
    pub async fn list_issues(&self, repository: &RepoName, label: &str) -> Seen<Vec<Issue>> {
        Ok(issues::list(&self.api, repository, label).await?)
    }

    /// Opens an issue and gives its number. Never sent twice.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub async fn post_issue(&self, repository: &RepoName, text: IssueText<'_>) -> Result<u64, WriteError> {
        issues::post(&self.api, repository, text).await
    }

    /// Replaces the text of an issue, and opens or closes it where that is asked for.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub async fn write_issue(&self, repository: &RepoName, edit: IssueEdit<'_>) -> Result<(), WriteError> {
        issues::write(&self.api, repository, edit).await
    }
}
