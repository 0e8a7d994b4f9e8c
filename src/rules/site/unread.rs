//! Why more may be on the site than was read. What was not seen on such a site may still be there.

use std::collections::HashSet;

use url::Url;

use crate::facts::{LinkKind, Obstacle, Page, Site, Visit};

/// Files that a link may lead to and that are no pages.
const FILES: &[&str] = &["pdf", "doc", "docx", "png", "jpg", "jpeg", "svg", "gif", "webp", "zip", "mp4"];

/// What stands between the site and a reading of all of it; none where everything was read.
pub(super) fn unread(site: &Site) -> Option<Obstacle> {
    let Ok(Visit::Page(home)) = &site.home else {
        return Some(Obstacle::DependsOn { what: "a site that answers" });
    };
    if home.is_shell || (home.has_scripts && !site.seen_as.is_in_chrome()) {
        return Some(unshown(site));
    }
    has_closed_doors(site, home).then_some(Obstacle::DependsOn { what: "the other pages of the site" })
}

/// Why what the scripts show was not seen.
pub(super) fn unshown(site: &Site) -> Obstacle {
    site.unshown.clone().unwrap_or(Obstacle::NeedsJavaScript)
}

/// True where the home page leads to a page of the same site that was not opened.
fn has_closed_doors(site: &Site, home: &Page) -> bool {
    let opened: HashSet<String> = [home].into_iter().chain(&site.pages).filter_map(address).collect();
    let Ok(here) = Url::parse(home.url.as_written()) else { return false };
    home.links
        .iter()
        .filter(|link| matches!(link.kind, LinkKind::Anchor | LinkKind::Handler))
        .filter_map(|link| Url::parse(link.url.as_ref()?.as_written()).ok())
        .filter(|url| url.origin() == here.origin() && is_page(url))
        .any(|url| !opened.contains(&key(&url)))
}

fn address(page: &Page) -> Option<String> {
    Url::parse(page.url.as_written()).ok().as_ref().map(key)
}

/// The address without what leads to the same page.
fn key(url: &Url) -> String {
    url.path().trim_end_matches("index.html").trim_end_matches('/').to_owned()
}

fn is_page(url: &Url) -> bool {
    let ending = url.path().rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    !FILES.contains(&ending.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Facts, Link, SeenAs};

    fn link(url: &str) -> Link {
        Link {
            href: url.into(),
            url: Some(url.into()),
            name: "x".into(),
            other_names: Vec::new(),
            kind: LinkKind::Anchor,
            under: None,
        }
    }

    fn kind(change: impl Fn(&mut Page), seen_as: SeenAs) -> Option<&'static str> {
        let mut site = Facts::sample().site;
        let mut home = Page::sample();
        change(&mut home);
        site.home = Ok(Visit::Page(home));
        site.seen_as = seen_as;
        unread(&site).map(|obstacle| obstacle.kind())
    }

    #[test]
    fn a_site_is_read_whole_or_not() {
        assert_eq!(kind(|_| (), SeenAs::Http), None);
        assert_eq!(kind(|home| home.is_shell = true, SeenAs::Http), Some("needs_javascript"));
        assert_eq!(kind(|home| home.has_scripts = true, SeenAs::Http), Some("needs_javascript"));
        assert_eq!(kind(|home| home.has_scripts = true, SeenAs::Chrome), None);
        let leads = |url: &'static str| kind(move |home| home.links = vec![link(url)], SeenAs::Http);
        assert_eq!(leads("https://ada.example/about.html"), Some("depends_on"));
        for url in [
            "https://ada.example/#about",
            "https://ada.example/index.html",
            "https://bob.example/x",
            "https://ada.example/a.pdf",
        ] {
            assert_eq!(leads(url), None, "{url}");
        }
    }
}
