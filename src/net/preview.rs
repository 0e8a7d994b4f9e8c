//! Serves a folder on loopback the way GitHub Pages does: case-sensitive, `index.html`, `404.html`, folders with and
//! without slash, pages without their `.html`.

mod body;
mod folder;
mod kind;
mod range;

use std::error::Error;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use http::header::{ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, LOCATION, RANGE};
use http::{HeaderValue, Method, Request, Response, StatusCode, Uri};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};
use url::Url;

use body::FileBody;
use folder::{Folder, Found};
use kind::content_type;
use range::Asked;

/// A folder being served; stops when dropped.
#[derive(Debug)]
pub struct Preview {
    url: Url,
    serving: JoinHandle<()>,
}

impl Preview {
    /// Begins to serve.
    ///
    /// # Errors
    /// When the folder cannot be read or no port is free.
    pub async fn serve(root: PathBuf) -> io::Result<Self> {
        let folder = Folder::open(&root)?;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let url = format!("http://{}/", listener.local_addr()?);
        let url = Url::parse(&url).map_err(io::Error::other)?;
        let serving = tokio::spawn(accept(listener, Arc::new(folder)));
        Ok(Self { url, serving })
    }

    /// The address of the folder, with a final slash.
    pub fn url(&self) -> &Url {
        &self.url
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// The connections belong to this task and end with it.
async fn accept(listener: TcpListener, folder: Arc<Folder>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        while connections.try_join_next().is_some() {} // forgets those that are over
        let folder = Arc::clone(&folder);
        let service = service_fn(move |request| std::future::ready(answer(&folder, &request)));
        connections.spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

type Answer = Result<Response<FileBody>, Box<dyn Error + Send + Sync>>;

/// # Errors
/// When a file cannot be read; the connection is closed then.
fn answer<B>(folder: &Folder, request: &Request<B>) -> Answer {
    let response = Response::builder();
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(response.status(StatusCode::METHOD_NOT_ALLOWED).body(FileBody::empty())?);
    }
    match folder.find(request.uri().path()) {
        Found::File(path) => file(&path, request.headers().get(RANGE)),
        Found::Folder => {
            let moved = response.status(StatusCode::MOVED_PERMANENTLY);
            Ok(moved.header(LOCATION, with_slash(request.uri())).body(FileBody::empty())?)
        }
        Found::Nothing => not_found(folder),
    }
}

fn with_slash(uri: &Uri) -> String {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("{}/{query}", uri.path())
}

fn file(path: &Path, range: Option<&HeaderValue>) -> Answer {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    let response =
        Response::builder().header(ACCEPT_RANGES, "bytes").header(CONTENT_TYPE, content_type(path));
    let (response, first, length) = match range::read(range.and_then(|range| range.to_str().ok()), size) {
        Asked::All => (response, 0, size),
        Asked::Part { first, length } => {
            let range = format!("bytes {first}-{}/{size}", first + length - 1);
            (response.status(StatusCode::PARTIAL_CONTENT).header(CONTENT_RANGE, range), first, length)
        }
        Asked::Nowhere => {
            let range = format!("bytes */{size}");
            (response.status(StatusCode::RANGE_NOT_SATISFIABLE).header(CONTENT_RANGE, range), 0, 0)
        }
    };
    Ok(response.header(CONTENT_LENGTH, length).body(FileBody::part(file, first, length)?)?)
}

fn not_found(folder: &Folder) -> Answer {
    let mut answer = match folder.not_found_page() {
        Some(page) => file(&page, None)?,
        None => Response::new(FileBody::empty()),
    };
    *answer.status_mut() = StatusCode::NOT_FOUND;
    Ok(answer)
}

#[cfg(test)]
mod tests;
