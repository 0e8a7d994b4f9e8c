//! What reviewers said of the pull request: who of them may approve, and what was changed since they looked.

use std::collections::{BTreeSet, HashMap};

use super::ground::Ground;
use super::resume::git_name;
use crate::facts::{
    ChangedFile, Document, Obstacle, RepoName, Resume, Review, ReviewState, Reviews, Seen, Target, Untrusted,
};
use crate::net::github::GitHub;
use crate::policy::{Policy, Role};
use crate::settings::Settings;

/// Rules that look at reviews.
const RULES: [&str; 3] = ["resume-approved", "portfolio-approved", "evidence-submitted"];

/// Reads the reviews, where the policy asks for them: with a token nothing has to be asked that was not said already, but what
/// was changed since an approval, and who is in a team.
pub(super) async fn fetch_reviews(
    ground: &Ground,
    settings: &Settings,
    policy: &Policy,
    github: &GitHub,
) -> Seen<Reviews> {
    if !RULES.iter().any(|rule| policy.demands(rule)) {
        return Err(Obstacle::NotAsked);
    }
    let no_pull_request = Obstacle::DependsOn { what: "a pull request to look at" };
    let (Some(name), Some(number)) = (ground.name.as_ref(), settings.pull_request) else {
        return Err(no_pull_request);
    };
    let said = ground.host.as_ref().and_then(|host| host.pull_request.as_ref());
    let answer = said.ok_or(no_pull_request)?.as_ref().map_err(Clone::clone)?;
    let mut reviews = match &answer.reviews {
        Err(Obstacle::NotAsked) => github.list_reviews(name, number).await?,
        said => said.clone()?,
    };
    reviews.reviews.sort_by_key(|review| review.submitted);
    let head = settings.event.as_ref().and_then(|event| event.head.as_deref()).or(answer.head.as_deref());
    let mut known: HashMap<Option<String>, Seen<Vec<ChangedFile>>> = HashMap::new();
    for review in &mut reviews.reviews {
        let is_authors = answer.author.as_ref().is_some_and(|author| is_same(author, &review.login));
        if review.state == ReviewState::Commented || is_authors {
            continue;
        }
        let account = (&review.login, review.id);
        let is_listed = is_listed(account, policy);
        review.teams = fetch_teams(account, policy, github).await;
        let may_approve = is_listed || review.teams.as_ref().is_ok_and(|teams| !teams.is_empty());
        if review.state == ReviewState::Approved && may_approve {
            review.changes = match known.get(&review.commit) {
                Some(changes) => changes.clone(),
                None => fetch_changes(review, name, head, github).await,
            };
            known.insert(review.commit.clone(), review.changes.clone());
        }
    }
    Ok(reviews)
}

fn is_same(one: &Untrusted, other: &Untrusted) -> bool {
    one.as_written().eq_ignore_ascii_case(other.as_written())
}

/// Those who approve by any rule.
fn roles(policy: &Policy) -> impl Iterator<Item = &Role> {
    RULES.iter().filter_map(|rule| Some(policy.approvers(rule)?.1))
}

fn is_listed((login, id): (&Untrusted, Option<u64>), policy: &Policy) -> bool {
    roles(policy).flat_map(|role| &role.accounts).any(|account| account.is(login.as_written(), id))
}

/// The teams of the policy that an account belongs to. Nobody asks about one whom the policy names.
pub(super) async fn fetch_teams(
    account: (&Untrusted, Option<u64>),
    policy: &Policy,
    github: &GitHub,
) -> Seen<Vec<String>> {
    let mut teams = Vec::new();
    if is_listed(account, policy) {
        return Ok(teams);
    }
    let all: BTreeSet<String> = roles(policy).flat_map(|role| &role.teams).map(ToString::to_string).collect();
    for team in all {
        if github.fetch_membership(&team, account.0.as_written()).await? {
            teams.push(team);
        }
    }
    Ok(teams)
}

async fn fetch_changes(
    review: &Review,
    name: &RepoName,
    head: Option<&str>,
    github: &GitHub,
) -> Seen<Vec<ChangedFile>> {
    let (Some(commit), Some(head)) = (review.commit.as_deref(), head) else {
        return Err(Obstacle::DependsOn { what: "the commit that was approved" });
    };
    if commit == head {
        return Ok(Vec::new());
    }
    github.list_changes(name, commit, head).await
}

/// The same with the file of the repository that the resume link leads to, known by its bytes and not by its name.
pub(super) fn with_resume(reviews: Reviews, resume: &Resume, ground: &Ground) -> Reviews {
    let resume_file = match &resume.target {
        Ok(Target::Document(document)) => file_of(document, ground).map(Untrusted::from),
        Ok(_) | Err(_) => None,
    };
    Reviews { resume_file, ..reviews }
}

fn file_of(document: &Document, ground: &Ground) -> Option<String> {
    let name = document.git_name.as_ref()?;
    let Some(folder) = &ground.folder else {
        let names = &ground.host.as_ref()?.names;
        return names.iter().find(|(_, known)| *known == name).map(|(path, _)| path.clone());
    };
    let size = document.bytes?;
    let is_it = |path: &&str| {
        let path = folder.join(path);
        let is_of_size = std::fs::metadata(&path).is_ok_and(|file| file.len() == size);
        is_of_size && std::fs::read(&path).is_ok_and(|bytes| git_name(&bytes).as_ref() == Some(name))
    };
    ground.tree.paths().find(is_it).map(str::to_owned)
}
