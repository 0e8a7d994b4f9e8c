//! The site as a visitor meets it: the home page, by a plain request or from a folder served on loopback.

use std::path::{Path, PathBuf};

use url::Url;

use super::eyes::Eyes;
use crate::facts::{Obstacle, Page, Seen, SeenAs, Site, SiteAddress, Untrusted, Visit};
use crate::net::http::Trust;
use crate::net::preview::Preview;
use crate::parse::page::Reading;
use crate::parse::resume_address::decoded;
use crate::parse::resume_text;
use crate::parse::static_site;
use crate::parse::tree::Tree;
use crate::settings::SiteFlag;

/// What is asked of the site.
#[derive(Debug, Clone, Default)]
pub struct SiteAsk<'a> {
    /// Every address that was named, the believed one first.
    pub addresses: Vec<SiteAddress>,
    /// What the person running the program typed.
    pub flag: Option<&'a SiteFlag>,
    /// The folder of this machine that holds the portfolio, where there is one.
    pub folder: Option<&'a Path>,
    /// The files of that folder.
    pub tree: Option<&'a Tree>,
    /// The student's account, where it is known.
    pub account: Option<String>,
}

/// The site, and what the search for the resume needs of it.
#[derive(Debug)]
pub struct SiteView<'a> {
    /// The site.
    pub site: Site,
    /// The home page with its scripts, where it was seen.
    pub(super) home: Option<Reading>,
    /// Where the pages were opened, and who named the address.
    pub(super) ground: SiteGround,
    /// The files of the folder that holds the portfolio, where there is one.
    pub(super) tree: Option<&'a Tree>,
    /// That folder.
    pub(super) folder: Option<PathBuf>,
    /// The student's account, where it is known.
    account: Option<String>,
}

impl SiteView<'_> {
    /// The address of the home page, after redirects; none where there is no page.
    pub(super) fn home_url(&self) -> Option<Url> {
        match &self.site.home {
            Ok(Visit::Page(page)) => Url::parse(page.url.as_written()).ok(),
            Ok(_) | Err(_) => None,
        }
    }

    /// What the student is called, by the account and by the home page.
    pub(super) fn names(&self) -> Vec<String> {
        let page = self.home.as_ref().map(|home| &home.page);
        let title = page.map_or("", |page| page.title.as_written());
        let headings: Vec<&str> =
            page.into_iter().flat_map(|page| &page.headings).map(Untrusted::as_written).collect();
        resume_text::names(self.account.as_deref(), title, &headings)
    }

    /// True where scripts may add to the home page after it has arrived.
    pub(super) fn runs_scripts(&self) -> bool {
        let has_scripts = |home: &Reading| !home.scripts.is_empty() || !home.inline_scripts.trim().is_empty();
        self.home.as_ref().is_none_or(has_scripts)
    }

    /// True where nothing can come to the home page that was not seen.
    pub(super) fn is_whole(&self) -> bool {
        self.site.seen_as.is_in_chrome() || !self.runs_scripts()
    }

    /// Shows the home page to the browser, and goes on with what is seen there.
    pub(super) async fn show_home(&mut self, eyes: Eyes<'_>) {
        let Some(plain) = &self.home else { return };
        let Ok(url) = Url::parse(plain.page.url.as_written()) else { return };
        match eyes.fetch_shown(&url, plain, &self.ground).await {
            Ok(shown) => {
                self.site.seen_as = self.site.seen_as.in_chrome();
                self.site.home = Ok(Visit::Page(shown.page.clone()));
                self.home = Some(shown);
            }
            Err(obstacle) => self.site.unshown = Some(obstacle),
        }
    }
}

/// Where pages are opened.
#[derive(Debug)]
pub(super) struct SiteGround {
    /// Who named the address.
    pub(super) trust: Trust,
    /// Serves the pages for as long as they are looked at.
    pub(super) preview: Option<Preview>,
}

impl SiteGround {
    /// How the report names a page: its address, or its path where it is a file of a folder that is served.
    pub(super) fn shown(&self, address: &str) -> Untrusted {
        let path = self.preview.as_ref().and_then(|preview| address.strip_prefix(preview.url().as_str()));
        match path {
            Some("") => "index.html".into(),
            Some(path) => decoded(path).into(),
            None => address.into(),
        }
    }

    /// Whose words decide where an address may lead: beyond the folder that is served it is the student's.
    pub(super) fn trust_for(&self, url: &Url) -> Trust {
        match &self.preview {
            Some(preview) if url.origin() != preview.url().origin() => Trust::Student,
            Some(_) | None => self.trust,
        }
    }
}

/// Where the home page is.
enum Door {
    /// At an address.
    Address(Url, Trust),
    /// In a folder, to be served.
    Folder(PathBuf),
    /// Nowhere that is known; the reason.
    None(Obstacle),
}

/// The home page as it answered, and where it was opened.
pub(super) struct Opened {
    ground: SiteGround,
    home: Seen<(Visit, Option<Reading>)>,
}

