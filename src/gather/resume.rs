//! From the pages of the site to the resume link, and from the link to the document.

mod astray;
mod file;
mod further;
mod target;

pub(super) use file::git_name;

use futures_util::future::join;
use url::Url;

use self::further::without_fragment;
use super::eyes::Eyes;
use super::site::{SiteView, pages_of};
use crate::facts::{
    DeadEnd, DeadEndKind, Obstacle, Page, Resume, ResumeLink, ResumeReason, Seen, SeenAs, Untrusted, Visit,
};
use crate::net::chrome::Press;
use crate::parse::page::Reading;
use crate::parse::resume_link::{Candidates, candidates};
use crate::parse::source_links::{SourceSays, read_script, read_tree};

/// At most so many buttons are pressed.
const MOST_PRESSED: usize = 2;

/// What the search for the resume brought.
#[derive(Debug, Clone)]
pub struct ResumeSearch {
    /// The resume.
    pub resume: Resume,
    /// The pages that were opened on the way, one click from the home page; they belong into [`crate::facts::Site::pages`].
    pub pages: Vec<Page>,
}

/// Finds the resume link and opens what it leads to: one step where the home page has the link.
/// `declared` is `resume` of the student's `portfolio.yml`.
pub async fn fetch_resume(
    view: &mut SiteView<'_>,
    declared: Option<&Untrusted>,
    eyes: Eyes<'_>,
) -> ResumeSearch {
    let mut search = Search::default();
    if let Some(home) = &view.home {
        search.look_at(home, view);
    }
    if search.links.is_empty() {
        search.go_further(view, eyes).await;
    }
    if search.links.is_empty() && eyes.may_show() {
        search.look_again(view, eyes).await;
    }
    if search.links.is_empty() && view.site.seen_as.is_in_chrome() {
        search.press_buttons(view, eyes).await;
    }
    let link = search.settle(view, declared);
    let target = target::fetch_target(&link, view, eyes);
    let (target, pages) = if search.pages.is_empty() {
        let (target, beside) = join(target, further::fetch_beside(view, eyes)).await;
        (target, pages_of(&beside))
    } else {
        (target.await, search.pages)
    };
    ResumeSearch { resume: Resume { link, dead_ends: search.dead_ends, target }, pages }
}

/// What has been found so far.
#[derive(Debug, Default)]
struct Search {
    links: Vec<ResumeLink>,
    dead_ends: Vec<DeadEnd>,
    pages: Vec<Page>,
    /// What the scripts and the source say; none where they were not asked.
    source: Option<SourceSays>,
}

impl Search {
    fn look_at(&mut self, reading: &Reading, view: &SiteView<'_>) {
        let Candidates { links, dead_ends } = candidates(&reading.page, view.site.seen_as);
        let shown = |address: &Untrusted| view.ground.shown(address.as_written());
        self.links.extend(links.into_iter().map(|link| ResumeLink { on_page: shown(&link.on_page), ..link }));
        self.dead_ends
            .extend(dead_ends.into_iter().map(|end| DeadEnd { on_page: shown(&end.on_page), ..end }));
        self.dead_ends.sort_by_key(|end| end.kind);
    }

    /// One click further, and into the code, at the same time.
    async fn go_further(&mut self, view: &SiteView<'_>, eyes: Eyes<'_>) {
        let found = further::fetch_further(view, eyes).await;
        for reading in &found.pages {
            self.look_at(reading, view);
        }
        self.pages = pages_of(&found.pages);
        if !self.links.is_empty() {
            return;
        }
        let scripts = found.scripts.iter().map(|script| read_script(&script.shown, &script.text));
        // Where a page was seen, the files behind it add nothing but its scripts.
        let is_seen = view.home.as_ref().is_some_and(|home| !home.page.is_shell);
        let tree = view.tree.filter(|_| !is_seen).map(read_tree);
        self.source = scripts.chain(tree).reduce(SourceSays::or);
    }

