//! The same by REST: for a run without a token, for hosts without GraphQL, and for files that are no plain text.
//! Without a token a host grants sixty requests an hour, so nothing is asked that the answer before can rule out.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures_util::{StreamExt, stream};
use http::Method;

use super::api::Api;
use super::draft::{REF_UNKNOWN, written};
use super::graphql::AT_ONCE;
use super::lineage::UNTOLD;
use super::readme_name::is_readme_name;
use super::request::{ACCEPT_RAW, ACCEPT_SHA, Failure, Request};
use super::rest_shapes::{AboutShape, EntryShape, FileShape, PullShape};
use super::route::route_at;
use super::ruling::{Reply, Ruling};
use super::surroundings::fetch_manifests;
use super::{
    Listing, MAX_FILE_BYTES, PullRequestAnswer, RawFile, RepositoryAnswer, RepositoryAsk, Wanted, comments,
};
use crate::facts::{Instant, Obstacle, RepoName, Repository, Seen, Untrusted};

const TOO_LARGE: Obstacle = Obstacle::TooLarge { limit_bytes: MAX_FILE_BYTES as u64 };

/// Reads them all; the answers stand in the order of the asks.
pub(super) async fn fetch(
    api: &Api,
    asks: &[(RepoName, RepositoryAsk)],
) -> Vec<Result<Option<RepositoryAnswer>, Failure>> {
    let each = asks.iter().map(|(name, ask)| async move {
        match fetch_one(api, name, ask).await {
            Ok(answer) => Ok(Some(answer)),
            Err(Failure::NotFound) => Ok(None),
            Err(failure) => Err(failure),
        }
    });
    stream::iter(each).buffered(AT_ONCE).collect().await
}

async fn fetch_one(api: &Api, name: &RepoName, ask: &RepositoryAsk) -> Result<RepositoryAnswer, Failure> {
    let about: AboutShape = api.read_json(&get(name, &[], None)).await?;
    let name = RepoName::parse(&about.full_name).ok_or(Failure::Obstacle(Obstacle::Garbled))?;
    let top = fetch_top(api, &name, ask).await;
    let entries = match &top {
        Ok(entries) => entries.as_slice(),
        Err(REF_UNKNOWN) => &[],
        Err(obstacle) => return Err(Failure::Obstacle(obstacle.clone())),
    };
    let is_empty = top.as_ref().is_ok_and(Vec::is_empty);
    let (readme, files, pull_request, head) = tokio::join!(
        readme_in(api, &name, ask, &top),
        files_in(api, &name, ask, &top),
        fetch_pull_request(api, &name, ask.pull_request),
        fetch_head(api, &name, ask, &top),
    );
    let repository = Repository {
        is_empty,
        is_private: about.private,
        is_archived: about.archived,
        is_organisations: about.owner.map(|owner| owner.kind == "Organization"),
        pushed: about.pushed_at.as_deref().and_then(Instant::parse),
        fork_of: about.parent.and_then(|parent| RepoName::parse(&parent.full_name)),
        default_branch: about.default_branch.filter(|_| !is_empty).map(Untrusted::from),
        head: head?,
        homepage: written(about.homepage.as_deref()),
        description: written(about.description.as_deref()),
        top: entries.iter().map(listed).collect(),
        name,
    };
    let manifests = fetch_manifests(api, &repository, ask, &readme).await;
    let files = files.into_iter().chain(manifests).collect();
    let mut listing = Listing::default();
    listing.add_names(repository.top.iter().map(Untrusted::as_written));
    let names = if ask.pull_request.is_some() { names(entries) } else { BTreeMap::new() };
    // Who brought a file in is told by GraphQL only.
    let kept = Err(if ask.kept.is_some() { Obstacle::NoAccess } else { Obstacle::NotAsked });
    let teams = BTreeMap::new();
    let (lineage, pins) = (Err(UNTOLD), Vec::new());
    Ok(RepositoryAnswer {
        repository,
        readme,
        listing,
        files,
        lineage,
        pins,
        names,
        pull_request,
        kept,
        teams,
    })
}

/// The names that git gives the files at the top.
fn names(entries: &[EntryShape]) -> BTreeMap<String, String> {
    let files = entries.iter().filter(|entry| entry.kind == "file");
    files.filter_map(|entry| Some((entry.name.clone(), entry.sha.clone()?))).collect()
}

/// The entries at the top; none where there is no commit.
async fn fetch_top(api: &Api, name: &RepoName, ask: &RepositoryAsk) -> Seen<Vec<EntryShape>> {
    let at = ask.git_ref.as_deref();
    match api.read_json(&get(name, &["contents"], at)).await {
        Ok(entries) => Ok(entries),
        Err(Failure::NotFound) if at.is_some() => Err(REF_UNKNOWN),
        Err(Failure::NotFound) => Ok(Vec::new()),
        Err(failure) => Err(failure.into()),
    }
}

/// The commit that was read, where somebody asked for more than the README: each request counts.
async fn fetch_head(
    api: &Api,
    name: &RepoName,
    ask: &RepositoryAsk,
    top: &Seen<Vec<EntryShape>>,
) -> Result<Option<String>, Failure> {
    let is_wanted = ask.git_ref.is_some() || !ask.files.is_empty();
    if !is_wanted || !top.as_ref().is_ok_and(|entries| !entries.is_empty()) {
        return Ok(None);
    }
    let at = ask.git_ref.as_deref().unwrap_or("HEAD");
    let request = get(name, &["commits", at], None).accepting(ACCEPT_SHA, 1000);
    let sha = |reply: &Reply| {
        let text = String::from_utf8_lossy(&reply.body).trim().to_owned();
        let is_sha = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_sha { Ok(Some(text)) } else { Err(Ruling::Again(Obstacle::Garbled)) }
    };
    api.read(&request, sha).await
}

