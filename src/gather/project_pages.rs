//! The pages of a site that list projects: the home page and, where it shows too few, those one click away.

use futures_util::future::join_all;
use url::Url;

use super::eyes::Eyes;
use super::site::SiteView;
use crate::facts::{LinkKind, Page, Site, Visit};
use crate::parse::projects::is_page_of_projects;

/// How many projects are looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hunt {
    /// As many as the school asks for.
    pub(super) wanted: usize,
    /// As many as the repository names without its site.
    pub(super) known: usize,
}

/// The most pages of projects that are opened beside the home page.
const MOST_PAGES: usize = 3;

/// Opens the pages that the home page links as lists of projects, where those that were `opened` show too few. Where
/// nothing else names enough, the scripts of the home page are asked as well.
pub(super) async fn fetch_project_pages(
    view: &mut SiteView<'_>,
    opened: &[Page],
    hunt: Hunt,
    eyes: Eyes<'_>,
) -> Vec<Page> {
    let shown =
        |site: &Site| home(site).into_iter().chain(opened).map(|page| page.cards.len()).sum::<usize>();
    let may_be_added = eyes.may_show() && !view.is_whole() && view.site.unshown.is_none();
    if hunt.known < hunt.wanted && shown(&view.site) < hunt.wanted && may_be_added {
        view.show_home(eyes).await;
    }
    if shown(&view.site) >= hunt.wanted {
        return Vec::new();
    }
    let view = &*view;
    let pages = addresses(&view.site, opened).into_iter().map(|url| fetch_page(url, view, eyes));
    join_all(pages).await.into_iter().flatten().collect()
}

async fn fetch_page(url: Url, view: &SiteView<'_>, eyes: Eyes<'_>) -> Option<Page> {
    let (_, plain) = eyes.fetch_page(&url, &view.ground).await.ok()?;
    let plain = plain?;
    if eyes.should_show(&plain) {
        return Some(eyes.fetch_shown(&url, &plain, &view.ground).await.unwrap_or(plain).page);
    }
    Some(plain.page)
}

/// Addresses of pages of projects that the home page links and that were not opened.
fn addresses(site: &Site, opened: &[Page]) -> Vec<Url> {
    let Some(home) = home(site) else { return Vec::new() };
    let address = |text: &str| {
        let mut url = Url::parse(text).ok()?;
        url.set_fragment(None);
        Some(url)
    };
    let Some(here) = address(home.url.as_written()) else { return Vec::new() };
    let mut known: Vec<Url> = opened.iter().filter_map(|page| address(page.url.as_written())).collect();
    known.push(here.clone());
    let first = known.len();
    for link in home.links.iter().filter(|link| link.kind == LinkKind::Anchor) {
        let url = link.url.as_ref().and_then(|url| address(url.as_written()));
        let url = url.filter(|url| url.origin() == here.origin() && !known.contains(url));
        known.extend(url.filter(|url| is_page_of_projects(link.name.as_written(), url)));
    }
    known.into_iter().skip(first).take(MOST_PAGES).collect()
}

/// The home page, where it is one.
pub(super) fn home(site: &Site) -> Option<&Page> {
    match &site.home {
        Ok(Visit::Page(page)) => Some(page),
        Ok(_) | Err(_) => None,
    }
}