    /// Where the home page has scripts and was not seen with them: once more, with them.
    async fn look_again(&mut self, view: &mut SiteView<'_>, eyes: Eyes<'_>) {
        if view.is_whole() || view.site.unshown.is_some() {
            return;
        }
        view.show_home(eyes).await;
        if let (true, Some(home)) = (view.site.seen_as.is_in_chrome(), &view.home) {
            self.dead_ends.clear();
            self.look_at(home, view);
        }
    }

    /// What says "resume" and has no address may have a script that knows one.
    async fn press_buttons(&mut self, view: &SiteView<'_>, eyes: Eyes<'_>) {
        let Some(home) = &view.home else { return };
        let is_button = |end: &&DeadEnd| matches!(end.kind, DeadEndKind::Button | DeadEndKind::Nowhere);
        let buttons: Vec<DeadEnd> =
            self.dead_ends.iter().filter(is_button).take(MOST_PRESSED).cloned().collect();
        for button in buttons {
            let press = Press::Button(button.label.as_written());
            let Ok(pressed) = eyes.fetch_pressed(home, press, &view.ground).await else { continue };
            match (pressed.led_to, pressed.reading) {
                // Pressing it only loads the page again.
                (Some(url), _)
                    if view
                        .home_url()
                        .is_some_and(|home| without_fragment(&home) == without_fragment(&url)) => {}
                (Some(url), _) => self.links.push(pressed_link(&button, &url, view.site.seen_as)),
                (None, Ok(reading)) => self.look_at(&reading, view),
                (None, Err(_)) => {}
            }
            if !self.links.is_empty() {
                return;
            }
        }
    }

    /// The link, or that there is none, or why that cannot be told.
    fn settle(&mut self, view: &SiteView<'_>, declared: Option<&Untrusted>) -> Seen<Option<ResumeLink>> {
        if !self.links.is_empty() {
            return Ok(Some(self.links.swap_remove(0)));
        }
        if let Some(SourceSays::Link(link)) = &self.source {
            return Ok(Some(link.clone()));
        }
        if let Some(address) = declared {
            return Ok(Some(declared_link(address)));
        }
        let is_silent = matches!(self.source, Some(SourceSays::Nothing));
        match &view.site.home {
            Ok(Visit::Page(page)) if page.is_shell => {
                if is_silent && view.tree.is_some() {
                    Ok(None)
                } else {
                    Err(view.site.unshown.clone().unwrap_or(Obstacle::NeedsJavaScript))
                }
            }
            Ok(Visit::Page(_)) if !view.is_whole() && matches!(self.source, Some(SourceSays::Unclear)) => {
                Err(view.site.unshown.clone().unwrap_or(Obstacle::NeedsJavaScript))
            }
            Ok(Visit::Page(_)) => Ok(None),
            Ok(
                Visit::Refused { .. }
                | Visit::NoSuchHost
                | Visit::RedirectLoop
                | Visit::HostPage(_)
                | Visit::NotAPage { .. },
            ) => {
                if is_silent {
                    Ok(None)
                } else {
                    Err(Obstacle::DependsOn { what: "a site that answers" })
                }
            }
            Err(_) if is_silent => Ok(None),
            Err(obstacle) => Err(obstacle.clone()),
        }
    }
}

fn pressed_link(button: &DeadEnd, url: &Url, seen_as: SeenAs) -> ResumeLink {
    ResumeLink {
        href: url.as_str().into(),
        url: Some(url.as_str().into()),
        label: button.label.clone(),
        on_page: button.on_page.clone(),
        line: None,
        reason: ResumeReason::Text,
        seen_as,
    }
}

fn declared_link(address: &Untrusted) -> ResumeLink {
    ResumeLink {
        href: address.clone(),
        url: Some(address.clone()),
        label: Untrusted::default(),
        on_page: "portfolio.yml".into(),
        line: None,
        reason: ResumeReason::Declared,
        seen_as: SeenAs::Preview,
    }
}
