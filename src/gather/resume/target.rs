//! What the resume link leads to: one request, and a second one only where a page shows the document.

use url::Url;

use super::astray::{fetch_is_catch_all, fetch_nearby};
use super::file::{document, of_bytes, page_document};
use crate::facts::{Document, DocumentKind, Obstacle, ResumeLink, ResumeReason, Seen, SeenAs, Target};
use crate::gather::eyes::Eyes;
use crate::gather::site::SiteView;
use crate::net::chrome::Press;
use crate::net::http::{Arrival, Ask, Part};
use crate::parse::document::{Content, content};
use crate::parse::hosts::{Host, asks_to_sign_in, host};
use crate::parse::page::{self, Reading};
use crate::parse::resume_address::{ends_like_a_document, is_own_machine};
use crate::parse::resume_link::candidates;
use crate::parse::source_links::{InSource, file_of};

/// The most that is read of a resume.
const MOST_BYTES: usize = 10_000_000;

/// Opens what the link leads to, where there is one.
pub(super) async fn fetch_target(
    link: &Seen<Option<ResumeLink>>,
    view: &SiteView<'_>,
    eyes: Eyes<'_>,
) -> Seen<Target> {
    match link {
        Ok(Some(link)) => fetch_behind(link, view, eyes).await,
        Ok(None) => Err(Obstacle::DependsOn { what: "a resume link" }),
        Err(obstacle) => Err(obstacle.clone()),
    }
}

async fn fetch_behind(link: &ResumeLink, view: &SiteView<'_>, eyes: Eyes<'_>) -> Seen<Target> {
    if is_own_machine(link.href.as_written()) {
        return Ok(Target::OwnMachine);
    }
    if link.seen_as == SeenAs::Source
        && let Some(target) = read_in_source(link, view).await
    {
        return target;
    }
    let Some(url) = whole(link, view) else {
        return Err(Obstacle::NotInALocalRun);
    };
    let answer = fetch(&url, view, eyes).await?;
    let (mut target, reading) = judge(answer, &url, view);
    if let Target::Refused { nearby, .. } | Target::PageInsteadOfFile { nearby } = &mut target {
        *nearby = fetch_nearby(&url, view, eyes).await;
    }
    let (target, reading) = match fetch_in_browser(link, &target, reading.as_ref(), view, eyes).await {
        Some(shown) => (Target::Document(page_document(&shown, view)), Some(shown)),
        None => (target, reading),
    };
    match reading {
        Some(reading) => {
            let target = follow(target, &url, &reading, (view, eyes)).await;
            Ok(read_shared(target, view, eyes).await)
        }
        None => Ok(target),
    }
}

/// What a service shows in its viewer, read from the file itself where the service gives that to anyone.
async fn read_shared(target: Target, view: &SiteView<'_>, eyes: Eyes<'_>) -> Target {
    let Target::Document(shown) = &target else { return target };
    let direct = shown.direct.as_ref().filter(|_| shown.kind == DocumentKind::Shared);
    let Some(url) = direct.and_then(|direct| Url::parse(direct.as_written()).ok()) else { return target };
    if let Ok(answer) = fetch(&url, view, eyes).await
        && let (Target::Document(file), _) = judge(answer, &url, view)
        && file.kind == DocumentKind::Pdf
    {
        let (url, direct) = (shown.url.clone(), shown.direct.clone());
        return Target::Document(Document { url, direct, kind: DocumentKind::Shared, ..file });
    }
    target
}

/// The page as the browser has it, where a plain request gets nothing of it: its scripts fill it, or it is a route of the
/// program on the home page, to be had by pressing the link.
async fn fetch_in_browser(
    link: &ResumeLink,
    target: &Target,
    plain: Option<&Reading>,
    view: &SiteView<'_>,
    eyes: Eyes<'_>,
) -> Option<Reading> {
    match (target, plain) {
        (Target::Document(_), Some(plain)) if plain.page.is_shell && eyes.may_show() => {
            let url = Url::parse(link.url.as_ref()?.as_written()).ok()?;
            eyes.fetch_shown(&url, plain, &view.ground).await.ok()
        }
        (Target::Refused { .. }, None) if link.seen_as.is_in_chrome() => {
            let press = Press::Link(link.href.as_written());
            eyes.fetch_pressed(view.home.as_ref()?, press, &view.ground).await.ok()?.reading.ok()
        }
        _ => None,
    }
}

