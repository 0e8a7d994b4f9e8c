//! Reviews of pull requests, who is asked for one, teams, and the comparison of two commits.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::World;
use crate::answer::Answer;
use crate::caller::Caller;
use crate::commits::{Commit, Files, git_name};
use crate::repository::Repository;
use crate::rest::message;
use crate::state::{PullRequest, State};

/// A review as the host keeps it.
#[derive(Debug, Clone)]
pub struct Review {
    login: String,
    id: u64,
    state: &'static str,
    submitted: String,
    body: String,
    commit: Option<String>,
}

impl Review {
    /// One that approves, by an account with its number, at a moment.
    pub fn approved(login: &str, id: u64, submitted: &str) -> Self {
        let (login, submitted) = (login.into(), submitted.into());
        Self { login, id, state: "APPROVED", submitted, body: String::new(), commit: None }
    }

    /// The same, asking for changes.
    #[must_use]
    pub fn asking_for_changes(self) -> Self {
        Self { state: "CHANGES_REQUESTED", ..self }
    }

    /// The same, only saying something.
    #[must_use]
    pub fn commenting(self) -> Self {
        Self { state: "COMMENTED", ..self }
    }

    /// The same, taken back.
    #[must_use]
    pub fn dismissed(self) -> Self {
        Self { state: "DISMISSED", ..self }
    }

    /// The same with words.
    #[must_use]
    pub fn saying(self, body: &str) -> Self {
        Self { body: body.into(), ..self }
    }

    /// The same of another commit than the one that is proposed when it is given.
    #[must_use]
    pub fn of(self, commit: &str) -> Self {
        Self { commit: Some(commit.into()), ..self }
    }
}

impl World {
    /// Gives a review.
    pub fn review(&self, repository: &str, number: u64, review: Review) {
        let mut state = self.state();
        let pull = state.named(repository).and_then(|repository| repository.pull(number));
        let pull = pull.expect("a pull request");
        let commit = review.commit.clone().unwrap_or_else(|| pull.head.clone());
        pull.asked.remove(&review.login);
        pull.reviews.push(Review { commit: Some(commit), ..review });
    }

    /// Asks an account, or a team as `organisation/team`, for a review.
    pub fn ask_review(&self, repository: &str, number: u64, whom: &str) {
        let mut state = self.state();
        let pull = state.named(repository).and_then(|repository| repository.pull(number));
        pull.expect("a pull request").asked.insert(whom.into());
    }

    /// Says when a pull request was opened.
    pub fn opened(&self, repository: &str, number: u64, at: &str) {
        let mut state = self.state();
        let pull = state.named(repository).and_then(|repository| repository.pull(number));
        pull.expect("a pull request").opened = at.into();
    }

    /// Has a team, as `organisation/team`, that people may see and workflows may not.
    pub fn team(&self, name: &str, members: &[&str]) {
        let members: BTreeSet<String> = members.iter().map(|member| (*member).into()).collect();
        self.state().teams.insert(name.into(), members);
    }
}

/// What GraphQL says of a pull request's reviews.
pub(crate) fn nodes(pull: &PullRequest) -> Value {
    let each = pull.reviews.iter().map(|review| {
        json!({
            "author": { "login": review.login, "databaseId": review.id },
            "state": review.state,
            "submittedAt": review.submitted,
            "body": review.body,
            "commit": { "oid": review.commit },
        })
    });
    json!({ "nodes": each.collect::<Value>() })
}

/// What GraphQL says of those who are asked.
pub(crate) fn requests(pull: &PullRequest) -> Value {
    let each = pull.asked.iter().map(|whom| {
        let reviewer = if whom.contains('/') {
            json!({ "__typename": "Team", "combinedSlug": whom })
        } else {
            json!({ "__typename": "User", "login": whom })
        };
        json!({ "requestedReviewer": reviewer })
    });
    json!({ "nodes": each.collect::<Value>() })
}

/// What REST says of a pull request's reviews.
pub(crate) fn list(repository: &mut Repository, number: u64) -> Answer {
    let Some(pull) = repository.pull(number) else { return message(404, "Not Found") };
    let each = pull.reviews.iter().map(|review| {
        json!({
            "user": { "login": review.login, "id": review.id },
            "state": review.state,
            "submitted_at": review.submitted,
            "body": review.body,
            "commit_id": review.commit,
        })
    });
    Answer::json(200, &each.collect())
}

/// Whether an account is in a team, or the team itself.
pub(crate) fn team(state: &State, caller: &Caller, name: &str, member: Option<&str>) -> Answer {
    let Some(members) = state.teams.get(name).filter(|_| matches!(caller, Caller::User(_))) else {
        return message(404, "Not Found");
    };
    match member {
        None => Answer::json(200, &json!({ "slug": name })),
        Some(login) if members.contains(login) => Answer::json(200, &json!({ "state": "active" })),
        Some(_) => message(404, "Not Found"),
    }
}

/// What GraphQL says of a team; none where the caller may not see it.
pub(crate) fn members(state: &State, caller: &Caller, name: &str) -> Option<Value> {
    let members = state.teams.get(name).filter(|_| matches!(caller, Caller::User(_)))?;
    let nodes: Value = members.iter().map(|login| json!({ "login": login })).collect();
    Some(json!({ "members": { "pageInfo": { "hasNextPage": false }, "nodes": nodes } }))
}

/// What differs between a commit and the last one that another has in common with it.
pub(crate) fn compare(repository: &Repository, range: &str) -> Answer {
    let commits = range.split_once("...").and_then(|(from, to)| repository.at(from).zip(repository.at(to)));
    let Some((from, to)) = commits else { return message(404, "Not Found") };
    let (older, newer) = (history(repository, from), history(repository, to));
    let is_in = |list: &[&Commit], commit: &Commit| list.iter().any(|known| known.sha == commit.sha);
    let status = match (is_in(&newer, from), is_in(&older, to)) {
        (true, true) => "identical",
        (true, false) => "ahead",
        (false, true) => "behind",
        (false, false) => "diverged",
    };
    let base = older.iter().find(|commit| is_in(&newer, commit)).map(|commit| commit.files.clone());
    let files = differing(&base.unwrap_or_default(), &to.files);
    Answer::json(200, &json!({ "status": status, "files": files }))
}

/// A commit and those before it, newest first.
fn history<'a>(repository: &'a Repository, commit: &'a Commit) -> Vec<&'a Commit> {
    std::iter::successors(Some(commit), |commit| repository.at(commit.parent.as_deref()?)).collect()
}

fn differing(old: &Files, new: &Files) -> Value {
    let paths: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let changed = paths.into_iter().filter(|path| old.get(*path) != new.get(*path));
    let files = changed.map(|path| {
        let text = |files: &Files| match files.get(path) {
            Some(bytes) => String::from_utf8(bytes.clone()).ok(),
            None => Some(String::new()),
        };
        // Of files that are no text the host shows no lines.
        let patch = text(old).zip(text(new)).map(|(old, new)| {
            let old = old.lines().map(|line| format!("-{line}\n"));
            old.chain(new.lines().map(|line| format!("+{line}\n"))).collect::<String>()
        });
        let status = if new.contains_key(path) { "modified" } else { "removed" };
        let sha = new.get(path).or(old.get(path)).map(|bytes| git_name(bytes));
        json!({ "filename": path, "status": status, "sha": sha, "patch": patch })
    });
    files.collect()
}
