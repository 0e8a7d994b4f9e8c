//! HTTP on loopback: a request in, an answer out, and all the ways in which an answer can go wrong on its way.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper::service::service_fn;
use hyper::{Method, Response, StatusCode, header};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::runtime::Runtime;

use crate::answer::{Answer, Manner};

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: BTreeMap<String, String>,
    /// The query as it was written.
    pub(crate) query_text: String,
    pub(crate) headers: header::HeaderMap,
    pub(crate) body: Bytes,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

fn claims_length(answer: &Answer) -> bool {
    answer.headers.iter().any(|(name, _)| name == "content-length")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Done,
    Broken,
    Again,
}

fn response(answer: Answer) -> Option<Response<Pouring>> {
    let (body, end) = match answer.manner {
        Manner::Reset => return None,
        Manner::Whole if claims_length(&answer) => (answer.body, End::Broken),
        Manner::Whole => (answer.body, End::Done),
        Manner::CutAfter(bytes) => (answer.body.slice(..bytes.min(answer.body.len())), End::Broken),
        Manner::Endless => (answer.body, End::Again),
    };
    let mut response = Response::new(Pouring { rest: Some(body), end, is_flushed: false });
    *response.status_mut() = StatusCode::from_u16(answer.status).expect("a status");
    for (name, value) in answer.headers {
        let name = header::HeaderName::from_bytes(name.as_bytes()).expect("a header's name");
        response.headers_mut().insert(name, value.parse().expect("a header's value"));
    }
    Some(response)
}

/// A body on its way out.
struct Pouring {
    rest: Option<Bytes>,
    end: End,
    is_flushed: bool,
}

impl Body for Pouring {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if self.rest.is_none() && self.end == End::Broken && !self.is_flushed {
            // What came before goes out first.
            self.is_flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let chunk = if self.end == End::Again { self.rest.clone() } else { self.rest.take() };
        Poll::Ready(match (chunk, self.end) {
            (Some(chunk), _) => Some(Ok(Frame::data(chunk))),
            (None, End::Broken) => Some(Err(std::io::ErrorKind::BrokenPipe.into())),
            (None, End::Done | End::Again) => None,
        })
    }

    fn size_hint(&self) -> SizeHint {
        match (&self.rest, self.end) {
            (Some(rest), End::Done) => SizeHint::with_exact(rest.len() as u64),
            _ => SizeHint::default(),
        }
    }
}

pub(crate) type Handler = Arc<dyn Fn(&Request) -> Answer + Send + Sync>;

/// Answers at a free port of loopback for as long as the runtime lives.
pub(crate) fn serve(runtime: &Runtime, handler: Handler) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    listener.set_nonblocking(true).expect("a socket");
    let _entered = runtime.enter();
    let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
    runtime.spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let handler = Arc::clone(&handler);
            let service = service_fn(move |request| respond(Arc::clone(&handler), request));
            let connection = hyper::server::conn::http1::Builder::new();
            tokio::spawn(connection.serve_connection(TokioIo::new(stream), service));
        }
    });
    address
}

async fn respond(
    handler: Handler,
    request: hyper::Request<Incoming>,
) -> Result<Response<Pouring>, std::io::Error> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.map_err(std::io::Error::other)?.to_bytes();
    let request = Request {
        method: head.method,
        path: plain(head.uri.path()).into(),
        query_text: head.uri.query().unwrap_or_default().into(),
        query: head.uri.query().unwrap_or_default().split('&').map(pair).collect(),
        headers: head.headers,
        body,
    };
    let answer = handler(&request);
    if !answer.wait.is_zero() {
        tokio::time::sleep(answer.wait).await;
    }
    response(answer).ok_or_else(|| std::io::ErrorKind::ConnectionReset.into())
}

/// The path without what a GitHub Enterprise puts before it.
fn plain(path: &str) -> &str {
    match path.strip_prefix("/api") {
        Some("/graphql") => "/graphql",
        Some(rest) => rest.strip_prefix("/v3").unwrap_or(path),
        None => path,
    }
}

fn pair(text: &str) -> (String, String) {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    (decoded(name), decoded(value))
}

/// Undoes percent encoding.
pub(crate) fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = || u8::from_str_radix(std::str::from_utf8(tail.get(..2)?).ok()?, 16).ok();
        match (first, code()) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            (byte, _) => {
                bytes.push(*byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
