//! What the code host says of the school's side: the ledger's file about this student, and who is in the policy's teams. It rides
//! along with the question about the projects, so that it costs no request.

use std::collections::{BTreeMap, BTreeSet};

use super::ground::Ground;
use crate::facts::{Keeper, Ledger, Obstacle, Place, RepoName, Seen, Untrusted};
use crate::net::github::{GitHub, KeptFile, Members, RepositoryAnswer, RepositoryAsk, Wanted};
use crate::parse::ledger;
use crate::policy::{Policy, PolicySource, Role};
use crate::settings::Settings;

/// Rules that look at what accounts of the school did.
pub(super) const RULES: [&str; 3] = ["resume-approved", "portfolio-approved", "evidence-submitted"];

/// What is to be asked of the school's side.
pub(super) struct School {
    /// The repository under whose name it is asked.
    name: Option<RepoName>,
    /// The ledger's file, as far as the student's account is known.
    kept: Option<String>,
    teams: Vec<String>,
}

/// What the code host said of it.
pub(super) struct SchoolWord {
    kept: Option<(String, Seen<Option<KeptFile>>)>,
    teams: BTreeMap<String, Seen<Members>>,
}

impl School {
    /// What the policy asks for, as far as it is known before the code host was asked for the pull request.
    pub(super) fn of(ground: &Ground, settings: &Settings, policy: &Policy) -> Self {
        let is_asked = RULES.iter().any(|rule| policy.demands(rule));
        let kept = ledger_path(ground, settings, policy).ok().flatten();
        let teams: BTreeSet<String> =
            roles(policy).flat_map(|role| &role.teams).map(ToString::to_string).collect();
        let is_reviewed = is_asked && (settings.pull_request.is_some() || kept.is_some());
        let teams = teams.into_iter().filter(|_| is_reviewed).collect();
        let name = match &policy.source {
            PolicySource::Repository { name, .. } => Some(name.clone()),
            PolicySource::Preset | PolicySource::File(_) => ground.name.clone(),
        };
        Self { name, kept, teams }
    }

    /// The question; none where there is nothing to ask.
    pub(super) fn ask(&self) -> Option<(RepoName, RepositoryAsk)> {
        let is_something = self.kept.is_some() || !self.teams.is_empty();
        let (kept, teams) = (self.kept.clone(), self.teams.clone());
        let (readme, surroundings) = (Wanted::No, Wanted::No);
        let ask = RepositoryAsk { readme, surroundings, kept, teams, ..RepositoryAsk::default() };
        self.name.clone().filter(|_| is_something).map(|name| (name, ask))
    }

    /// Takes in the answer.
    pub(super) fn hear(self, said: Option<Seen<Option<RepositoryAnswer>>>) -> SchoolWord {
        let answer =
            said.unwrap_or(Err(Obstacle::NotAsked)).and_then(|answer| answer.ok_or(Obstacle::NoAccess));
        match answer {
            Ok(answer) => SchoolWord { kept: self.kept.map(|path| (path, answer.kept)), teams: answer.teams },
            Err(obstacle) => {
                let kept = self.kept.map(|path| (path, Err(obstacle)));
                SchoolWord { kept, teams: BTreeMap::new() }
            }
        }
    }
}

impl SchoolWord {
    /// The ledger; none where it has no file about this student. A request of its own only where the student's account was not
    /// known before.
    pub(super) async fn fetch_ledger(
        &self,
        ground: &Ground,
        (settings, policy): (&Settings, &Policy),
        github: &GitHub,
    ) -> Seen<Option<Ledger>> {
        let Some(path) = ledger_path(ground, settings, policy)? else { return Ok(None) };
        let PolicySource::Repository { name, .. } = &policy.source else { return Err(Obstacle::NotAsked) };
        let kept = match &self.kept {
            Some((known, kept)) if *known == path => kept.clone(),
            Some(_) | None => fetch_kept(name, &path, github).await,
        };
        let Some(file) = kept? else { return Ok(None) };
        let keeper = match file.carrier {
            None => None,
            Some(carrier) => {
                let login = Untrusted::from(carrier.login);
                let teams = self.fetch_teams((&login, carrier.id), policy, github).await;
                Some(Keeper { id: carrier.id, at: carrier.at, teams, login })
            }
        };
        let place = Place::File { repository: Some(name.clone()), path: path.into(), line: None };
        Ok(Some(Ledger { place, entries: ledger::entries(&file.text)?, keeper }))
    }

    /// The teams of the policy that an account belongs to; nobody asks about one whom the policy names. A request of its own only
    /// where a team is larger than what one query tells, or GraphQL told nothing.
    pub(super) async fn fetch_teams(
        &self,
        account: (&Untrusted, Option<u64>),
        policy: &Policy,
        github: &GitHub,
    ) -> Seen<Vec<String>> {
        let mut teams = Vec::new();
        if is_listed(account, policy) {
            return Ok(teams);
        }
        let all: BTreeSet<String> =
            roles(policy).flat_map(|role| &role.teams).map(ToString::to_string).collect();
        for team in all {
            let login = account.0.as_written();
            let known = match self.teams.get(&team) {
                Some(Ok(members)) => members.has(login, account.1),
                Some(Err(obstacle)) => return Err(obstacle.clone()),
                None => None,
            };
            let is_member = match known {
                Some(known) => known,
                None => github.fetch_membership(&team, login).await?,
            };
            if is_member {
                teams.push(team);
            }
        }
        Ok(teams)
    }
}

/// True for an account that the policy names itself.
pub(super) fn is_listed((login, id): (&Untrusted, Option<u64>), policy: &Policy) -> bool {
    roles(policy).flat_map(|role| &role.accounts).any(|account| account.is(login.as_written(), id))
}

/// Those who approve by any rule.
fn roles(policy: &Policy) -> impl Iterator<Item = &Role> {
    RULES.iter().filter(|rule| policy.demands(rule)).filter_map(|rule| Some(policy.approvers(rule)?.1))
}

/// The path of the ledger's file about the student; none for an account whose name is no part of a path.
fn ledger_path(ground: &Ground, settings: &Settings, policy: &Policy) -> Seen<Option<String>> {
    let is_asked = ["resume-approved", "portfolio-approved"].iter().any(|rule| policy.demands(rule));
    let Some(template) = policy.ledger.as_ref().filter(|_| is_asked) else { return Err(Obstacle::NotAsked) };
    if !matches!(policy.source, PolicySource::Repository { .. }) {
        return Err(Obstacle::DependsOn { what: "a policy that lies in a repository of the school" });
    }
    let student = ground.student(settings).ok_or(Obstacle::DependsOn { what: "the student’s account" })?;
    let is_part_of_a_path = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let login = student.as_written().to_lowercase();
    Ok(login.chars().all(is_part_of_a_path).then(|| template.replace("{student}", &login)))
}

async fn fetch_kept(name: &RepoName, path: &str, github: &GitHub) -> Seen<Option<KeptFile>> {
    let (readme, surroundings) = (Wanted::No, Wanted::No);
    let kept = Some(path.to_owned());
    let ask = RepositoryAsk { readme, surroundings, kept, ..RepositoryAsk::default() };
    let answers = github.fetch_repositories(&[(name.clone(), ask)]).await.map_err(|_| Obstacle::NoAccess)?;
    let answer = answers.into_iter().next().unwrap_or(Err(Obstacle::Garbled))?;
    answer.ok_or(Obstacle::NoAccess)?.kept
}
