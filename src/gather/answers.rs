//! What the code host says of the projects' repositories, asked once each, and the projects made of it.

use std::collections::HashMap;

use url::Url;

use super::beside::{Beside, Known};
use super::code::{Code, NOT_THIS_HOST};
use super::ground::Ground;
use super::visit::Visit;
use super::work::work;
use crate::facts::{Home, Note, Obstacle, Project, RepoName, Repository, Seen, Untrusted};
use crate::net::github::{GitHub, RepositoryAnswer, RepositoryAsk, TokenRefused};
use crate::parse::projects::Entry;
use crate::parse::repo_link::RepoLink;

/// What the code host said, by repository and folder.
pub(super) struct Answers {
    said: HashMap<Key, Seen<Option<Known>>>,
    /// The host of its pages.
    server: String,
}

type Key = (RepoName, Option<String>);

type Ask = (RepoName, RepositoryAsk);

/// What is wanted of the code host in one step.
pub(super) struct Wish {
    keys: Vec<Key>,
    asks: Vec<Ask>,
    own: Option<Ask>,
    further: Vec<Ask>,
}

impl Wish {
    /// The same with further questions, whose answers are handed on as they are.
    pub(super) fn with(self, further: Vec<Ask>) -> Self {
        Self { further, ..self }
    }
}

/// What the code host said beside what it said of the projects.
#[derive(Default)]
pub(super) struct Said {
    /// Of the portfolio itself, where that was asked.
    pub(super) own: Option<Seen<Option<RepositoryAnswer>>>,
    /// To the further questions, in their order.
    pub(super) further: Vec<Seen<Option<RepositoryAnswer>>>,
}

impl Answers {
    /// Nothing said yet.
    pub(super) fn new(server: &Url) -> Self {
        Self { said: HashMap::new(), server: server.host_str().unwrap_or_default().to_owned() }
    }

    /// What has to be asked for these entries and was not asked yet, and of the portfolio itself.
    pub(super) fn wish(&self, entries: &[Entry], ground: &Ground, own: Option<RepositoryAsk>) -> Wish {
        let mut keys: Vec<Key> = Vec::new();
        for key in entries.iter().flat_map(|entry| keys_of(entry, ground)) {
            if !self.said.contains_key(&key) && !keys.contains(&key) {
                keys.push(key);
            }
        }
        let ask = |(name, folder): &Key| {
            let git_ref = ground.git_ref.clone().filter(|_| ground.name.as_ref() == Some(name));
            (name.clone(), RepositoryAsk { folder: folder.clone(), git_ref, ..RepositoryAsk::default() })
        };
        let asks = keys.iter().map(ask).collect();
        Wish { keys, asks, own: ground.name.clone().zip(own), further: Vec::new() }
    }

    /// Asks, in one step, and reads what comes while the site may still be on its way.
    ///
    /// # Errors
    /// When the code host does not know the token.
    pub(super) async fn fetch(
        &mut self,
        wish: Wish,
        ground: &Ground,
        github: &GitHub,
    ) -> Result<Said, TokenRefused> {
        let has_own = wish.own.is_some();
        let asks: Vec<Ask> = wish.asks.into_iter().chain(wish.own).chain(wish.further).collect();
        if asks.is_empty() {
            return Ok(Said::default());
        }
        let mut said = github.fetch_repositories(&asks).await?.into_iter();
        for (key, answer) in wish.keys.into_iter().zip(said.by_ref()) {
            let known = answer
                .map(|answer| answer.map(|answer| Known::of(answer, key.1.as_deref(), self.beside(ground))));
            self.said.insert(key, known);
        }
        let own = if has_own { said.next() } else { None };
        Ok(Said { own, further: said.collect() })
    }

    /// The projects of these entries; two that lead to one repository, by whichever of its names, are one.
    pub(super) fn projects(
        &self,
        entries: Vec<Entry>,
        ground: &Ground,
        visit: &Visit,
        student: Option<&Untrusted>,
    ) -> Vec<Project> {
        let mut projects: Vec<Project> = Vec::new();
        for entry in entries {
            let project = self.project(entry, ground, visit, student);
            let has_code = matches!(project.home, Home::Repository { .. } | Home::Folder(_));
            if !has_code || projects.iter().all(|known| known.home != project.home) {
                projects.push(project);
            }
        }
        projects
    }

    /// Names under which repositories were asked for and which others answer to now.
    pub(super) fn renamed(&self) -> Vec<Note> {
        let known = self.said.iter().filter_map(|((name, _), known)| {
            let now = &known.as_ref().ok()?.as_ref()?.repository.name;
            (name != now).then(|| Note::Renamed { from: name.clone(), to: now.clone() })
        });
        known.collect()
    }

    fn beside<'a>(&'a self, ground: &'a Ground) -> Beside<'a> {
        Beside { server: &self.server, portfolio: ground.name.as_ref() }
    }

    fn known(&self, key: &Key) -> Seen<Option<&Known>> {
        match self.said.get(key) {
            Some(Ok(known)) => Ok(known.as_ref()),
            Some(Err(obstacle)) => Err(obstacle.clone()),
            None => Err(Obstacle::NotAsked),
        }
    }

