//! The REST API, as far as it is asked.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hyper::Method;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::caller::Caller;
use crate::commits::{Commit, git_name};
use crate::issues;
use crate::repository::Repository;
use crate::reviews;
use crate::server::{Request, decoded};
use crate::state::{Comment, State};

const READ_ONLY: &str = "Resource not accessible by integration";

/// Answers a request; none where it is no request that anybody should send.
pub(crate) fn answer(state: &mut State, caller: &Caller, request: &Request) -> Option<Answer> {
    let segments: Vec<String> = request.path.split('/').skip(1).map(decoded).collect();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    match segments.as_slice() {
        ["user"] if request.method == Method::GET => Some(user(caller)),
        ["orgs", organisation, "teams", team, below @ ..] => {
            let member = match below {
                [] => None,
                ["memberships", login] => Some(*login),
                _ => return None,
            };
            Some(reviews::team(state, caller, &format!("{organisation}/{team}"), member))
        }
        ["repos", owner, name, below @ ..] => {
            let name = format!("{owner}/{name}");
            if let Some(place) = state.renamed(&name).and_then(|name| state.place(&name)) {
                return Some(moved(request, place, owner));
            }
            in_repository(state, caller, request, &name, below)
        }
        // Where a renamed repository's redirects lead.
        ["repositories", place, below @ ..] => {
            let name = state.repositories.get(place.parse::<usize>().ok()?)?.name.clone();
            in_repository(state, caller, request, &name, below)
        }
        _ => None,
    }
}

fn in_repository(
    state: &mut State,
    caller: &Caller,
    request: &Request,
    name: &str,
    below: &[&str],
) -> Option<Answer> {
    let Some(repository) = state.named(name).filter(|repository| caller.may_see(repository)) else {
        return Some(message(404, "Not Found"));
    };
    if request.method != Method::GET {
        if !caller.may_write(repository) {
            return Some(message(403, READ_ONLY));
        }
        return write(state, caller, request, name, below);
    }
    let at = request.query.get("ref").map_or("HEAD", String::as_str);
    match below {
        [] => Some(Answer::json(200, &about(repository))),
        ["commits", git_ref] => Some(match repository.at(git_ref) {
            Some(commit) => Answer::new("application/vnd.github.sha", commit.sha.clone()),
            None => message(422, "No commit found for SHA"),
        }),
        ["readme", folder @ ..] => Some(match repository.at(at) {
            Some(commit) => readme(commit, &folder.join("/")),
            None => message(404, "Not Found"),
        }),
        ["contents", path @ ..] => Some(match repository.at(at) {
            Some(commit) => contents(commit, &path.join("/"), request),
            None => message(404, "This repository is empty, or has no such commit."),
        }),
        ["pages"] => Some(match &repository.pages {
            Some(address) => Answer::json(200, &json!({ "html_url": address, "status": "built" })),
            None => message(404, "Not Found"),
        }),
        ["issues"] => Some(issues::list(repository, request)),
        ["pulls", number] => Some(pull(repository, number.parse().ok()?)),
        ["pulls", number, "reviews"] => Some(reviews::list(repository, number.parse().ok()?)),
        ["compare", range] => Some(reviews::compare(repository, range)),
        ["issues", number, "comments"] => Some(comments(repository, number.parse().ok()?, request)),
        _ => None,
    }
}

fn write(
    state: &mut State,
    caller: &Caller,
    request: &Request,
    name: &str,
    below: &[&str],
) -> Option<Answer> {
    let body = request.json()["body"].as_str().unwrap_or_default().to_owned();
    if body.encode_utf16().count() > 65_536 {
        return Some(message(422, "Validation Failed"));
    }
    match (request.method.as_str(), below) {
        ("POST", ["issues"]) => Some(issues::post(state.named(name)?, caller, request)),
        ("PATCH", ["issues", number]) => issues::write(state.named(name)?, number, request),
        ("POST", ["issues", number, "comments"]) => {
            let id = state.next_comment_id();
            let author = caller.login().to_owned();
            let pull = state.named(name)?.pull(number.parse().ok()?)?;
            pull.comments.push(Comment { id, author, body, edits: 0, is_unread: true });
            Some(Answer::json(201, &json!({ "id": id })))
        }
        ("PATCH", ["issues", "comments", id]) => Some(match comment(state.named(name)?, id) {
            Some(comment) => {
                comment.body = body;
                comment.edits += 1;
                comment.is_unread = true;
                Answer::json(200, &json!({ "id": comment.id }))
            }
            None => message(404, "Not Found"),
        }),
        ("DELETE", ["issues", "comments", id]) => {
            let id: u64 = id.parse().ok()?;
            let repository = state.named(name)?;
            let is_there =
                repository.pulls.iter().any(|pull| pull.comments.iter().any(|found| found.id == id));
            for pull in &mut repository.pulls {
                pull.comments.retain(|comment| comment.id != id);
            }
            Some(if is_there { Answer::html("").status(204) } else { message(404, "Not Found") })
        }
        _ => None,
    }
}

