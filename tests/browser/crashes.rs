//! A browser or a page that breaks down is tried once more, and then nobody says what the page holds.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use foliocheck::facts::Obstacle;
use rustix::process::{Pid, Signal, kill_process};

use crate::host::{Answer, Host};
use crate::processes;
use crate::visitor::Visitor;

/// A host whose page kills a process of the browser while it is being asked for, so many times.
async fn deadly_host(kind: &'static str, times: usize) -> (Host, Arc<AtomicUsize>) {
    let deaths = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&deaths);
    let host = Host::new(move |path| match path {
        "/" => Answer::Page("<p>Ada<script src=/deadly></script>".into()),
        "/deadly" if counted.load(Ordering::Relaxed) < times => {
            counted.fetch_add(1, Ordering::Relaxed);
            kill(kind);
            Answer::Silence
        }
        _ => Answer::Missing,
    })
    .await;
    (host, deaths)
}

/// Kills the browser itself, or the processes of pages.
fn kill(kind: &str) {
    let family = processes::below(std::process::id());
    let is_meant = |command: &str| match kind {
        "browser" => {
            command.contains("--user-data-dir=") && !command.contains("--type=") && !is_shell(command)
        }
        kind => command.contains(&format!("--type={kind}")),
    };
    let mut killed = 0;
    for process in family.iter().filter(|process| is_meant(&process.command)) {
        let id = Pid::from_raw(process.id.try_into().unwrap()).unwrap();
        killed += usize::from(kill_process(id, Signal::KILL).is_ok());
    }
    assert!(killed > 0, "no {kind} among {family:?}");
}

/// The shell that waits for the browser has the browser's command line in its own.
fn is_shell(command: &str) -> bool {
    command.starts_with("/bin/sh")
}

#[tokio::test]
async fn one_breakdown_is_forgiven() {
    for kind in ["browser", "renderer"] {
        let visitor = Visitor::in_a_hurry().await;
        let (host, deaths) = deadly_host(kind, 1).await;
        let page = visitor.see(&host.url).await.unwrap_or_else(|obstacle| panic!("{kind}: {obstacle:?}"));
        assert!(page.html.contains("Ada"), "{kind}: {}", page.html);
        assert_eq!(deaths.load(Ordering::Relaxed), 1, "{kind}");
        visitor.leave();
    }
}

#[tokio::test]
async fn after_two_nobody_says_what_the_page_holds() {
    for kind in ["browser", "renderer"] {
        let visitor = Visitor::in_a_hurry().await;
        let (host, deaths) = deadly_host(kind, usize::MAX).await;
        assert_eq!(visitor.see(&host.url).await.unwrap_err(), Obstacle::BrowserFailed, "{kind}");
        assert_eq!(deaths.load(Ordering::Relaxed), 2, "{kind}");
        let healthy = Host::with_page("<p>Bob</p>").await;
        assert!(visitor.see(&healthy.url).await.unwrap().html.contains("Bob"), "{kind}");
        visitor.leave();
    }
}
