//! One folder or repository looked at as a project, and not as a portfolio.

use std::path::Path;

use super::GatherError;
use super::beside::Beside;
use super::checkout::read_checkout;
use crate::facts::{FoundIn, Home, Obstacle, Place, Project, RepoName, Seen, Untrusted};
use crate::net::Net;
use crate::net::github::{RepositoryAnswer, RepositoryAsk};
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
        name,
        home,
        also: Vec::new(),
        demo: None,
        demo_lead: None,
        kit: crate::facts::Kit::default(),
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
        Ok(None) => Err(GatherError::Target(format!(
            "{name} does not exist, or is private and the token may not read it; the form is OWNER/REPO"
        ))),
        Err(obstacle) => Err(GatherError::Obstacle { name: name.clone(), obstacle }),
    }
}
