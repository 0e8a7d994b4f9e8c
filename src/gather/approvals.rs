//! What reviewers said of the pull request: who of them may approve, and what was changed since they looked.

use super::ground::Ground;
use crate::facts::{Obstacle, RepoName, Review, ReviewState, Reviews, Seen, Untrusted};
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
    let roles: Vec<&Role> = RULES.iter().filter_map(|rule| Some(policy.approvers(rule)?.1)).collect();
    for review in &mut reviews.reviews {
        let is_authors = answer.author.as_ref().is_some_and(|author| is_same(author, &review.login));
        if review.state == ReviewState::Commented || is_authors {
            continue;
        }
        review.teams = fetch_teams(review, &roles, github).await;
        if review.state == ReviewState::Approved && may_approve(review, &roles) {
            review.changes = fetch_changes(review, name, head, github).await;
        }
    }
    Ok(reviews)
}

fn is_same(one: &Untrusted, other: &Untrusted) -> bool {
    one.as_written().eq_ignore_ascii_case(other.as_written())
}

fn is_listed(review: &Review, roles: &[&Role]) -> bool {
    let mut accounts = roles.iter().flat_map(|role| &role.accounts);
    accounts.any(|account| account.is(review.login.as_written(), review.id))
}

fn may_approve(review: &Review, roles: &[&Role]) -> bool {
    is_listed(review, roles) || review.teams.as_ref().is_ok_and(|teams| !teams.is_empty())
}

/// The teams of the policy that a reviewer belongs to. Nobody asks about one whom the policy names.
async fn fetch_teams(review: &Review, roles: &[&Role], github: &GitHub) -> Seen<Vec<String>> {
    let mut teams = Vec::new();
    if is_listed(review, roles) {
        return Ok(teams);
    }
    let mut all: Vec<String> = roles.iter().flat_map(|role| &role.teams).map(ToString::to_string).collect();
    all.sort_unstable();
    all.dedup();
    for team in all {
        if github.fetch_membership(&team, review.login.as_written()).await? {
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
) -> Seen<Vec<crate::facts::ChangedFile>> {
    let (Some(commit), Some(head)) = (review.commit.as_deref(), head) else {
        return Err(Obstacle::DependsOn { what: "the commit that was approved" });
    };
    if commit == head {
        return Ok(Vec::new());
    }
    github.list_changes(name, commit, head).await
}
