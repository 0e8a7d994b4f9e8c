//! What the status, headers and message of an API answer mean (pure). A limit is never "not found", and an answer that
//! does not speak the API's language (a proxy's page) proves nothing.

use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;
use jiff::fmt::rfc2822::DateTimeParser;
use serde::Deserialize;

use super::request::Failure;
use crate::facts::Obstacle;
use crate::net::retry::{Fault, wait_asked};

/// The wait that GitHub asks for where a secondary limit names none.
const WAIT_WITHOUT_A_HINT: Duration = Duration::from_mins(1);

/// An answer as it came.
#[derive(Debug, Clone)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    /// Which token it was asked for with.
    pub(super) seat: usize,
}

/// Why a try did not do what it was to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ruling {
    /// There is no such thing, or not for this token: the API does not tell the two apart.
    NotFound,
    /// The token may not do this.
    NoAccess,
    /// Nobody knows this token; or none was given where one is needed.
    Unauthorized,
    /// Understood and refused for another reason.
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// A limit was reached, and nothing was done.
    Limited {
        /// How long to wait.
        wait: Duration,
    },
    /// Nothing is known; another try may help. A write may have been done.
    Again(Obstacle),
}

impl Ruling {
    /// The same as the tries count it.
    ///
    /// # Errors
    /// When another try cannot help.
    pub(super) fn fault(&self) -> Result<Fault, Failure> {
        Ok(match self {
            Self::Limited { wait } => Fault::Status { status: 429, wait: Some(*wait) },
            Self::Again(Obstacle::ServerError { status }) => Fault::Status { status: *status, wait: None },
            Self::Again(Obstacle::TimedOut) => Fault::TimedOut,
            Self::Again(Obstacle::Unreachable) => Fault::Unreachable,
            Self::Again(Obstacle::Garbled) => Fault::Cut,
            Self::Again(obstacle) => Fault::Lasting(obstacle.clone()),
            Self::NotFound => return Err(Failure::NotFound),
            Self::NoAccess => return Err(Failure::Obstacle(Obstacle::NoAccess)),
            Self::Unauthorized => return Err(Failure::Unauthorized),
            Self::Refused { status } => return Err(Failure::Refused { status: *status }),
        })
    }
}

impl Reply {
    /// Says what the answer means.
    ///
    /// # Errors
    /// When it is no success.
    pub(super) fn check(&self) -> Result<(), Ruling> {
        let message = self.message();
        Err(match self.status {
            200..=299 => return Ok(()),
            429 => Ruling::Limited { wait: self.wait() },
            403 if self.is_limit(message.as_deref()) => Ruling::Limited { wait: self.wait() },
            status @ 500..=599 => Ruling::Again(Obstacle::ServerError { status }),
            _ if message.is_none() => Ruling::Again(Obstacle::Garbled),
            401 => Ruling::Unauthorized,
            403 => Ruling::NoAccess,
            404 => Ruling::NotFound,
            status => Ruling::Refused { status },
        })
    }

    /// How long the host asks to be left alone.
    pub(super) fn wait(&self) -> Duration {
        wait_asked(&self.headers)
            .or_else(|| self.until_reset().filter(|_| self.has_nothing_left()))
            .unwrap_or(WAIT_WITHOUT_A_HINT)
    }

    /// What is left of the hour's budget, and how long until it is renewed; none where the host has no such limit.
    pub(super) fn budget(&self) -> Option<(u32, Duration)> {
        let left: u64 = self.header("x-ratelimit-remaining")?.trim().parse().ok()?;
        Some((u32::try_from(left).unwrap_or(u32::MAX), self.until_reset()?))
    }

    /// The time until the limit is lifted, by the host's own clock.
    fn until_reset(&self) -> Option<Duration> {
        let reset: i64 = self.header("x-ratelimit-reset")?.parse().ok()?;
        let date = DateTimeParser::new().parse_timestamp(self.header("date")?).ok()?;
        Some(Duration::from_secs(u64::try_from(reset - date.as_second()).ok()?))
    }

    /// A header as text.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    fn message(&self) -> Option<String> {
        #[derive(Deserialize)]
        struct Message {
            message: String,
        }
        let read = serde_json::from_slice::<Message>(&self.body);
        read.ok().map(|read| read.message)
    }

    fn has_nothing_left(&self) -> bool {
        self.header("x-ratelimit-remaining").is_some_and(|left| left.trim() == "0")
    }

    fn is_limit(&self, message: Option<&str>) -> bool {
        // https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
        let says_so = message.is_some_and(|message| {
            let message = message.to_ascii_lowercase();
            message.contains("rate limit") || message.contains("abuse detection")
        });
        says_so || self.has_nothing_left() || self.headers.contains_key("retry-after")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(status: u16, headers: &[(&'static str, &'static str)], body: &'static str) -> Reply {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        Reply { status, headers: map, body: Bytes::from_static(body.as_bytes()), seat: 0 }
    }

    fn limited(seconds: u64) -> Ruling {
        Ruling::Limited { wait: Duration::from_secs(seconds) }
    }

    #[test]
    fn a_limit_is_never_a_refusal() {
        let date = ("date", "Wed, 01 Feb 2017 23:10:00 GMT");
        let spent = ("x-ratelimit-remaining", "0");
        let forbidden = r#"{"message": "Forbidden"}"#;
        let cases = [
            ("429 with a wait", reply(429, &[("retry-after", "7")], ""), limited(7)),
            ("429 without", reply(429, &[], "slow down"), limited(60)),
            ("403 with a wait", reply(403, &[("retry-after", "3")], forbidden), limited(3)),
            (
                "secondary limit by its message",
                reply(403, &[], r#"{"message": "You have exceeded a secondary rate limit."}"#),
                limited(60),
            ),
            (
                "primary limit by its headers",
                reply(403, &[date, spent, ("x-ratelimit-reset", "1485990630")], forbidden),
                limited(30),
            ),
            (
                "a reset that lies in the past",
                reply(403, &[date, spent, ("x-ratelimit-reset", "1")], forbidden),
                limited(60),
            ),
            ("403 that means it", reply(403, &[("x-ratelimit-remaining", "9")], forbidden), Ruling::NoAccess),
        ];
        for (name, reply, wanted) in cases {
            assert_eq!(reply.check(), Err(wanted), "{name}");
        }
    }

    #[test]
    fn only_the_api_itself_can_say_no() {
        let cases = [
            (404, r#"{"message": "Not Found"}"#, Ruling::NotFound),
            (404, "<html>no such page</html>", Ruling::Again(Obstacle::Garbled)),
            (401, r#"{"message": "Bad credentials"}"#, Ruling::Unauthorized),
            (401, "<html>sign in to the proxy</html>", Ruling::Again(Obstacle::Garbled)),
            (403, "<html>blocked</html>", Ruling::Again(Obstacle::Garbled)),
            (422, r#"{"message": "Validation Failed"}"#, Ruling::Refused { status: 422 }),
            (502, "<html>", Ruling::Again(Obstacle::ServerError { status: 502 })),
        ];
        assert_eq!(reply(204, &[], "").check(), Ok(()));
        for (status, body, wanted) in cases {
            assert_eq!(reply(status, &[], body).check(), Err(wanted), "{status} {body}");
        }
    }
}
