//! Everything one run was told, merged and validated once: flags over inputs over the student's file over defaults.

pub mod action;
pub mod file;
pub mod policy;
pub mod target;

use std::collections::BTreeMap;
use std::path::PathBuf;

use url::Url;

use crate::facts::{Instant, RepoName, Sightings};
use crate::rule::{Group, Rule};

/// What to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A folder on this machine.
    Folder(PathBuf),
    /// A repository on the code host.
    Repository {
        /// Its name.
        name: RepoName,
        /// A branch, tag or commit; the default branch where none is given.
        git_ref: Option<String>,
    },
}

/// The site that the person running the program named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SiteFlag {
    /// An address; it may be private.
    Url(Url),
    /// A folder, to be served on loopback.
    Folder(PathBuf),
    /// An address from a list that students may have filled in: it may be no more private than their own.
    Listed(Url),
}

/// Whether pages that need JavaScript are shown to a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Render {
    /// Where a page needs it and a browser is there.
    #[default]
    Auto,
    /// For every page.
    Always,
    /// For none.
    Never,
}

/// Whether addresses from a student's material may be private.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Guard {
    /// Loopback, private, link-local and metadata addresses are refused.
    #[default]
    PublicOnly,
    /// Anything goes (tests, intranets).
    PrivateAllowed,
}

/// Which rules to judge.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Only {
    /// All of them.
    #[default]
    Everything,
    /// Those of these groups and with these ids.
    Listed {
        /// Whole groups.
        groups: Vec<Group>,
        /// Single rules by id.
        rules: Vec<String>,
    },
}

impl Only {
    /// True where the rule is asked for.
    pub fn has(&self, rule: &Rule) -> bool {
        match self {
            Self::Everything => true,
            Self::Listed { groups, rules } => {
                groups.contains(&rule.group) || rules.iter().any(|id| id == rule.id)
            }
        }
    }
}

/// The code host's addresses; GitHub Enterprise has its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hosts {
    /// `GITHUB_API_URL`, without a final slash.
    pub api: Url,
    /// `GITHUB_GRAPHQL_URL`.
    pub graphql: Url,
    /// `GITHUB_SERVER_URL`.
    pub server: Url,
}

/// A token. It goes to the API host only and has no `Display`.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Keeps a token.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// For the request's header, nothing else.
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Token(…)")
    }
}

/// What one student's run was told.
#[derive(Debug, Clone)]
pub struct Settings {
    /// When the run began: the clock of everything that follows.
    pub started: Instant,
    /// What to look at.
    pub target: Target,
    /// The student's account, where somebody who knows says so; else who opened the pull request, or owns the repository.
    pub student: Option<String>,
    /// The repository that a folder is the checkout of, where the environment says so.
    pub repository: Option<RepoName>,
    /// The pull request, by number.
    pub pull_request: Option<u64>,
    /// What the event already said, so that nobody asks again.
    pub event: Option<EventFacts>,
    /// The site, where it was typed.
    pub site: Option<SiteFlag>,
    /// Whether to use a browser.
    pub render: Render,
    /// Which rules to judge.
    pub only: Only,
    /// The moment to judge deadlines by, where another than now.
    pub as_of: Option<Instant>,
    /// What the school's own earlier runs saw of the student; nothing that the student can write is taken for it.
    pub sightings: Sightings,
    /// Whether a student's addresses may be private.
    pub guard: Guard,
    /// The code host.
    pub hosts: Hosts,
    /// The token, where there is one.
    pub token: Option<Token>,
}

/// What the event of a workflow run says about the repository and the pull request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventFacts {
    /// The pull request's author.
    pub author: Option<String>,
    /// The commit that the pull request proposes.
    pub head: Option<String>,
    /// The repository that the proposed commit lies in.
    pub head_repository: Option<RepoName>,
    /// The address in the repository's "About" box.
    pub homepage: Option<String>,
    /// True where GitHub Pages is on.
    pub has_pages: bool,
    /// The default branch.
    pub default_branch: Option<String>,
}

/// Variables of the environment by name, read once in `main`.
pub type Environment = BTreeMap<String, String>;
