//! Which projects, and who said so.

use super::ground::Ground;
use crate::facts::{FoundIn, Obstacle, Place, RepoName, Seen};
use crate::parse::projects::{Entry, discover};
use crate::parse::repo_link::{self, RepoLink};
use crate::settings::Settings;
use crate::settings::file::{self, Line};

/// A list of projects, and why there may be more of them.
pub(super) struct List {
    pub(super) entries: Vec<Entry>,
    pub(super) unseen: Option<Obstacle>,
}

/// The list that the portfolio repository gives, without its site.
///
/// # Errors
/// The obstacle that hides whether the student declared a list, or what the README says.
pub(super) fn list(ground: &Ground, settings: &Settings) -> Seen<List> {
    let file = ground.declared.as_ref().map_err(Clone::clone)?;
    if let Some(declared) = file.as_ref().and_then(|file| file.projects.as_ref()) {
        let entries = declared.iter().map(|declared| declared_entry(declared, ground, settings)).collect();
        return Ok(List { entries, unseen: None });
    }
    let readme = ground.readme.as_ref().map_err(Clone::clone)?;
    let entries = discover(readme.as_ref(), ground.surroundings(settings));
    Ok(List { entries, unseen: ground.tree.cut().cloned() })
}

fn declared_entry(declared: &file::Entry, ground: &Ground, settings: &Settings) -> Entry {
    let lines = [&declared.name, &declared.repo, &declared.path, &declared.demo];
    let line = lines.into_iter().flatten().map(Line::number).min().unwrap_or(1);
    let place = Place::File { repository: ground.name.clone(), path: file::NAME.into(), line: Some(line) };
    let text = |line: &Option<Line>| line.as_ref().map(|line| line.text.trim().to_owned());
    let repo = text(&declared.repo);
    let repos = repo.as_ref().map(|repo| declared_repos(repo, settings)).unwrap_or_default();
    Entry {
        name: text(&declared.name).unwrap_or_default(),
        elsewhere: repo.filter(|_| repos.is_empty()),
        repos,
        folder: text(&declared.path).map(|path| path.trim_matches('/').to_owned()),
        demo: text(&declared.demo),
        ..Entry::at(place, FoundIn::PortfolioFile)
    }
}

/// `owner/name`, `owner/name/folder`, or addresses.
fn declared_repos(text: &str, settings: &Settings) -> Vec<RepoLink> {
    let found = repo_link::read_all(text, &settings.hosts.server);
    if !found.is_empty() || text.contains("://") {
        return found;
    }
    let mut parts = text.splitn(3, '/');
    let name = parts.next().zip(parts.next()).and_then(|(owner, name)| RepoName::new(owner, name));
    let folder = parts.next().map(str::to_owned);
    name.map(|name| RepoLink { name, folder }).into_iter().collect()
}
