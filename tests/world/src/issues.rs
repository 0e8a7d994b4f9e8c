//! Issues of a repository: listed by label, opened, edited, closed.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::caller::Caller;
use crate::repository::Repository;
use crate::server::Request;

/// An issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its number.
    pub number: u64,
    /// The account that wrote it.
    pub author: String,
    /// On one line.
    pub title: String,
    /// Its text.
    pub body: String,
    /// Its labels.
    pub labels: Vec<String>,
    /// True until it is closed.
    pub is_open: bool,
    /// How often it was edited.
    pub edits: usize,
}

pub(crate) fn list(repository: &Repository, request: &Request) -> Answer {
    let label = request.query.get("labels").cloned().unwrap_or_default();
    assert_eq!(request.query.get("state").map(String::as_str), Some("all"), "closed ones are ours too");
    let found = repository.issues.iter().filter(|issue| issue.labels.contains(&label));
    Answer::json(200, &found.map(shown).collect())
}

pub(crate) fn post(repository: &mut Repository, caller: &Caller, request: &Request) -> Answer {
    let said = request.json();
    let text = |key: &str| said[key].as_str().unwrap_or_default().to_owned();
    let labels = said["labels"].as_array().into_iter().flatten();
    let issue = Issue {
        number: repository.issues.len() as u64 + 1,
        author: caller.login().into(),
        title: text("title"),
        body: text("body"),
        labels: labels.filter_map(|label| label.as_str().map(str::to_owned)).collect(),
        is_open: true,
        edits: 0,
    };
    let answer = Answer::json(201, &shown(&issue));
    repository.issues.push(issue);
    answer
}

/// None where there is no such issue.
pub(crate) fn write(repository: &mut Repository, number: &str, request: &Request) -> Option<Answer> {
    let number: u64 = number.parse().ok()?;
    let issue = repository.issues.iter_mut().find(|issue| issue.number == number)?;
    let said = request.json();
    if let Some(body) = said["body"].as_str() {
        issue.body = body.into();
    }
    if let Some(state) = said["state"].as_str() {
        issue.is_open = state == "open";
    }
    issue.edits += 1;
    Some(Answer::json(200, &shown(issue)))
}

fn shown(issue: &Issue) -> Value {
    let kind = if issue.author.ends_with("[bot]") { "Bot" } else { "User" };
    json!({
        "number": issue.number,
        "state": if issue.is_open { "open" } else { "closed" },
        "title": issue.title,
        "body": issue.body,
        "user": { "login": issue.author, "type": kind },
    })
}
