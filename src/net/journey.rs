//! Where a chain of redirects has got to, and on whose word (pure).

use url::Url;

use super::answer::Move;
use super::http::Trust;
use super::retry::Fault;
use crate::facts::Obstacle;

const MOST_REDIRECTS: usize = 10;

/// A chain of redirects.
#[derive(Debug)]
pub(super) struct Journey<'a> {
    begin: &'a Url,
    /// The address to ask next.
    pub(super) url: Url,
    /// Who answers for that address.
    pub(super) trust: Trust,
    /// How many redirects were followed.
    pub(super) redirects: usize,
    has_cookies: bool,
}

/// What follows from a redirect.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Onward {
    /// The next address is to be asked.
    Ask,
    /// There have been too many.
    Circle,
}

impl<'a> Journey<'a> {
    /// Begins at an address that somebody named.
    pub(super) fn begin(url: &'a Url, trust: Trust) -> Self {
        Self { begin: url, url: url.clone(), trust, redirects: 0, has_cookies: false }
    }

    /// Goes on to where a redirect leads. The operator answers for the site that was typed, not for what it leads to.
    ///
    /// # Errors
    /// When the redirect leads to no address, or the site goes in circles until a cookie comes back, which only browsers
    /// bring.
    pub(super) fn follow(&mut self, to: &Move) -> Result<Onward, Fault> {
        self.has_cookies |= to.has_cookie;
        if self.redirects == MOST_REDIRECTS {
            return if self.has_cookies {
                Err(Obstacle::Blocked { status: to.status }.into())
            } else {
                Ok(Onward::Circle)
            };
        }
        self.redirects += 1;
        self.url = self.url.join(&to.location).map_err(|_| Obstacle::Garbled)?;
        if !is_same_site(self.begin, &self.url) {
            self.trust = Trust::Student;
        }
        Ok(Onward::Ask)
    }
}

/// The same host, on the same port or on those of a plain and a secure site.
fn is_same_site(one: &Url, other: &Url) -> bool {
    one.host() == other.host()
        && (one.port() == other.port() || matches!(other.port(), None | Some(80 | 443)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(location: &str) -> Move {
        Move { status: 302, location: location.into(), has_cookie: false }
    }

    #[test]
    fn follows_relative_and_whole_addresses() {
        let begin = Url::parse("https://ada.example/a/b?c#d").unwrap();
        let mut journey = Journey::begin(&begin, Trust::Student);
        for (location, address) in [
            ("e", "https://ada.example/a/e"),
            ("/f?g", "https://ada.example/f?g"),
            ("//bob.example", "https://bob.example/"),
            ("http://ada.example/h i", "http://ada.example/h%20i"),
        ] {
            assert_eq!(journey.follow(&to(location)), Ok(Onward::Ask));
            assert_eq!(journey.url.as_str(), address);
        }
        assert_eq!(journey.follow(&to("http://[")), Err(Obstacle::Garbled.into()));
    }

    #[test]
    fn trust_ends_where_the_site_ends_and_does_not_come_back() {
        let begin = Url::parse("http://127.0.0.1:4000/").unwrap();
        for (locations, trust) in [
            (vec!["/a", "http://127.0.0.1:4000/b"], Trust::Operator),
            (vec!["https://127.0.0.1/"], Trust::Operator),
            (vec!["http://127.0.0.1:9200/"], Trust::Student),
            (vec!["http://localhost:4000/"], Trust::Student),
            (vec!["https://ada.example/", "http://127.0.0.1:4000/"], Trust::Student),
        ] {
            let mut journey = Journey::begin(&begin, Trust::Operator);
            for location in &locations {
                journey.follow(&to(location)).unwrap();
            }
            assert_eq!(journey.trust, trust, "{locations:?}");
        }
    }

    #[test]
    fn ten_redirects_are_followed() {
        let begin = Url::parse("https://ada.example/").unwrap();
        let mut journey = Journey::begin(&begin, Trust::Student);
        for _ in 0..MOST_REDIRECTS {
            assert_eq!(journey.follow(&to("/")), Ok(Onward::Ask));
        }
        assert_eq!(journey.follow(&to("/")), Ok(Onward::Circle));
        let with_cookie = Move { has_cookie: true, ..to("/") };
        assert_eq!(journey.follow(&with_cookie), Err(Obstacle::Blocked { status: 302 }.into()));
    }
}
