//! One page in the browser: opened, left to settle, scrolled once, and read.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Instant, sleep, timeout};
use url::Url;

use super::browser::text;
use super::script::{Press, READ, Reading, SCROLL, SILENCE};
use super::traffic::Traffic;
use super::wire::{Event, Trouble, Wire};

/// A page has settled when nothing has moved for so long.
const QUIET: Duration = Duration::from_millis(500);
const QUIET_AFTER_SCROLLING: Duration = Duration::from_millis(150);

/// What a page loads when it is scrolled, or something on it is pressed, is not waited for longer.
const LOAD_MORE_LIMIT: Duration = Duration::from_secs(2);

/// A page that has settled and shows nothing may stand behind a curtain: it is waited for so much longer.
const CURTAIN_LIMIT: Duration = Duration::from_secs(4);

/// A page that does not let itself be read within this time is running a script that does not end.
const READ_LIMIT: Duration = Duration::from_secs(2);
const READ_TRIES: usize = 3;

const TICK: Duration = Duration::from_millis(25);

/// A page that is still empty.
#[derive(Debug)]
pub(super) struct Page<'a> {
    wire: &'a Wire,
    url: &'a Url,
    target: String,
    session: String,
    traffic: Mutex<Traffic>,
}

impl<'a> Page<'a> {
    /// Opens a window for an address in a context of its own; gives it and the windows that open after it.
    ///
    /// # Errors
    /// When the browser does not open it.
    pub(super) async fn open(
        wire: &'a Wire,
        context: &str,
        url: &'a Url,
    ) -> Result<(Self, UnboundedReceiver<Event>), Trouble> {
        let mut windows = wire.listen(context)?;
        let window = json!({"url": "about:blank", "browserContextId": context, "width": 1280, "height": 800});
        let target = text(&wire.call(None, "Target.createTarget", window).await?, "targetId")?;
        let session = loop {
            let window = windows.recv().await.ok_or(Trouble::Gone)?;
            if window.text("/targetInfo/targetId") == target {
                break window.text("/sessionId").to_owned();
            }
            close(wire, &window).await?;
        };
        Ok((Self { wire, url, target, session, traffic: Mutex::new(Traffic::new()) }, windows))
    }

    /// Does something with the page while it is looked after.
    ///
    /// # Errors
    /// When the page crashes or cannot be stopped.
    pub(super) async fn tended<T>(
        &self,
        windows: UnboundedReceiver<Event>,
        deed: impl Future<Output = Result<T, Trouble>>,
    ) -> Result<T, Trouble> {
        let events = self.wire.listen(&self.session)?;
        tokio::select! {
            trouble = self.tend(windows, events) => Err(trouble),
            done = deed => done,
        }
    }

    /// Goes to the address, lets the page run for so long at most, and reads it.
    ///
    /// # Errors
    /// When the page crashes or cannot be stopped.
    pub(super) async fn see(&self, limit: Duration) -> Result<Reading, Trouble> {
        let end = Instant::now() + limit;
        self.go().await?;
        self.settle(QUIET, end).await?;
        // A page that cannot be scrolled is read as it stands.
        let _ = timeout(TICK * 10, self.evaluate(SCROLL)).await;
        self.settle(QUIET_AFTER_SCROLLING, end.min(Instant::now() + LOAD_MORE_LIMIT)).await?;
        let end = end.min(Instant::now() + CURTAIN_LIMIT);
        loop {
            let reading = self.read().await?;
            if !reading.is_bare() || Instant::now() > end {
                return Ok(reading);
            }
            sleep(QUIET).await;
        }
    }

    /// Presses something as a visitor does and reads the page again; nothing where it is not there.
    ///
    /// # Errors
    /// When the page crashes or cannot be stopped.
    pub(super) async fn press(&self, press: Press<'_>) -> Result<Option<Reading>, Trouble> {
        self.traffic().forget_the_way();
        let is_there =
            timeout(READ_LIMIT, self.evaluate(&press.script())).await.unwrap_or(Err(Trouble::Stuck))?;
        if is_there != Value::Bool(true) {
            return Ok(None);
        }
        sleep(QUIET_AFTER_SCROLLING).await;
        self.settle(QUIET_AFTER_SCROLLING, Instant::now() + LOAD_MORE_LIMIT).await?;
        self.read().await.map(Some)
    }

    /// Where the page wanted to go, or what it wanted to open, since something was pressed.
    pub(super) fn way(&self) -> Option<String> {
        self.traffic().way().map(str::to_owned)
    }

