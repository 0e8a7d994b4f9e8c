//! Which paths of a repository are known (pure): of a code host one asks for the first two levels and a few usual folders.

use std::collections::BTreeSet;

use super::RepositoryAsk;
use super::shapes::EntryShape;

/// Files beside a README that say which commands there are and what a project is built with.
const MANIFESTS: [&str; 6] =
    ["package.json", "Makefile", "Gemfile", "requirements.txt", "pyproject.toml", "Cargo.toml"];

/// Folders on the third level in which the pictures of READMEs lie.
const FOLDERS: [&str; 9] = [
    "src/assets",
    "src/images",
    "public/images",
    "public/assets",
    "assets/images",
    "assets/img",
    "docs/images",
    "docs/assets",
    "app/assets/images",
];

/// Paths of a repository.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// Files.
    pub paths: BTreeSet<String>,
    /// Folders of which nothing but the name is known.
    pub unlisted: BTreeSet<String>,
}

impl Listing {
    /// Adds what lies in a folder; the top is `""`.
    pub(super) fn add(&mut self, folder: &str, entries: &[EntryShape]) {
        self.unlisted.remove(folder);
        for entry in entries {
            let path = below(folder, &entry.name);
            match (entry.is_file(), entry.object.as_ref().and_then(|tree| tree.entries.as_deref())) {
                (true, _) => drop(self.paths.insert(path)),
                (false, Some(inside)) => self.add(&path, inside),
                (false, None) => drop(self.unlisted.insert(path)),
            }
        }
    }

    /// The same for a folder that may not exist.
    pub(super) fn add_found(&mut self, folder: &str, entries: Option<&[EntryShape]>) {
        if let Some(entries) = entries {
            self.add(folder, entries);
        }
    }

    /// Adds names at the top, of which folders end in `/`.
    pub(super) fn add_names<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        for name in names {
            match name.strip_suffix('/') {
                Some(folder) => self.unlisted.insert(folder.to_owned()),
                None => self.paths.insert(name.to_owned()),
            };
        }
    }
}

impl RepositoryAsk {
    /// Where the README lies: `""` for the top.
    fn base(&self) -> &str {
        self.folder.as_deref().unwrap_or_default().trim_matches('/')
    }

    /// The manifests beside the README.
    pub(super) fn manifests(&self) -> impl Iterator<Item = String> {
        MANIFESTS.into_iter().map(|name| below(self.base(), name))
    }

    /// The deeper folders that are listed too.
    pub(super) fn deep_folders(&self) -> impl Iterator<Item = String> {
        FOLDERS.into_iter().map(|folder| below(self.base(), folder))
    }
}

fn below(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}
