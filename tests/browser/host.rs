//! A host on loopback that answers from a table and counts what it was asked.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, LOCATION};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use url::Url;

/// What an address answers.
pub(crate) enum Answer {
    /// A page.
    Page(String),
    /// Something of another type.
    Typed(&'static str, String),
    /// An answer in full.
    Sent { status: u16, headers: &'static [(&'static str, &'static str)], body: &'static [u8] },
    /// A redirect.
    Redirect(String),
    /// No answer, for ever.
    Silence,
    /// There is no such thing.
    Missing,
}

/// The host; it is gone when dropped.
pub(crate) struct Host {
    /// Its address, with a final slash.
    pub(crate) url: Url,
    asked: Arc<Mutex<Vec<String>>>,
    _serving: JoinSet<()>,
}

impl Host {
    /// A host that shows one page at its root, and nothing else.
    pub(crate) async fn with_page(html: impl Into<String>) -> Self {
        let html = html.into();
        Self::new(move |path| if path == "/" { Answer::Page(html.clone()) } else { Answer::Missing }).await
    }

    /// A host that answers by path.
    pub(crate) async fn new(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let mut serving = JoinSet::new();
        serving.spawn(accept(listener, Arc::new(answer), Arc::clone(&asked)));
        Self { url, asked, _serving: serving }
    }

    /// The paths that were asked for, each as often as it was.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// The port it listens on.
    pub(crate) fn port(&self) -> u16 {
        self.url.port().unwrap()
    }
}

type Asked = Arc<Mutex<Vec<String>>>;

async fn accept(
    listener: TcpListener,
    answer: Arc<impl Fn(&str) -> Answer + Send + Sync + 'static>,
    asked: Asked,
) {
    let mut connections = JoinSet::new();
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let (answer, asked) = (Arc::clone(&answer), Arc::clone(&asked));
        let service = service_fn(move |request: Request<Incoming>| {
            let path = request.uri().path_and_query().unwrap().to_string();
            asked.lock().unwrap().push(path.clone());
            let answer = answer(&path);
            async move {
                // A host that hangs up on what is still being sent takes its answer along.
                let _ = request.into_body().collect().await;
                respond(answer).await
            }
        });
        connections.spawn(async move {
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

async fn respond(answer: Answer) -> Result<Response<Full<Bytes>>, Infallible> {
    let response = Response::builder();
    let response = match answer {
        Answer::Page(html) => response.header(CONTENT_TYPE, "text/html; charset=utf-8").body(html.into()),
        Answer::Typed(kind, text) => response.header(CONTENT_TYPE, kind).body(text.into()),
        Answer::Sent { status, headers, body } => {
            let response =
                headers.iter().fold(response, |response, (name, value)| response.header(*name, *value));
            response.status(status).body(Bytes::from_static(body))
        }
        Answer::Redirect(to) => response.status(302).header(LOCATION, to).body(Bytes::new()),
        Answer::Silence => std::future::pending().await,
        Answer::Missing => response.status(404).body(Bytes::new()),
    };
    Ok(response.unwrap().map(Full::new))
}
