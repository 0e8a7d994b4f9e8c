//! Who asks, and what they may see and do.

use crate::repository::Repository;

/// Whose token it is, and so what it may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A person's.
    User(&'static str),
    /// A workflow's in this repository: it sees what is public, and writes comments as the Actions bot there.
    Actions(&'static str),
    /// A workflow's that may not write: a fork's pull request.
    ReadOnly(&'static str),
    /// Nobody's: answered with 401.
    Refused,
}

impl Token {
    /// What to put into `GITHUB_TOKEN`.
    pub fn text(&self) -> String {
        match self {
            Self::User(login) => format!("user:{login}"),
            Self::Actions(repository) => format!("actions:{repository}"),
            Self::ReadOnly(repository) => format!("read-only:{repository}"),
            Self::Refused => "refused".into(),
        }
    }
}

/// Who asks, by the token that came with the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Caller {
    Nobody,
    User(String),
    Workflow { repository: String, may_write: bool },
    Unknown,
}

impl Caller {
    pub(crate) fn of(authorization: Option<&str>) -> Self {
        let Some(token) = authorization.map(|text| text.trim_start_matches("Bearer ")) else {
            return Self::Nobody;
        };
        match token.split_once(':') {
            Some(("user", login)) => Self::User(login.into()),
            Some(("actions", repository)) => {
                Self::Workflow { repository: repository.into(), may_write: true }
            }
            Some(("read-only", repository)) => {
                Self::Workflow { repository: repository.into(), may_write: false }
            }
            _ => Self::Unknown,
        }
    }

    /// The account that it writes as.
    pub(crate) fn login(&self) -> &str {
        match self {
            Self::User(login) => login,
            Self::Workflow { .. } => "github-actions[bot]",
            Self::Nobody | Self::Unknown => "",
        }
    }

    pub(crate) fn may_see(&self, repository: &Repository) -> bool {
        !repository.is_private || self.is_home(repository) || repository.readers.contains(self.login())
    }

    pub(crate) fn may_write(&self, repository: &Repository) -> bool {
        match self {
            Self::User(_) => true,
            Self::Workflow { may_write, .. } => *may_write && self.is_home(repository),
            Self::Nobody | Self::Unknown => false,
        }
    }

    fn is_home(&self, repository: &Repository) -> bool {
        match self {
            Self::User(login) => login == repository.owner(),
            Self::Workflow { repository: home, .. } => home.eq_ignore_ascii_case(&repository.name),
            Self::Nobody | Self::Unknown => false,
        }
    }
}
