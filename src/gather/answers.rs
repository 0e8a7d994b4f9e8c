//! What the code host says of the projects' repositories, asked once each, and the projects made of it.

use std::collections::HashMap;

use super::ground::{Ground, source_file};
use crate::facts::{Home, Note, Obstacle, Project, Readme, RepoName, Repository, Seen, Untrusted};
use crate::net::github::{GitHub, Listing, RawFile, RepositoryAnswer, RepositoryAsk, TokenRefused};
use crate::parse::projects::Entry;
use crate::parse::readme;
use crate::parse::repo_link::RepoLink;
use crate::parse::surroundings::{self, Surroundings};
use crate::parse::tree::{SourceFile, Tree};

/// What the code host said, by repository and folder.
#[derive(Default)]
pub(super) struct Answers(HashMap<Key, Seen<Option<RepositoryAnswer>>>);

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
    /// What has to be asked for these entries and was not asked yet, and of the portfolio itself.
    pub(super) fn wish(&self, entries: &[Entry], ground: &Ground, own: Option<RepositoryAsk>) -> Wish {
        let mut keys: Vec<Key> = Vec::new();
        for key in entries.iter().flat_map(|entry| keys_of(entry, ground)) {
            if !self.0.contains_key(&key) && !keys.contains(&key) {
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
        self.0.extend(wish.keys.into_iter().zip(said.by_ref()));
        let own = if has_own { said.next() } else { None };
        Ok(Said { own, further: said.collect() })
    }

    /// The projects of these entries; two that lead to one repository, by whichever of its names, are one.
    pub(super) fn projects(&self, entries: Vec<Entry>, ground: &Ground) -> Vec<Project> {
        let mut projects: Vec<Project> = Vec::new();
        for entry in entries {
            let project = self.project(entry, ground);
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
            self.0.iter().filter_map(|((name, _), said)| Some((name, said.as_ref().ok()?.as_ref()?)));
        let renamed = answers.filter(|(name, answer)| **name != answer.repository.name);
        renamed
            .map(|(name, answer)| Note::Renamed { from: name.clone(), to: answer.repository.name.clone() })
            .collect()
    }

    fn said(&self, key: &Key) -> Seen<Option<&RepositoryAnswer>> {
        match self.0.get(key) {
            Some(Ok(answer)) => Ok(answer.as_ref()),
            Some(Err(obstacle)) => Err(obstacle.clone()),
            None => Err(Obstacle::NotAsked),
        }
    }

    fn project(&self, entry: Entry, ground: &Ground) -> Project {
        let code = self.code(&entry, ground);
        Project {
            name: Untrusted::new(shown_name(&entry)),
            home: code.home,
            also: code.also,
            demo: entry.demo.map(Untrusted::new),
            found_in: entry.found_in,
            found_at: entry.at,
            repository: code.repository,
            readme: code.readme,
        }
    }

    fn code(&self, entry: &Entry, ground: &Ground) -> Code {
        match (entry.repos.as_slice(), &entry.folder, &entry.elsewhere) {
            ([_, ..], _, _) => self.best_repository(&entry.repos),
            ([], Some(folder), _) => self.folder(folder, ground),
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
        let said = self.said(&(link.name.clone(), link.folder.clone()));
        let name = match &said {
            Ok(Some(answer)) => answer.repository.name.clone(),
            Ok(None) | Err(_) => link.name.clone(),
        };
        Code {
            home: Home::Repository { name, folder: link.folder.clone().map(Untrusted::new) },
            also: Vec::new(),
            repository: said.clone().map(|answer| answer.map(|answer| answer.repository.clone())),
            readme: said.and_then(|answer| {
                answer.map_or(Ok(None), |answer| readme_of(answer, link.folder.as_deref()))
            }),
        }
    }

    fn folder(&self, folder: &str, ground: &Ground) -> Code {
        let home = Home::Folder(folder.into());
        let portfolio = ground.repository();
        if ground.folder.is_some() {
            let tree = &ground.tree;
            let around = Surroundings { tree, folder };
            let read = |file: &SourceFile| read(&file.path.as_str().into(), &file.bytes, around);
            let readme = tree.readme(folder).and_then(|file| file.map(read).transpose());
            let repository = if tree.has_folder(folder) { portfolio.map(Some) } else { Ok(None) };
            return Code { home, also: Vec::new(), repository, readme };
        }
        let said = ground
            .name
            .clone()
            .map_or(Err(Obstacle::NotAsked), |name| self.said(&(name, Some(folder.into()))));
        let readme =
            said.and_then(|answer| answer.map_or(Ok(None), |answer| readme_of(answer, Some(folder))));
        Code { home, also: Vec::new(), repository: portfolio.map(Some), readme }
    }
}

const NOT_THIS_HOST: Obstacle = Obstacle::Unreadable { why: "its place on another code host" };

/// The code of a project, and what was seen of it.
struct Code {
    home: Home,
    also: Vec<RepoName>,
    repository: Seen<Option<Repository>>,
    readme: Seen<Option<Readme>>,
}

impl Code {
    fn unread(home: Home, obstacle: Obstacle) -> Self {
        Self { home, also: Vec::new(), repository: Err(obstacle.clone()), readme: Err(obstacle) }
    }

    fn is_at(&self, other: &RepoName) -> bool {
        matches!(&self.home, Home::Repository { name, .. } if name == other)
    }
}

fn readme_of(answer: &RepositoryAnswer, folder: Option<&str>) -> Seen<Option<Readme>> {
    let file = answer.readme.as_ref().map_err(Clone::clone)?;
    let Some(RawFile { path, bytes }) = file else { return Ok(None) };
    let tree = tree_of(answer);
    read(path, bytes, Surroundings { tree: &tree, folder: folder.unwrap_or_default() }).map(Some)
}

/// What is known of the files around a README.
fn tree_of(answer: &RepositoryAnswer) -> Tree {
    let files = answer.files.values().filter_map(|file| file.as_ref().ok()?.as_ref());
    let Listing { paths, unlisted } = answer.listing.clone();
    Tree::new(paths, files.map(source_file).collect(), None).with_unlisted(unlisted)
}

/// A README, held against what lies around it.
fn read(path: &Untrusted, bytes: &[u8], around: Surroundings<'_>) -> Seen<Readme> {
    let mut readme = readme::read(path, bytes)?;
    surroundings::settle(&mut readme, around);
    Ok(readme)
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
