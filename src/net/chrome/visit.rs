//! One visit: a fresh context with a guard of its own, the page in it, and both taken down again.

use std::time::Duration;

use serde_json::json;
use tokio::time::timeout;
use url::Url;

use super::RenderedPage;
use super::browser::text;
use super::page::Page;
use super::picture;
use super::script::{Press, Reading};
use super::wire::{Trouble, Wire};
use crate::facts::{Obstacle, Seen};
use crate::net::guard::{Passage, Proxy};

/// What does not close within this time closes with the browser.
const GOODBYE_LIMIT: Duration = Duration::from_secs(1);

/// Why a page was not seen.
#[derive(Debug)]
pub(super) enum Failure {
    /// The browser or the page broke down; another try may go better.
    Trouble(Trouble),
    /// There is a reason that stays.
    Obstacle(Obstacle),
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<Obstacle> for Failure {
    fn from(obstacle: Obstacle) -> Self {
        Self::Obstacle(obstacle)
    }
}

/// What is to be visited.
#[derive(Debug, Clone, Copy)]
pub(super) struct Visit<'a> {
    /// The line to the browser.
    pub(super) wire: &'a Wire,
    /// The address.
    pub(super) url: &'a Url,
    /// Where the page's connections may go.
    pub(super) passage: &'a Passage,
    /// How long the page may take to settle.
    pub(super) settle_limit: Duration,
    /// What is pressed once the page has settled.
    pub(super) press: Option<Press<'a>>,
}

impl Visit<'_> {
    /// Opens the page, reads it and closes it.
    ///
    /// # Errors
    /// When the browser breaks down, or the page leads where it may not.
    pub(super) async fn make(self) -> Result<RenderedPage, Failure> {
        let proxy = Proxy::open(self.passage.clone()).await.map_err(|_| Obstacle::Unreachable)?;
        let fresh = json!({"proxyServer": proxy.address(), "proxyBypassList": "<-loopback>"});
        let answer = self.wire.call(None, "Target.createBrowserContext", fresh).await?;
        let context = text(&answer, "browserContextId")?;
        let seen = self.look(&context).await;
        let goodbye =
            self.wire.call(None, "Target.disposeBrowserContext", json!({"browserContextId": context}));
        let _ = timeout(GOODBYE_LIMIT, goodbye).await;
        seen
    }

    async fn look(self, context: &str) -> Result<RenderedPage, Failure> {
        let no_files = json!({"behavior": "deny", "browserContextId": context});
        self.wire.call(None, "Browser.setDownloadBehavior", no_files).await?;
        let (page, windows) = Page::open(self.wire, context, self.url).await?;
        let see = async {
            let reading = page.see(self.settle_limit).await?;
            match self.press {
                None => Ok(Some(reading)),
                Some(press) => page.press(press).await,
            }
        };
        let reading = page.tended(windows, see).await?;
        let reading = reading.ok_or(Obstacle::DependsOn { what: "a button that is no longer there" })?;
        let url = self.end(&page, &reading).await?;
        Ok(RenderedPage {
            url,
            status: Some(reading.status).filter(|status| *status != 0),
            html: reading.html,
            led_to: self.press.and_then(|_| Url::parse(&page.way()?).ok()),
            picture: picture::take(&page).await,
        })
    }

    /// The address that the page ended at. Where the browser shows a page of its own instead, the document that was asked
    /// for last tells why.
    async fn end(self, page: &Page<'_>, reading: &Reading) -> Seen<Url> {
        let parse = |text: &str| Url::parse(text).map_err(|_| Obstacle::Garbled);
        let url = parse(&reading.url)?;
        if url.scheme() == "chrome-error" {
            let asked = page.last_document().ok_or(Obstacle::Unreachable)?;
            let asked = parse(&asked)?;
            self.passage.admit(&asked)?;
            self.passage.admit_name(&asked).await?;
            return Err(Obstacle::Unreachable);
        }
        self.passage.admit(&url)?;
        Ok(url)
    }
}
