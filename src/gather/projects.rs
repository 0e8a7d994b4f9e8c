//! Which projects, who said so, and whether there may be more of them.

use super::ground::Ground;
use super::visit::Visit;
use crate::facts::{self, FoundIn, Obstacle, Page, Place, RepoName, Seen};
use crate::parse::projects::{Entry, Lists, has_site, is_filled_by_scripts, is_same_project};
use crate::parse::repo_link::{self, RepoLink};
use crate::settings::Settings;
use crate::settings::file::{self, Line};

/// What the portfolio repository says of projects, without its site.
pub(super) enum Source {
    /// The student's file lists them; other lists only tell how they are shown.
    Declared(Vec<Entry>, Lists),
    /// They are discovered.
    Discovered(Lists),
}

impl Source {
    /// Reads what the repository says.
    ///
    /// # Errors
    /// The obstacle that hides whether the student declared a list, or what the README says.
    pub(super) fn read(ground: &Ground, settings: &Settings) -> Seen<Self> {
        let file = ground.declared.as_ref().map_err(Clone::clone)?;
        if let Some(declared) = file.as_ref().and_then(|file| file.projects.as_ref()) {
            let entries = declared.iter().map(|declared| declared_entry(declared, ground, settings));
            let shown = Lists::of_repository(None, ground.surroundings(settings));
            return Ok(Self::Declared(entries.collect(), shown));
        }
        let readme = ground.readme.as_ref().map_err(Clone::clone)?;
        Ok(Self::Discovered(Lists::of_repository(readme.as_ref(), ground.surroundings(settings))))
    }

    /// The entries, with what these pages of the site show.
    pub(super) fn entries(&self, pages: &[Page], ground: &Ground, settings: &Settings) -> Vec<Entry> {
        let surroundings = ground.surroundings(settings);
        match self {
            Self::Discovered(lists) => lists.entries(pages, surroundings),
            Self::Declared(entries, lists) => {
                let cards = lists.entries(pages, surroundings);
                let shown =
                    |entry: &Entry| cards.iter().find(|card| is_same_project(entry, card))?.shown.clone();
                entries.iter().map(|entry| Entry { shown: shown(entry), ..entry.clone() }).collect()
            }
        }
    }

    /// Why there may be more projects than were found; none where the list is whole.
    pub(super) fn unseen(&self, ground: &Ground, visit: &Visit) -> Option<Obstacle> {
        match self {
            Self::Declared(..) => None,
            Self::Discovered(_) => unseen(ground, visit),
        }
    }
}

/// A page that was seen after its scripts is whole. Before, only a source that was read to its end tells what they add.
fn unseen(ground: &Ground, visit: &Visit) -> Option<Obstacle> {
    if let (Some(_), Some(obstacle)) = (&ground.folder, ground.tree.cut()) {
        return Some(obstacle.clone());
    }
    let is_told =
        |page: &Page| ground.folder.is_some() && !page.is_shell && !is_filled_by_scripts(&ground.tree);
    match &visit.site.home {
        Ok(facts::Visit::Page(page)) => visit.unrun.clone().filter(|_| !is_told(page)),
        Ok(_) => Some(Obstacle::DependsOn { what: "a site that answers" }),
        Err(_) if ground.folder.is_some() && !has_site(&ground.tree) => None,
        Err(obstacle) => Some(obstacle.clone()),
    }
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
