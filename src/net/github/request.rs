//! One request to the API, and how it can fail for good (pure).

use http::Method;
use serde_json::Value;

use super::limits::Cost;
use crate::facts::Obstacle;

/// The most that is read of a JSON answer.
const MAX_JSON_BYTES: usize = 16_000_000;

const ACCEPT_JSON: &str = "application/vnd.github+json";
/// The bytes of a file instead of JSON about it.
pub(super) const ACCEPT_RAW: &str = "application/vnd.github.raw+json";
/// The bare name of a commit.
pub(super) const ACCEPT_SHA: &str = "application/vnd.github.sha";

/// Which of the two addresses a request goes to; on GitHub Enterprise they have no path in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Door {
    Rest,
    GraphQl,
}

/// One request.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub(super) door: Door,
    pub(super) method: Method,
    pub(super) route: String,
    pub(super) body: Option<Value>,
    pub(super) accept: &'static str,
    pub(super) max_bytes: usize,
}

impl Request {
    /// A REST request; the route begins with a slash.
    pub(super) fn new(method: Method, route: impl Into<String>) -> Self {
        let (route, accept) = (route.into(), ACCEPT_JSON);
        Self { door: Door::Rest, method, route, body: None, accept, max_bytes: MAX_JSON_BYTES }
    }

    /// The same with a JSON body.
    pub(super) fn with_body(self, body: Value) -> Self {
        Self { body: Some(body), ..self }
    }

    /// What it counts as.
    pub(super) fn cost(&self) -> Cost {
        match self.door {
            Door::GraphQl => Cost::Query,
            Door::Rest if self.method == Method::GET => Cost::Read,
            Door::Rest => Cost::Write,
        }
    }

    /// The same, with the answer in another form and with a limit of its own.
    pub(super) fn accepting(self, accept: &'static str, max_bytes: usize) -> Self {
        Self { accept, max_bytes, ..self }
    }
}

/// Why there is no answer to work with, after all tries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// There is no such thing, or not for this token.
    NotFound,
    /// The host does not know the token, or none was given where one is needed.
    Unauthorized,
    /// Understood and refused.
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// All else.
    Obstacle(Obstacle),
}

impl From<Failure> for Obstacle {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotFound | Failure::Unauthorized => Self::NoAccess,
            Failure::Refused { status } => Self::Blocked { status },
            Failure::Obstacle(obstacle) => obstacle,
        }
    }
}
