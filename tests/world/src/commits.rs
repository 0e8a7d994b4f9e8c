//! Commits of a repository, the files that lie at each, and what a branch or a name means.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::repository::Repository;

/// Files by their path.
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

impl Repository {
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