/// The document that a resume page shows or offers, where the page itself is no resume.
async fn follow(target: Target, asked: &Url, reading: &Reading, with: (&SiteView<'_>, Eyes<'_>)) -> Target {
    let (view, eyes) = with;
    let Target::Document(page) = &target else { return target };
    let is_resume = page.has_resume_sections && page.words.as_ref().is_ok_and(|words| *words > 150);
    if page.kind != DocumentKind::Page || is_resume {
        return target;
    }
    let inner = candidates(&reading.page, view.site.seen_as)
        .links
        .into_iter()
        .find(|link| link.reason == ResumeReason::Embedded || ends_like_a_document(link.href.as_written()));
    let inner = inner.and_then(|link| Url::parse(link.url?.as_written()).ok());
    if let Some(url) = &inner
        && let Ok(answer) = fetch(url, view, eyes).await
        && let (shown @ Target::Document(_), _) = judge(answer, url, view)
    {
        return shown;
    }
    if fetch_is_catch_all(asked, reading, view, eyes).await { Target::CatchAll } else { target }
}

/// Asks for all of a document.
pub(super) async fn fetch(url: &Url, view: &SiteView<'_>, eyes: Eyes<'_>) -> Seen<Arrival> {
    let part = Part::Whole { max_bytes: MOST_BYTES };
    eyes.web.fetch(Ask { url, trust: view.ground.trust_for(url), part }).await
}

/// The address of a link; one that stands in the source is made whole against the home page, where there is one.
fn whole(link: &ResumeLink, view: &SiteView<'_>) -> Option<Url> {
    if let Some(url) = &link.url {
        return Url::parse(url.as_written()).ok().or_else(|| view.home_url()?.join(url.as_written()).ok());
    }
    view.home_url()?.join(link.href.as_written()).ok()
}

/// What the answer is, and the page where it is one.
fn judge(arrival: Arrival, asked: &Url, view: &SiteView<'_>) -> (Target, Option<Reading>) {
    let answer = match arrival {
        Arrival::NoSuchHost => return (Target::NoSuchHost, None),
        Arrival::RedirectLoop => return (Target::RedirectLoop, None),
        Arrival::Answer(answer) => answer,
    };
    let kind = content(&answer.body, answer.content_type.as_deref());
    let reading =
        (kind == Content::Html).then(|| page::read(&answer.url, &String::from_utf8_lossy(&answer.body)));
    let title = reading.as_ref().map_or("", |reading| reading.page.title.as_written());
    let is_shared = matches!(host(asked), Some(Host::Sharing(_)));
    if asks_to_sign_in(&answer.url, title) && (is_shared || answer.url.host() != asked.host()) {
        return (Target::SignIn, None);
    }
    if !(200..300).contains(&answer.status) {
        return (Target::Refused { status: answer.status, nearby: None }, None);
    }
    let promised_file = ends_like_a_document(asked.path());
    if let (Content::Html, None, true) = (kind, host(asked), promised_file) {
        return (Target::PageInsteadOfFile { nearby: None }, None);
    }
    let mut document = document(&answer, kind, reading.as_ref(), view);
    document.is_shortened = host(asked) == Some(Host::Shortener);
    (Target::Document(document), reading)
}

/// A link of the source to a file of the source.
async fn read_in_source(link: &ResumeLink, view: &SiteView<'_>) -> Option<Seen<Target>> {
    let (tree, folder) = view.tree.zip(view.folder.as_ref())?;
    match file_of(tree, link) {
        InSource::File(path) => {
            let Ok(bytes) = tokio::fs::read(folder.join(&path)).await else {
                return Some(Err(Obstacle::NotInALocalRun));
            };
            let mut document = of_bytes(&bytes, content(&bytes, None), &view.names());
            document.url = path.into();
            Some(Ok(Target::Document(document)))
        }
        InSource::Missing { nearest } => Some(Ok(Target::NotInSource { nearest: nearest.map(Into::into) })),
        InSource::Elsewhere => None,
    }
}
