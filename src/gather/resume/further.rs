//! One click further than the home page, and the scripts of the home page.

use std::collections::HashSet;

use futures_util::future::{join, join_all};
use url::Url;

use crate::facts::{Link, LinkKind, Visit};
use crate::gather::eyes::Eyes;
use crate::gather::site::SiteView;
use crate::net::chrome::Press;
use crate::net::http::{Arrival, Ask, Part};
use crate::parse::page::Reading;
use crate::parse::resume_address::{is_page, words_of};
use crate::parse::resume_words::fold;

/// At most so many pages are opened one click away.
const MOST_PAGES: usize = 8;

/// At most so many scripts are read.
const MOST_SCRIPTS: usize = 8;

/// The most that is read of a script.
const MOST_SCRIPT_BYTES: usize = 3_000_000;

/// Pages whose name holds one of these are opened first.
const PROMISING: &[&str] = &[
    "resume",
    "cv",
    "about",
    "contact",
    "experience",
    "bio",
    "profile",
    "career",
    "me",
    "info",
    "work",
    "home",
    "lebenslauf",
    "curriculum",
    "curriculo",
    "sobre",
    "acerca",
    "uber",
    "kontakt",
    "contacto",
    "contato",
    "propos",
    "education",
    "enter",
    "next",
    "start",
    "portfolio",
];

/// Pages whose name holds one of these are opened last.
const UNPROMISING: &[&str] =
    &["blog", "post", "posts", "project", "projects", "article", "tag", "gallery", "privacy"];

/// Libraries, by a part of their file's name: they say nothing about the student.
const LIBRARIES: &[&str] = &[
    "jquery",
    "bootstrap",
    "popper",
    "fontawesome",
    "font-awesome",
    "gsap",
    "aos",
    "swiper",
    "typed",
    "wow",
    "owl",
    "isotope",
    "lightbox",
    "glightbox",
    "slick",
    "modernizr",
    "waypoints",
    "particles",
    "three.min",
    "analytics",
    "react.production",
    "react-dom",
    "vue.min",
    "angular.min",
    "polyfill",
    "tailwind",
    "scrollreveal",
    "chart",
];

/// Pages whose name holds one of these say how to reach the author, or show the projects.
const TELLING: &[&str] =
    &["contact", "kontakt", "contacto", "contato", "about", "project", "projects", "work", "portfolio"];

/// At most so many of them are opened where the resume needs no search.
const MOST_TELLING: usize = 3;

/// A script that was read.
#[derive(Debug)]
pub(super) struct Script {
    /// How the report names it.
    pub(super) shown: String,
    /// Its text.
    pub(super) text: String,
}

/// What lies one step behind the home page.
#[derive(Debug, Default)]
pub(super) struct Further {
    /// Pages of the same site.
    pub(super) pages: Vec<Reading>,
    /// The scripts of the home page, those in the page itself included.
    pub(super) scripts: Vec<Script>,
}

/// Opens what lies one step behind the home page, all at once.
pub(super) async fn fetch_further(view: &SiteView<'_>, eyes: Eyes<'_>) -> Further {
    let Some(home) = &view.home else { return Further::default() };
    let Ok(here) = Url::parse(home.page.url.as_written()) else { return Further::default() };
    let pages = join_all(doors(home, &here).into_iter().map(|door| fetch_reading(door, view, eyes)));
    let scripts = join_all(scripts(home, &here).into_iter().map(|url| fetch_script(url, view, eyes)));
    let (pages, scripts) = join(pages, scripts).await;
    let inline = Script {
        shown: view.ground.shown(here.as_str()).as_written().to_owned(),
        text: home.inline_scripts.clone(),
    };
    Further {
        pages: pages.into_iter().flatten().collect(),
        scripts: scripts.into_iter().flatten().chain([inline]).collect(),
    }
}

/// Opens the pages that tell of projects and contacts, all at once, while the resume itself is opened.
pub(super) async fn fetch_beside(view: &SiteView<'_>, eyes: Eyes<'_>) -> Vec<Reading> {
    let Some(home) = &view.home else { return Vec::new() };
    let Ok(here) = Url::parse(home.page.url.as_written()) else { return Vec::new() };
    let telling = doors(home, &here).into_iter().filter(|door| {
        let words = words_of(&door.url);
        words.iter().any(|word| TELLING.contains(&word.as_str()))
    });
    let pages = telling.take(MOST_TELLING).map(|door| fetch_reading(door, view, eyes));
    join_all(pages).await.into_iter().flatten().collect()
}

