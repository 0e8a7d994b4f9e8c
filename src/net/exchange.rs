//! One request and what comes of it, before redirects and retries.

use bytes::Bytes;
use reqwest::{RequestBuilder, Response, StatusCode};

use super::answer::{self, Answer, Move};
use super::body;
use super::fault;
use super::http::Part;
use super::retry::Fault;

/// What came of one request.
#[derive(Debug)]
pub(super) enum Exchange {
    /// An answer that was read.
    Read(Reading),
    /// A redirect.
    Moved(Move),
    /// The host has no such range.
    NoSuchRange,
    /// Nobody knows the name of the host.
    NoSuchHost,
}

/// An answer that was read.
#[derive(Debug)]
pub(super) struct Reading {
    /// Its status; 200 for a range, which only we asked for.
    pub(super) status: u16,
    /// Its type, lower case, without parameters.
    pub(super) content_type: Option<String>,
    /// Its body, unpacked, as far as it was wanted.
    pub(super) body: Bytes,
    /// The size of the whole.
    pub(super) total_bytes: Option<u64>,
}

/// Sends a request and reads as much of the answer as is wanted.
///
/// # Errors
/// The fault.
pub(super) async fn exchange(request: RequestBuilder, part: Part) -> Result<Exchange, Fault> {
    let response = match request.send().await {
        Ok(response) => response,
        Err(error) if fault::is_missing_name(&error) => return Ok(Exchange::NoSuchHost),
        Err(error) => return Err(fault::read(&error)),
    };
    let unread = match answer::read(response.status().as_u16(), response.headers()) {
        Ok(Answer::Body) => return read(response, part).await.map(Exchange::Read),
        Ok(Answer::Moved(to)) => Ok(Exchange::Moved(to)),
        Ok(Answer::NoSuchRange) => Ok(Exchange::NoSuchRange),
        Err(fault) => Err(fault),
    };
    body::discard(response).await;
    unread
}

async fn read(response: Response, part: Part) -> Result<Reading, Fault> {
    let status = match response.status() {
        StatusCode::PARTIAL_CONTENT => StatusCode::OK,
        status => status,
    };
    let content_type = answer::content_type(response.headers());
    let (body, total_bytes) = body::read(response, part).await?;
    Ok(Reading { status: status.as_u16(), content_type, body, total_bytes })
}
