//! The reqwest clients, one per trust, on one TLS configuration.

use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::{Action, Attempt, Policy};
use reqwest::{Client, ClientBuilder};

use super::NetError;
use super::address::Reach;
use super::resolver::Resolver;
use super::tls;

const USER_AGENT: &str =
    concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"), " (+", env!("CARGO_PKG_REPOSITORY"), ")");
const CONNECT_LIMIT: Duration = Duration::from_secs(8);
const API_LIMIT: Duration = Duration::from_secs(30);
const API_REDIRECTS: usize = 5;

/// The clients; each has its own connections, and a copy shares them.
#[derive(Debug, Clone)]
pub(super) struct Clients {
    guarded: Client,
    open: Client,
    /// For the code host's API: any address, redirects within the host followed.
    pub(super) api: Client,
}

impl Clients {
    /// Builds them. Sends nothing and reads no file.
    ///
    /// # Errors
    /// When the TLS library cannot be used.
    pub(super) fn new() -> Result<Self, NetError> {
        let tls = tls::config().map_err(|error| NetError::Client(error.to_string()))?;
        let build = |builder: ClientBuilder| {
            let builder = builder.tls_backend_preconfigured(tls.clone());
            builder.build().map_err(|error| NetError::Client(error.to_string()))
        };
        Ok(Self {
            guarded: build(plain(Reach::Public).redirect(Policy::none()))?,
            open: build(plain(Reach::Anywhere).redirect(Policy::none()))?,
            api: build(plain(Reach::Anywhere).redirect(Policy::custom(within_host)).timeout(API_LIMIT))?,
        })
    }

    /// The client that goes so far and no further; it does not follow redirects, since each has to be looked at first.
    pub(super) fn reaching(&self, reach: Reach) -> &Client {
        match reach {
            Reach::Public => &self.guarded,
            Reach::Anywhere => &self.open,
        }
    }
}

fn plain(reach: Reach) -> ClientBuilder {
    Client::builder()
        .user_agent(USER_AGENT)
        .dns_resolver(Arc::new(Resolver::new(reach)))
        .no_proxy() // a proxy would resolve the names itself, past the guard
        .connect_timeout(CONNECT_LIMIT)
}

/// A renamed repository answers with a redirect on the same host; anything else is handed back as it is.
fn within_host(attempt: Attempt<'_>) -> Action {
    let Some(asked) = attempt.previous().first() else { return attempt.stop() };
    if attempt.previous().len() > API_REDIRECTS || asked.origin() != attempt.url().origin() {
        attempt.stop()
    } else {
        attempt.follow()
    }
}
