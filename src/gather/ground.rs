//! The portfolio repository as far as it is known before anything else is asked: from a folder, or from the code host.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::GatherError;
use super::checkout::read_checkout;
use super::single::only_answer;
use super::site_address;
use crate::facts::{Obstacle, Portfolio, PullRequest, RepoName, Repository, Seen, Untrusted};
use crate::net::github::{
    Deployment, GitHub, PullRequestAnswer, RawFile, RepositoryAnswer, RepositoryAsk, Wanted,
};
use crate::parse::projects::Surroundings;
use crate::parse::readme;
use crate::parse::static_site;
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

    /// Reads it from the code host, in one step.
    pub(super) async fn fetch(
        name: &RepoName,
        git_ref: Option<&str>,
        settings: &Settings,
        github: &GitHub,
    ) -> Result<Self, GatherError> {
        // The proposed commit of a pull request lies under this name, whichever fork it came from.
        let proposed = settings.pull_request.map(|number| format!("refs/pull/{number}/head"));
        let git_ref = git_ref.map(str::to_owned).or(proposed);
        let ask = RepositoryAsk {
            git_ref: git_ref.clone(),
            files: [file::NAME].into_iter().chain(site_address::files()).map(str::to_owned).collect(),
            pull_request: settings.pull_request,
            surroundings: Wanted::No,
            ..RepositoryAsk::default()
        };
        let answer = only_answer(name, github.fetch_repositories(&[(name.clone(), ask)]).await?)?;
        Self::from_answer(answer, git_ref, settings.pull_request)
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
            }),
            name: Some(name),
        })
    }

    /// What the code host says of the repository itself.
    pub(super) fn repository(&self) -> Seen<Repository> {
        let unknown = if self.name.is_some() { Obstacle::NotAsked } else { Obstacle::NotInALocalRun };
        self.host.as_ref().map_or(Err(unknown), |host| host.repository.clone())
    }

    /// What to ask of the repository itself beside the projects; nothing where it was asked first.
    pub(super) fn own_ask(&self, settings: &Settings) -> Option<RepositoryAsk> {
        let ask = RepositoryAsk {
            readme: Wanted::No,
            pull_request: settings.pull_request,
            ..RepositoryAsk::default()
        };
        self.host.is_none().then_some(ask)
    }

    /// Takes in what the code host said to that.
    pub(super) fn hear(&mut self, answer: Option<Seen<Option<RepositoryAnswer>>>) {
        let Some(answer) = answer else { return };
        // A private repository and a missing one look the same; this one is there, so it is not to be seen.
        let answer = answer.and_then(|answer| answer.ok_or(Obstacle::NoAccess));
        let pull_request = answer.as_ref().map(|answer| answer.pull_request.clone()).map_err(Clone::clone);
        self.host = Some(HostWord {
            // The files of a folder are here.
            names: BTreeMap::new(),
            pull_request: pull_request.unwrap_or_else(|obstacle| Some(Err(obstacle))),
            repository: answer.map(|answer| answer.repository),
        });
    }

    /// True where nothing that the code host has yet to say can come before what already names the site.
    pub(super) fn names_the_site(&self, settings: &Settings) -> bool {
        settings.site.is_some()
            || self.declares_the_site()
            || (settings.event.is_some() && !self.may_be_deployed(settings))
            || self.host.is_some()
            || self.name.is_none()
    }

    /// The address in the repository's "About" box.
    pub(super) fn homepage<'a>(&'a self, settings: &'a Settings) -> Option<&'a str> {
        let said = self.host.as_ref().and_then(|host| host.repository.as_ref().ok()?.homepage.as_ref());
        let told = settings.event.as_ref().and_then(|event| event.homepage.as_deref());
        said.map(Untrusted::as_written).or(told).filter(|address| !address.trim().is_empty())
    }

    /// The pull request that is looked at.
    pub(super) fn pull_request(&self, settings: &Settings) -> Option<PullRequest> {
        let (repository, number) = (self.name.clone()?, settings.pull_request?);
        let said = self.host.as_ref().and_then(|host| host.pull_request.clone());
        let said = said.unwrap_or(Err(Obstacle::NotAsked));
        let answer = said.as_ref().ok();
        let event = settings.event.as_ref();
        let told_author = event.and_then(|event| event.author.as_deref()).map(Untrusted::from);
        Some(PullRequest {
            repository,
            number,
            author: told_author.or_else(|| answer?.author.clone()),
            head: event.and_then(|event| event.head.clone()).or_else(|| answer?.head.clone()),
            head_repository: event
                .and_then(|event| event.head_repository.clone())
                .or_else(|| answer?.head_repository.clone()),
            comments: said.and_then(|answer| answer.comments),
        })
    }

    /// The student's account: what a roster says, else the pull request's author, else the portfolio's owner.
    pub(super) fn student(&self, settings: &Settings) -> Option<Untrusted> {
        if let Some(known) = &settings.student {
            return Some(known.as_str().into());
        }
        let author = self.pull_request(settings).and_then(|pull_request| pull_request.author);
        author.or_else(|| self.name.as_ref().map(|name| Untrusted::new(name.owner())))
    }

    /// True where a deployment of the proposed commit would be the site to look at.
    pub(super) fn may_be_deployed(&self, settings: &Settings) -> bool {
        let is_told = settings.site.is_some() || self.declares_the_site();
        settings.pull_request.is_some() && !is_told && !self.shows_itself()
    }

    /// True for a checkout that can be served as it lies.
    pub(super) fn shows_itself(&self) -> bool {
        self.folder.is_some() && static_site::folder(&self.tree).is_some()
    }

    fn declares_the_site(&self) -> bool {
        matches!(&self.declared, Ok(Some(file)) if file.site.is_some())
    }

    /// Takes in what the code host says of the deployments some time later.
    pub(super) fn hear_of_deployments(&mut self, answer: Option<Seen<PullRequestAnswer>>) {
        let known = self.host.as_mut().and_then(|host| host.pull_request.as_mut()?.as_mut().ok());
        if let (Some(known), Some(Ok(answer))) = (known, answer) {
            known.deployments = answer.deployments;
        }
    }

    /// The deployments of the proposed commit, the newest first.
    pub(super) fn deployments(&self) -> &[Deployment] {
        let answer = self.host.as_ref().and_then(|host| host.pull_request.as_ref()?.as_ref().ok());
        answer.map_or(&[], |answer| &answer.deployments)
    }

    /// What the rules see of the repository.
    pub(super) fn into_portfolio(self, settings: &Settings) -> Portfolio {
        let student = self.student(settings);
        let readme = self.readme.clone().and_then(|source| {
            source.map(|source| readme::read(&source.path.as_str().into(), &source.bytes)).transpose()
        });
        Portfolio {
            student,
            readme,
            repository: self.repository(),
            is_declared: matches!(&self.declared, Ok(Some(_))),
            commit: self.commit,
            name: self.name,
        }
    }

    /// Where lists of projects are looked for.
    pub(super) fn surroundings<'a>(&'a self, settings: &'a Settings) -> Surroundings<'a> {
        Surroundings { name: self.name.as_ref(), server: &settings.hosts.server, tree: &self.tree }
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