/// Opens what the person running the program named, which waits for nobody's answer; none where nothing was named.
pub(super) async fn fetch_named(flag: Option<&SiteFlag>, eyes: Eyes<'_>) -> Option<Opened> {
    Some(fetch_home_page(named_door(flag?), eyes).await)
}

async fn fetch_home_page(door: Door, eyes: Eyes<'_>) -> Opened {
    match door {
        Door::Address(url, trust) => {
            let ground = SiteGround { trust, preview: None };
            Opened { home: fetch_home(&url, &ground, eyes).await, ground }
        }
        Door::Folder(folder) => preview_home(folder, eyes).await,
        Door::None(obstacle) => {
            Opened { ground: SiteGround { trust: Trust::Student, preview: None }, home: Err(obstacle) }
        }
    }
}

/// Opens the home page, where that was not done: one step, and a second one where only the browser can show it.
pub(super) async fn fetch_site<'a>(ask: SiteAsk<'a>, opened: Option<Opened>, eyes: Eyes<'_>) -> SiteView<'a> {
    let Opened { ground, home } = match opened {
        Some(opened) => opened,
        None => fetch_home_page(door(&ask), eyes).await,
    };
    let seen_as = if ground.preview.is_some() { SeenAs::Preview } else { SeenAs::Http };
    let (home, reading) = match home {
        Ok((visit, reading)) => (Ok(visit), reading),
        Err(obstacle) => (Err(obstacle), None),
    };
    let mut view = SiteView {
        site: Site {
            addresses: ask.addresses,
            seen_as,
            home,
            was_asleep: reading.as_ref().is_some_and(|home| home.was_asleep),
            unshown: None,
            pages: Vec::new(),
        },
        home: reading,
        ground,
        tree: ask.tree,
        folder: ask.folder.map(Path::to_path_buf),
        account: ask.account,
    };
    if view.home.as_ref().is_some_and(|home| eyes.should_show(home)) {
        view.show_home(eyes).await;
    }
    view
}

/// The flag comes first; then the checkout's own static pages, since they are what is being worked on; then the
/// believed address.
fn door(ask: &SiteAsk<'_>) -> Door {
    if let Some(flag) = ask.flag {
        return named_door(flag);
    }
    let own_pages =
        ask.folder.zip(ask.tree).and_then(|(folder, tree)| Some(folder.join(static_site::folder(tree)?)));
    if let Some(folder) = own_pages {
        return Door::Folder(folder);
    }
    let believed = ask.addresses.first().and_then(|address| Url::parse(address.url.as_written()).ok());
    match believed {
        Some(url) => Door::Address(url, Trust::Student),
        None => Door::None(Obstacle::DependsOn { what: "the address of the site" }),
    }
}

fn named_door(flag: &SiteFlag) -> Door {
    match flag {
        SiteFlag::Url(url) => Door::Address(url.clone(), Trust::Operator),
        SiteFlag::Folder(folder) => Door::Folder(folder.clone()),
        SiteFlag::Listed(url) => Door::Address(url.clone(), Trust::Student),
    }
}

async fn preview_home(folder: PathBuf, eyes: Eyes<'_>) -> Opened {
    let names = list_names(&folder).await;
    match Preview::serve(folder).await {
        Ok(preview) => {
            let url =
                preview.url().join(static_site::first_page(&names)).unwrap_or_else(|_| preview.url().clone());
            let ground = SiteGround { trust: Trust::Operator, preview: Some(preview) };
            Opened { home: fetch_home(&url, &ground, eyes).await, ground }
        }
        Err(_) => Opened {
            ground: SiteGround { trust: Trust::Operator, preview: None },
            home: Err(Obstacle::Unreadable { why: "a folder that cannot be served" }),
        },
    }
}

/// The names at the top of a folder, in order; none where it cannot be listed, which the serving will tell.
async fn list_names(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    if let Ok(mut entries) = tokio::fs::read_dir(folder).await {
        while let Ok(Some(entry)) = entries.next_entry().await {
            names.extend(entry.file_name().into_string().ok());
        }
    }
    names.sort_unstable();
    names
}

/// The home page, and where it sends its visitors at once.
async fn fetch_home(url: &Url, ground: &SiteGround, eyes: Eyes<'_>) -> Seen<(Visit, Option<Reading>)> {
    let (visit, reading) = eyes.fetch_page(url, ground).await?;
    let onward = reading.as_ref().and_then(|reading| reading.moves_to.clone()).filter(|to| to != url);
    match onward {
        Some(to) if reading.as_ref().is_some_and(|reading| reading.page.words < 50) => {
            eyes.fetch_page(&to, ground).await
        }
        Some(_) | None => Ok((visit, reading)),
    }
}

/// The pages that were opened, without what only the search needs.
pub(super) fn pages_of(readings: &[Reading]) -> Vec<Page> {
    readings.iter().map(|reading| reading.page.clone()).collect()
}
