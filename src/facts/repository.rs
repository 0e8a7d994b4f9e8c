//! A repository, and its name in the one spelling that is compared.

use std::fmt;
use std::hash::{Hash, Hasher};

use super::{Instant, Untrusted};

/// `owner/name` on the code host. Equal whatever the case; only characters that such names may have, so it is safe to print.
#[derive(Debug, Clone)]
pub struct RepoName {
    owner: String,
    name: String,
}

impl RepoName {
    /// Reads `owner/name`; a final `.git` is dropped. None where GitHub would not allow such a name
    /// (owner: letters, digits, hyphens, underscores, at most 39; name: also dots, at most 100).
    pub fn parse(text: &str) -> Option<Self> {
        let (owner, name) = text.split_once('/')?;
        Self::new(owner, name)
    }

    /// The same from its two parts.
    pub fn new(owner: &str, name: &str) -> Option<Self> {
        let name = name.strip_suffix(".git").unwrap_or(name);
        let is_owner = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let is_name = |c: char| is_owner(c) || c == '.';
        let ok = (1..=39).contains(&owner.len())
            && owner.chars().all(is_owner)
            && (1..=100).contains(&name.len())
            && name.chars().all(is_name)
            && name != "."
            && name != "..";
        ok.then(|| Self { owner: owner.into(), name: name.into() })
    }

    /// The account, as it was written.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// The repository without its owner, as it was written.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// True where both belong to the same account.
    pub fn has_owner_of(&self, other: &Self) -> bool {
        self.owner.eq_ignore_ascii_case(&other.owner)
    }
}

impl PartialEq for RepoName {
    fn eq(&self, other: &Self) -> bool {
        self.owner.eq_ignore_ascii_case(&other.owner) && self.name.eq_ignore_ascii_case(&other.name)
    }
}

impl Eq for RepoName {}

impl Hash for RepoName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.to_string().to_ascii_lowercase().hash(state);
    }
}

impl fmt::Display for RepoName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.owner, self.name)
    }
}

/// What the code host says of a repository.
#[derive(Debug, Clone)]
pub struct Repository {
    /// The name that answers; another one than was asked for where the repository was renamed.
    pub name: RepoName,
    /// True where it has no commit.
    pub is_empty: bool,
    /// True where only those may see it whom its owner lets in.
    pub is_private: bool,
    /// True where it belongs to an organisation, false where to a person; none where nobody said.
    pub is_organisations: Option<bool>,
    /// When something was last pushed to it, by the host's clock.
    pub pushed: Option<Instant>,
    /// True where it is archived.
    pub is_archived: bool,
    /// The repository it was forked from.
    pub fork_of: Option<RepoName>,
    /// The branch that visitors see; none where the repository is empty.
    pub default_branch: Option<Untrusted>,
    /// The commit that was read.
    pub head: Option<String>,
    /// The address in its "About" box.
    pub homepage: Option<Untrusted>,
    /// The sentence in its "About" box.
    pub description: Option<Untrusted>,
    /// Names of the files and folders at its top; folders end in `/`.
    pub top: Vec<Untrusted>,
}
