//! Where the connections of one page may go.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::timeout;
use url::{Host, Url};

use crate::facts::Obstacle;
use crate::net::address::Reach;
use crate::net::http::Trust;
use crate::net::resolver::{NameError, Resolver};
use crate::settings::Guard;

const CONNECT_LIMIT: Duration = Duration::from_secs(8);

/// The rules for one page.
#[derive(Debug, Clone)]
pub(in crate::net) struct Passage {
    reach: Reach,
    typed: Option<Url>,
}

impl Passage {
    /// The rules for a page that somebody named. The operator answers for the host and port that were typed, for nothing
    /// that its pages load from elsewhere.
    pub(in crate::net) fn new(url: &Url, trust: Trust, guard: Guard) -> Self {
        let typed = (trust == Trust::Operator).then(|| url.clone());
        Self { reach: Reach::new(Trust::Student, guard), typed }
    }

    /// Says whether an address may be shown, as far as its text tells.
    ///
    /// # Errors
    /// The obstacle, where it may not.
    pub(in crate::net) fn admit(&self, url: &Url) -> Result<(), Obstacle> {
        self.reach_of(url).admit(url)
    }

    /// Connects to `HOST:PORT`, by an address that was checked.
    pub(super) async fn connect(&self, authority: &str) -> io::Result<TcpStream> {
        let url = Url::parse(&format!("http://{authority}/")).map_err(io::Error::other)?;
        self.admit(&url).map_err(|obstacle| io::Error::other(obstacle.kind()))?;
        // The name is not looked up again: what was checked is what is dialled.
        let addresses = self.lookup(&url).await.map_err(io::Error::other)?;
        let port = url.port_or_known_default().unwrap_or_default();
        let addresses: Vec<_> =
            addresses.into_iter().map(|address| SocketAddr::new(address.ip(), port)).collect();
        timeout(CONNECT_LIMIT, TcpStream::connect(addresses.as_slice())).await?
    }

    /// Says why an address that is admitted leads nowhere all the same, as far as its name tells.
    ///
    /// # Errors
    /// The obstacle, where its name leads to private addresses.
    pub(in crate::net) async fn admit_name(&self, url: &Url) -> Result<(), Obstacle> {
        match self.lookup(url).await {
            Err(NameError::Private) => Err(Obstacle::PrivateAddress),
            Ok(_) | Err(NameError::NoSuchHost | NameError::NoAnswer(_)) => Ok(()),
        }
    }

    async fn lookup(&self, url: &Url) -> Result<Vec<SocketAddr>, NameError> {
        match url.host() {
            Some(Host::Domain(name)) => Resolver::new(self.reach_of(url)).lookup(name).await,
            Some(Host::Ipv4(address)) => Ok(vec![SocketAddr::new(address.into(), 0)]),
            Some(Host::Ipv6(address)) => Ok(vec![SocketAddr::new(address.into(), 0)]),
            None => Err(NameError::NoSuchHost),
        }
    }

    fn reach_of(&self, url: &Url) -> Reach {
        match &self.typed {
            Some(typed) if is_same_door(typed, url) => Reach::Anywhere,
            Some(_) | None => self.reach,
        }
    }
}

fn is_same_door(one: &Url, other: &Url) -> bool {
    one.host() == other.host() && one.port_or_known_default() == other.port_or_known_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admitted(typed: &str, trust: Trust, address: &str) -> Result<(), &'static str> {
        let passage = Passage::new(&Url::parse(typed).unwrap(), trust, Guard::PublicOnly);
        passage.admit(&Url::parse(address).unwrap()).map_err(|obstacle| obstacle.kind())
    }

    #[test]
    fn the_operator_answers_for_one_door() {
        for (typed, address, answer) in [
            ("http://127.0.0.1:4000/a/", "http://127.0.0.1:4000/b", Ok(())),
            ("http://127.0.0.1:4000/", "http://127.0.0.1:4001/", Err("private_address")),
            ("http://127.0.0.1:4000/", "http://localhost:4000/", Err("private_address")),
            ("http://127.0.0.1:4000/", "http://127.0.0.1/", Err("private_address")),
            ("https://intranet.example:8443/", "http://intranet.example:8443/", Ok(())),
            ("https://intranet.example/", "http://intranet.example:443/", Ok(())),
            ("http://127.0.0.1:4000/", "https://cdn.example/a.js", Ok(())),
            ("http://127.0.0.1:4000/", "file:///etc/passwd", Err("unreadable")),
        ] {
            assert_eq!(admitted(typed, Trust::Operator, address), answer, "{typed} {address}");
        }
    }

    #[test]
    fn a_student_answers_for_none() {
        assert_eq!(
            admitted("http://127.0.0.1:4000/", Trust::Student, "http://127.0.0.1:4000/"),
            Err("private_address")
        );
    }
}