fn comment<'a>(repository: &'a mut Repository, id: &str) -> Option<&'a mut Comment> {
    let id: u64 = id.parse().ok()?;
    repository.pulls.iter_mut().flat_map(|pull| &mut pull.comments).find(|comment| comment.id == id)
}

fn user(caller: &Caller) -> Answer {
    match caller {
        Caller::User(login) => Answer::json(200, &json!({ "login": login, "type": "User" })),
        Caller::Workflow { .. } => message(403, READ_ONLY),
        Caller::Nobody | Caller::Unknown => message(401, "Requires authentication"),
    }
}

fn moved(request: &Request, place: usize, owner: &str) -> Answer {
    let name = request.path.split('/').nth(3).unwrap_or_default();
    let below = request.path.trim_start_matches(&format!("/repos/{owner}/{name}"));
    let query: Vec<String> = request.query.iter().map(|(key, value)| format!("{key}={value}")).collect();
    let query = if request.query.contains_key("") { String::new() } else { format!("?{}", query.join("&")) };
    let status = if request.method == Method::GET { 301 } else { 307 };
    let host = request.header("host").unwrap_or_default();
    message(status, "Moved").header("location", &format!("http://{host}/repositories/{place}{below}{query}"))
}

/// An answer with nothing but a message.
pub(crate) fn message(status: u16, text: &str) -> Answer {
    Answer::json(status, &json!({ "message": text, "status": status.to_string() }))
}

fn about(repository: &Repository) -> Value {
    json!({
        "full_name": repository.name,
        "private": repository.is_private,
        "archived": repository.is_archived,
        "pushed_at": repository.pushed,
        "owner": { "type": "User" },
        "fork": repository.parent.is_some(),
        "parent": repository.parent.as_ref().map(|parent| json!({ "full_name": parent })),
        "default_branch": repository.default_branch,
        "homepage": repository.homepage,
        "description": repository.description,
    })
}

fn readme(commit: &Commit, folder: &str) -> Answer {
    let Some(path) = commit.readme(folder) else { return message(404, "Not Found") };
    let bytes = &commit.files[&path];
    let is_small = bytes.len() <= 1_000_000;
    // The real API wraps base64 at 60 columns.
    let packed: Vec<u8> = STANDARD.encode(bytes).into_bytes();
    let lines: Vec<_> = packed.chunks(60).map(String::from_utf8_lossy).collect();
    let content = if is_small { lines.join("\n") } else { String::new() };
    let encoding = if is_small { "base64" } else { "none" };
    let file = json!({ "path": path, "size": bytes.len(), "encoding": encoding, "content": content });
    Answer::json(200, &file)
}

fn contents(commit: &Commit, path: &str, request: &Request) -> Answer {
    let path = path.trim_matches('/');
    if let Some(bytes) = commit.files.get(path) {
        let is_raw = request.header("accept").is_some_and(|accept| accept.contains("raw"));
        assert!(is_raw, "files are asked for as they are, not as JSON: {path}");
        return Answer::new("application/vnd.github.raw+json", bytes.clone());
    }
    let Some(entries) = commit.list(path) else { return message(404, "Not Found") };
    let entries = entries.into_iter().map(|(name, is_folder)| {
        let below = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
        let sha = commit.files.get(&below).map(|bytes| git_name(bytes));
        json!({ "name": name, "type": if is_folder { "dir" } else { "file" }, "sha": sha })
    });
    Answer::json(200, &entries.collect())
}

fn pull(repository: &mut Repository, number: u64) -> Answer {
    let Some(pull) = repository.pull(number) else { return message(404, "Not Found") };
    let head = json!({ "sha": pull.head, "repo": { "full_name": pull.head_repository } });
    let user = json!({ "login": pull.author, "type": "User" });
    let (teams, people): (Vec<&String>, Vec<&String>) =
        pull.asked.iter().partition(|whom| whom.contains('/'));
    let people: Value = people.into_iter().map(|login| json!({ "login": login })).collect();
    let teams: Value = teams.into_iter().map(|team| json!({ "slug": team.rsplit('/').next() })).collect();
    let mut body = json!({ "number": number, "user": user, "head": head, "created_at": pull.opened });
    body["requested_reviewers"] = people;
    body["requested_teams"] = teams;
    Answer::json(200, &body)
}

fn comments(repository: &mut Repository, number: u64, request: &Request) -> Answer {
    let Some(pull) = repository.pull(number) else { return message(404, "Not Found") };
    let number_of =
        |key: &str, default| request.query.get(key).map_or(default, |text| text.parse().unwrap_or(default));
    let (per_page, page) = (number_of("per_page", 30), number_of("page", 1));
    let shown = pull.comments.iter().skip((page - 1) * per_page).take(per_page).map(|comment| {
        let kind = if comment.author.ends_with("[bot]") { "Bot" } else { "User" };
        json!({ "id": comment.id, "user": { "login": comment.author, "type": kind }, "body": comment.body })
    });
    Answer::json(200, &shown.collect())
}