    fn project(&self, entry: Entry, ground: &Ground, visit: &Visit, student: Option<&Untrusted>) -> Project {
        let code = self.code(&entry, ground, &ground.repository());
        let name = match &code.home {
            Home::Repository { name, .. } => Some(name),
            Home::Folder(_) | Home::Elsewhere(_) | Home::Nowhere => None,
        };
        let beside = self.beside(ground);
        let demo_lead = entry.demo.as_deref().and_then(|demo| beside.lead_of_demo(demo, name));
        Project {
            name: Untrusted::new(shown_name(&entry)),
            home: code.home,
            also: code.also,
            demo: entry.demo.map(Untrusted::new),
            demo_lead,
            kit: code.kit,
            found_in: entry.found_in,
            found_at: entry.at,
            shown: entry.shown.map_or_else(|| visit.unshown(), |shown| Ok(Some(shown))),
            repository: code.repository,
            work: code.lineage.map(|lineage| work(&lineage, student)),
            readme: code.readme,
        }
    }

    fn code(&self, entry: &Entry, ground: &Ground, portfolio: &Seen<Repository>) -> Code {
        match (entry.repos.as_slice(), &entry.folder, &entry.elsewhere) {
            ([_, ..], _, _) => self.best_repository(&entry.repos),
            ([], Some(folder), _) => self.folder(folder, ground, portfolio),
            ([], None, Some(address)) => {
                Code::unread(Home::Elsewhere(address.as_str().into()), NOT_THIS_HOST)
            }
            ([], None, None) => {
                Code::unread(Home::Nowhere, Obstacle::DependsOn { what: "the repository of the project" })
            }
        }
    }

    /// Of the repositories of one entry, that with the best README; a front end and a back end document each other.
    fn best_repository(&self, links: &[RepoLink]) -> Code {
        let mut codes: Vec<Code> = links.iter().map(|link| self.repository(link)).collect();
        let level =
            |code: &Code| code.readme.as_ref().ok().and_then(Option::as_ref).map(|readme| readme.level);
        let best = (0..codes.len()).rev().max_by_key(|index| level(&codes[*index])).unwrap_or(0);
        let mut code = codes.swap_remove(best);
        code.also = links.iter().map(|link| link.name.clone()).filter(|name| !code.is_at(name)).collect();
        code
    }

    fn repository(&self, link: &RepoLink) -> Code {
        let known = self.known(&(link.name.clone(), link.folder.clone()));
        let name = match &known {
            Ok(Some(known)) => known.repository.name.clone(),
            Ok(None) | Err(_) => link.name.clone(),
        };
        let home = Home::Repository { name, folder: link.folder.as_deref().map(Untrusted::from) };
        let repository = known.clone().map(|known| known.map(|known| known.repository.clone()));
        Code { repository, ..code(home, known) }
    }

    fn folder(&self, folder: &str, ground: &Ground, portfolio: &Seen<Repository>) -> Code {
        let home = Home::Folder(folder.into());
        let portfolio = portfolio.clone();
        if ground.folder.is_some() {
            let tree = &ground.tree;
            let readme = self.beside(ground).readme_in(tree, folder);
            let repository = if tree.has_folder(folder) { portfolio.map(Some) } else { Ok(None) };
            let kit = Beside::kit_in(tree, folder);
            return Code {
                home,
                also: Vec::new(),
                repository,
                readme,
                kit,
                lineage: Err(Obstacle::NotInALocalRun),
            };
        }
        let name = ground.name.clone().ok_or(Obstacle::NotAsked);
        let known = name.and_then(|name| self.known(&(name, Some(folder.into()))));
        Code { repository: portfolio.map(Some), ..code(home, known) }
    }
}

/// The code as far as it is known, without what is to be said of its repository.
fn code(home: Home, known: Seen<Option<&Known>>) -> Code {
    let kit = known.as_ref().ok().and_then(|known| *known).map(|known| known.kit.clone());
    let unknown = || Err(Obstacle::NotAsked);
    let lineage = known.clone().and_then(|known| known.map_or_else(unknown, |known| known.lineage.clone()));
    let readme = known.and_then(|known| known.map_or(Ok(None), |known| known.readme.clone()));
    let kit = kit.unwrap_or_default();
    Code { home, also: Vec::new(), repository: Err(Obstacle::NotAsked), readme, kit, lineage }
}

/// What the code host is asked for the code of an entry.
fn keys_of(entry: &Entry, ground: &Ground) -> Vec<Key> {
    let folder = entry.folder.clone().filter(|_| entry.repos.is_empty() && ground.folder.is_none());
    let own = ground.name.clone().zip(folder).map(|(name, folder)| (name, Some(folder)));
    let repos = entry.repos.iter().map(|link| (link.name.clone(), link.folder.clone()));
    repos.chain(own).collect()
}

/// The name as shown, else that of the repository or folder, else the address of the demo.
fn shown_name(entry: &Entry) -> String {
    let last_part = |path: &str| path.trim_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
    if !entry.name.is_empty() {
        return entry.name.clone();
    }
    let repository = entry.repos.first().map(|link| match &link.folder {
        Some(folder) => last_part(folder),
        None => link.name.name().to_owned(),
    });
    let folder = entry.folder.as_deref().map(last_part);
    repository
        .or(folder)
        .or(entry.elsewhere.as_deref().map(last_part))
        .or(entry.demo.clone())
        .unwrap_or_default()
}
