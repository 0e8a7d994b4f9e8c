//! Repositories as a test describes them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::commits::{Commit, Files, files_below};
use crate::issues::Issue;
use crate::state::PullRequest;

/// A repository to add to the world.
#[derive(Debug, Clone, Default)]
pub struct Repository {
    pub(crate) name: String,
    pub(crate) default_branch: String,
    pub(crate) commits: Vec<Commit>,
    pub(crate) branches: BTreeMap<String, String>,
    pub(crate) is_private: bool,
    /// Accounts that may read it beside its owner.
    pub(crate) readers: BTreeSet<String>,
    pub(crate) is_archived: bool,
    pub(crate) parent: Option<String>,
    /// Repositories that its owner pinned to the profile.
    pub(crate) pins: Vec<String>,
    /// The template that it was made from.
    pub(crate) template: Option<String>,
    /// When something was last pushed to it.
    pub(crate) pushed: Option<String>,
    pub(crate) homepage: Option<String>,
    pub(crate) pages: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) pulls: Vec<PullRequest>,
    pub(crate) issues: Vec<Issue>,
    /// How the last change of a file came in, as GraphQL says it.
    pub(crate) kept: BTreeMap<String, serde_json::Value>,
    files: Files,
    /// The account that made the first commit; its owner where nothing is said.
    by: Option<String>,
}

impl Repository {
    /// A public repository without a commit, by `owner/name`.
    pub fn new(name: &str) -> Self {
        Self { name: name.into(), default_branch: "main".into(), ..Self::default() }
    }

    /// The same with one more file in its first commit.
    #[must_use]
    pub fn file(mut self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.into(), content.as_ref().to_vec());
        self
    }

    /// The same with every file below a folder of this machine in its first commit.
    #[must_use]
    pub fn folder(self, folder: &Path) -> Self {
        files_below(folder)
            .into_iter()
            .fold(self, |repository, (path, content)| repository.file(&path, content))
    }

    /// The same with another default branch than `main`.
    #[must_use]
    pub fn branch(self, name: &str) -> Self {
        Self { default_branch: name.into(), ..self }
    }

    /// The same, seen by its owner and its own workflows only.
    #[must_use]
    pub fn private(self) -> Self {
        Self { is_private: true, ..self }
    }

    /// The same, archived.
    #[must_use]
    pub fn archived(self) -> Self {
        Self { is_archived: true, ..self }
    }

    /// The same, to which something was pushed last at this moment.
    #[must_use]
    pub fn pushed(self, at: &str) -> Self {
        Self { pushed: Some(at.into()), ..self }
    }

    /// The same as a fork of another.
    #[must_use]
    pub fn fork_of(self, parent: &str) -> Self {
        Self { parent: Some(parent.into()), ..self }
    }

    /// The same, whose first commit is by this account and not by its owner.
    #[must_use]
    pub fn by(self, account: &str) -> Self {
        Self { by: Some(account.into()), ..self }
    }

    /// The same, of an owner who pinned these repositories to the profile.
    #[must_use]
    pub fn pins(self, names: &[&str]) -> Self {
        Self { pins: names.iter().map(|name| (*name).to_owned()).collect(), ..self }
    }

    /// The same, made from a template.
    #[must_use]
    pub fn made_from(self, template: &str) -> Self {
        Self { template: Some(template.into()), ..self }
    }

    /// The same, published by GitHub Pages at this address.
    #[must_use]
    pub fn pages(self, address: &str) -> Self {
        Self { pages: Some(address.into()), ..self }
    }

    /// The same with an address in its "About" box.
    #[must_use]
    pub fn homepage(self, address: &str) -> Self {
        Self { homepage: Some(address.into()), ..self }
    }

    /// The same with a sentence in its "About" box.
    #[must_use]
    pub fn description(self, text: &str) -> Self {
        Self { description: Some(text.into()), ..self }
    }

    /// Makes the files that were added the first commit.
    pub(crate) fn finished(mut self) -> Self {
        let files = std::mem::take(&mut self.files);
        if !files.is_empty() {
            let branch = self.default_branch.clone();
            let by = self.by.clone().unwrap_or_else(|| self.owner().to_owned());
            self.commit_as(Some(&by), "Begin", (&branch, files));
        }
        self
    }

    pub(crate) fn pull(&mut self, number: u64) -> Option<&mut PullRequest> {
        self.pulls.get_mut(usize::try_from(number).ok()?.checked_sub(1)?)
    }

    pub(crate) fn owner(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }
}
