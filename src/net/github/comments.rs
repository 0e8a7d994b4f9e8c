//! The comments of a pull request: read to the last page, written once, and which of them are ours.

use http::Method;
use serde_json::{Value, json};

use super::api::{Api, json as read};
use super::graphql::whole_answer;
use super::request::{Failure, Request};
use super::rest_shapes::{CommentShape as RestComment, Created, UserShape};
use super::route::route;
use super::ruling::{Reply, Ruling};
use super::shapes::{CommentShape, Complaint, ErrorShape, PageShape};
use super::{WriteError, query};
use crate::facts::{Comment, Obstacle, RepoName, Seen};
use crate::net::retry::Tries;

/// The account under which workflows comment, without the `[bot]` that REST puts behind it.
const ACTIONS: &str = "github-actions";
const PER_PAGE: usize = 100;

/// Reads them all, by GraphQL where it serves: it says which comments are ours.
pub(super) async fn list(api: &Api, name: &RepoName, number: u64) -> Result<Vec<Comment>, Failure> {
    if api.has_token {
        match fetch_pages(api, name, number, None).await {
            Err(Failure::NotFound | Failure::Unauthorized | Failure::Refused { .. }) => {}
            settled => return settled,
        }
    }
    list_by_rest(api, name, number).await
}

/// Reads the pages from a cursor on, or from the first.
pub(super) async fn fetch_pages(
    api: &Api,
    name: &RepoName,
    number: u64,
    mut after: Option<String>,
) -> Result<Vec<Comment>, Failure> {
    let mut comments = Vec::new();
    loop {
        let request = api.query(&query::comments(name, number, after.as_deref()));
        let page = api.read(&request, page_of).await?;
        after = next_page(&page);
        comments.extend(from_page(page).map_err(Failure::Obstacle)?);
        if after.is_none() {
            return Ok(comments);
        }
    }
}

fn page_of(reply: &Reply) -> Result<PageShape, Ruling> {
    let mut answer = whole_answer(reply)?;
    let shape = answer.data.as_mut().and_then(|data| data.remove(&query::alias(0)).flatten());
    if let Some(page) = shape.and_then(|shape| shape.pull_request).and_then(|pull| pull.comments) {
        return Ok(page);
    }
    Err(match answer.errors.first().map(ErrorShape::complaint) {
        Some(Complaint::NotFound | Complaint::NoAccess) => Ruling::NotFound,
        Some(Complaint::Limited) => Ruling::Limited { wait: reply.wait() },
        Some(Complaint::Overload) | None => Ruling::Again(Obstacle::Garbled),
        Some(Complaint::NotUnderstood) => Ruling::Refused { status: reply.status },
    })
}

/// Where the page after this one begins.
pub(super) fn next_page(page: &PageShape) -> Option<String> {
    page.page_info.end_cursor.clone().filter(|_| page.page_info.has_next_page)
}

/// The comments of a page.
pub(super) fn from_page(page: PageShape) -> Seen<Vec<Comment>> {
    page.nodes.into_iter().flatten().map(from_node).collect()
}

fn from_node(node: CommentShape) -> Seen<Comment> {
    let id = match node.full_database_id {
        Some(Value::String(digits)) => digits.parse().ok(),
        Some(number) => number.as_u64(),
        None => None,
    };
    let is_actions = node
        .author
        .as_ref()
        .is_some_and(|author| author.kind.as_deref() == Some("Bot") && author.login == ACTIONS);
    Ok(Comment {
        id: id.ok_or(Obstacle::Garbled)?,
        author: node.author.map(|author| author.login).unwrap_or_default().into(),
        is_ours: is_actions || node.viewer_did_author == Some(true),
        body: node.body.unwrap_or_default().into(),
    })
}

/// Reads them all by REST.
pub(super) async fn list_by_rest(api: &Api, name: &RepoName, number: u64) -> Result<Vec<Comment>, Failure> {
    let mut comments = Vec::new();
    for page in 1.. {
        let route = route(name, &["issues", &number.to_string(), "comments"]);
        let request = Request::new(Method::GET, format!("{route}?per_page={PER_PAGE}&page={page}"));
        let read: Vec<RestComment> = api.read_json(&request).await?;
        let is_last = read.len() < PER_PAGE;
        for shape in read {
            comments.push(from_rest(api, shape).await?);
        }
        if is_last {
            break;
        }
    }
    Ok(comments)
}

