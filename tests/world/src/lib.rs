//! A small world on loopback for tests, examples and benches: a GitHub with state, sites, documents. It answers what
//! exists and nothing else: a request that nobody should send, a planned fault that never came, or a comment that no
//! test has looked at fails the test when the world ends.

mod answer;
mod caller;
pub mod cohort;
mod commits;
pub mod documents;
mod edits;
mod faults;
mod graphql;
mod host;
mod issues;
mod ledger;
mod reader;
mod repository;
mod rest;
mod reviews;
mod server;
mod sites;
mod state;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};

pub use crate::answer::Answer;
pub use crate::caller::Token;
pub use crate::faults::Fault;
pub use crate::host::Host;
pub use crate::issues::Issue;
pub use crate::ledger::Carried;
pub use crate::repository::Repository;
pub use crate::reviews::Review;
pub use crate::sites::Site;
pub use crate::state::Comment;

use crate::caller::Caller;
use crate::faults::Pace;
use crate::server::Request;
use crate::state::{PullRequest, State};

/// A world; it ends when it is dropped.
#[derive(Debug)]
pub struct World {
    state: Arc<Mutex<State>>,
    address: String,
    runtime: Option<Runtime>,
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}

impl World {
    /// An empty world. It runs on a thread of its own, so that it serves processes and any kind of test.
    pub fn new() -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        let address = server::serve(&runtime, Arc::new(move |request| respond(&shared, request)));
        Self { state, address: format!("http://{address}"), runtime: Some(runtime) }
    }

    /// The address of the API, for `GITHUB_API_URL`; GraphQL is at `/graphql` below it.
    pub fn api(&self) -> &str {
        &self.address
    }

    /// The address for `GITHUB_GRAPHQL_URL`.
    pub fn graphql(&self) -> String {
        format!("{}/graphql", self.address)
    }

    /// The same two as a GitHub Enterprise has them.
    pub fn enterprise(&self) -> [String; 2] {
        [format!("{}/api/v3", self.address), format!("{}/api/graphql", self.address)]
    }

    /// The variables that a workflow's run has, for this token.
    pub fn environment(&self, token: &Token) -> [(&'static str, String); 4] {
        [
            ("GITHUB_API_URL", self.address.clone()),
            ("GITHUB_GRAPHQL_URL", self.graphql()),
            ("GITHUB_SERVER_URL", self.address.clone()),
            ("GITHUB_TOKEN", token.text()),
        ]
    }

    /// Adds a repository.
    pub fn add(&self, repository: Repository) {
        self.state().repositories.push(repository.finished());
    }

    /// Adds a commit that sets these files on a branch (a new one begins at the default branch), and gives its name.
    pub fn commit(&self, repository: &str, branch: &str, files: &[(&str, &str)]) -> String {
        let mut state = self.state();
        let repository = state.named(repository).expect("a repository");
        let base = repository.at(branch).or_else(|| repository.at("HEAD"));
        let mut all = base.map(|commit| commit.files.clone()).unwrap_or_default();
        for (path, content) in files {
            all.insert((*path).into(), content.as_bytes().to_vec());
        }
        repository.commit(branch, all)
    }

    /// Adds a commit of this account (none: of an address that no account has) to the default branch.
    pub fn commit_as(&self, repository: &str, author: Option<&str>, message: &str, file: (&str, &str)) {
        let mut state = self.state();
        let repository = state.named(repository).expect("a repository");
        let mut files = repository.at("HEAD").map(|commit| commit.files.clone()).unwrap_or_default();
        files.insert(file.0.into(), file.1.as_bytes().to_vec());
        let branch = repository.default_branch.clone();
        repository.commit_as(author, message, (&branch, files));
    }

    /// Says when something was last pushed to a repository.
    pub fn touch(&self, repository: &str, at: &str) {
        self.state().named(repository).expect("a repository").pushed = Some(at.into());
    }

    /// Gives a repository another name; the old one leads to it.
    pub fn rename(&self, from: &str, to: &str) {
        let mut state = self.state();
        state.named(from).expect("a repository").name = to.into();
        state.renames.push((from.into(), to.into()));
    }

    /// Opens a pull request for a commit of the same repository and gives its number.
    pub fn open_pull_request(&self, repository: &str, author: &str, head: &str) -> u64 {
        self.open_pull_request_from(repository, repository, author, head)
    }

    /// Opens a pull request for a commit that lies in a fork.
    pub fn open_pull_request_from(&self, repository: &str, fork: &str, author: &str, head: &str) -> u64 {
        let mut state = self.state();
        let commit = state.named(fork).and_then(|fork| fork.at(head).cloned()).expect("a commit");
        let repository = state.named(repository).expect("a repository");
        if repository.at(head).is_none() {
            // The commits of forks can be read from the repository they were forked from.
            repository.commits.push(commit);
        }
        repository.pulls.push(PullRequest {
            author: author.into(),
            head: head.into(),
            head_repository: fork.into(),
            comments: Vec::new(),
            deployments: Vec::new(),
            opened: "2017-01-23T16:00:00Z".into(),
            reviews: Vec::new(),
            asked: BTreeSet::new(),
        });
        repository.pulls.len() as u64
    }

    /// Says how far a deployment of the proposed commit is (`SUCCESS`, `IN_PROGRESS`, `FAILURE`), and where it lies.
    pub fn deploy(&self, repository: &str, number: u64, state: &'static str, url: Option<&str>) {
        let mut world = self.state();
        let pull = world.named(repository).and_then(|repository| repository.pull(number));
        pull.expect("a pull request").deployments.push((state, url.map(str::to_owned)));
    }

    /// Moves a pull request on to another commit.
    pub fn push(&self, repository: &str, number: u64, head: &str) {
        let mut state = self.state();
        let pull = state.named(repository).and_then(|repository| repository.pull(number));
        pull.expect("a pull request").head = head.into();
    }

    /// Writes a comment as this account and gives its number.
    pub fn comment(&self, repository: &str, number: u64, author: &str, body: &str) -> u64 {
        let mut state = self.state();
        let id = state.next_comment_id();
        let pull = state.named(repository).and_then(|repository| repository.pull(number));
        let comment = Comment { id, author: author.into(), body: body.into(), edits: 0, is_unread: false };
        pull.expect("a pull request").comments.push(comment);
        id
    }

    /// The comments below a pull request, oldest first. Counts as having looked at them.
    pub fn comments(&self, repository: &str, number: u64) -> Vec<Comment> {
        let mut state = self.state();
        let pull = state.named(repository).and_then(|repository| repository.pull(number));
        let comments = &mut pull.expect("a pull request").comments;
        for comment in comments.iter_mut() {
            comment.is_unread = false;
        }
        comments.clone()
    }

    /// The issues of a repository, oldest first.
    pub fn issues(&self, repository: &str) -> Vec<Issue> {
        self.state().named(repository).expect("a repository").issues.clone()
    }

    /// Lets the next requests of this kind go wrong; the words begin a request as in the log (`POST /graphql`, `GET`).
    pub fn fail_next(&self, request: &str, fault: Fault, times: usize) {
        self.state().faults.plan(request, fault, times);
    }

    /// Has no GraphQL from now on, as an older Enterprise.
    pub fn without_graphql(&self) {
        self.state().has_no_graphql = true;
    }

    /// Answers 502 to queries for more repositories than this.
    pub fn limit_query(&self, repositories: usize) {
        self.state().query_limit = Some(repositories);
    }

    /// Takes its time for every answer of the API from now on, and in GraphQL more for each repository.
    pub fn take_time(&self, request: Duration, repository: Duration) {
        self.state().pace = Pace { request, repository };
    }

    /// The requests to the API so far, as `GET /repos/ada/weather`.
    pub fn requests(&self) -> Vec<String> {
        self.state().requests.clone()
    }

    /// How many requests were answered with "unchanged", which counts towards nobody's budget.
    pub fn unchanged(&self) -> usize {
        self.state().unchanged
    }

    /// How many requests began with these words.
    pub fn count(&self, request: &str) -> usize {
        self.state().requests.iter().filter(|known| known.starts_with(request)).count()
    }

    /// Opens a site, which answers 404 to everything at first.
    pub fn site(&self) -> Site {
        Site::open(self.runtime.as_ref().expect("a world that has not ended"))
    }

    /// Ends the world, and says where, instead of at the end of the test.
    pub fn finish(self) {}

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
        if std::thread::panicking() {
            return;
        }
        let state = self.state();
        assert!(state.unexpected.is_empty(), "requests that nobody should send: {:#?}", state.unexpected);
        let left = state.faults.left();
        assert!(left.is_empty(), "planned faults that never came: {left:#?}");
        let comments = state.repositories.iter().flat_map(|repository| &repository.pulls);
        let unread: Vec<&Comment> =
            comments.flat_map(|pull| &pull.comments).filter(|comment| comment.is_unread).collect();
        assert!(unread.is_empty(), "comments that no test has looked at: {unread:#?}");
    }
}

fn respond(state: &Mutex<State>, request: &Request) -> Answer {
    let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
    let words = format!("{} {}", request.method, request.path);
    state.requests.push(words.clone());
    let fault = state.faults.draw(&words);
    if let Some(answer) = fault.and_then(Fault::instead) {
        return answer;
    }
    let caller = Caller::of(request.header("authorization"));
    let answer = if caller == Caller::Unknown {
        Some(rest::message(401, "Bad credentials"))
    } else if request.path == "/graphql" && !state.has_no_graphql {
        Some(graphql::answer(&mut state, &caller, request))
    } else if request.path == "/graphql" {
        Some(rest::message(404, "Not Found"))
    } else {
        rest::answer(&mut state, &caller, request)
    };
    let answer = answer.unwrap_or_else(|| {
        state.unexpected.push(words);
        rest::message(501, "the world knows no such request")
    });
    let answer = answer.marked(request);
    state.unchanged += usize::from(answer.status == 304);
    let answer = answer.after(state.pace.request);
    fault.map_or(answer.clone(), |fault| fault.spoil(answer))
}
