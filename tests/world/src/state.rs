//! What there is: repositories with their pull requests and comments, and what happened.

use std::collections::{BTreeMap, BTreeSet};

use crate::faults::{Faults, Pace};
use crate::repository::Repository;
use crate::reviews::Review;

/// A pull request.
#[derive(Debug, Clone)]
pub(crate) struct PullRequest {
    pub(crate) author: String,
    pub(crate) head: String,
    pub(crate) head_repository: String,
    pub(crate) comments: Vec<Comment>,
    pub(crate) opened: String,
    /// Deployments of the proposed commit: how far, and where.
    pub(crate) deployments: Vec<(&'static str, Option<String>)>,
    pub(crate) reviews: Vec<Review>,
    /// Accounts and teams that are asked for a review.
    pub(crate) asked: BTreeSet<String>,
}

/// A comment below a pull request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its number.
    pub id: u64,
    /// The account that wrote it; a bot's ends in `[bot]`.
    pub author: String,
    /// Its text.
    pub body: String,
    /// How often it was edited.
    pub edits: usize,
    /// True where it came by the API and no test has looked at it since.
    pub(crate) is_unread: bool,
}

/// Everything that there is, and what happened.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) repositories: Vec<Repository>,
    pub(crate) renames: Vec<(String, String)>,
    pub(crate) faults: Faults,
    pub(crate) requests: Vec<String>,
    /// Answers that were "unchanged".
    pub(crate) unchanged: usize,
    pub(crate) unexpected: Vec<String>,
    pub(crate) has_no_graphql: bool,
    pub(crate) query_limit: Option<usize>,
    pub(crate) teams: BTreeMap<String, BTreeSet<String>>,
    pub(crate) pace: Pace,
    comments_written: u64,
}

impl State {
    /// The repository of that name, in any case.
    pub(crate) fn named(&mut self, name: &str) -> Option<&mut Repository> {
        self.repositories.iter_mut().find(|repository| repository.name.eq_ignore_ascii_case(name))
    }

    /// The repository that a former name leads to.
    pub(crate) fn renamed(&self, name: &str) -> Option<String> {
        let mut moves = self.renames.iter().rev();
        moves.find(|(from, _)| from.eq_ignore_ascii_case(name)).map(|(_, to)| to.clone())
    }

    /// Where a repository stands in the list, which is its id.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.repositories.iter().position(|repository| repository.name.eq_ignore_ascii_case(name))
    }

    pub(crate) fn next_comment_id(&mut self) -> u64 {
        self.comments_written += 1;
        // Real ones have outgrown 32 bits.
        5_000_000_000 + self.comments_written
    }
}
