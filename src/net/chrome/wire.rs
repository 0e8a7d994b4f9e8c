//! The `DevTools` protocol over two pipes: calls with their answers, and events sorted by whom they concern.

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{ChildStdin, ChildStdout};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;
use tokio::time::timeout;

/// No answer of Chrome takes longer, unless something is stuck.
const ANSWER_LIMIT: Duration = Duration::from_secs(10);

/// A message that is longer, in bytes, is no message: pages and pictures are cut far below.
const LONGEST_MESSAGE: u64 = 64 * 1024 * 1024;

/// Why a call brought nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The browser, or the page, is gone.
    Gone,
    /// No answer in time: what was asked is stuck.
    Stuck,
    /// The browser does not do this, or not now.
    Refused,
}

/// Something that happened.
#[derive(Debug, Deserialize)]
pub(super) struct Event {
    /// Its name, as `Network.loadingFailed`.
    pub(super) method: String,
    /// What there is to know of it.
    #[serde(default)]
    pub(super) params: Value,
    #[serde(default, rename = "sessionId")]
    session: Option<String>,
}

impl Event {
    /// A text among what there is to know; empty where there is none.
    pub(super) fn text(&self, pointer: &str) -> &str {
        self.params.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }
}

/// What Chrome sends: an event, or the answer to a call.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Message {
    Answer { id: u64, result: Option<Value> },
    Event(Event),
}

/// Who waits for what. Gone once Chrome has hung up.
#[derive(Debug, Default)]
struct Desk {
    last_id: u64,
    calls: HashMap<u64, oneshot::Sender<Option<Value>>>,
    listeners: HashMap<String, mpsc::UnboundedSender<Event>>,
}

/// The line to Chrome.
#[derive(Debug)]
pub(super) struct Wire {
    desk: Arc<Mutex<Option<Desk>>>,
    writer: tokio::sync::Mutex<ChildStdin>,
    _reader: JoinSet<()>,
}

impl Wire {
    /// Takes up the line.
    pub(super) fn new(writer: ChildStdin, reader: ChildStdout) -> Self {
        let desk = Arc::new(Mutex::new(Some(Desk::default())));
        let mut reading = JoinSet::new();
        reading.spawn(read(reader, Arc::clone(&desk)));
        Self { desk, writer: tokio::sync::Mutex::new(writer), _reader: reading }
    }

    /// True until Chrome has hung up.
    pub(super) fn is_open(&self) -> bool {
        lock(&self.desk).is_some()
    }

    /// Hears what happens from now on to the page of a session, or which pages open in a context.
    ///
    /// # Errors
    /// When Chrome has hung up.
    pub(super) fn listen(&self, session_or_context: &str) -> Result<mpsc::UnboundedReceiver<Event>, Trouble> {
        let (sender, receiver) = mpsc::unbounded_channel();
        let mut desk = lock(&self.desk);
        desk.as_mut().ok_or(Trouble::Gone)?.listeners.insert(session_or_context.to_owned(), sender);
        Ok(receiver)
    }

    /// Calls a method, of a page where a session is given, else of the browser.
    ///
    /// # Errors
    /// When there is no answer, or it is a refusal.
    pub(super) async fn call(
        &self,
        session: Option<&str>,
        method: &'static str,
        params: Value,
    ) -> Result<Value, Trouble> {
        let exchange = async {
            let answer = self.send(session, method, params).await?;
            answer.await.map_err(|_| Trouble::Gone)?.ok_or(Trouble::Refused)
        };
        timeout(ANSWER_LIMIT, exchange).await.unwrap_or(Err(Trouble::Stuck))
    }

    /// Sends a call; the answer may be waited for.
    ///
    /// # Errors
    /// When Chrome has hung up.
    pub(super) async fn send(
        &self,
        session: Option<&str>,
        method: &'static str,
        params: Value,
    ) -> Result<oneshot::Receiver<Option<Value>>, Trouble> {
        let (sender, answer) = oneshot::channel();
        let id = lock(&self.desk).as_mut().ok_or(Trouble::Gone)?.expect_answer(sender);
        let mut message = json!({"id": id, "method": method, "params": params});
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.writer.lock().await.write_all(&bytes).await.map_err(|_| Trouble::Gone)?;
        Ok(answer)
    }
}

fn lock(desk: &Mutex<Option<Desk>>) -> MutexGuard<'_, Option<Desk>> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads until Chrome hangs up; then everybody who still waits is told by the end of their channel.
async fn read(reader: ChildStdout, desk: Arc<Mutex<Option<Desk>>>) {
    let mut reader = BufReader::new(reader);
    while let Ok(message) = read_message(&mut reader).await {
        if let Some(desk) = lock(&desk).as_mut() {
            desk.sort(message);
        }
    }
    *lock(&desk) = None;
}

async fn read_message(reader: &mut BufReader<ChildStdout>) -> io::Result<Message> {
    let mut bytes = Vec::new();
    reader.take(LONGEST_MESSAGE).read_until(0, &mut bytes).await?;
    let message = bytes.strip_suffix(&[0]).ok_or(io::ErrorKind::UnexpectedEof)?;
    Ok(serde_json::from_slice(message)?)
}

impl Desk {
    fn expect_answer(&mut self, sender: oneshot::Sender<Option<Value>>) -> u64 {
        self.last_id += 1;
        self.calls.insert(self.last_id, sender);
        self.last_id
    }

    /// Hands a message to whom it concerns; nobody may be waiting any more.
    fn sort(&mut self, message: Message) {
        match message {
            Message::Answer { id, result } => {
                if let Some(sender) = self.calls.remove(&id) {
                    let _ = sender.send(result);
                }
            }
            Message::Event(event) => {
                let context = event.text("/targetInfo/browserContextId");
                let key = event.session.as_deref().unwrap_or(context).to_owned();
                if self.listeners.get(&key).is_some_and(|listener| listener.send(event).is_err()) {
                    self.listeners.remove(&key);
                }
            }
        }
    }
}
