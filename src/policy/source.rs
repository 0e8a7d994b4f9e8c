//! Where a policy was read from.

use std::fmt;

use crate::facts::RepoName;

/// Where a policy was read from; never from where the student can write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PolicySource {
    /// One of the program's own.
    Preset,
    /// A file of this machine.
    File(String),
    /// A file of a repository.
    Repository {
        /// The repository.
        name: RepoName,
        /// The path of the file.
        path: String,
        /// The commit that was read.
        commit: Option<String>,
    },
}

/// `preset`, `file policy.yml`, `school/policies/policy.yml at 3f2c1ab`
impl fmt::Display for PolicySource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Preset => formatter.write_str("preset"),
            Self::File(path) => write!(formatter, "file {path}"),
            Self::Repository { name, path, commit } => {
                write!(formatter, "{name}/{path}")?;
                match commit {
                    Some(commit) => write!(formatter, " at {}", commit.get(..7).unwrap_or(commit)),
                    None => Ok(()),
                }
            }
        }
    }
}
