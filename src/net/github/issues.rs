//! Issues with a label of ours: read, opened once, edited in place.

use http::Method;
use serde::Deserialize;
use serde_json::json;

use super::WriteError;
use super::api::{Api, json as read};
use super::comments::is_own;
use super::request::{Failure, Request};
use super::rest_shapes::UserShape;
use super::route::route;
use super::ruling::Ruling;
use crate::facts::{RepoName, Untrusted};
use crate::net::retry::Tries;

/// More with our label were opened by others; ours are the oldest.
const PER_PAGE: usize = 100;

#[derive(Debug, Deserialize)]
struct IssueShape {
    number: u64,
    state: String,
    body: Option<String>,
    user: Option<UserShape>,
}

#[derive(Debug, Deserialize)]
struct Numbered {
    number: u64,
}

/// An issue that the account of the token wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its number.
    pub number: u64,
    /// False once it is closed.
    pub is_open: bool,
    /// Its text.
    pub body: Untrusted,
}

/// What an issue says.
#[derive(Debug, Clone, Copy)]
pub struct IssueText<'a> {
    /// On one line.
    pub title: &'a str,
    /// In Markdown.
    pub body: &'a str,
    /// By which ours are found.
    pub label: &'a str,
}

/// What becomes of an issue.
#[derive(Debug, Clone, Copy)]
pub struct IssueEdit<'a> {
    /// Which one.
    pub number: u64,
    /// `open` or `closed`, where that changes.
    pub state: Option<&'a str>,
    /// The new text.
    pub body: &'a str,
}

/// Those that carry the label and were written by the account of the token, open and closed, oldest first.
pub(super) async fn list(api: &Api, name: &RepoName, label: &str) -> Result<Vec<Issue>, Failure> {
    let route = route(name, &["issues"]);
    let words = format!("labels={label}&state=all&sort=created&direction=asc&per_page={PER_PAGE}");
    let shapes: Vec<IssueShape> =
        api.read_json(&Request::new(Method::GET, format!("{route}?{words}"))).await?;
    let mut issues = Vec::new();
    for shape in shapes {
        if is_own(api, &shape.user.unwrap_or_default()).await? {
            let body = shape.body.unwrap_or_default().into();
            issues.push(Issue { number: shape.number, is_open: shape.state == "open", body });
        }
    }
    Ok(issues)
}

/// Opens one. After a try whose outcome is unknown it is looked for before it is sent again.
pub(super) async fn post(api: &Api, name: &RepoName, text: IssueText<'_>) -> Result<u64, WriteError> {
    let body = json!({ "title": text.title, "body": text.body, "labels": [text.label] });
    let request = Request::new(Method::POST, route(name, &["issues"])).with_body(body);
    let mut tries = Tries::default();
    loop {
        let ruling = match api.send(&request, read::<Numbered>).await {
            Ok(created) => return Ok(created.number),
            Err(ruling) => ruling,
        };
        let waited = api.wait_after(&ruling, &mut tries).await;
        if matches!(ruling, Ruling::Again(_)) {
            let issues = list(api, name, text.label).await?;
            let same = |issue: &&Issue| issue.body.as_written().trim() == text.body.trim();
            if let Some(issue) = issues.iter().find(same) {
                return Ok(issue.number);
            }
        }
        waited?;
    }
}

/// Writes the text of one, and its state where one is given.
pub(super) async fn write(api: &Api, name: &RepoName, edit: IssueEdit<'_>) -> Result<(), WriteError> {
    let mut fields = json!({ "body": edit.body });
    if let Some(state) = edit.state {
        fields["state"] = state.into();
    }
    let number = edit.number;
    let route = route(name, &["issues", &number.to_string()]);
    Ok(api.read(&Request::new(Method::PATCH, route).with_body(fields), |_| Ok(())).await?)
}