/// A page; in the browser where it shows nothing otherwise. What the host does not know may be a route of the program on
/// the home page, to be had by pressing its link.
async fn fetch_reading(door: Door<'_>, view: &SiteView<'_>, eyes: Eyes<'_>) -> Option<Reading> {
    let Door { url, href, promise } = door;
    match eyes.fetch_page(&url, &view.ground).await.ok()? {
        (_, Some(plain)) if eyes.should_show(&plain) && promise == 0 => {
            Some(eyes.fetch_shown(&url, &plain, &view.ground).await.unwrap_or(plain))
        }
        (Visit::Refused { .. }, None) if view.site.seen_as.is_in_chrome() && promise == 0 => {
            eyes.fetch_pressed(view.home.as_ref()?, Press::Link(href), &view.ground).await.ok()?.reading.ok()
        }
        (_, plain) => plain,
    }
}

async fn fetch_script(url: Url, view: &SiteView<'_>, eyes: Eyes<'_>) -> Option<Script> {
    let part = Part::Whole { max_bytes: MOST_SCRIPT_BYTES };
    let ask = Ask { url: &url, trust: view.ground.trust_for(&url), part };
    match eyes.web.fetch(ask).await {
        Ok(Arrival::Answer(answer)) if answer.status == 200 => Some(Script {
            shown: view.ground.shown(url.as_str()).as_written().to_owned(),
            text: String::from_utf8_lossy(&answer.body).into_owned(),
        }),
        Ok(Arrival::Answer(_) | Arrival::NoSuchHost | Arrival::RedirectLoop) | Err(_) => None,
    }
}

/// A way from the home page to another page of the site.
struct Door<'a> {
    url: Url,
    href: &'a str,
    promise: u8,
}

/// The pages of the same site that the home page leads to, most promising first.
fn doors<'a>(home: &'a Reading, here: &Url) -> Vec<Door<'a>> {
    let mut known: HashSet<String> = HashSet::from([without_fragment(here)]);
    let mut doors: Vec<Door<'a>> = Vec::new();
    for link in &home.page.links {
        let Some(url) = link.url.as_ref().and_then(|url| Url::parse(url.as_written()).ok()) else { continue };
        if is_same_site(&url, here) && is_page(&url) && known.insert(without_fragment(&url)) {
            doors.push(Door { promise: promise(link, &url), href: link.href.as_written(), url });
        }
    }
    doors.sort_by_key(|door| door.promise);
    doors.truncate(MOST_PAGES);
    doors
}

/// How early a page is opened.
fn promise(link: &Link, url: &Url) -> u8 {
    let name = fold(link.name.as_written());
    let mut words: Vec<String> = words_of(url);
    words.extend(name.split(|c: char| !c.is_alphanumeric()).map(str::to_owned));
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    match link.kind {
        LinkKind::Handler | LinkKind::Embed => 0,
        LinkKind::Anchor | LinkKind::Inert | LinkKind::Commented if has(PROMISING) => 0,
        LinkKind::Anchor | LinkKind::Inert | LinkKind::Commented if has(UNPROMISING) => 2,
        LinkKind::Anchor | LinkKind::Inert | LinkKind::Commented => 1,
    }
}

/// The scripts that are the site's own.
fn scripts(home: &Reading, here: &Url) -> Vec<Url> {
    let own = home.scripts.iter().filter(|url| url.origin() == here.origin());
    let own = own.filter(|url| {
        let file = url.path().rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        !LIBRARIES.iter().any(|library| file.contains(library))
    });
    own.take(MOST_SCRIPTS).cloned().collect()
}

/// The same host, and where the site lies in a folder, that folder: other sites of the host are other sites.
fn is_same_site(url: &Url, here: &Url) -> bool {
    let folder = here.path().rsplit_once('/').map_or("/", |(folder, _)| folder);
    url.origin() == here.origin() && url.path().starts_with(folder)
}

/// The address without the place on the page, by which pages are told apart.
pub(super) fn without_fragment(url: &Url) -> String {
    let mut url = url.clone();
    url.set_fragment(None);
    let text = url.as_str();
    text.strip_suffix("index.html").unwrap_or(text).to_owned()
}