/// The README, where the listing does not rule it out.
async fn readme_in(
    api: &Api,
    name: &RepoName,
    ask: &RepositoryAsk,
    top: &Seen<Vec<EntryShape>>,
) -> Seen<Option<RawFile>> {
    if ask.readme == Wanted::No {
        return Err(Obstacle::NotAsked);
    }
    let may_have = |entry: &EntryShape| match &ask.folder {
        Some(folder) => entry.is_start_of(&format!("{}/", folder.trim_matches('/'))),
        None => is_readme_name(&entry.name) || entry.is_start_of(".github/") || entry.is_start_of("docs/"),
    };
    let is_possible = top.as_ref().map_err(Clone::clone)?.iter().any(may_have);
    if is_possible { fetch_readme(api, name, ask).await } else { Ok(None) }
}

async fn files_in(
    api: &Api,
    name: &RepoName,
    ask: &RepositoryAsk,
    top: &Seen<Vec<EntryShape>>,
) -> BTreeMap<String, Seen<Option<RawFile>>> {
    let each = ask.files.iter().map(|path| async move {
        let file = match top {
            Ok(entries) if entries.iter().any(|entry| entry.is_start_of(path)) => {
                fetch_file(api, name, path, ask.git_ref.as_deref()).await
            }
            Ok(_) => Ok(None),
            Err(obstacle) => Err(obstacle.clone()),
        };
        (path.clone(), file)
    });
    stream::iter(each).buffered(AT_ONCE).collect().await
}

/// The README that the host itself would show, whatever its name.
pub(super) async fn fetch_readme(api: &Api, name: &RepoName, ask: &RepositoryAsk) -> Seen<Option<RawFile>> {
    let folder = ask.folder.iter().flat_map(|folder| folder.trim_matches('/').split('/'));
    let segments: Vec<&str> = ["readme"].into_iter().chain(folder).collect();
    let at = ask.git_ref.as_deref();
    let file: FileShape = match api.read_json(&get(name, &segments, at)).await {
        Ok(file) => file,
        Err(Failure::NotFound) => return Ok(None),
        Err(failure) => return Err(failure.into()),
    };
    if file.size > MAX_FILE_BYTES as u64 {
        return Err(TOO_LARGE);
    }
    match (file.encoding.as_deref(), &file.content) {
        (Some("base64"), Some(content)) => {
            let packed: String = content.split_ascii_whitespace().collect();
            let bytes = STANDARD.decode(packed).map_err(|_| Obstacle::Garbled)?;
            Ok(Some(RawFile { path: file.path.into(), bytes: bytes.into() }))
        }
        _ => fetch_file(api, name, &file.path, at).await,
    }
}

/// The bytes of one file; none where there is no such file.
pub(super) async fn fetch_file(
    api: &Api,
    name: &RepoName,
    path: &str,
    git_ref: Option<&str>,
) -> Seen<Option<RawFile>> {
    let segments: Vec<&str> = ["contents"].into_iter().chain(path.split('/')).collect();
    let request = get(name, &segments, git_ref).accepting(ACCEPT_RAW, MAX_FILE_BYTES);
    let bytes = |reply: &Reply| match reply.header("content-type") {
        Some(kind) if kind.contains("raw") => Ok(Some(reply.body.clone())),
        Some(kind) if kind.contains("json") => Ok(None), // a folder, which has no bytes
        _ => Err(Ruling::Again(Obstacle::Garbled)),
    };
    match api.read(&request, bytes).await {
        Ok(bytes) => Ok(bytes.map(|bytes| RawFile { path: path.into(), bytes })),
        Err(Failure::NotFound) => Ok(None),
        Err(failure) => Err(failure.into()),
    }
}

async fn fetch_pull_request(
    api: &Api,
    name: &RepoName,
    number: Option<u64>,
) -> Option<Seen<PullRequestAnswer>> {
    let number = number?;
    let request = get(name, &["pulls", &number.to_string()], None);
    let pull: PullShape = match api.read_json(&request).await {
        Ok(pull) => pull,
        Err(Failure::NotFound) => return None,
        Err(failure) => return Some(Err(failure.into())),
    };
    let comments = comments::list_by_rest(api, name, number).await;
    Some(Ok(PullRequestAnswer {
        author: pull.user.map(|user| user.login.into()),
        head: Some(pull.head.sha),
        head_repository: pull.head.repo.and_then(|head| RepoName::parse(&head.full_name)),
        deployments: Vec::new(),
        comments: comments.map_err(Obstacle::from),
        reviews: Err(Obstacle::NotAsked),
    }))
}

/// A GET below a repository, at a branch, tag or commit.
fn get(name: &RepoName, segments: &[&str], git_ref: Option<&str>) -> Request {
    Request::new(Method::GET, route_at(name, segments, git_ref))
}

fn listed(entry: &EntryShape) -> Untrusted {
    let mark = if entry.kind == "dir" { "/" } else { "" };
    format!("{}{mark}", entry.name).into()
}
