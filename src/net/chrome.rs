//! The Chrome or Chromium of this machine: shows a page as a visitor has it, after the scripts. One browser for a run,
//! started when first needed; one fresh context for a page, whose every request goes through a `guard` of its own.
//!
//! The protocol is spoken here, over pipes: no port for others to find, nothing left behind when we end, and a dozen
//! methods instead of 60,000 generated lines.

mod browser;
mod page;
mod picture;
mod places;
#[cfg_attr(not(unix), path = "chrome/absent.rs")]
mod process;
mod script;
mod stores;
mod traffic;
mod visit;
mod wire;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, Semaphore};
use tokio::time::timeout;
use url::Url;

use self::browser::Browser;
pub use self::script::Press;
use self::stores::Store;
use self::visit::{Failure, Visit};
use self::wire::Trouble;
use super::guard::Passage;
use super::http::Trust;
use crate::facts::{Obstacle, Picture, Seen};
use crate::settings::{Environment, Guard};

/// Pages that are open at once; each may take 100 MB.
const MOST_PAGES: usize = 2;

/// How long a page may take to settle.
const SETTLE_LIMIT: Duration = Duration::from_secs(8);

/// No page takes longer, whatever it does.
const VISIT_LIMIT: Duration = Duration::from_secs(25);

/// A page as Chrome shows it.
#[derive(Debug, Clone)]
pub struct RenderedPage {
    /// The address that it ended at.
    pub url: Url,
    /// The status that its document was sent with, where the browser tells.
    pub status: Option<u16>,
    /// What stands on it, as HTML without scripts, cut after 4 MB.
    pub html: String,
    /// Where the page wanted to go, or what it wanted to open, when something on it was pressed.
    pub led_to: Option<Url>,
    /// The first screen.
    pub picture: Option<Picture>,
}

/// The browser of this machine; a copy shares it.
#[derive(Debug, Clone)]
pub struct Chrome {
    places: Arc<[PathBuf]>,
    stores: Arc<[Store]>,
    guard: Guard,
    settle_limit: Duration,
    running: Arc<Mutex<Option<Arc<Browser>>>>,
    turns: Arc<Semaphore>,
}

impl Chrome {
    /// No browser: nothing is started, ever.
    pub fn absent(guard: Guard) -> Self {
        Self {
            places: Arc::default(),
            stores: Arc::default(),
            guard,
            settle_limit: SETTLE_LIMIT,
            running: Arc::default(),
            turns: Arc::new(Semaphore::new(MOST_PAGES)),
        }
    }

    /// The browser that the environment names, or that lies in a usual place. Starts nothing.
    #[must_use]
    pub fn of(self, environment: &Environment) -> Self {
        Self {
            places: places::places(environment).into(),
            stores: stores::stores(environment).into(),
            ..self
        }
    }

    /// The same browser, which waits this long for a page to settle instead of 8 seconds.
    #[must_use]
    pub fn with_settle_limit(self, settle_limit: Duration) -> Self {
        Self { settle_limit, ..self }
    }

    /// Shows an address to the browser and gives what a visitor has then.
    ///
    /// # Errors
    /// The obstacle; where the browser broke down, after a second try.
    pub async fn fetch_page(&self, url: &Url, trust: Trust) -> Seen<RenderedPage> {
        self.fetch(url, trust, None).await
    }

    /// Shows an address to the browser, presses something there, and gives what a visitor has then.
    ///
    /// # Errors
    /// The obstacle; where the browser broke down, after a second try.
    pub async fn fetch_pressed(&self, url: &Url, trust: Trust, press: Press<'_>) -> Seen<RenderedPage> {
        self.fetch(url, trust, Some(press)).await
    }

    async fn fetch(&self, url: &Url, trust: Trust, press: Option<Press<'_>>) -> Seen<RenderedPage> {
        let passage = Passage::new(url, trust, self.guard);
        passage.admit(url)?;
        let _turn = self.turns.acquire().await;
        for _ in 0..2 {
            let browser = self.browser().await?;
            let settle_limit = self.settle_limit;
            let visit = Visit { wire: &browser.wire, url, passage: &passage, settle_limit, press };
            match timeout(VISIT_LIMIT, visit.make()).await {
                Ok(Ok(page)) => return Ok(page),
                Ok(Err(Failure::Obstacle(obstacle))) => return Err(obstacle),
                Ok(Err(Failure::Trouble(Trouble::Stuck))) | Err(_) => {
                    self.close().await;
                    return Err(Obstacle::TimedOut);
                }
                Ok(Err(Failure::Trouble(Trouble::Gone | Trouble::Refused))) => {}
            }
        }
        Err(Obstacle::BrowserFailed)
    }

    /// Ends the browser, if one was started.
    pub async fn close(&self) {
        self.running.lock().await.take();
    }

    /// The running browser, started where there is none.
    async fn browser(&self) -> Seen<Arc<Browser>> {
        let mut running = self.running.lock().await;
        if let Some(browser) = running.as_ref().filter(|browser| browser.wire.is_open()) {
            return Ok(Arc::clone(browser));
        }
        let mut obstacle = Obstacle::NoBrowser;
        let stored = self.stores.iter().flat_map(Store::list_browsers);
        for place in self.places.iter().cloned().chain(stored).filter(|place| place.is_file()) {
            match Browser::start(&place).await {
                Ok(browser) => return Ok(Arc::clone(running.insert(Arc::new(browser)))),
                Err(_) => obstacle = Obstacle::BrowserFailed,
            }
        }
        Err(obstacle)
    }
}
