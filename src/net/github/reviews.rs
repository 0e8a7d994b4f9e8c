//! The reviews of a pull request and who was asked for one, by GraphQL beside everything else or by REST.

use http::Method;
use serde::Deserialize;

use super::api::Api;
use super::request::{Failure, Request};
use super::route::route;
use super::shapes::{NodesShape, RequestShape, ReviewShape};
use crate::facts::{Instant, Obstacle, RepoName, Review, ReviewState, Reviews, Seen, Untrusted};

const PER_PAGE: usize = 100;

/// What GraphQL said; none where it was not asked.
pub(super) fn from_shapes(
    opened: Option<&str>,
    asked: Option<NodesShape<RequestShape>>,
    reviews: Option<NodesShape<ReviewShape>>,
) -> Option<Seen<Reviews>> {
    let (asked, reviews) = asked.zip(reviews)?;
    let asked = asked.nodes.into_iter().flatten().filter_map(|node| node.requested_reviewer);
    let asked = asked.filter_map(|reviewer| reviewer.login.or(reviewer.combined_slug)).map(Untrusted::new);
    let reviews: Seen<Vec<Review>> = reviews
        .nodes
        .into_iter()
        .flatten()
        .filter_map(|shape| {
            let author = shape.author?;
            let commit = shape.commit.map(|commit| commit.oid);
            let words = Words { state: &shape.state, submitted: shape.submitted_at.as_deref() };
            review((author.login, author.database_id), &words, (commit, shape.body))
        })
        .collect();
    let opened = opened.and_then(Instant::parse);
    Some(reviews.map(|reviews| Reviews { opened, reviews, asked: asked.collect(), resume_file: None }))
}

/// What the host says of a review in words.
struct Words<'a> {
    state: &'a str,
    submitted: Option<&'a str>,
}

/// None for a review that is not handed in yet.
fn review(
    (login, id): (String, Option<u64>),
    words: &Words<'_>,
    (commit, body): (Option<String>, Option<String>),
) -> Option<Seen<Review>> {
    let state = match words.state {
        "APPROVED" => ReviewState::Approved,
        "CHANGES_REQUESTED" => ReviewState::ChangesRequested,
        "DISMISSED" => ReviewState::Dismissed,
        "PENDING" => return None,
        _ => ReviewState::Commented,
    };
    let Some(submitted) = words.submitted.and_then(Instant::parse) else {
        return Some(Err(Obstacle::Garbled));
    };
    Some(Ok(Review {
        login: login.into(),
        id,
        state,
        submitted,
        commit,
        scope: scope(&body.unwrap_or_default()),
        teams: Err(Obstacle::NotAsked),
        changes: Err(Obstacle::NotAsked),
    }))
}

/// `approve: resume, portfolio` on a line of its own.
fn scope(body: &str) -> Vec<Untrusted> {
    let lines = body.lines().filter_map(|line| line.trim().split_once(':'));
    let approving = lines.filter(|(word, _)| word.trim().eq_ignore_ascii_case("approve"));
    let words = approving.flat_map(|(_, what)| what.split([',', ' ']));
    words.map(str::trim).filter(|word| !word.is_empty()).map(|word| word.to_lowercase().into()).collect()
}

#[derive(Debug, Deserialize)]
struct RestPull {
    created_at: Option<String>,
    #[serde(default)]
    requested_reviewers: Vec<RestUser>,
    #[serde(default)]
    requested_teams: Vec<RestTeam>,
}

#[derive(Debug, Deserialize)]
struct RestUser {
    login: String,
    id: Option<u64>,
}

#[derive(Debug, Deserialize)]
struct RestTeam {
    slug: String,
}

#[derive(Debug, Deserialize)]
struct RestReview {
    user: Option<RestUser>,
    state: String,
    submitted_at: Option<String>,
    commit_id: Option<String>,
    body: Option<String>,
}

/// Reads them by REST, to the last page.
pub(super) async fn list(api: &Api, name: &RepoName, number: u64) -> Result<Reviews, Failure> {
    let number = number.to_string();
    let pull: RestPull = api.read_json(&Request::new(Method::GET, route(name, &["pulls", &number]))).await?;
    let mut reviews = Vec::new();
    for page in 1.. {
        let route = route(name, &["pulls", &number, "reviews"]);
        let request = Request::new(Method::GET, format!("{route}?per_page={PER_PAGE}&page={page}"));
        let read: Vec<RestReview> = api.read_json(&request).await?;
        let is_last = read.len() < PER_PAGE;
        reviews.extend(read);
        if is_last {
            break;
        }
    }
    let reviews: Seen<Vec<Review>> = reviews
        .into_iter()
        .filter_map(|shape| {
            let user = shape.user?;
            let words = Words { state: &shape.state, submitted: shape.submitted_at.as_deref() };
            review((user.login, user.id), &words, (shape.commit_id, shape.body))
        })
        .collect();
    let people = pull.requested_reviewers.into_iter().map(|user| user.login);
    let teams = pull.requested_teams.into_iter().map(|team| format!("{}/{}", name.owner(), team.slug));
    Ok(Reviews {
        opened: pull.created_at.as_deref().and_then(Instant::parse),
        reviews: reviews.map_err(Failure::Obstacle)?,
        asked: people.chain(teams).map(Untrusted::new).collect(),
        resume_file: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_a_line_of_its_own() {
        let words = |body| scope(body).iter().map(|word| word.as_written().to_owned()).collect::<Vec<_>>();
        assert_eq!(words("Well done!\napprove: Resume, portfolio\n"), ["resume", "portfolio"]);
        assert_eq!(words("I approve: nothing here"), Vec::<String>::new());
        assert_eq!(words(""), Vec::<String>::new());
    }
}
