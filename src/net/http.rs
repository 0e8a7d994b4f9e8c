//! The one HTTP client: caps on bytes, time and redirects, pacing, retries, and a guard on every address it connects to.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use bytes::Bytes;
use reqwest::RequestBuilder;
use reqwest::header::{ACCEPT, ACCEPT_ENCODING, RANGE};
use tokio::time::{Instant, timeout};
use url::Url;

use super::NetError;
use super::address::Reach;
use super::clients::Clients;
use super::exchange::{Exchange, Reading, exchange};
use super::journey::{Journey, Onward};
use super::pacing::Pacing;
use super::retry::{Fault, Next, Patience, Tries};
use crate::facts::{Obstacle, Seen};
use crate::settings::Guard;

/// Some hosts turn a client away that takes anything whatever.
const ACCEPTED: &str = "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8";

/// Who named an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// The person running the program: it may be private, with any port.
    Operator,
    /// A student's material: public addresses, ports 80 and 443.
    Student,
}

/// How much of an answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it, up to so many bytes; more is `Obstacle::TooLarge`.
    Whole {
        /// The most that is read.
        max_bytes: usize,
    },
    /// The first bytes, asked for by range and cut where the host ignores that.
    First {
        /// How many.
        bytes: usize,
    },
}

/// One GET.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// The address.
    pub url: &'a Url,
    /// Who named it.
    pub trust: Trust,
    /// How much is wanted.
    pub part: Part,
}

/// An answer as a plain value.
#[derive(Debug, Clone)]
pub struct Fetched {
    /// The address after redirects.
    pub url: Url,
    /// The status; never a redirect, 429 or 5xx (those became an obstacle).
    pub status: u16,
    /// The type it was sent as, lower case, without parameters.
    pub content_type: Option<String>,
    /// The body, unpacked.
    pub body: Bytes,
    /// The size of the whole, where it is known.
    pub total_bytes: Option<u64>,
    /// How many redirects were followed.
    pub redirects: usize,
}

/// What came of a GET whose outcome is certain.
#[derive(Debug, Clone)]
pub enum Arrival {
    /// An answer, 2xx or 4xx.
    Answer(Fetched),
    /// The name of the host is not known anywhere.
    NoSuchHost,
    /// More redirects than anybody follows.
    RedirectLoop,
}

/// The client; a copy shares its connections.
#[derive(Debug, Clone)]
pub struct Web {
    guard: Guard,
    patience: Patience,
    clients: Clients,
    pacing: Arc<Pacing>,
}

impl Web {
    /// Builds the client. Sends nothing.
    ///
    /// # Errors
    /// When the TLS library cannot be used.
    pub fn new(guard: Guard) -> Result<Self, NetError> {
        Ok(Self { guard, patience: Patience::default(), clients: Clients::new()?, pacing: Arc::default() })
    }

    /// The same client with other limits on time and tries.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }

    /// Waits for a host that says it is waking a site up.
    pub async fn wait_for_waking(&self) {
        tokio::time::sleep(self.patience.waking).await;
    }

    /// The client for the code host's API: any address, redirects within one host followed, never with the token beyond it.
    pub(super) fn api_client(&self) -> reqwest::Client {
        self.clients.api.clone()
    }

    /// Fetches an address.
    ///
    /// # Errors
    /// The obstacle, after three tries where trying again can help.
    pub async fn fetch(&self, ask: Ask<'_>) -> Seen<Arrival> {
        let mut tries = Tries::default();
        loop {
            let fault = match self.try_once(ask).await {
                Ok(arrival) => return Ok(arrival),
                Err(fault) => fault,
            };
            match tries.after(&fault, &self.patience, jitter()) {
                Next::Again(pause) => tokio::time::sleep(pause).await,
                Next::GiveUp(obstacle) => return Err(obstacle),
            }
        }
    }

    /// Follows an address to its end. Only the time of the hosts counts, not the waiting for a turn.
    async fn try_once(&self, ask: Ask<'_>) -> Result<Arrival, Fault> {
        let mut journey = Journey::begin(ask.url, ask.trust);
        let mut range = ask.part.range();
        let mut left = self.patience.per_try;
        loop {
            let request = self.request(&journey, range.as_deref())?;
            let turn = self.pacing.turn(&journey.url).await;
            let began = Instant::now();
            let exchanged =
                timeout(left, exchange(request, ask.part)).await.map_err(|_| Fault::TimedOut)??;
            left = left.saturating_sub(began.elapsed());
            drop(turn);
            match exchanged {
                Exchange::Read(reading) => return Ok(Arrival::Answer(Fetched::new(reading, journey))),
                Exchange::NoSuchHost => return Ok(Arrival::NoSuchHost),
                Exchange::NoSuchRange if range.is_none() => return Err(Obstacle::Garbled.into()),
                Exchange::NoSuchRange => range = None,
                Exchange::Moved(to) => match journey.follow(&to)? {
                    Onward::Ask => {}
                    Onward::Circle => return Ok(Arrival::RedirectLoop),
                },
            }
        }
    }

    fn request(&self, journey: &Journey<'_>, range: Option<&str>) -> Result<RequestBuilder, Obstacle> {
        let reach = Reach::new(journey.trust, self.guard);
        reach.admit(&journey.url)?;
        let request = self.clients.reaching(reach).get(journey.url.clone()).header(ACCEPT, ACCEPTED);
        Ok(match range {
            None => request,
            // Without the second header the range could be one of packed bytes, which nobody can unpack.
            Some(range) => request.header(RANGE, range).header(ACCEPT_ENCODING, "identity"),
        })
    }
}

impl Part {
    fn range(self) -> Option<String> {
        match self {
            Self::Whole { .. } => None,
            Self::First { bytes } => Some(format!("bytes=0-{}", bytes.saturating_sub(1))),
        }
    }
}

impl Fetched {
    fn new(reading: Reading, journey: Journey<'_>) -> Self {
        let Reading { status, content_type, body, total_bytes } = reading;
        Self { url: journey.url, status, content_type, body, total_bytes, redirects: journey.redirects }
    }
}

/// Between 0 and 1, another one each time.
pub(super) fn jitter() -> f64 {
    let [one, two, ..] = RandomState::new().hash_one(()).to_ne_bytes();
    f64::from(u16::from_ne_bytes([one, two])) / f64::from(u16::MAX)
}

#[cfg(test)]
mod tests;
