//! How a page is looked at: by a plain request, and in the browser of this machine where it shows nothing otherwise.

use url::Url;

use super::site::SiteGround;
use crate::facts::{HostPage, Obstacle, Seen, View, Visit};
use crate::net::Net;
use crate::net::chrome::{Chrome, Press, RenderedPage};
use crate::net::http::{Arrival, Ask, Fetched, Part, Web};
use crate::parse::document::{Content, content};
use crate::parse::host_pages::host_page;
use crate::parse::page::{self, Reading};
use crate::settings::Render;

/// The most that is read of a page.
const MOST_PAGE_BYTES: usize = 5_000_000;

/// A page with fewer words, and without a link, is empty in the browser, too.
const FEWEST_WORDS: usize = 10;

/// What a page can be looked at with.
#[derive(Debug, Clone, Copy)]
pub struct Eyes<'a> {
    /// Plain requests.
    pub(super) web: &'a Web,
    chrome: &'a Chrome,
    render: Render,
}

impl<'a> Eyes<'a> {
    /// The eyes of a run.
    pub fn new(net: &'a Net, render: Render) -> Self {
        Self { web: &net.web, chrome: &net.chrome, render }
    }

    /// True where a page is to be shown to the browser before anybody says what is on it.
    pub(super) fn should_show(self, reading: &Reading) -> bool {
        match self.render {
            Render::Always => true,
            Render::Auto => reading.page.is_shell,
            Render::Never => false,
        }
    }

    /// True where the browser may be asked whether the scripts of a page add what the page itself lacks.
    pub(super) fn may_show(self) -> bool {
        self.render != Render::Never
    }

    /// What an address answers, and the page where it is one.
    pub(super) async fn fetch_page(self, url: &Url, ground: &SiteGround) -> Seen<(Visit, Option<Reading>)> {
        let mut met = self.fetch_once(url, ground).await?;
        if matches!(met.0, Visit::HostPage(HostPage::Asleep)) {
            self.web.wait_for_waking().await;
            met = self.fetch_once(url, ground).await?;
            if let Some(reading) = &mut met.1 {
                reading.was_asleep = true;
            }
        }
        match met.0 {
            Visit::HostPage(HostPage::Wall) => Err(Obstacle::Blocked { status: 200 }),
            Visit::HostPage(HostPage::Asleep) => Err(Obstacle::Asleep),
            Visit::Page(_)
            | Visit::Refused { .. }
            | Visit::NoSuchHost
            | Visit::RedirectLoop
            | Visit::HostPage(_)
            | Visit::NotAPage { .. } => Ok(met),
        }
    }

    async fn fetch_once(self, url: &Url, ground: &SiteGround) -> Seen<(Visit, Option<Reading>)> {
        let part = Part::Whole { max_bytes: MOST_PAGE_BYTES };
        let ask = Ask { url, trust: ground.trust_for(url), part };
        Ok(match self.web.fetch(ask).await? {
            Arrival::NoSuchHost => (Visit::NoSuchHost, None),
            Arrival::RedirectLoop => (Visit::RedirectLoop, None),
            Arrival::Answer(answer) => match (visit(&answer), answer.status) {
                (host_page @ (Visit::HostPage(_), None), _) => host_page,
                (_, status) if !(200..300).contains(&status) => (Visit::Refused { status }, None),
                (visit, _) => visit,
            },
        })
    }

    /// The same page in the browser, after its scripts.
    ///
    /// # Errors
    /// When there is no browser, it does not show the page, or the page stays empty in it.
    pub(super) async fn fetch_shown(self, url: &Url, plain: &Reading, ground: &SiteGround) -> Seen<Reading> {
        let shown = self.chrome.fetch_page(url, ground.trust_for(url)).await?;
        let reading = read(&shown, ground)?;
        // The browser's copy has no scripts; what they say is still worth reading.
        Ok(Reading {
            scripts: plain.scripts.clone(),
            inline_scripts: plain.inline_scripts.clone(),
            ..reading
        })
    }

    /// What a visitor has who presses something on a page that was seen in the browser.
    ///
    /// # Errors
    /// When the browser does not show the page, or there is nothing of that name on it.
    pub(super) async fn fetch_pressed(
        self,
        on: &Reading,
        press: Press<'_>,
        ground: &SiteGround,
    ) -> Seen<Pressed> {
        let url = Url::parse(on.page.url.as_written()).map_err(|_| Obstacle::Garbled)?;
        let shown = self.chrome.fetch_pressed(&url, ground.trust_for(&url), press).await?;
        Ok(Pressed { reading: read(&shown, ground), led_to: shown.led_to })
    }
}

/// What came of a press.
#[derive(Debug)]
pub(super) struct Pressed {
    /// The page afterwards; it may be another one.
    pub(super) reading: Seen<Reading>,
    /// The address that the page wanted to go to, or to open in another window.
    pub(super) led_to: Option<Url>,
}

fn read(shown: &RenderedPage, ground: &SiteGround) -> Seen<Reading> {
    if shown.status.is_some_and(|status| status >= 400) {
        return Err(Obstacle::DependsOn { what: "a page that is there" });
    }
    let mut reading = page::read(&shown.url, &shown.html);
    if reading.page.words < FEWEST_WORDS && reading.page.links.iter().all(|link| link.url.is_none()) {
        return Err(Obstacle::StaysEmpty);
    }
    let page = ground.shown(shown.url.as_str());
    reading.page.view = Some(Box::new(View { page, picture: shown.picture.clone() }));
    Ok(reading)
}

fn visit(answer: &Fetched) -> (Visit, Option<Reading>) {
    let kind = answer.content_type.as_deref();
    match content(&answer.body, kind) {
        Content::Html => {
            let reading = page::read(&answer.url, &String::from_utf8_lossy(&answer.body));
            match host_page(&reading) {
                Some(kind) => (Visit::HostPage(kind), None),
                None => (Visit::Page(reading.page.clone()), Some(reading)),
            }
        }
        Content::Empty => (Visit::NotAPage { content_type: "nothing".into() }, None),
        Content::Pdf | Content::WordProcessor | Content::Image | Content::Other => {
            (Visit::NotAPage { content_type: kind.unwrap_or("something without a type").into() }, None)
        }
    }
}
