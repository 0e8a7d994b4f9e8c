//! What goes wrong, when, and how often.

use std::time::Duration;

use serde_json::json;

use crate::answer::Answer;

/// How long an answer of the API takes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Pace {
    pub(crate) request: Duration,
    /// What GraphQL takes more for each repository.
    pub(crate) repository: Duration,
}

/// Something that goes wrong with one request to the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// 502 with a page of the load balancer; nothing was done.
    BadGateway,
    /// 429 with `Retry-After` in seconds; nothing was done.
    TooMany(u64),
    /// 403 with the words of a secondary limit and `Retry-After` in seconds; nothing was done.
    Secondary(u64),
    /// 403 with the headers of a used-up primary limit, lifted in so many seconds; nothing was done.
    UsedUp(u64),
    /// The connection ends before an answer; nothing was done.
    Reset,
    /// The connection ends before an answer, but what was asked for was done.
    Lost,
    /// The answer ends in the middle; what was asked for was done.
    Cut,
    /// 200 with a page of a proxy; nothing was done.
    ProxyPage,
    /// 404 with a page of a proxy; nothing was done.
    ProxyNotFound,
    /// 200 with this JSON, as GraphQL complains; nothing was done.
    Says(&'static str),
}

impl Fault {
    /// The answer instead of the real one; none where the real one is made first.
    pub(crate) fn instead(self) -> Option<Answer> {
        let limited = |message: &str| Answer::json(403, &json!({ "message": message }));
        let page = "<html><body>Please sign in to the network</body></html>";
        Some(match self {
            Self::BadGateway => Answer::html("<html><title>502</title></html>").status(502),
            Self::TooMany(seconds) => {
                Answer::json(429, &json!({ "message": "slow down" })).retry_after(seconds)
            }
            Self::Secondary(seconds) => {
                limited("You have exceeded a secondary rate limit. Please wait a few minutes.")
                    .retry_after(seconds)
            }
            Self::UsedUp(seconds) => limited("API rate limit exceeded")
                .header("date", "Wed, 01 Feb 2017 23:10:00 GMT")
                .header("x-ratelimit-remaining", "0")
                .header("x-ratelimit-reset", &(1_485_990_600 + seconds).to_string()),
            Self::Reset => Answer::reset(),
            Self::ProxyPage => Answer::html(page),
            Self::ProxyNotFound => Answer::html(page).status(404),
            Self::Says(text) => Answer::new("application/json", text),
            Self::Lost | Self::Cut => return None,
        })
    }

    /// What becomes of the real answer.
    pub(crate) fn spoil(self, answer: Answer) -> Answer {
        match self {
            Self::Lost => Answer::reset(),
            Self::Cut => answer.cut_after(20),
            _ => answer,
        }
    }
}

/// The faults still to come, each for the requests that begin with its words (`POST /graphql`).
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<(String, Fault, usize)>);

impl Faults {
    pub(crate) fn plan(&mut self, request: &str, fault: Fault, times: usize) {
        self.0.push((request.into(), fault, times));
    }

    /// The fault of this request, if any.
    pub(crate) fn draw(&mut self, request: &str) -> Option<Fault> {
        let (_, fault, left) =
            self.0.iter_mut().find(|(words, _, left)| *left > 0 && request.starts_with(words.as_str()))?;
        *left -= 1;
        Some(*fault)
    }

    /// Those that never happened.
    pub(crate) fn left(&self) -> Vec<String> {
        let left = self.0.iter().filter(|(_, _, left)| *left > 0);
        left.map(|(words, fault, left)| format!("{left} x {fault:?} for \"{words}\"")).collect()
    }
}
