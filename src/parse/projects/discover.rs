//! Which of several lists is the one that counts, and what the others add to it.

use super::pages::{in_pages, linked_by_pages};
use super::readme::in_readme;
use super::source::in_source;
use super::{Entry, Surroundings, distinct, words};
use crate::facts::{FoundIn, Page};
use crate::parse::tree::{SourceFile, parent};

/// The lists that a portfolio repository holds, without its site as a visitor sees it.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// Lists in the source that are called lists of projects.
    called: Vec<Entry>,
    /// What the README links.
    readme: Vec<Entry>,
    /// What the source links otherwise.
    linked: Vec<Entry>,
    /// Folders of the repository.
    folders: Vec<Entry>,
}

impl Lists {
    /// Reads the lists of a repository and its README.
    pub fn of_repository(readme: Option<&SourceFile>, surroundings: Surroundings<'_>) -> Self {
        let (called, linked) = in_source(surroundings);
        let readme = readme.map(|file| in_readme(&file.path, &file.text(), surroundings)).unwrap_or_default();
        let folders = in_folders(surroundings);
        Self { called, readme, linked, folders }.map(distinct)
    }

    fn map(self, change: impl Fn(Vec<Entry>) -> Vec<Entry>) -> Self {
        Self {
            called: change(self.called),
            readme: change(self.readme),
            linked: change(self.linked),
            folders: change(self.folders),
        }
    }

    /// The projects: those that the pages show or, where that is more, the source of the site lists; else those of the
    /// README, else what is linked, else folders. What one list leaves open, another may tell.
    pub fn entries(&self, pages: &[Page], surroundings: Surroundings<'_>) -> Vec<Entry> {
        let site = distinct(in_pages(pages, surroundings));
        let linked = distinct(linked_by_pages(pages, surroundings));
        let (first, second) =
            if site.len() < self.called.len() { (&self.called, &site) } else { (&site, &self.called) };
        let lists = [first, second, &self.readme, &self.linked, &linked, &self.folders];
        let mut lists = lists.into_iter().filter(|list| !list.is_empty());
        let mut best = lists.next().cloned().unwrap_or_default();
        for other in lists.flatten() {
            complete(&mut best, other);
        }
        distinct(best)
    }
}

/// Gives an entry what another one says of the same project.
fn complete(entries: &mut [Entry], other: &Entry) {
    if let Some(entry) = entries.iter_mut().find(|entry| is_same_project(entry, other)) {
        entry.complete_from(other.clone());
    }
}

/// True where two lists mean the same project: by its code or, where one of them does not say, by its name.
pub fn is_same_project(entry: &Entry, other: &Entry) -> bool {
    let may_be =
        !(entry.has_code() && other.has_code()) || is_folder_of(entry, other) || is_folder_of(other, entry);
    entry.is_same(other) || may_be && is_same_name(entry, other)
}

/// True for a folder of the portfolio that the other names by an address, which may be that of the portfolio itself.
fn is_folder_of(entry: &Entry, other: &Entry) -> bool {
    entry.folder.is_some() && other.repos.iter().any(|link| link.folder == entry.folder)
}

/// True where both are called the same, or one is called as the other's repository or folder is.
fn is_same_name(entry: &Entry, other: &Entry) -> bool {
    let names = |entry: &Entry| {
        let repository = entry.repos.first().map(|link| words::squeezed(link.name.name()));
        let folder =
            entry.folder.as_deref().and_then(|folder| folder.rsplit('/').next()).map(words::squeezed);
        let own = Some(words::squeezed(&entry.name)).filter(|name| !name.is_empty());
        [own, repository, folder]
    };
    let (one, two) = (names(entry), names(other));
    one.iter().flatten().any(|name| two.iter().flatten().any(|other| other == name))
}

/// Folders that lie together in a folder of projects, each with a README of its own.
fn in_folders(surroundings: Surroundings<'_>) -> Vec<Entry> {
    let tree = surroundings.tree;
    let is_list = |folder: &str| words::topic(folder) == Some(words::Topic::Projects);
    let readmes = tree.paths().filter(|path| tree.readme_path(parent(path)) == Some(path));
    let of_projects = readmes.filter(|path| {
        let folder = parent(path);
        folder.matches('/').count() == 1 && is_list(parent(folder))
    });
    let entry = |path: &str| Entry {
        folder: Some(parent(path).to_owned()),
        ..Entry::at(surroundings.place(path, 1), FoundIn::Readme)
    };
    of_projects.map(entry).collect()
}
