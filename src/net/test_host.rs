//! A host for tests that answers with any bytes whatever, well-formed or not, over real sockets on loopback.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use url::Url;

/// What to send.
#[derive(Debug, Clone)]
pub(super) enum Reply {
    /// These bytes; the connection stays open.
    Bytes(Vec<u8>),
    /// These bytes, then nothing more: the connection is closed.
    Cut(Vec<u8>),
    /// These bytes, then letters without end.
    Endless(Vec<u8>),
    /// These bytes, then silence.
    Silence(Vec<u8>),
}

/// A request as it came.
#[derive(Debug, Clone)]
pub(super) struct Request {
    /// The path and query.
    pub(super) path: String,
    /// The request line and headers.
    pub(super) head: String,
    /// How many came before it.
    pub(super) before: usize,
}

type Answer = dyn Fn(&Request) -> Reply + Send + Sync;

/// The host; stops when dropped.
pub(super) struct Host {
    port: u16,
    seen: Arc<Mutex<Vec<Request>>>,
    connections: Arc<AtomicUsize>,
    accepting: JoinHandle<()>,
}

impl Host {
    /// Begins to answer.
    pub(super) async fn start(answer: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (seen, connections) = (Arc::default(), Arc::new(AtomicUsize::new(0)));
        let (answer, log, count): (Arc<Answer>, _, _) =
            (Arc::new(answer), Arc::clone(&seen), Arc::clone(&connections));
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::Relaxed);
                tokio::spawn(serve(stream, Arc::clone(&answer), Arc::clone(&log)));
            }
        });
        Self { port, seen, connections, accepting }
    }

    /// A host that answers everything alike.
    pub(super) async fn always(reply: Reply) -> Self {
        Self::start(move |_| reply.clone()).await
    }

    /// An address on it.
    pub(super) fn url(&self, path: &str) -> Url {
        Url::parse(&format!("http://127.0.0.1:{}{path}", self.port)).unwrap()
    }

    /// The requests that came.
    pub(super) fn seen(&self) -> Vec<Request> {
        self.seen.lock().unwrap().clone()
    }

    /// How many connections were opened.
    pub(super) fn connections(&self) -> usize {
        self.connections.load(Ordering::Relaxed)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn serve(mut stream: TcpStream, answer: Arc<Answer>, seen: Arc<Mutex<Vec<Request>>>) {
    while let Some(head) = read_head(&mut stream).await {
        let path = head.split(' ').nth(1).unwrap().to_owned();
        let request = {
            let mut seen = seen.lock().unwrap();
            let request = Request { path, head, before: seen.len() };
            seen.push(request.clone());
            request
        };
        if send(&mut stream, answer(&request)).await.is_none() {
            return;
        }
    }
}

async fn read_head(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    Some(String::from_utf8(head).unwrap().to_lowercase())
}

/// None where the connection is over.
async fn send(stream: &mut TcpStream, reply: Reply) -> Option<()> {
    let (Reply::Bytes(bytes) | Reply::Cut(bytes) | Reply::Endless(bytes) | Reply::Silence(bytes)) = &reply;
    stream.write_all(bytes).await.ok()?;
    match reply {
        Reply::Bytes(_) => Some(()),
        Reply::Cut(_) => None,
        Reply::Endless(_) => loop {
            stream.write_all(&[b'a'; 4096]).await.ok()?;
        },
        Reply::Silence(_) => std::future::pending().await,
    }
}

/// A whole answer: the status line's rest, further headers (each ended), the body.
pub(super) fn whole(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Reply {
    let body = body.as_ref();
    let mut bytes = head(status, &format!("content-length: {}\r\n{headers}", body.len()));
    bytes.extend_from_slice(body);
    Reply::Bytes(bytes)
}

/// The head of an answer.
pub(super) fn head(status: &str, headers: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status}\r\n{headers}\r\n").into_bytes()
}
