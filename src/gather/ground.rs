//! The portfolio repository as far as it is known before anything else is asked: from a folder, or from the code host.

mod tells;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::GatherError;
use super::checkout::read_checkout;
use super::single::only_answer;
use super::site_address;
use crate::facts::{Obstacle, RepoName, Repository, Seen};
use crate::net::github::{GitHub, PullRequestAnswer, RawFile, RepositoryAnswer, RepositoryAsk, Wanted};
use crate::parse::tree::{SourceFile, Tree};
use crate::settings::Settings;
use crate::settings::file::{self, PortfolioFile};

/// The portfolio repository.
pub(super) struct Ground {
    /// Its name, where it is known.
    pub(super) name: Option<RepoName>,
    /// The branch, tag or commit that is read, where it is not the default.
    pub(super) git_ref: Option<String>,
    /// The commit that is read.
    pub(super) commit: Option<String>,
    /// The folder of this machine, where it was read from one.
    pub(super) folder: Option<PathBuf>,
    /// Its files: all of a folder, a few of a repository.
    pub(super) tree: Tree,
    /// The student's file; none where there is none.
    pub(super) declared: Seen<Option<PortfolioFile>>,
    /// Its README; none where there is none.
    pub(super) readme: Seen<Option<SourceFile>>,
    /// What the code host said, where it was asked first.
    pub(super) host: Option<HostWord>,
}

/// What the code host says of the portfolio repository.
pub(super) struct HostWord {
    pub(super) repository: Seen<Repository>,
    /// The names that git gives the files at the top and one folder down, by path.
    pub(super) names: BTreeMap<String, String>,
    pub(super) pull_request: Option<Seen<PullRequestAnswer>>,
    /// The repositories that its owner pinned to the profile, as far as that was told.
    pub(super) pins: Vec<RepoName>,
}

impl Ground {
    /// Reads it from a folder.
    pub(super) fn from_folder(folder: &Path, settings: &Settings) -> Result<Self, GatherError> {
        let checkout = read_checkout(folder, &settings.hosts.server)?;
        let tree = checkout.tree;
        let readme = tree.readme("").map(Option::<&SourceFile>::cloned);
        Ok(Self {
            name: settings.repository.clone().or(checkout.name),
            git_ref: None,
            commit: checkout.commit,
            folder: Some(folder.to_path_buf()),
            declared: Ok(declared(tree.file(file::NAME))?),
            readme,
            tree,
            host: None,
        })
    }

    /// Reads it from the code host, in one step. Where the person running the program named the site, that is only the
    /// README: the projects that it names are then asked for together with all else, which is one step less.
    pub(super) async fn fetch(
        name: &RepoName,
        git_ref: Option<&str>,
        settings: &Settings,
        github: &GitHub,
    ) -> Result<Self, GatherError> {
        // The proposed commit of a pull request lies under this name, whichever fork it came from.
        let proposed = settings.pull_request.map(|number| format!("refs/pull/{number}/head"));
        let git_ref = git_ref.map(str::to_owned).or(proposed);
        if settings.site.is_some()
            && github.prefers_readmes_apart()
            && let Ok(Some(readme)) = github.fetch_readme(name, git_ref.as_deref()).await
        {
            return Ok(Self::with_readme(name, git_ref, &readme));
        }
        let ask = whole_ask(git_ref.clone(), settings.pull_request);
        let answer = only_answer(name, github.fetch_repositories(&[(name.clone(), ask)]).await?)?;
        Self::from_answer(answer, git_ref, settings.pull_request)
    }

    /// Its README alone; the student's file is taken for absent until the rest is heard.
    fn with_readme(name: &RepoName, git_ref: Option<String>, readme: &RawFile) -> Self {
        Self {
            name: Some(name.clone()),
            git_ref,
            commit: None,
            folder: None,
            tree: Tree::new(BTreeSet::new(), Vec::new(), Some(Obstacle::NotAsked)),
            declared: Ok(None),
            readme: Ok(Some(source_file(readme))),
            host: None,
        }
    }

