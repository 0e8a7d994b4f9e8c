//! Few requests at once to one host, however many are wanted.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use url::{Host, Url};

/// As many as a browser opens to one host over HTTP/1.1.
const AT_ONCE: usize = 6;
/// So many hosts are remembered before the idle ones are forgotten.
const REMEMBERED: usize = 64;

/// The queues, one a host.
#[derive(Debug, Default)]
pub(super) struct Pacing {
    hosts: Mutex<HashMap<String, Arc<Semaphore>>>,
}

impl Pacing {
    /// Waits for a turn at the host of an address; it ends when the answer is dropped.
    pub(super) async fn turn(&self, url: &Url) -> Option<OwnedSemaphorePermit> {
        if is_this_machine(url) {
            return None; // others' hosts are spared, not our own
        }
        let queue = self.queue(url.authority());
        queue.acquire_owned().await.ok() // closed never: nobody closes it
    }

    fn queue(&self, host: &str) -> Arc<Semaphore> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(queue) = hosts.get(host) {
            return Arc::clone(queue);
        }
        if hosts.len() >= REMEMBERED {
            hosts.retain(|_, queue| Arc::strong_count(queue) > 1); // a permit holds its queue
        }
        let queue = Arc::new(Semaphore::new(AT_ONCE));
        hosts.insert(host.to_owned(), Arc::clone(&queue));
        queue
    }
}

fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(_)) | None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(number: usize) -> Url {
        Url::parse(&format!("https://host-{number}.example/")).unwrap()
    }

    #[tokio::test]
    async fn one_host_waits_and_another_does_not() {
        let pacing = Pacing::default();
        let mut turns = Vec::new();
        for _ in 0..AT_ONCE {
            turns.push(pacing.turn(&url(1)).await);
        }
        let queue = pacing.queue(url(1).authority());
        assert_eq!(queue.available_permits(), 0);
        assert_eq!(pacing.queue(url(2).authority()).available_permits(), AT_ONCE);
        turns.pop();
        assert_eq!(queue.available_permits(), 1);
    }

    #[tokio::test]
    async fn idle_hosts_are_forgotten_and_busy_ones_kept() {
        let pacing = Pacing::default();
        let busy = pacing.turn(&url(0)).await;
        for number in 1..=REMEMBERED {
            drop(pacing.turn(&url(number)).await);
        }
        let queue = pacing.queue(url(0).authority());
        assert_eq!(queue.available_permits(), AT_ONCE - 1);
        assert!(pacing.hosts.lock().unwrap().len() <= 2);
        drop(busy);
    }
}
