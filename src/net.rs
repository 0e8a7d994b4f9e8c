//! What may talk to the world: one HTTP client, one GitHub client on top of it, one loopback server.

pub mod address;
mod answer;
mod body;
pub mod chrome;
mod clients;
mod exchange;
mod fault;
pub mod github;
mod guard;
pub mod http;
mod journey;
mod pacing;
pub mod preview;
mod resolver;
mod retry;
#[cfg(test)]
mod test_host;
mod tls;

use std::path::Path;

pub use retry::Patience;

use crate::settings::{Environment, Guard, Hosts, Token};

/// Both clients, on one connection pool, and the browser.
#[derive(Debug, Clone)]
pub struct Net {
    /// For sites, documents and everything a student links to.
    pub web: http::Web,
    /// For the code host's API.
    pub github: github::GitHub,
    /// For pages that need their scripts; absent until [`Net::with_browser`].
    pub chrome: chrome::Chrome,
}

/// Why no client could be made.
#[derive(Debug, thiserror::Error)]
pub enum NetError {
    /// The TLS library or the system's certificates could not be used.
    #[error("could not prepare the HTTP client: {0}")]
    Client(String),
}

impl Net {
    /// Builds both clients. Sends nothing.
    ///
    /// # Errors
    /// When the TLS library or the token cannot be used.
    pub fn new(hosts: &Hosts, token: Option<&Token>, guard: Guard) -> Result<Self, NetError> {
        Self::with_tokens(hosts, token.cloned().as_slice(), guard)
    }

    /// The same with several tokens, each of which keeps within its own limits.
    ///
    /// # Errors
    /// When the TLS library or one of the tokens cannot be used.
    pub fn with_tokens(hosts: &Hosts, tokens: &[Token], guard: Guard) -> Result<Self, NetError> {
        let web = http::Web::new(guard)?;
        let github = github::GitHub::new(hosts, tokens, &web)?;
        Ok(Self { web, github, chrome: chrome::Chrome::absent(guard) })
    }

    /// The same with the browser of this machine. It is started when a page needs it.
    #[must_use]
    pub fn with_browser(self, environment: &Environment) -> Self {
        Self { chrome: self.chrome.of(environment), ..self }
    }

    /// The same with the code host's answers kept in a folder between runs, where one is given.
    #[must_use]
    pub fn keeping(self, folder: Option<&Path>) -> Self {
        match folder {
            Some(folder) => Self { github: self.github.keeping(folder), ..self },
            None => self,
        }
    }

    /// The same with other pauses and limits of time; tests have no time to wait.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { web: self.web.with_patience(patience), github: self.github.with_patience(patience), ..self }
    }
}
