//! What the portfolio repository tells the other gatherers, from the folder, the event and the code host's answer.

use super::Ground;
use crate::facts::{Obstacle, Portfolio, PullRequest, Repository, Seen, Untrusted};
use crate::net::github::Deployment;
use crate::parse::projects::Surroundings;
use crate::parse::{readme, static_site};
use crate::settings::Settings;

impl Ground {
    /// What the code host says of the repository itself.
    pub(in crate::gather) fn repository(&self) -> Seen<Repository> {
        let unknown = if self.name.is_some() { Obstacle::NotAsked } else { Obstacle::NotInALocalRun };
        self.host.as_ref().map_or(Err(unknown), |host| host.repository.clone())
    }

    /// True where nothing that the code host has yet to say can come before what already names the site.
    pub(in crate::gather) fn names_the_site(&self, settings: &Settings) -> bool {
        settings.site.is_some()
            || self.declares_the_site()
            || (settings.event.is_some() && !self.may_be_deployed(settings))
            || self.host.is_some()
            || self.name.is_none()
    }

    /// The address in the repository's "About" box.
    pub(in crate::gather) fn homepage<'a>(&'a self, settings: &'a Settings) -> Option<&'a str> {
        let said = self.host.as_ref().and_then(|host| host.repository.as_ref().ok()?.homepage.as_ref());
        let told = settings.event.as_ref().and_then(|event| event.homepage.as_deref());
        said.map(Untrusted::as_written).or(told).filter(|address| !address.trim().is_empty())
    }

    /// The pull request that is looked at.
    pub(in crate::gather) fn pull_request(&self, settings: &Settings) -> Option<PullRequest> {
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

    /// True where the proposed commit lies in the portfolio's repository itself, and in no fork of it.
    pub(in crate::gather) fn is_proposed_from_here(&self) -> bool {
        let said = self.host.as_ref().and_then(|host| host.pull_request.as_ref()?.as_ref().ok());
        said.is_some_and(|answer| answer.head_repository.is_some() && answer.head_repository == self.name)
    }

    /// The student's account: what a roster says, else the owner of a personal portfolio, whoever opens a pull request there;
    /// else the pull request's author.
    pub(in crate::gather) fn student(&self, settings: &Settings) -> Option<Untrusted> {
        if let Some(known) = &settings.student {
            return Some(known.as_str().into());
        }
        let owner = || self.name.as_ref().map(|name| Untrusted::new(name.owner()));
        if self.repository().is_ok_and(|repository| repository.is_organisations == Some(false)) {
            return owner();
        }
        let author = self.pull_request(settings).and_then(|pull_request| pull_request.author);
        author.or_else(owner)
    }

    /// True where a deployment of the proposed commit would be the site to look at.
    pub(in crate::gather) fn may_be_deployed(&self, settings: &Settings) -> bool {
        let is_told = settings.site.is_some() || self.declares_the_site();
        settings.pull_request.is_some() && !is_told && !self.shows_itself()
    }

    /// True for a checkout that can be served as it lies.
    pub(in crate::gather) fn shows_itself(&self) -> bool {
        self.folder.is_some() && static_site::folder(&self.tree).is_some()
    }

    fn declares_the_site(&self) -> bool {
        matches!(&self.declared, Ok(Some(file)) if file.site.is_some())
    }

    /// The deployments of the proposed commit, the newest first.
    pub(in crate::gather) fn deployments(&self) -> &[Deployment] {
        let answer = self.host.as_ref().and_then(|host| host.pull_request.as_ref()?.as_ref().ok());
        answer.map_or(&[], |answer| &answer.deployments)
    }

    /// What the rules see of the repository.
    pub(in crate::gather) fn into_portfolio(self, settings: &Settings) -> Portfolio {
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
    pub(in crate::gather) fn surroundings<'a>(&'a self, settings: &'a Settings) -> Surroundings<'a> {
        Surroundings { name: self.name.as_ref(), server: &settings.hosts.server, tree: &self.tree }
    }
}
