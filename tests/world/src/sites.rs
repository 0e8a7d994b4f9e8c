//! Sites: each with a port of its own, answering by exact path as a static host does.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::runtime::Runtime;

use crate::answer::Answer;
use crate::server::{self, Request, decoded};

#[derive(Debug, Default)]
struct Routes {
    answers: BTreeMap<String, Answer>,
    /// What a path answers once, before what it answers always.
    first: BTreeMap<String, Answer>,
    elsewhere: Option<Answer>,
    requests: Vec<String>,
}

/// A site on loopback; a copy is the same site.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its address, with a final slash.
    pub url: String,
    routes: Arc<Mutex<Routes>>,
}

impl Site {
    pub(crate) fn open(runtime: &Runtime) -> Self {
        let routes = Arc::new(Mutex::new(Routes::default()));
        let shared = Arc::clone(&routes);
        let address = server::serve(runtime, Arc::new(move |request| respond(&shared, request)));
        Self { url: format!("http://{address}/"), routes }
    }

    /// The same site, answering this at a path from now on. The path begins with a slash and is case-sensitive; a query belongs
    /// to it where it has one.
    #[must_use]
    pub fn route(self, path: &str, answer: Answer) -> Self {
        self.set(path, answer);
        self
    }

    /// The same site, answering this at a path to the first request only.
    #[must_use]
    pub fn first(self, path: &str, answer: Answer) -> Self {
        self.with(|routes| routes.first.insert(path.into(), answer));
        self
    }

    /// The same site, answering this wherever nothing else is said; 404 otherwise.
    #[must_use]
    pub fn elsewhere(self, answer: Answer) -> Self {
        self.with(|routes| routes.elsewhere = Some(answer));
        self
    }

    /// The same site, showing every file below a folder of this machine, and `index.html` for a folder.
    #[must_use]
    pub fn folder(self, folder: &Path) -> Self {
        for (path, content) in crate::commits::files_below(folder) {
            let answer = Answer::new(content_type(&path), content);
            if let Some(above) = path.strip_suffix("index.html") {
                self.set(&format!("/{above}"), answer.clone());
            }
            self.set(&format!("/{path}"), answer);
        }
        self
    }

    /// Changes what a path answers.
    pub fn set(&self, path: &str, answer: Answer) {
        self.with(|routes| routes.answers.insert(path.into(), answer));
    }

    /// The address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("{}{}", self.url, path.trim_start_matches('/'))
    }

    /// The requests so far, as `GET /path`.
    pub fn requests(&self) -> Vec<String> {
        self.with(|routes| routes.requests.clone())
    }

    fn with<T>(&self, act: impl FnOnce(&mut Routes) -> T) -> T {
        act(&mut self.routes.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn respond(routes: &Mutex<Routes>, request: &Request) -> Answer {
    let mut routes = routes.lock().unwrap_or_else(PoisonError::into_inner);
    let path = decoded(&request.path);
    routes.requests.push(format!("{} {path}", request.method));
    let with_query = format!("{path}?{}", request.query_text);
    let known = routes.answers.get(&with_query).or_else(|| routes.answers.get(&path));
    let always = known.or(routes.elsewhere.as_ref()).cloned();
    let answer = routes.first.remove(&path).or(always);
    let answer = answer.unwrap_or_else(|| Answer::html("<html><title>Not found</title></html>").status(404));
    answer.ranged(request.header("range"))
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" => "text/javascript",
        "json" => "application/json",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
