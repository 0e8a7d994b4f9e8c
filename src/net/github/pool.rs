//! Asks of many students in one query: whoever has the turn takes what waits, asks for all of it, and hands out the answers.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use futures_util::future::join_all;
use tokio::sync::{Semaphore, oneshot};
use tokio::time::Instant;

use super::api::Api;
use super::graphql::{self, BATCH, Load, Unserved};
use super::request::Failure;
use super::{RepositoryAnswer, RepositoryAsk, rest};
use crate::facts::{Obstacle, RepoName};

/// How many more repositories the next query has where one went well.
const STEP: usize = 5;
/// The most repositories in one query: other programs met the host's ten seconds between 30 and 50.
const MOST: usize = 50;
/// Answers that take longer are long enough.
const QUICK: Duration = Duration::from_millis(2500);
/// Queries that take whatever waits. More of them side by side would only be smaller ones.
const EAGER: usize = 2;
/// Further queries, each of them full: a short run need not wait for its turn. The host's own seconds of work, which the
/// governor counts, are what bounds a long one.
const FULL: usize = 6;
/// How long a query that is not full waits for more; a query takes several times as long.
const GATHERING: Duration = Duration::from_millis(40);

type Ask = (RepoName, RepositoryAsk);
type Fetched = Result<Option<RepositoryAnswer>, Failure>;

/// What waits to be asked.
#[derive(Debug)]
pub(super) struct Pool {
    waiting: Mutex<Vec<(Ask, oneshot::Sender<Fetched>)>>,
    eager: Semaphore,
    full: Semaphore,
    /// Repositories in the next query: more while all goes well, half of it where a query was too much.
    size: AtomicUsize,
}

impl Default for Pool {
    fn default() -> Self {
        Self {
            waiting: Mutex::default(),
            eager: Semaphore::new(EAGER),
            full: Semaphore::new(FULL),
            size: AtomicUsize::new(BATCH),
        }
    }
}

impl Pool {
    /// Asks together with whoever else asks at this time; the answers stand in the order of the asks.
    pub(super) async fn fetch(&self, api: &Api, asks: &[Ask]) -> Vec<Fetched> {
        let own = asks.iter().map(|ask| {
            let (sender, receiver) = oneshot::channel();
            self.put((ask.clone(), sender));
            receiver
        });
        // The line is not waited for here but below, where this one may have to ask for others too.
        let mut answers = Box::pin(join_all(own.collect::<Vec<_>>()));
        if !self.is_short()
            && let Ok(_turn) = self.full.try_acquire()
        {
            let taken = self.take();
            self.ask_all(api, taken).await;
        }
        let answers = loop {
            tokio::select! {
                biased;
                answers = &mut answers => break answers,
                turn = self.eager.acquire() => {
                    if self.is_short() {
                        tokio::time::sleep(GATHERING).await;
                    }
                    let taken = self.take();
                    if taken.is_empty() {
                        drop(turn); // somebody else is asking for ours
                        break answers.await;
                    }
                    self.ask_all(api, taken).await;
                }
            }
        };
        // A sender that was dropped belonged to a run that is ending.
        answers
            .into_iter()
            .map(|answer| answer.unwrap_or(Err(Failure::Obstacle(Obstacle::TimedOut))))
            .collect()
    }

    fn put(&self, ask: (Ask, oneshot::Sender<Fetched>)) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(ask);
    }

    fn is_short(&self) -> bool {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).len() < self.size.load(Ordering::Relaxed)
    }

    fn take(&self) -> Vec<(Ask, oneshot::Sender<Fetched>)> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let count = waiting.len().min(self.size.load(Ordering::Relaxed));
        waiting.drain(..count).collect()
    }

    async fn ask_all(&self, api: &Api, taken: Vec<(Ask, oneshot::Sender<Fetched>)>) {
        let (asks, senders): (Vec<Ask>, Vec<_>) = taken.into_iter().unzip();
        let began = Instant::now();
        let (answers, load) = match graphql::fetch(api, &asks, MOST).await {
            Ok(fetched) => fetched,
            Err(Unserved) => (rest::fetch(api, &asks).await, Load::Fine),
        };
        let size = self.size.load(Ordering::Relaxed);
        let next = match load {
            Load::TooMuch => asks.len().div_ceil(2).min(size),
            Load::Fine if began.elapsed() < QUICK && asks.len() >= size => size + STEP,
            Load::Fine => size,
        };
        self.size.store(next.clamp(1, MOST), Ordering::Relaxed);
        for (sender, answer) in senders.into_iter().zip(answers) {
            let _ = sender.send(answer); // whoever asked may have given up
        }
    }
}
