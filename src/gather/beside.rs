//! READMEs and demos, each held against what lies around it.

use super::ground::source_file;
use super::work::original;
use crate::facts::{Kit, Lead, Readme, RepoName, Repository, Seen, Untrusted};
use crate::net::github::{Lineage, Listing, RawFile, RepositoryAnswer};
use crate::parse::readme;
use crate::parse::surroundings::{self, Surroundings};
use crate::parse::tree::Tree;

/// A repository as the code host told of it, its README read.
pub(super) struct Known {
    pub(super) repository: Repository,
    pub(super) readme: Seen<Option<Readme>>,
    /// How the project is started.
    pub(super) kit: Kit,
    pub(super) lineage: Seen<Lineage>,
}

impl Known {
    /// What an answer tells of a repository, or of a folder of it.
    pub(super) fn of(answer: RepositoryAnswer, folder: Option<&str>, beside: Beside<'_>) -> Self {
        let readme = beside.readme_of(&answer, folder);
        let kit = Beside::kit_of(&answer, folder);
        Self { readme, kit, lineage: answer.lineage, repository: answer.repository }
    }
}

/// What holds for every project of a portfolio.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside<'a> {
    /// The host of the code host's pages.
    pub(super) server: &'a str,
    /// The portfolio's repository, where it is known.
    pub(super) portfolio: Option<&'a RepoName>,
}

impl Beside<'_> {
    /// The README that the code host told.
    fn readme_of(self, answer: &RepositoryAnswer, folder: Option<&str>) -> Seen<Option<Readme>> {
        let file = answer.readme.as_ref().map_err(Clone::clone)?;
        let Some(RawFile { path, bytes }) = file else { return Ok(None) };
        let (tree, name) = (tree_of(answer), &answer.repository.name);
        let branch = answer.repository.default_branch.as_ref().map(Untrusted::as_written);
        let around = Surroundings {
            folder: folder.unwrap_or_default(),
            name: Some(name),
            branch,
            server: self.server,
            owners: &self.owners(Some(name)),
            ..Surroundings::of_tree(&tree)
        };
        let original = answer.lineage.as_ref().ok().and_then(|lineage| original(lineage, name.owner()));
        let readme = readme::read_copy(path, bytes, original.filter(|_| folder.is_none()));
        Ok(Some(settled(readme?, around)))
    }

    /// How the project is started, as the code host tells it.
    pub(super) fn kit_of(answer: &RepositoryAnswer, folder: Option<&str>) -> Kit {
        let tree = tree_of(answer);
        surroundings::kit(Surroundings { folder: folder.unwrap_or_default(), ..Surroundings::of_tree(&tree) })
    }

    /// How the project in a folder of this machine is started.
    pub(super) fn kit_in(tree: &Tree, folder: &str) -> Kit {
        surroundings::kit(Surroundings { folder, ..Surroundings::of_tree(tree) })
    }

    /// The README of a folder of this machine.
    pub(super) fn readme_in(self, tree: &Tree, folder: &str) -> Seen<Option<Readme>> {
        let Some(file) = tree.readme(folder)? else { return Ok(None) };
        let around = Surroundings {
            folder,
            name: self.portfolio,
            server: self.server,
            owners: &self.owners(None),
            ..Surroundings::of_tree(tree)
        };
        Ok(Some(settled(readme::read(&file.path.as_str().into(), &file.bytes)?, around)))
    }

    /// What the address of a demo leads to, as far as it tells by itself; none where it is not to be asked for.
    pub(super) fn lead_of_demo(self, demo: &str, code: Option<&RepoName>) -> Option<Seen<Lead>> {
        let (nothing, owners) = (Tree::default(), self.owners(code));
        let around = Surroundings { server: self.server, owners: &owners, ..Surroundings::of_tree(&nothing) };
        surroundings::lead_of_demo(demo, around)
    }

    /// The accounts whose pages are the student's.
    fn owners<'b>(&'b self, code: Option<&'b RepoName>) -> Vec<&'b str> {
        self.portfolio.into_iter().chain(code).map(RepoName::owner).collect()
    }
}

/// What is known of the files around a README.
fn tree_of(answer: &RepositoryAnswer) -> Tree {
    let files = answer.files.values().filter_map(|file| file.as_ref().ok()?.as_ref());
    let Listing { paths, unlisted } = answer.listing.clone();
    Tree::new(paths, files.map(source_file).collect(), None).with_unlisted(unlisted)
}

fn settled(mut readme: Readme, around: Surroundings<'_>) -> Readme {
    surroundings::settle(&mut readme, around);
    readme
}
