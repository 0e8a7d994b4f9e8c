//! Where a resume link goes astray: the document that it misses by a little, and hosts that give one page for any address.

use std::hash::{BuildHasher, RandomState};

use futures_util::future::join_all;
use url::Url;

use super::target::fetch;
use crate::facts::{Miss, Nearby};
use crate::gather::eyes::Eyes;
use crate::gather::site::SiteView;
use crate::net::http::Arrival;
use crate::parse::document::{Content, content};
use crate::parse::page::{self, Reading};
use crate::parse::resume_address::decoded;
use crate::parse::tree::Tree;

/// Folders of a source that are published as the top of the site.
const PUBLISHED: &[&str] = &["public", "static", "dist", "build"];

/// The first document near the place that a link leads to; every guess is opened.
pub(super) async fn fetch_nearby(asked: &Url, view: &SiteView<'_>, eyes: Eyes<'_>) -> Option<Nearby> {
    let guesses = guesses(asked, view);
    let answers = join_all(guesses.iter().map(|(url, _)| fetch(url, view, eyes))).await;
    let found = guesses.iter().zip(answers).find(|(_, answer)| match answer {
        Ok(Arrival::Answer(answer)) => {
            let kind = content(&answer.body, answer.content_type.as_deref());
            answer.status == 200 && matches!(kind, Content::Pdf | Content::WordProcessor | Content::Image)
        }
        Ok(Arrival::NoSuchHost | Arrival::RedirectLoop) | Err(_) => false,
    });
    found.map(|((url, miss), _)| Nearby { url: view.ground.shown(url.as_str()), miss: *miss })
}

/// Addresses that may have been meant, likeliest first.
fn guesses(asked: &Url, view: &SiteView<'_>) -> Vec<(Url, Miss)> {
    let Some(home) = view.home_url().filter(|home| home.origin() == asked.origin()) else {
        return Vec::new();
    };
    let base = home.path().rsplit_once('/').map_or("", |(base, _)| base).to_owned();
    let path = asked.path().to_owned();
    let mut guesses = Vec::new();
    let mut add = |path: &str, miss| {
        let mut url = asked.clone();
        url.set_path(path);
        if url != *asked && !guesses.iter().any(|(known, _)| *known == url) {
            guesses.push((url, miss));
        }
    };
    for folder in PUBLISHED {
        add(&path.replacen(&format!("/{folder}/"), "/", 1), Miss::SourceFolder);
    }
    if !base.is_empty() && !path.starts_with(&format!("{base}/")) {
        add(&format!("{base}{path}"), Miss::BasePath);
    }
    for spelling in spellings(&path, view) {
        add(&spelling, Miss::Capitals);
    }
    guesses
}

/// The same path in other capitals: as a file of the source has it, else as files are usually called.
fn spellings(path: &str, view: &SiteView<'_>) -> Vec<String> {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let wanted = decoded(path).to_lowercase();
    let tree = view.tree.into_iter().flat_map(Tree::paths);
    let known = tree.filter(|known| wanted.ends_with(&format!("/{}", published(known).to_lowercase())));
    let known = known.map(|known| {
        let above = decoded(path);
        let above = above.get(..above.len() - published(known).len()).unwrap_or("/").to_owned();
        format!("{above}{}", published(known))
    });
    let mut first = file.to_lowercase();
    let lower = first.clone();
    if let Some(letter) = first.get_mut(..1) {
        letter.make_ascii_uppercase();
    }
    let usual = [lower, first].map(|file| format!("{folder}/{file}"));
    known.chain(usual).collect()
}

/// The path of a file of the source as visitors have it.
fn published(path: &str) -> &str {
    let below =
        PUBLISHED.iter().chain(&["docs"]).find_map(|folder| path.strip_prefix(folder)?.strip_prefix('/'));
    below.unwrap_or(path)
}

/// True where the host gives this very page for an address that nobody can have made.
pub(super) async fn fetch_is_catch_all(
    asked: &Url,
    page: &Reading,
    view: &SiteView<'_>,
    eyes: Eyes<'_>,
) -> bool {
    if page.page.is_shell || view.ground.preview.is_some() || view.home_url().as_ref() == Some(asked) {
        return false;
    }
    let Ok(sibling) = asked.join(&format!("{:016x}", RandomState::new().hash_one(asked))) else {
        return false;
    };
    let Ok(Arrival::Answer(answer)) = fetch(&sibling, view, eyes).await else { return false };
    let other = page::read(&answer.url, &String::from_utf8_lossy(&answer.body)).page;
    answer.status == 200 && other.text == page.page.text && other.title == page.page.title
}
