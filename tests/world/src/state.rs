//! What there is: repositories with their commits, pull requests and comments.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::faults::{Faults, Pace};
use crate::issues::Issue;
use crate::reviews::Review;

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

pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A commit with all files as they lie at it.
#[derive(Debug, Clone)]
pub(crate) struct Commit {
    pub(crate) sha: String,
    /// The commit before it; none for the first.
    pub(crate) parent: Option<String>,
    pub(crate) files: Files,
    /// The account whose address it carries; none where no account has it.
    pub(crate) author: Option<String>,
    pub(crate) message: String,
}

/// The name that git gives the bytes of a file.
pub(crate) fn git_name(bytes: &[u8]) -> String {
    let mut hasher = gix_hash::hasher(gix_hash::Kind::Sha1);
    hasher.update(format!("blob {}\0", bytes.len()).as_bytes());
    hasher.update(bytes);
    hasher.try_finalize().expect("no collision").to_string()
}

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

    /// Adds a commit of its owner at the tip of a branch and gives its name.
    pub(crate) fn commit(&mut self, branch: &str, files: Files) -> String {
        let owner = self.owner().to_owned();
        self.commit_as(Some(&owner), "Work", (branch, files))
    }

    /// Adds a commit of this account at the tip of a branch and gives its name.
    pub(crate) fn commit_as(
        &mut self,
        author: Option<&str>,
        message: &str,
        (branch, files): (&str, Files),
    ) -> String {
        let mut hash = DefaultHasher::new();
        (&self.name, branch, self.commits.len()).hash(&mut hash);
        let sha = format!("{:016x}", hash.finish()).repeat(3)[..40].to_owned();
        let parent = self.at(branch).or_else(|| self.at("HEAD")).map(|commit| commit.sha.clone());
        let author = author.map(str::to_owned);
        self.commits.push(Commit { sha: sha.clone(), parent, files, author, message: message.into() });
        self.branches.insert(branch.into(), sha.clone());
        sha
    }

    /// The commit that a branch, a commit's name or `HEAD` means.
    pub(crate) fn at(&self, git_ref: &str) -> Option<&Commit> {
        let branch = if git_ref == "HEAD" { &self.default_branch } else { git_ref };
        let branch = branch.strip_prefix("refs/heads/").unwrap_or(branch);
        let pull = || {
            let number: usize = git_ref.strip_prefix("refs/pull/")?.strip_suffix("/head")?.parse().ok()?;
            self.pulls.get(number.checked_sub(1)?).map(|pull| &pull.head)
        };
        let sha = self.branches.get(branch).or_else(pull).map_or(git_ref, String::as_str);
        self.commits.iter().find(|commit| commit.sha == sha)
    }

    /// The commits of a branch that touch a folder, the newest first.
    pub(crate) fn history(&self, git_ref: &str, folder: &str) -> Vec<&Commit> {
        let older = |commit: &&Commit| commit.parent.as_deref().and_then(|parent| self.at(parent));
        let line = std::iter::successors(self.at(git_ref), older);
        let touches = |commit: &&Commit| {
            let below = |files: &Files| -> Files {
                files
                    .iter()
                    .filter(|(path, _)| path.starts_with(folder))
                    .map(|(path, bytes)| (path.clone(), bytes.clone()))
                    .collect()
            };
            let before = older(commit).map(|older| below(&older.files)).unwrap_or_default();
            folder.is_empty() || below(&commit.files) != before
        };
        line.filter(touches).collect()
    }

    pub(crate) fn pull(&mut self, number: u64) -> Option<&mut PullRequest> {
        self.pulls.get_mut(usize::try_from(number).ok()?.checked_sub(1)?)
    }

    pub(crate) fn owner(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }
}

impl Commit {
    /// The name that stands for all its files.
    pub(crate) fn tree(&self) -> String {
        let mut hash = DefaultHasher::new();
        self.files.hash(&mut hash);
        format!("{:016x}", hash.finish()).repeat(3)[..40].to_owned()
    }

    /// The entries of a folder, each with true where it is a folder; none where there is no such folder.
    pub(crate) fn list(&self, folder: &str) -> Option<BTreeMap<String, bool>> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{}/", folder.trim_matches('/')) };
        let below = self.files.keys().filter_map(|path| path.strip_prefix(&prefix));
        let entries: BTreeMap<String, bool> = below
            .map(|path| path.split_once('/').map_or((path.into(), false), |(name, _)| (name.into(), true)))
            .collect();
        (!entries.is_empty()).then_some(entries)
    }

    /// The README that GitHub shows of a folder.
    pub(crate) fn readme(&self, folder: &str) -> Option<String> {
        let folders = if folder.is_empty() { vec![".github", "", "docs"] } else { vec![folder] };
        folders.into_iter().find_map(|folder| {
            let entries = self.list(folder)?;
            let mut names: Vec<&String> = entries.keys().filter(|name| is_readme(name)).collect();
            names.sort_by_key(|name| (!name.to_lowercase().ends_with(".md"), name.len()));
            let name = names.first()?;
            Some(if folder.is_empty() { (*name).clone() } else { format!("{folder}/{name}") })
        })
    }
}

fn is_readme(name: &str) -> bool {
    let name = name.to_lowercase();
    name == "readme" || name.starts_with("readme.")
}

/// Every file below a folder of this machine, by its path from there.
pub(crate) fn files_below(folder: &Path) -> Files {
    let mut files = Files::new();
    read_folder(folder, "", &mut files);
    files
}

fn read_folder(folder: &Path, prefix: &str, files: &mut Files) {
    for entry in folder.read_dir().unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let entry = entry.expect("a folder's entry");
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().expect("a file's type").is_dir() {
            read_folder(&entry.path(), &format!("{path}/"), files);
        } else {
            files.insert(path, std::fs::read(entry.path()).expect("a file's content"));
        }
    }
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
