//! One README, folder or repository looked at by itself, and not as part of a portfolio.

use std::path::Path;

use super::GatherError;
use super::beside::Beside;
use super::checkout::read_checkout;
use super::tree::read_tree;
use crate::facts::{FoundIn, Home, Obstacle, Place, Project, Readme, RepoName, Seen, Untrusted};
use crate::net::Net;
use crate::net::github::{RepositoryAnswer, RepositoryAsk};
use crate::parse::readme;
use crate::parse::surroundings::{self, Surroundings};
use crate::parse::tree::{Tree, parent};
use crate::settings::{Settings, Target};

/// Looks at it.
///
/// # Errors
/// When there is nothing at the target.
pub async fn fetch_project(settings: &Settings, net: &Net) -> Result<Project, GatherError> {
    match &settings.target {
        Target::Folder(folder) => read_folder(folder, settings),
        Target::Repository { name, git_ref } => {
            let ask = RepositoryAsk { git_ref: git_ref.clone(), ..RepositoryAsk::default() };
            let answer = only_answer(name, net.github.fetch_repositories(&[(name.clone(), ask)]).await?)?;
            let name = answer.repository.name.clone();
            Ok(Project {
                kit: Beside::kit_of(&answer, None),
                demo: answer.repository.homepage.clone(),
                repository: Ok(Some(answer.repository)),
                ..unread(name.name().into(), Home::Repository { name, folder: None })
            })
        }
    }
}

/// How many folders above a README its checkout may begin.
const MOST_FOLDERS_ABOVE: usize = 12;

/// Reads the README of a file; within a checkout it is held against the files that lie there.
///
/// # Errors
/// The obstacle, where the bytes are no text.
pub fn read_readme(file: &Path, (shown, bytes): (&str, &[u8])) -> Seen<Readme> {
    let mut readme = readme::read(&shown.into(), bytes)?;
    if let Some((tree, path)) = surroundings_of(file) {
        let shown = std::mem::replace(&mut readme.path, path.as_str().into());
        surroundings::settle(
            &mut readme,
            Surroundings { folder: parent(&path), ..Surroundings::of_tree(&tree) },
        );
        readme.path = shown;
    }
    Ok(readme)
}

/// The checkout that a file lies in, and its path there.
fn surroundings_of(file: &Path) -> Option<(Tree, String)> {
    let file = file.canonicalize().ok()?;
    let mut above = file.ancestors().skip(1).take(MOST_FOLDERS_ABOVE);
    let top = above.find(|folder| folder.join(".git").exists())?;
    let path = file.strip_prefix(top).ok()?.to_str()?.replace('\\', "/");
    Some((read_tree(top).ok()?, path))
}

fn read_folder(folder: &Path, settings: &Settings) -> Result<Project, GatherError> {
    let checkout = read_checkout(folder, &settings.hosts.server)?;
    let kit = Beside::kit_in(&checkout.tree, "");
    let here = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let shown = here.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(match checkout.name {
        Some(name) => Project { kit, ..unread(name.name().into(), of(name)) },
        None => Project { kit, ..unread(shown.into(), Home::Nowhere) },
    })
}

fn of(name: RepoName) -> Home {
    Home::Repository { name, folder: None }
}

/// A project of which nothing but its place is known.
fn unread(name: Untrusted, home: Home) -> Project {
    Project {
        shown: Err(Obstacle::NotAsked),
        name,
        home,
        also: Vec::new(),
        demo: None,
        demo_lead: None,
        kit: crate::facts::Kit::default(),
        work: Err(Obstacle::NotAsked),
        found_in: FoundIn::PortfolioFile,
        found_at: Place::Folder,
        repository: Err(Obstacle::NotAsked),
        readme: Err(Obstacle::NotAsked),
    }
}

/// The answer where one repository was asked for.
pub(super) fn only_answer(
    name: &RepoName,
    mut answers: Vec<Seen<Option<RepositoryAnswer>>>,
) -> Result<RepositoryAnswer, GatherError> {
    match answers.pop().unwrap_or(Err(Obstacle::Garbled)) {
        Ok(Some(answer)) => Ok(answer),
        Ok(None) => Err(GatherError::NotThere(name.clone())),
        Err(obstacle) => Err(GatherError::Obstacle { name: name.clone(), obstacle }),
    }
}
