//! The policy: from the program, a file, or a repository. One that cannot be read is an error, never an empty policy.

use std::path::Path;

use super::file::fetch_text_file;
use crate::facts::{Obstacle, RepoName, Seen};
use crate::net::github::{GitHub, RawFile, RepositoryAsk, TokenRefused, Wanted};
use crate::policy::{Policy, PolicyError, PolicySource};
use crate::settings::policy::PolicyAsk;

/// Why there is no policy to judge by.
#[derive(Debug, thiserror::Error)]
pub enum PolicySourceError {
    /// The file of this machine cannot be read.
    #[error("{0}")]
    File(String),
    /// The file has mistakes, or there is no such preset.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// The code host does not know the token.
    #[error(transparent)]
    Token(#[from] TokenRefused),
    /// The host says that it is not there.
    #[error("could not read the policy {path} of {name}: {what}")]
    Missing {
        /// The repository.
        name: RepoName,
        /// The path of the file.
        path: String,
        /// What is not there.
        what: &'static str,
    },
    /// Something stood in the way.
    #[error("could not read the policy {path} of {name}: {} {}", .obstacle.explanation(), .obstacle.advice())]
    Obstacle {
        /// The repository.
        name: RepoName,
        /// The path of the file.
        path: String,
        /// What stood in the way.
        obstacle: Obstacle,
    },
}

/// Reads a policy. `rules` are the ids that there are.
///
/// # Errors
/// When it cannot be read, or has mistakes: all of them.
pub async fn fetch_policy(
    ask: &PolicyAsk,
    github: &GitHub,
    rules: &[&str],
) -> Result<Policy, PolicySourceError> {
    match ask {
        PolicyAsk::Preset(name) => Ok(Policy::preset(name, rules)?),
        PolicyAsk::File(path) => {
            let (path, bytes) = fetch_text_file(Path::new(path)).map_err(PolicySourceError::File)?;
            let text = String::from_utf8(bytes)
                .map_err(|_| PolicySourceError::File(format!("`{path}` is not UTF-8 text")))?;
            Ok(Policy::read(PolicySource::File(path), &text, rules)?)
        }
        PolicyAsk::Repository { name, path, git_ref } => {
            let (file, commit) = fetch_file(github, name, path, git_ref.as_deref()).await?;
            let obstacle = || PolicySourceError::Obstacle {
                name: name.clone(),
                path: path.clone(),
                obstacle: Obstacle::Unreadable { why: "bytes that are not UTF-8 text" },
            };
            let text = std::str::from_utf8(&file.bytes).map_err(|_| obstacle())?;
            let source = PolicySource::Repository { name: name.clone(), path: path.clone(), commit };
            Ok(Policy::read(source, text, rules)?)
        }
    }
}

async fn fetch_file(
    github: &GitHub,
    name: &RepoName,
    path: &str,
    git_ref: Option<&str>,
) -> Result<(RawFile, Option<String>), PolicySourceError> {
    let ask = RepositoryAsk {
        git_ref: git_ref.map(str::to_owned),
        readme: Wanted::No,
        files: vec![path.to_owned()],
        ..RepositoryAsk::default()
    };
    let failed =
        |obstacle| PolicySourceError::Obstacle { name: name.clone(), path: path.to_owned(), obstacle };
    let missing = |what| PolicySourceError::Missing { name: name.clone(), path: path.to_owned(), what };
    let answer = github.fetch_repositories(&[(name.clone(), ask)]).await?.pop();
    let answer = answer.unwrap_or(Err(Obstacle::Garbled)).map_err(failed)?;
    let mut answer = answer.ok_or_else(|| {
        missing("there is no such repository, or it is private and the token may not read it")
    })?;
    let file: Seen<Option<RawFile>> = answer.files.remove(path).unwrap_or(Err(Obstacle::Garbled));
    let file = file.map_err(failed)?.ok_or_else(|| missing("there is no such file at that place"))?;
    Ok((file, answer.repository.head))
}