    /// The document that was asked for last.
    pub(super) fn last_document(&self) -> Option<String> {
        self.traffic().last_document().map(str::to_owned)
    }

    /// Sends the page on its way.
    async fn go(&self) -> Result<(), Trouble> {
        for (method, params) in [
            ("Page.enable", json!({})),
            (
                "Network.enable",
                json!({"maxTotalBufferSize": 0, "maxResourceBufferSize": 0, "maxPostDataSize": 0}),
            ),
            ("Page.addScriptToEvaluateOnNewDocument", json!({"source": SILENCE})),
            ("Runtime.runIfWaitingForDebugger", json!({})),
        ] {
            // Answered one by one: what is still on its way when the page moves is lost.
            self.call(method, params).await?;
        }
        self.tell("Page.navigate", json!({"url": self.url.as_str()})).await
    }

    async fn settle(&self, pause: Duration, end: Instant) -> Result<(), Trouble> {
        while !self.traffic().is_quiet(pause) && Instant::now() < end {
            sleep(TICK).await;
        }
        if Instant::now() >= end {
            // A page that is on its way to another one answers nothing.
            self.tell("Page.stopLoading", json!({})).await?;
        }
        Ok(())
    }

    /// Reads the page. Where a script of the page does not end, it is ended.
    async fn read(&self) -> Result<Reading, Trouble> {
        for _ in 0..READ_TRIES {
            match timeout(READ_LIMIT, self.evaluate(READ)).await {
                Ok(Ok(value)) => return serde_json::from_value(value).map_err(|_| Trouble::Refused),
                Ok(Err(Trouble::Gone)) => return Err(Trouble::Gone),
                Ok(Err(Trouble::Refused)) => sleep(TICK).await, // the page has just moved on to another document
                Ok(Err(Trouble::Stuck)) | Err(_) => {
                    self.tell("Runtime.terminateExecution", json!({})).await?;
                }
            }
        }
        Err(Trouble::Stuck)
    }

    /// Runs a script in a world of its own.
    ///
    /// # Errors
    /// When there is no answer, or it is a refusal.
    pub(super) async fn evaluate(&self, script: &str) -> Result<Value, Trouble> {
        let world = json!({"frameId": self.target, "worldName": env!("CARGO_PKG_NAME")});
        let world = self.call("Page.createIsolatedWorld", world).await?;
        let context = world.get("executionContextId").cloned().ok_or(Trouble::Refused)?;
        let params =
            json!({"expression": script, "contextId": context, "returnByValue": true, "userGesture": true});
        let answer = self.call("Runtime.evaluate", params).await?;
        answer.pointer("/result/value").cloned().ok_or(Trouble::Refused)
    }

    /// Answers for the visitor while the page runs: no to every question, and no second window.
    async fn tend(
        &self,
        mut windows: UnboundedReceiver<Event>,
        mut events: UnboundedReceiver<Event>,
    ) -> Trouble {
        loop {
            let tended = tokio::select! {
                window = windows.recv() => match window {
                    Some(window) => close(self.wire, &window).await,
                    None => Err(Trouble::Gone),
                },
                event = events.recv() => match event {
                    Some(event) => self.heed(&event).await,
                    None => Err(Trouble::Gone),
                },
            };
            if let Err(trouble) = tended {
                return trouble;
            }
        }
    }

    async fn heed(&self, event: &Event) -> Result<(), Trouble> {
        match event.method.as_str() {
            "Inspector.targetCrashed" => Err(Trouble::Gone),
            "Page.javascriptDialogOpening" => {
                self.tell("Page.handleJavaScriptDialog", json!({"accept": false})).await
            }
            _ => {
                self.traffic().note(event, &self.target);
                Ok(())
            }
        }
    }

    fn traffic(&self) -> MutexGuard<'_, Traffic> {
        self.traffic.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Calls a method for this page.
    ///
    /// # Errors
    /// When there is no answer, or it is a refusal.
    pub(super) async fn call(&self, method: &'static str, params: Value) -> Result<Value, Trouble> {
        self.wire.call(Some(&self.session), method, params).await
    }

    async fn tell(&self, method: &'static str, params: Value) -> Result<(), Trouble> {
        self.wire.send(Some(&self.session), method, params).await.map(drop)
    }
}

/// Closes a window that nobody asked for, before it has loaded anything.
async fn close(wire: &Wire, window: &Event) -> Result<(), Trouble> {
    let target = json!({"targetId": window.text("/targetInfo/targetId")});
    wire.send(None, "Target.closeTarget", target).await.map(drop)
}
