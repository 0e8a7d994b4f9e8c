//! What the code host says of the projects' repositories, asked once each, and the projects made of it.

use std::collections::HashMap;

use url::Url;

use super::beside::Beside;
use super::code::{Code, NOT_THIS_HOST};
use super::ground::Ground;
use super::visit::Visit;
use crate::facts::{Home, Note, Obstacle, Project, RepoName, Repository, Seen, Untrusted};
use crate::net::github::{GitHub, RepositoryAnswer, RepositoryAsk, TokenRefused};
use crate::parse::projects::Entry;
use crate::parse::repo_link::RepoLink;

/// What the code host said, by repository and folder.
pub(super) struct Answers {
    said: HashMap<Key, Seen<Option<RepositoryAnswer>>>,
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

    /// Asks, in one step.
    ///
    /// # Errors
    /// When the code host does not know the token.
    pub(super) async fn fetch(&mut self, wish: Wish, github: &GitHub) -> Result<Said, TokenRefused> {
        let has_own = wish.own.is_some();
        let asks: Vec<Ask> = wish.asks.into_iter().chain(wish.own).chain(wish.further).collect();
        if asks.is_empty() {
            return Ok(Said::default());
        }
        let mut said = github.fetch_repositories(&asks).await?.into_iter();
        self.said.extend(wish.keys.into_iter().zip(said.by_ref()));
        let own = if has_own { said.next() } else { None };
        Ok(Said { own, further: said.collect() })
    }

    /// The projects of these entries; two that lead to one repository, by whichever of its names, are one.
    pub(super) fn projects(&self, entries: Vec<Entry>, ground: &Ground, visit: &Visit) -> Vec<Project> {
        let mut projects: Vec<Project> = Vec::new();
        for entry in entries {
            let project = self.project(entry, ground, visit);
            let has_code = matches!(project.home, Home::Repository { .. } | Home::Folder(_));
            if !has_code || projects.iter().all(|known| known.home != project.home) {
                projects.push(project);
            }
        }
        projects
    }

    /// Names under which repositories were asked for and which others answer to now.
    pub(super) fn renamed(&self) -> Vec<Note> {
        let answers =
            self.said.iter().filter_map(|((name, _), said)| Some((name, said.as_ref().ok()?.as_ref()?)));
        let renamed = answers.filter(|(name, answer)| **name != answer.repository.name);
        renamed
            .map(|(name, answer)| Note::Renamed { from: name.clone(), to: answer.repository.name.clone() })
            .collect()
    }

    fn beside<'a>(&'a self, ground: &'a Ground) -> Beside<'a> {
        Beside { server: &self.server, portfolio: ground.name.as_ref() }
    }

    fn said(&self, key: &Key) -> Seen<Option<&RepositoryAnswer>> {
        match self.said.get(key) {
            Some(Ok(answer)) => Ok(answer.as_ref()),
            Some(Err(obstacle)) => Err(obstacle.clone()),
            None => Err(Obstacle::NotAsked),
        }
    }

    fn project(&self, entry: Entry, ground: &Ground, visit: &Visit) -> Project {
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
            readme: code.readme,
        }
    }

    fn code(&self, entry: &Entry, ground: &Ground, portfolio: &Seen<Repository>) -> Code {
        match (entry.repos.as_slice(), &entry.folder, &entry.elsewhere) {
            ([_, ..], _, _) => self.best_repository(&entry.repos, ground),
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
    fn best_repository(&self, links: &[RepoLink], ground: &Ground) -> Code {
        let mut codes: Vec<Code> = links.iter().map(|link| self.repository(link, ground)).collect();
        let level =
            |code: &Code| code.readme.as_ref().ok().and_then(Option::as_ref).map(|readme| readme.level);
        let best = (0..codes.len()).rev().max_by_key(|index| level(&codes[*index])).unwrap_or(0);
        let mut code = codes.swap_remove(best);
        code.also = links.iter().map(|link| link.name.clone()).filter(|name| !code.is_at(name)).collect();
        code
    }

    fn repository(&self, link: &RepoLink, ground: &Ground) -> Code {
        let said = self.said(&(link.name.clone(), link.folder.clone()));
        let name = match &said {
            Ok(Some(answer)) => answer.repository.name.clone(),
            Ok(None) | Err(_) => link.name.clone(),
        };
        let folder = link.folder.as_deref();
        let kit = said.as_ref().ok().and_then(|answer| *answer).map(|answer| Beside::kit_of(answer, folder));
        Code {
            home: Home::Repository { name, folder: folder.map(Untrusted::from) },
            also: Vec::new(),
            repository: said.clone().map(|answer| answer.map(|answer| answer.repository.clone())),
            readme: said.and_then(|answer| {
                answer.map_or(Ok(None), |answer| self.beside(ground).readme_of(answer, folder))
            }),
            kit: kit.unwrap_or_default(),
        }
    }

    fn folder(&self, folder: &str, ground: &Ground, portfolio: &Seen<Repository>) -> Code {
        let home = Home::Folder(folder.into());
        let portfolio = portfolio.clone();
        if ground.folder.is_some() {
            let tree = &ground.tree;
            let readme = self.beside(ground).readme_in(tree, folder);
            let repository = if tree.has_folder(folder) { portfolio.map(Some) } else { Ok(None) };
            let kit = Beside::kit_in(tree, folder);
            return Code { home, also: Vec::new(), repository, readme, kit };
        }
        let said = ground
            .name
            .clone()
            .map_or(Err(Obstacle::NotAsked), |name| self.said(&(name, Some(folder.into()))));
        let kit =
            said.as_ref().ok().and_then(|answer| *answer).map(|answer| Beside::kit_of(answer, Some(folder)));
        let kit = kit.unwrap_or_default();
        let readme = said.and_then(|answer| {
            answer.map_or(Ok(None), |answer| self.beside(ground).readme_of(answer, Some(folder)))
        });
        Code { home, also: Vec::new(), repository: portfolio.map(Some), readme, kit }
    }
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
