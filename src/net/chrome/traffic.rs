//! What a page still waits for (pure but for the clock): when it has loaded, and since when nothing moves.

use std::collections::HashSet;

use tokio::time::{Duration, Instant};

use super::wire::Event;

/// Requests that may go on for ever while everything is there.
const ENDLESS: [&str; 5] = ["EventSource", "Media", "Ping", "Prefetch", "Preflight"];

/// More requests than this at once are not told apart.
const MOST_PENDING: usize = 1000;

/// The requests of a page.
#[derive(Debug)]
pub(super) struct Traffic {
    pending: HashSet<String>,
    moved: Instant,
    has_loaded: bool,
    last_document: Option<String>,
    way: Option<String>,
}

impl Traffic {
    /// Of a page that has not begun.
    pub(super) fn new() -> Self {
        Self {
            pending: HashSet::new(),
            moved: Instant::now(),
            has_loaded: false,
            last_document: None,
            way: None,
        }
    }

    /// Takes notice of what happens to the page whose own frame this is.
    pub(super) fn note(&mut self, event: &Event, frame: &str) {
        let id = event.text("/requestId");
        let is_news = match event.method.as_str() {
            "Network.requestWillBeSent" => self.note_request(id, event, frame),
            "Network.loadingFinished" | "Network.loadingFailed" => self.pending.remove(id),
            // Before the first document it is the empty page that has loaded.
            "Page.loadEventFired" if self.last_document.is_some() => {
                self.has_loaded = true;
                true
            }
            "Page.windowOpen" | "Page.downloadWillBegin" => self.note_way(event),
            "Page.frameRequestedNavigation" if event.text("/frameId") == frame => self.note_way(event),
            _ => false,
        };
        if is_news {
            self.moved = Instant::now();
        }
    }

    /// True where the page has loaded and nothing has moved for so long.
    pub(super) fn is_quiet(&self, pause: Duration) -> bool {
        self.has_loaded && self.pending.is_empty() && self.moved.elapsed() >= pause
    }

    /// The address of the document that was asked for last.
    pub(super) fn last_document(&self) -> Option<&str> {
        self.last_document.as_deref()
    }

    /// Where the page wanted to go, or what it wanted to open, first.
    pub(super) fn way(&self) -> Option<&str> {
        self.way.as_deref()
    }

    /// Begins anew with where the page wants to go.
    pub(super) fn forget_the_way(&mut self) {
        self.way = None;
    }

    fn note_way(&mut self, event: &Event) -> bool {
        self.way.get_or_insert_with(|| event.text("/url").to_owned());
        false
    }

    fn note_request(&mut self, id: &str, event: &Event, frame: &str) -> bool {
        let kind = event.text("/type");
        if kind == "Document" && event.text("/frameId") == frame {
            self.last_document = Some(event.text("/request/url").to_owned());
            self.has_loaded = false;
        }
        let counts = !ENDLESS.contains(&kind) && self.pending.len() < MOST_PENDING;
        counts && self.pending.insert(id.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn event(method: &str, params: &Value) -> Event {
        serde_json::from_value(json!({"method": method, "params": params})).unwrap()
    }

    fn request(id: &str, kind: &str, frame: &str) -> Event {
        let url = format!("https://ada.example/{id}");
        let params = json!({"requestId": id, "type": kind, "frameId": frame, "request": {"url": url}});
        event("Network.requestWillBeSent", &params)
    }

    fn end(id: &str) -> Event {
        event("Network.loadingFinished", &json!({"requestId": id}))
    }

    #[test]
    fn quiet_is_loaded_and_nothing_on_its_way() {
        let load = || event("Page.loadEventFired", &json!({}));
        let table = [
            ("nothing has begun", vec![load()], false),
            ("the document is on its way", vec![request("a", "Document", "main"), load()], false),
            ("loaded", vec![request("a", "Document", "main"), end("a"), load()], true),
            ("not loaded yet", vec![request("a", "Document", "main"), end("a")], false),
            (
                "a picture is on its way",
                vec![request("a", "Document", "main"), end("a"), load(), request("b", "Image", "main")],
                false,
            ),
            (
                "a stream goes on for ever",
                vec![request("a", "Document", "main"), end("a"), load(), request("b", "EventSource", "main")],
                true,
            ),
            (
                "it moves on to another document",
                vec![
                    request("a", "Document", "main"),
                    end("a"),
                    load(),
                    request("b", "Document", "main"),
                    end("b"),
                ],
                false,
            ),
            (
                "a frame loads a document",
                vec![
                    request("a", "Document", "main"),
                    end("a"),
                    load(),
                    request("b", "Document", "frame"),
                    end("b"),
                ],
                true,
            ),
        ];
        for (name, events, is_quiet) in table {
            let mut traffic = Traffic::new();
            for event in &events {
                traffic.note(event, "main");
            }
            assert_eq!(traffic.is_quiet(Duration::ZERO), is_quiet, "{name}");
        }
    }

    #[test]
    fn the_last_document_is_that_of_the_page() {
        let mut traffic = Traffic::new();
        for event in [
            request("a", "Document", "main"),
            request("b", "Document", "frame"),
            request("c", "Image", "main"),
        ] {
            traffic.note(&event, "main");
        }
        assert_eq!(traffic.last_document(), Some("https://ada.example/a"));
    }
}
