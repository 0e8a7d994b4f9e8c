//! A loopback proxy for one page in Chrome: every connection of the page is made here, by the rules of `address`, and
//! what the page loads is counted.

mod forward;
mod metered;
mod passage;

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http_body_util::{Either, Empty};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::upgrade::OnUpgrade;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use forward::{Carried, forward};
use metered::{Allowance, Metered};
pub(super) use passage::Passage;

/// What one page may load and send, in bytes. The heaviest portfolios load some 30 MB of pictures.
const PAGE_BYTES: u64 = 64 * 1024 * 1024;

/// Chrome opens no more than 32 to one proxy, and some more for sockets.
const MOST_CONNECTIONS: usize = 64;

/// The proxy. Its connections end when it is dropped.
#[derive(Debug)]
pub(super) struct Proxy {
    port: u16,
    _accepting: JoinSet<()>,
}

/// What the page asked to be connected to; filled while its request is answered, used when the answer is out.
type Tunnel = Mutex<Option<(OnUpgrade, TcpStream)>>;

impl Proxy {
    /// Opens a proxy for a page.
    ///
    /// # Errors
    /// When no port is free.
    pub(super) async fn open(passage: Passage) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let mut accepting = JoinSet::new();
        accepting.spawn(accept(listener, Arc::new(passage)));
        Ok(Self { port, _accepting: accepting })
    }

    /// Its address, as Chrome takes it.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

async fn accept(listener: TcpListener, passage: Arc<Passage>) {
    let allowance = Allowance::new(PAGE_BYTES);
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        connections.spawn(serve(Metered::new(stream, allowance.clone()), Arc::clone(&passage)));
        while connections.try_join_next().is_some() {}
        if connections.len() >= MOST_CONNECTIONS {
            connections.join_next().await;
        }
    }
}

async fn serve(stream: Metered<TcpStream>, passage: Arc<Passage>) {
    let tunnel = Tunnel::default();
    let service = service_fn(|request| answer(request, &passage, &tunnel));
    let served = http1::Builder::new().serve_connection(TokioIo::new(stream), service).with_upgrades().await;
    let wanted = tunnel.into_inner().unwrap_or_else(PoisonError::into_inner);
    if let (Ok(()), Some((upgrade, mut host))) = (served, wanted)
        && let Ok(page) = upgrade.await
    {
        // Whichever side ends or fails, the tunnel is over and there is nobody to tell.
        let _ = tokio::io::copy_bidirectional(&mut TokioIo::new(page), &mut host).await;
    }
}

/// A refusal is an error without an answer: nothing that Chrome could show as a page.
async fn answer(
    mut request: Request<Incoming>,
    passage: &Passage,
    tunnel: &Tunnel,
) -> io::Result<Response<Either<Carried, Empty<Bytes>>>> {
    if request.method() != Method::CONNECT {
        return Ok(forward(request, passage).await?.map(Either::Left));
    }
    let authority = request.uri().authority().ok_or(io::ErrorKind::InvalidInput)?;
    let host = passage.connect(authority.as_str()).await?;
    let upgrade = hyper::upgrade::on(&mut request);
    *tunnel.lock().unwrap_or_else(PoisonError::into_inner) = Some((upgrade, host));
    let mut response = Response::new(Either::Right(Empty::new()));
    *response.status_mut() = StatusCode::OK;
    Ok(response)
}