    fn from_answer(
        answer: RepositoryAnswer,
        git_ref: Option<String>,
        pull_request: Option<u64>,
    ) -> Result<Self, GatherError> {
        let name = answer.repository.name.clone();
        if answer.repository.is_empty {
            return Err(GatherError::Target(format!(
                "{name} has no commits yet; there is nothing to look at"
            )));
        }
        if let (Some(number), None) = (pull_request, &answer.pull_request) {
            return Err(GatherError::Target(format!("{name} has no pull request {number}")));
        }
        let declared = match answer.files.get(file::NAME) {
            Some(Ok(file)) => Ok(declared(file.as_ref().map(source_file).as_ref())?),
            Some(Err(obstacle)) => Err(obstacle.clone()),
            None => Ok(None),
        };
        Ok(Self {
            git_ref,
            commit: answer.repository.head.clone(),
            folder: None,
            declared,
            readme: answer.readme.as_ref().map(|file| file.as_ref().map(source_file)).map_err(Clone::clone),
            tree: tree_of(&answer),
            host: Some(HostWord {
                repository: Ok(answer.repository),
                names: answer.names,
                pull_request: answer.pull_request,
                pins: answer.pins,
            }),
            name: Some(name),
        })
    }

    /// What to ask of the repository itself beside the projects; nothing where it was asked first.
    pub(super) fn own_ask(&self, settings: &Settings) -> Option<RepositoryAsk> {
        let whole = match self.folder {
            Some(_) => RepositoryAsk {
                pull_request: settings.pull_request,
                wants_pins: true,
                ..RepositoryAsk::default()
            },
            None => whole_ask(self.git_ref.clone(), settings.pull_request),
        };
        self.host.is_none().then_some(RepositoryAsk { readme: Wanted::No, ..whole })
    }

    /// Takes in what the code host said to that.
    pub(super) fn hear(
        &mut self,
        answer: Option<Seen<Option<RepositoryAnswer>>>,
        settings: &Settings,
    ) -> Result<(), GatherError> {
        match (answer, &self.folder, &self.name) {
            (Some(answer), None, Some(name)) => {
                let (answer, git_ref) = (only_answer(name, vec![answer])?, self.git_ref.clone());
                let whole = Self::from_answer(answer, git_ref, settings.pull_request)?;
                *self = Self { readme: self.readme.clone(), ..whole };
            }
            (Some(answer), _, _) => self.hear_beside_a_folder(answer),
            (None, _, _) => {}
        }
        Ok(())
    }

    fn hear_beside_a_folder(&mut self, answer: Seen<Option<RepositoryAnswer>>) {
        // A private repository and a missing one look the same; this one is there, so it is not to be seen.
        let answer = answer.and_then(|answer| answer.ok_or(Obstacle::NoAccess));
        let pull_request = answer.as_ref().map(|answer| answer.pull_request.clone()).map_err(Clone::clone);
        self.host = Some(HostWord {
            // The files of a folder are here.
            names: BTreeMap::new(),
            pins: answer.as_ref().map(|answer| answer.pins.clone()).unwrap_or_default(),
            pull_request: pull_request.unwrap_or_else(|obstacle| Some(Err(obstacle))),
            repository: answer.map(|answer| answer.repository),
        });
    }

    /// Takes in what the code host says of the deployments some time later.
    pub(super) fn hear_of_deployments(&mut self, answer: Option<Seen<PullRequestAnswer>>) {
        let known = self.host.as_mut().and_then(|host| host.pull_request.as_mut()?.as_mut().ok());
        if let (Some(known), Some(Ok(answer))) = (known, answer) {
            known.deployments = answer.deployments;
        }
    }
}

/// Everything that is asked of the portfolio repository where no folder shows it.
fn whole_ask(git_ref: Option<String>, pull_request: Option<u64>) -> RepositoryAsk {
    RepositoryAsk {
        git_ref,
        files: [file::NAME].into_iter().chain(site_address::files()).map(str::to_owned).collect(),
        pull_request,
        surroundings: Wanted::No,
        wants_pins: true,
        ..RepositoryAsk::default()
    }
}

fn declared(source: Option<&SourceFile>) -> Result<Option<PortfolioFile>, GatherError> {
    let read = source.map(|source| PortfolioFile::read(file::NAME, &source.bytes));
    Ok(read.transpose()?)
}

/// The names at the top, and the files that were read; the rest of the repository is not known.
fn tree_of(answer: &RepositoryAnswer) -> Tree {
    let files: Vec<SourceFile> =
        answer.files.values().filter_map(|file| Some(source_file(file.as_ref().ok()?.as_ref()?))).collect();
    let top = answer.repository.top.iter().map(|name| name.as_written().to_owned());
    let paths: BTreeSet<String> = top.chain(files.iter().map(|file| file.path.clone())).collect();
    Tree::new(paths, files, Some(Obstacle::NotAsked))
}

pub(super) fn source_file(file: &RawFile) -> SourceFile {
    SourceFile { path: file.path.as_written().to_owned(), bytes: file.bytes.to_vec() }
}
