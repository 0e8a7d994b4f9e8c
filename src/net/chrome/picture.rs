//! The picture of a page: its first screen, no larger than a report can carry.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use tokio::time::timeout;

use super::page::Page;
use crate::facts::Picture;

/// A page that is drawn more slowly gets no picture.
const LIMIT: Duration = Duration::from_secs(2);

/// A larger picture, in bytes, is taken again in the next quality.
const LARGEST: usize = 400_000;
const QUALITIES: [u8; 2] = [75, 30];

/// Reading has left the page at its end.
const TO_THE_TOP: &str = "window.scrollTo({top: 0, behavior: 'instant'})";

/// Takes a picture of what stands at the top of the page; none where the page does not hold still for it.
pub(super) async fn take(page: &Page<'_>) -> Option<Picture> {
    timeout(LIMIT, take_at_the_top(page)).await.ok()?
}

async fn take_at_the_top(page: &Page<'_>) -> Option<Picture> {
    page.evaluate(TO_THE_TOP).await.ok();
    for quality in QUALITIES {
        let params = json!({"format": "jpeg", "quality": quality, "captureBeyondViewport": false});
        let answer = page.call("Page.captureScreenshot", params).await.ok()?;
        let jpeg = STANDARD.decode(answer.get("data")?.as_str()?).ok()?;
        if jpeg.len() <= LARGEST {
            return Some(Picture::new(&jpeg));
        }
    }
    None
}
