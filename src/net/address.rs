//! Which addresses may be contacted (pure).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use super::http::Trust;
use crate::facts::Obstacle;
use crate::settings::Guard;

/// Which addresses a connection may go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Public ones.
    Public,
    /// Any.
    Anywhere,
}

impl Reach {
    /// How far a request may go on somebody's word.
    pub fn new(trust: Trust, guard: Guard) -> Self {
        match (trust, guard) {
            (Trust::Student, Guard::PublicOnly) => Self::Public,
            (Trust::Operator, _) | (_, Guard::PrivateAllowed) => Self::Anywhere,
        }
    }

    /// Says whether an address may be asked for, as far as its text tells; what its name leads to is for the resolver.
    ///
    /// # Errors
    /// The obstacle, where it may not.
    pub fn admit(self, url: &Url) -> Result<(), Obstacle> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Obstacle::Unreadable {
                why: "an address that begins neither with http nor with https",
            });
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Obstacle::Unreadable { why: "a user name or a password in its address" });
        }
        if self == Self::Anywhere {
            return Ok(());
        }
        if !url.host().as_ref().is_some_and(is_public_host) {
            return Err(Obstacle::PrivateAddress);
        }
        match url.port() {
            None | Some(80 | 443) => Ok(()),
            Some(_) => Err(Obstacle::Unreadable { why: "a port other than 80 and 443 in its address" }),
        }
    }
}

/// True for a public IP address and for every name but those of this machine. The parser has already made `127.1`,
/// `2130706433` and `0x7f.0.0.1` into the address they mean.
fn is_public_host(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => {
            let name = name.strip_suffix('.').unwrap_or(name);
            name != "localhost" && !name.ends_with(".localhost")
        }
        Host::Ipv4(address) => is_public_v4(*address),
        Host::Ipv6(address) => is_public_v6(*address),
    }
}

/// True where the address belongs to the public internet: no loopback, private, link-local, shared, reserved, benchmark
/// or multicast range, and no IPv6 form that leads to an IPv4 address.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// <https://www.iana.org/assignments/iana-ipv4-special-registry>
fn is_public_v4(address: Ipv4Addr) -> bool {
    !matches!(
        address.octets(),
        [0 | 10 | 127 | 224.., ..]
            | [100, 64..=127, ..]
            | [169, 254, ..]
            | [172, 16..=31, ..]
            | [192, 168, ..]
            | [192, 0, 0 | 2, _]
            | [192, 88, 99, _]
            | [198, 18 | 19, ..]
            | [198, 51, 100, _]
            | [203, 0, 113, _]
    )
}

/// <https://www.iana.org/assignments/iana-ipv6-special-registry>: only `2000::/3` is global unicast, and in it not the
/// protocols and tunnels of `2001::/23` and `2002::/16`, nor what is kept for documentation.
fn is_public_v6(address: Ipv6Addr) -> bool {
    match address.segments() {
        [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x2002, ..] | [0x3fff, 0..=0xfff, ..] => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admitted(reach: Reach, address: &str) -> Result<(), &'static str> {
        reach.admit(&Url::parse(address).unwrap()).map_err(|obstacle| obstacle.kind())
    }

    #[test]
    fn a_student_may_name_public_addresses() {
        for address in [
            "https://ada.example",
            "http://ada.example:80/",
            "http://ada.example:443/a?b#c",
            "https://ada.example./",
            "https://notlocalhost/",
            "https://localhost.ada.example/",
            "http://93.184.216.34/",
            "http://172.15.0.1/",
            "http://172.32.0.1/",
            "http://100.63.0.1/",
            "http://100.128.0.1/",
            "http://198.17.0.1/",
            "http://[2606:4700::1111]/",
            "http://[2001:4860:4860::8888]/",
        ] {
            assert_eq!(admitted(Reach::Public, address), Ok(()), "{address}");
        }
    }

    #[test]
    fn a_student_may_not_name_private_addresses_in_any_spelling() {
        for host in [
            "localhost",
            "LOCALHOST",
            "localhost.",
            "x.localhost",
            "x.localhost.",
            "127.0.0.1",
            "127.0.0.1.",
            "127.1",
            "2130706433",
            "0x7f.0.0.1",
            "0x7f000001",
            "0177.0.0.1",
            "１２７.０.０.１",
            "0",
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.255",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.170",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "[::]",
            "[::1]",
            "[::127.0.0.1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::ffff:93.184.216.34]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b:1::1]",
            "[100::1]",
            "[2001::1]",
            "[2001:db8::1]",
            "[2002:7f00:1::]",
            "[3fff::1]",
            "[fc00::1]",
            "[fd12:3456::1]",
            "[fe80::1]",
            "[fec0::1]",
            "[ff02::1]",
        ] {
            assert_eq!(admitted(Reach::Public, &format!("http://{host}/")), Err("private_address"), "{host}");
        }
    }

    #[test]
    fn only_plain_web_addresses_are_asked_for() {
        for address in [
            "ftp://ada.example/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,hello",
            "mailto:ada@ada.example",
            "http://ada@ada.example/",
            "http://:secret@ada.example/",
        ] {
            assert_eq!(admitted(Reach::Public, address), Err("unreadable"), "{address}");
            assert_eq!(admitted(Reach::Anywhere, address), Err("unreadable"), "{address}");
        }
        assert_eq!(admitted(Reach::Public, "http://ada.example:8080/"), Err("unreadable"));
        assert_eq!(admitted(Reach::Public, "http://localhost:3000/"), Err("private_address"));
    }

    #[test]
    fn the_person_running_the_program_may_name_any_host_and_port() {
        for address in
            ["http://127.0.0.1:4000/", "http://localhost/", "https://[::1]:8443/", "http://intranet/"]
        {
            assert_eq!(admitted(Reach::Anywhere, address), Ok(()), "{address}");
        }
        assert_eq!(Reach::new(Trust::Operator, Guard::PublicOnly), Reach::Anywhere);
        assert_eq!(Reach::new(Trust::Student, Guard::PrivateAllowed), Reach::Anywhere);
        assert_eq!(Reach::new(Trust::Student, Guard::PublicOnly), Reach::Public);
    }
}
