//! A host that answers as a function says, for scenes too large to be told file by file.

use std::sync::Arc;

use tokio::runtime::{Builder, Runtime};

use crate::answer::Answer;
use crate::server;

/// A host; it ends when it is dropped.
#[derive(Debug)]
pub struct Host {
    url: String,
    runtime: Option<Runtime>,
}

impl Host {
    /// Opens a host. The function is given the host's own address, the path and the body of each request.
    pub fn open(answer: impl Fn(&str, &str, &[u8]) -> Answer + Send + Sync + 'static) -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let handler = Arc::new(move |request: &server::Request| {
            let at = format!("http://{}", request.header("host").unwrap_or_default());
            answer(&at, &request.path, &request.body)
        });
        let address = server::serve(&runtime, handler);
        Self { url: format!("http://{address}"), runtime: Some(runtime) }
    }

    /// Its address, without a final slash.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
