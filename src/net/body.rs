//! Bodies: as much as is wanted, never more, and connections kept where that is cheap.

use std::time::Duration;

use bytes::Bytes;
use reqwest::{Response, StatusCode};
use tokio::time::timeout;

use super::answer::{content_length, content_range};
use super::fault;
use super::http::Part;
use super::retry::Fault;
use crate::facts::Obstacle;

/// So much of a page that says "not found" is kept.
const MOST_OF_A_REFUSAL: usize = 64 * 1024;
/// So much is read for nothing, to keep a connection.
const MOST_TO_DISCARD: usize = 64 * 1024;

/// So long is waited for that.
const LONGEST_TO_DISCARD: Duration = Duration::from_millis(250);

/// A body, and the size of the whole where it is known.
pub(super) type Body = (Bytes, Option<u64>);

/// Reads a body, counting what comes out of the unpacking, so that a bomb is cut like any other.
///
/// # Errors
/// [`Obstacle::TooLarge`] where all was wanted and there is more than the limit; the fault where the body ends early.
pub(super) async fn read(mut response: Response, part: Part) -> Result<Body, Fault> {
    let (limit, is_whole) = match part {
        Part::Whole { max_bytes } if !response.status().is_client_error() => (max_bytes, true),
        Part::Whole { max_bytes } => (max_bytes.min(MOST_OF_A_REFUSAL), false),
        Part::First { bytes } => (bytes, false),
    };
    let too_large = Fault::Lasting(Obstacle::TooLarge { limit_bytes: limit as u64 });
    let told = told_size(&response)?;
    if is_whole && told.is_some_and(|size| size > limit as u64) {
        return Err(too_large);
    }
    let mut kept = Vec::new();
    while let Some(chunk) = next(&mut response).await? {
        let room = limit - kept.len();
        if chunk.len() <= room {
            kept.extend_from_slice(&chunk);
        } else if is_whole {
            return Err(too_large);
        } else {
            kept.extend_from_slice(&chunk[..room]);
            discard(response).await;
            return Ok((kept.into(), told));
        }
    }
    let read_to_end = (response.status() != StatusCode::PARTIAL_CONTENT).then_some(kept.len() as u64);
    Ok((kept.into(), read_to_end.or(told)))
}

/// Reads what is left, where it is little and comes at once: a connection whose answer was read to its end serves the
/// next request.
pub(super) async fn discard(mut response: Response) {
    let mut left = MOST_TO_DISCARD;
    if content_length(response.headers()).is_some_and(|length| length > left as u64) {
        return;
    }
    let to_the_end = async {
        while let Ok(Some(chunk)) = response.chunk().await {
            let Some(rest) = left.checked_sub(chunk.len()) else { return };
            left = rest;
        }
    };
    let _ = timeout(LONGEST_TO_DISCARD, to_the_end).await; // too slow: the connection is given up
}

async fn next(response: &mut Response) -> Result<Option<Bytes>, Fault> {
    response.chunk().await.map_err(|error| fault::read(&error))
}

/// # Errors
/// Where the answer is a range that does not begin at the beginning.
fn told_size(response: &Response) -> Result<Option<u64>, Fault> {
    if response.status() != StatusCode::PARTIAL_CONTENT {
        return Ok(content_length(response.headers()));
    }
    match content_range(response.headers()) {
        Some((0, whole)) => Ok(whole),
        Some(_) | None => Err(Obstacle::Garbled.into()),
    }
}
