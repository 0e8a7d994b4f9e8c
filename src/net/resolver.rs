//! Names to addresses: the guard hands on public addresses only, so that the address checked is the address dialled.

use std::io;
use std::net::SocketAddr;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::address::{Reach, is_public};

/// Why a name leads nowhere. It travels inside the client's error, where `fault` finds it again.
#[derive(Debug, thiserror::Error)]
pub(super) enum NameError {
    /// The name servers say that there is no such name, or that it has no address.
    #[error("no such host")]
    NoSuchHost,
    /// Every address of the name is private.
    #[error("the name leads to a private address")]
    Private,
    /// No answer from the name servers.
    #[error("could not resolve the name: {0}")]
    NoAnswer(io::Error),
}

/// The system's resolver, filtered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Resolver {
    reach: Reach,
}

impl Resolver {
    /// A resolver that hands on the addresses within reach.
    pub(super) fn new(reach: Reach) -> Self {
        Self { reach }
    }

    /// The addresses of a name that are within reach, at least one, each with port 0.
    ///
    /// # Errors
    /// Why the name leads nowhere.
    pub(super) async fn lookup(self, name: &str) -> Result<Vec<SocketAddr>, NameError> {
        let mut addresses: Vec<_> = match tokio::net::lookup_host((name, 0)).await {
            Ok(found) => found.collect(),
            Err(error) => return Err(name_error(name, error).await),
        };
        if addresses.is_empty() {
            return Err(NameError::NoSuchHost);
        }
        if self.reach == Reach::Public {
            addresses.retain(|socket| is_public(socket.ip()));
        }
        if addresses.is_empty() { Err(NameError::Private) } else { Ok(addresses) }
    }
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let resolver = *self;
        Box::pin(async move { Ok(Box::new(resolver.lookup(name.as_str()).await?.into_iter()) as Addrs) })
    }
}

/// A name that is always there (RFC 2606). Where it is not, this machine has no way to the names of the world, and
/// "there is none" means nothing.
const ALWAYS_THERE: &str = "example.com";

/// Names that never are (RFC 2606).
const NEVER_THERE: &str = ".invalid";

async fn name_error(name: &str, error: io::Error) -> NameError {
    let is_missing = is_certain(&error.to_string())
        && (name.ends_with(NEVER_THERE) || tokio::net::lookup_host((ALWAYS_THERE, 0)).await.is_ok());
    if is_missing { NameError::NoSuchHost } else { NameError::NoAnswer(error) }
}

/// The system tells "there is none" (`EAI_NONAME`, `EAI_NODATA`, `WSAHOST_NOT_FOUND`) from "no answer" (`EAI_AGAIN`) by a
/// number that the standard library keeps to itself; the texts are those of glibc, musl, macOS and Windows.
fn is_certain(text: &str) -> bool {
    const CERTAIN: [&str; 7] = [
        "Name or service not known",
        "No address associated with hostname",
        "Name does not resolve",
        "Name has no usable address",
        "nodename nor servname provided",
        "os error 11001",
        "os error 11004",
    ];
    CERTAIN.iter().any(|certain| text.contains(certain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_a_missing_name_from_a_missing_answer() {
        let cases = [
            ("failed to lookup address information: Name or service not known", true),
            ("failed to lookup address information: No address associated with hostname", true),
            ("failed to lookup address information: nodename nor servname provided, or not known", true),
            ("No such host is known. (os error 11001)", true),
            ("failed to lookup address information: Temporary failure in name resolution", false),
            ("failed to lookup address information: Try again", false),
            ("Too many open files (os error 24)", false),
        ];
        for (text, certain) in cases {
            assert_eq!(is_certain(text), certain, "{text}");
        }
    }
}
