//! What GitHub Pages says of a repository.

use http::Method;
use serde::Deserialize;

use super::api::Api;
use super::request::{Failure, Request};
use super::route::route;
use crate::facts::{RepoName, Seen, Untrusted};

#[derive(Debug, Deserialize)]
struct PagesShape {
    html_url: Option<String>,
}

/// The address of the published site; none where nothing is published, or where the token may not know.
pub(super) async fn fetch(api: &Api, name: &RepoName) -> Seen<Option<Untrusted>> {
    let request = Request::new(Method::GET, route(name, &["pages"]));
    match api.read_json::<PagesShape>(&request).await {
        Ok(pages) => Ok(pages.html_url.map(Untrusted::from)),
        Err(Failure::NotFound) => Ok(None),
        Err(failure) => Err(failure.into()),
    }
}
