//! An answer before it goes out, and the ways in which it can go wrong.

use std::time::Duration;

use bytes::Bytes;
use serde_json::Value;

use crate::commits::git_name;
use crate::server::Request;

/// How the body goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    Whole,
    /// The connection ends before anything.
    Reset,
    /// It ends after so many bytes of the body.
    CutAfter(usize),
    /// The body is repeated without end.
    Endless,
}

/// An answer of a site or of the API.
#[derive(Debug, Clone)]
pub struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Bytes,
    pub(crate) manner: Manner,
    pub(crate) wait: Duration,
}

impl Answer {
    /// 200 with these bytes, sent as this type.
    pub fn new(content_type: &str, body: impl Into<Bytes>) -> Self {
        let headers = vec![("content-type".into(), content_type.into())];
        Self { status: 200, headers, body: body.into(), manner: Manner::Whole, wait: Duration::ZERO }
    }

    /// A page.
    pub fn html(text: impl Into<String>) -> Self {
        Self::new("text/html; charset=utf-8", text.into())
    }

    /// A document.
    pub fn pdf(bytes: impl Into<Bytes>) -> Self {
        Self::new("application/pdf", bytes)
    }

    /// JSON with a status.
    pub fn json(status: u16, value: &Value) -> Self {
        Self::new("application/json; charset=utf-8", value.to_string()).status(status)
    }

    /// A redirect, by default one that is gone by tomorrow (302).
    pub fn redirect(to: &str) -> Self {
        Self::html("").status(302).header("location", to)
    }

    /// The page of a host that turns programs away (999).
    pub fn wall() -> Self {
        Self::html("<html><body>Let us check that you are a person</body></html>").status(999)
    }

    /// The connection ends before an answer.
    pub fn reset() -> Self {
        Self { manner: Manner::Reset, ..Self::html("") }
    }

    /// The same with another status.
    #[must_use]
    pub fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The same with a header set.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same with `Retry-After` in seconds.
    #[must_use]
    pub fn retry_after(self, seconds: u64) -> Self {
        self.header("retry-after", &seconds.to_string())
    }

    /// The same, broken off after so many bytes of the body.
    #[must_use]
    pub fn cut_after(self, bytes: usize) -> Self {
        Self { manner: Manner::CutAfter(bytes), ..self }
    }

    /// The same, repeated without end.
    #[must_use]
    pub fn endless(self) -> Self {
        Self { manner: Manner::Endless, ..self }
    }

    /// The same after a while.
    #[must_use]
    pub fn slow(self, wait: Duration) -> Self {
        Self { wait, ..self }
    }

    /// The same, a little later still.
    pub(crate) fn after(self, wait: Duration) -> Self {
        Self { wait: self.wait + wait, ..self }
    }

    /// The same, with a length in the head that is not the body's.
    #[must_use]
    pub fn claiming(self, bytes: usize) -> Self {
        self.header("content-length", &bytes.to_string())
    }

    /// The same with the mark that tells this answer from another, or "unchanged" where it is the one that is asked about.
    pub(crate) fn marked(self, request: &Request) -> Self {
        if request.method != hyper::Method::GET || self.status != 200 || self.manner != Manner::Whole {
            return self;
        }
        let etag = format!("W/\"{}\"", git_name(&self.body));
        if request.header("if-none-match") == Some(etag.as_str()) {
            return Self { body: Bytes::new(), ..self.status(304) };
        }
        self.header("etag", &etag)
    }

    /// The part that a `Range` header asks for, as static hosts give it.
    pub(crate) fn ranged(self, range: Option<&str>) -> Self {
        let bounds = range.and_then(|range| range.strip_prefix("bytes=")?.split_once('-'));
        let Some((from, to)) = bounds.filter(|_| self.status == 200 && self.manner == Manner::Whole) else {
            return self;
        };
        let whole = self.body.len();
        let from: usize = from.parse().unwrap_or(0);
        let to = to.parse().map_or(whole, |to: usize| whole.min(to + 1));
        if from >= to {
            return self.status(416).header("content-range", &format!("bytes */{whole}"));
        }
        let body = self.body.slice(from..to);
        let span = format!("bytes {from}-{}/{whole}", to - 1);
        Self { body, ..self.status(206).header("content-range", &span) }
    }
}
