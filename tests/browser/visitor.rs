//! One browser at a time, and a look at what it leaves behind.

use std::path::Path;
use std::time::Duration;

use foliocheck::facts::Seen;
use foliocheck::net::chrome::{Chrome, RenderedPage};
use foliocheck::net::http::Trust;
use foliocheck::settings::{Environment, Guard};
use tokio::sync::{Mutex, MutexGuard};
use url::Url;

use crate::processes::{self, Process};

/// Browsers are large and this machine may be small.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

/// Far above what the browser allows itself: a test that gets here hangs.
const HANGS: Duration = Duration::from_secs(90);

/// The turn of a test that lets the program start its browser itself.
pub(crate) async fn turn() -> MutexGuard<'static, ()> {
    ONE_AT_A_TIME.lock().await
}

/// The browser of this machine.
pub(crate) struct Visitor {
    chrome: Chrome,
    turn: MutexGuard<'static, ()>,
}

impl Visitor {
    /// Under the rules of a usual run.
    pub(crate) async fn new() -> Self {
        Self::with(Guard::PublicOnly).await
    }

    /// Under other rules.
    pub(crate) async fn with(guard: Guard) -> Self {
        let turn = ONE_AT_A_TIME.lock().await;
        Self { chrome: Chrome::absent(guard).of(&Environment::new()), turn }
    }

    /// One with little patience, for pages that would use all of it.
    pub(crate) async fn in_a_hurry() -> Self {
        let Self { chrome, turn } = Self::new().await;
        Self { chrome: chrome.with_settle_limit(Duration::from_secs(2)), turn }
    }

    /// The same browser, to be given to others; to be dropped before leaving.
    pub(crate) fn chrome(&self) -> Chrome {
        self.chrome.clone()
    }

    /// Looks at an address as the operator names it.
    pub(crate) async fn see(&self, url: &Url) -> Seen<RenderedPage> {
        self.look(url, Trust::Operator).await
    }

    /// Looks at an address on somebody's word.
    pub(crate) async fn look(&self, url: &Url, trust: Trust) -> Seen<RenderedPage> {
        tokio::time::timeout(HANGS, self.chrome.fetch_page(url, trust)).await.expect("the visit hangs")
    }

    /// Ends the browser; fails where one of its processes, or its profile, is still there.
    pub(crate) fn leave(self) {
        let family = processes::below(std::process::id());
        let profile = family.iter().find_map(Process::profile).expect("a browser is running");
        let ids: Vec<u32> = family.iter().map(|process| process.id).collect();
        drop(self.chrome);
        let is_ours = |process: &Process| ids.contains(&process.id) || process.command.contains(&profile);
        let left: Vec<Process> = processes::all().into_iter().filter(is_ours).collect();
        assert!(left.is_empty(), "killed, and still not dead and buried: {left:?}");
        assert!(!Path::new(&profile).exists(), "left behind: {profile}");
        drop(self.turn);
    }
}
