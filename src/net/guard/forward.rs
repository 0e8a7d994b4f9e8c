//! A plain `http:` request of the page, passed on; `https:` and sockets go through tunnels instead.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{CONNECTION, HeaderMap, HeaderName, PROXY_AUTHORIZATION, UPGRADE};
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper::client::conn::http1::{self, Connection};
use hyper::{Request, Response, Uri, Version};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::Passage;

/// Headers that concern one connection and no further.
const OWN_TO_A_CONNECTION: [HeaderName; 5] = [
    CONNECTION,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
    PROXY_AUTHORIZATION,
    UPGRADE,
];

/// Sends a request on and hands back the answer, whose body is still on its way.
///
/// # Errors
/// When the address may not be reached or the host does not answer.
pub(super) async fn forward(request: Request<Incoming>, passage: &Passage) -> io::Result<Response<Carried>> {
    let authority = request.uri().authority().ok_or(io::ErrorKind::InvalidInput)?;
    let stream = passage.connect(authority.as_str()).await?;
    let (mut sender, mut connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(io::Error::other)?;
    let mut sending = std::pin::pin!(sender.send_request(to_host(request)));
    let (response, is_open) = tokio::select! {
        response = &mut sending => (response, true),
        _ = &mut connection => (sending.await, false),
    };
    let mut response = response.map_err(io::Error::other)?;
    *response.version_mut() = Version::HTTP_11;
    strip(response.headers_mut());
    Ok(response.map(|body| Carried { connection: is_open.then_some(connection), body }))
}

/// The request as the host itself expects it: the address without scheme and host.
fn to_host(mut request: Request<Incoming>) -> Request<Incoming> {
    let path = request.uri().path_and_query().cloned();
    *request.uri_mut() = path.map_or_else(|| Uri::from_static("/"), Uri::from);
    strip(request.headers_mut());
    request
}

fn strip(headers: &mut HeaderMap) {
    for name in &OWN_TO_A_CONNECTION {
        headers.remove(name);
    }
}

/// The body of an answer and the connection that it comes over: polled together, dropped together.
pub(super) struct Carried {
    connection: Option<Connection<TokioIo<TcpStream>, Incoming>>,
    body: Incoming,
}

impl Body for Carried {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        if let Some(connection) = &mut self.connection
            && Pin::new(connection).poll(context).is_ready()
        {
            self.connection = None;
        }
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