async fn from_rest(api: &Api, shape: RestComment) -> Result<Comment, Failure> {
    let user = shape.user.unwrap_or_default();
    let author = user.login.strip_suffix("[bot]").unwrap_or(&user.login);
    let mut comment = Comment {
        id: shape.id,
        author: author.into(),
        is_ours: false,
        body: shape.body.unwrap_or_default().into(),
    };
    // Who we are is asked only where something depends on it.
    comment.is_ours = comment.is_marked() && is_own(api, &user).await?;
    Ok(comment)
}

/// True where an account is that of the token, or the bot of workflows.
pub(super) async fn is_own(api: &Api, user: &UserShape) -> Result<bool, Failure> {
    if user.kind.as_deref() == Some("Bot") {
        return Ok(user.login.strip_suffix("[bot]").unwrap_or(&user.login) == ACTIONS);
    }
    Ok(own_login(api).await?.is_some_and(|own| own.eq_ignore_ascii_case(&user.login)))
}

/// The login behind the token, asked for once; none where no person is.
async fn own_login(api: &Api) -> Result<Option<&str>, Failure> {
    let fetch = || async {
        if !api.has_token {
            return Ok(None);
        }
        match api.read_json::<UserShape>(&Request::new(Method::GET, "/user")).await {
            Ok(user) => Ok(Some(user.login)),
            // A workflow's own token may not ask who it is.
            Err(Failure::NotFound | Failure::Obstacle(Obstacle::NoAccess)) => Ok(None),
            Err(failure) => Err(failure),
        }
    };
    api.login.get_or_try_init(fetch).await.map(Option::as_deref)
}

/// Writes a new comment. After a try whose outcome is unknown it is looked for before it is sent again.
pub(super) async fn post(api: &Api, name: &RepoName, number: u64, body: &str) -> Result<u64, WriteError> {
    let route = route(name, &["issues", &number.to_string(), "comments"]);
    let request = Request::new(Method::POST, route).with_body(json!({ "body": body }));
    let mut tries = Tries::default();
    loop {
        let ruling = match api.send(&request, read::<Created>).await {
            Ok(created) => return Ok(created.id),
            Err(ruling) => ruling,
        };
        let waited = api.wait_after(&ruling, &mut tries).await;
        if matches!(ruling, Ruling::Again(_))
            && let Some(id) = find(api, name, number, body).await?
        {
            return Ok(id);
        }
        waited?;
    }
}

/// Our comment with this very text.
async fn find(api: &Api, name: &RepoName, number: u64, body: &str) -> Result<Option<u64>, WriteError> {
    let comments = list(api, name, number).await?;
    let same = |comment: &Comment| comment.is_ours && comment.body.as_written().trim() == body.trim();
    Ok(comments.into_iter().find(same).map(|comment| comment.id))
}

/// Replaces the text of a comment.
pub(super) async fn write(api: &Api, name: &RepoName, id: u64, body: &str) -> Result<(), WriteError> {
    let request = one(Method::PATCH, name, id).with_body(json!({ "body": body }));
    Ok(api.read(&request, |_| Ok(())).await?)
}

/// Deletes a comment; one that is gone already is no error.
pub(super) async fn delete(api: &Api, name: &RepoName, id: u64) -> Result<(), WriteError> {
    match api.read(&one(Method::DELETE, name, id), |_| Ok(())).await {
        Ok(()) | Err(Failure::NotFound) => Ok(()),
        Err(failure) => Err(failure.into()),
    }
}

fn one(method: Method, name: &RepoName, id: u64) -> Request {
    Request::new(method, route(name, &["issues", "comments", &id.to_string()]))
}

impl From<Failure> for WriteError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotFound | Failure::Unauthorized | Failure::Obstacle(Obstacle::NoAccess) => {
                Self::NoPermission
            }
            Failure::Refused { status } => Self::Refused { status },
            Failure::Obstacle(obstacle) => Self::Obstacle(obstacle),
        }
    }
}
