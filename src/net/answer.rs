//! What a status and its headers mean (pure).

use http::HeaderMap;
use http::header::{CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, HeaderName, LOCATION, SET_COOKIE};

use super::retry::{Fault, wait_asked};
use crate::facts::Obstacle;

/// Set by the walls of Cloudflare, AWS and Vercel on the pages they show instead of the site.
const WALLS: [&str; 3] = ["cf-mitigated", "x-amzn-waf-action", "x-vercel-mitigated"];

/// What a host answered, before its body is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// Something to read: 2xx, or a 4xx that is certain.
    Body,
    /// The thing lies elsewhere.
    Moved(Move),
    /// The range that was asked for is not there.
    NoSuchRange,
}

/// A redirect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Move {
    /// Its status.
    pub(super) status: u16,
    /// Where it leads, as it was sent.
    pub(super) location: String,
    /// True where it hands out a cookie, which a browser would bring along.
    pub(super) has_cookie: bool,
}

/// Reads a status and its headers.
///
/// # Errors
/// The fault, where the answer says nothing of the thing that was asked for.
pub(super) fn read(status: u16, headers: &HeaderMap) -> Result<Answer, Fault> {
    if WALLS.iter().any(|wall| headers.contains_key(*wall)) {
        return Err(Obstacle::Blocked { status }.into());
    }
    match status {
        301 | 302 | 303 | 307 | 308 => moved(status, headers).ok_or_else(|| Obstacle::Garbled.into()),
        401 | 407 => Err(Obstacle::NoAccess.into()),
        // A plain GET of a page that exists is refused so only where programs are not wanted.
        403 | 405 | 406 | 451 | 999 => Err(Obstacle::Blocked { status }.into()),
        408 | 425 | 429 | 500..=599 => Err(Fault::Status { status, wait: wait_asked(headers) }),
        416 => Ok(Answer::NoSuchRange),
        200..=299 | 400..=499 => Ok(Answer::Body),
        _ => Err(Obstacle::Garbled.into()),
    }
}

fn moved(status: u16, headers: &HeaderMap) -> Option<Answer> {
    let location = headers.get(LOCATION)?.as_bytes(); // browsers take raw UTF-8 here
    let location = String::from_utf8_lossy(location).into_owned();
    Some(Answer::Moved(Move { status, location, has_cookie: headers.contains_key(SET_COOKIE) }))
}

/// The type something was sent as, lower case, without parameters.
pub(super) fn content_type(headers: &HeaderMap) -> Option<String> {
    let kind = text(headers, CONTENT_TYPE)?.split(';').next()?.trim();
    (!kind.is_empty()).then(|| kind.to_ascii_lowercase())
}

/// The length of the body as it was sent; none where it is packed.
pub(super) fn content_length(headers: &HeaderMap) -> Option<u64> {
    text(headers, CONTENT_LENGTH)?.parse().ok()
}

/// The first byte and the size of the whole, of `bytes 0-1023/4096`.
pub(super) fn content_range(headers: &HeaderMap) -> Option<(u64, Option<u64>)> {
    let (range, whole) = text(headers, CONTENT_RANGE)?.strip_prefix("bytes ")?.split_once('/')?;
    let (first, _) = range.split_once('-')?;
    Some((first.trim().parse().ok()?, whole.trim().parse().ok()))
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn every_status_has_a_meaning() {
        let blocked = |status| Err(Obstacle::Blocked { status }.into());
        let passing = |status| Err(Fault::Status { status, wait: None });
        let cases = [
            (200, Ok(Answer::Body)),
            (204, Ok(Answer::Body)),
            (206, Ok(Answer::Body)),
            (300, Err(Obstacle::Garbled.into())),
            (301, Err(Obstacle::Garbled.into())),
            (304, Err(Obstacle::Garbled.into())),
            (400, Ok(Answer::Body)),
            (401, Err(Obstacle::NoAccess.into())),
            (403, blocked(403)),
            (404, Ok(Answer::Body)),
            (405, blocked(405)),
            (406, blocked(406)),
            (408, passing(408)),
            (410, Ok(Answer::Body)),
            (416, Ok(Answer::NoSuchRange)),
            (429, passing(429)),
            (451, blocked(451)),
            (500, passing(500)),
            (503, passing(503)),
            (522, passing(522)),
            (700, Err(Obstacle::Garbled.into())),
            (999, blocked(999)),
        ];
        for (status, meaning) in cases {
            assert_eq!(read(status, &HeaderMap::new()), meaning, "{status}");
        }
    }

    #[test]
    fn a_redirect_names_its_target() {
        for status in [301, 302, 303, 307, 308] {
            let plain = Move { status, location: "/there".into(), has_cookie: false };
            assert_eq!(read(status, &headers(&[("location", "/there")])), Ok(Answer::Moved(plain.clone())));
            let cookie = headers(&[("location", "/there"), ("set-cookie", "seen=1")]);
            assert_eq!(read(status, &cookie), Ok(Answer::Moved(Move { has_cookie: true, ..plain })));
        }
    }

    #[test]
    fn a_wall_is_known_by_its_header_whatever_its_status() {
        for wall in WALLS {
            for status in [200, 202, 403, 429, 503] {
                let answer = read(status, &headers(&[(wall, "challenge"), ("retry-after", "1")]));
                assert_eq!(answer, Err(Obstacle::Blocked { status }.into()), "{wall} {status}");
            }
        }
        let proxied = headers(&[("server", "cloudflare"), ("retry-after", "1")]);
        let wait = Some(std::time::Duration::from_secs(1));
        assert_eq!(read(503, &proxied), Err(Fault::Status { status: 503, wait }));
    }

    #[test]
    fn reads_what_the_headers_say_of_the_body() {
        let of = |kind| content_type(&headers(&[("content-type", kind)]));
        assert_eq!(of("Text/HTML; charset=utf-8").as_deref(), Some("text/html"));
        assert_eq!(of(" ; charset=utf-8"), None);
        let of = |range| content_range(&headers(&[("content-range", range)]));
        assert_eq!(of("bytes 0-1023/4096"), Some((0, Some(4096))));
        assert_eq!(of("bytes 0-1023/*"), Some((0, None)));
        assert_eq!(of("bytes 5-9/10"), Some((5, Some(10))));
        assert_eq!(of("bytes */10"), None);
        assert_eq!(of("pages 1-2/3"), None);
        assert_eq!(content_length(&headers(&[("content-length", "12")])), Some(12));
        assert_eq!(content_length(&headers(&[("content-length", "many")])), None);
    }
}
