//! Which of several lists is the one that counts, and what the others add to it.

use super::source::in_source;
use super::{Entry, FoundLists, Surroundings, distinct, in_readme, words};
use crate::facts::FoundIn;
use crate::parse::tree::{SourceFile, parent};

/// The projects of a portfolio that declares none: the best list of its source, else those of its README, else its folders.
/// What one list leaves open, another may tell: the folder of an entry that the site shows without its code.
pub fn discover(readme: Option<&SourceFile>, surroundings: Surroundings<'_>) -> Vec<Entry> {
    let FoundLists { called, linked } = in_source(surroundings);
    let readme = readme.map(|file| in_readme(&file.path, &file.text(), surroundings)).unwrap_or_default();
    let folders = in_folders(surroundings);
    let mut lists =
        [called, readme, linked, folders].into_iter().map(distinct).filter(|list| !list.is_empty());
    let mut best = lists.next().unwrap_or_default();
    for other in lists.flatten() {
        if let Some(entry) = best.iter_mut().find(|entry| !entry.has_code() && is_same_name(entry, &other)) {
            entry.complete_from(other);
        }
    }
    distinct(best)
}

/// True where both are called the same, or one is called as the other's repository or folder is.
fn is_same_name(entry: &Entry, other: &Entry) -> bool {
    let name = words::squeezed(&entry.name);
    let repository = other.repos.first().map(|link| words::squeezed(link.name.name()));
    let folder = other.folder.as_deref().and_then(|folder| folder.rsplit('/').next()).map(words::squeezed);
    let names = [Some(words::squeezed(&other.name)), repository, folder];
    !name.is_empty() && names.into_iter().flatten().any(|other| other == name)
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
