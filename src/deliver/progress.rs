//! How far long work is, on one line of a terminal: done, rate, remaining time, and what it waits for. Nothing where
//! nobody watches.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use futures_util::{Stream, StreamExt};

/// How often the line is written where nothing happens.
const SHOWN_EVERY: Duration = Duration::from_secs(1);
/// Often enough to be seen moving.
const BETWEEN: Duration = Duration::from_millis(200);

/// A line that is written over.
#[derive(Debug)]
pub struct Progress {
    is_watched: bool,
    all: usize,
    done: usize,
    before: usize,
    began: Instant,
    shown: Option<Instant>,
}

impl Progress {
    /// Begins with so many to do, and so many done before.
    pub fn begin(to_do: usize, before: usize) -> Self {
        let is_watched = std::io::stderr().is_terminal();
        Self { is_watched, all: to_do + before, done: 0, before, began: Instant::now(), shown: None }
    }

    /// The next that is done. The line is written anew meanwhile, with the time that a limit of the code host has to be
    /// waited for: nobody may be done for an hour then.
    pub async fn next<W: Stream + Unpin>(
        &mut self,
        work: &mut W,
        wait: impl Fn() -> Option<Duration>,
    ) -> Option<W::Item> {
        loop {
            tokio::select! {
                biased;
                done = work.next() => {
                    self.done += usize::from(done.is_some());
                    self.show(wait());
                    return done;
                }
                () = tokio::time::sleep(SHOWN_EVERY) => self.show(wait()),
            }
        }
    }

    fn show(&mut self, wait: Option<Duration>) {
        let now = Instant::now();
        if !self.is_watched || self.shown.is_some_and(|shown| now - shown < BETWEEN) {
            return;
        }
        self.shown = Some(now);
        let line = line(self.done, self.before, self.all, now - self.began);
        let wait = wait.map(|wait| format!(", waiting {} for a limit of the code host", clock(wait)));
        let _ = write!(anstream::stderr().lock(), "\r\x1b[K{line}{}", wait.unwrap_or_default());
    }

    /// Takes the line away.
    pub fn end(self) {
        if self.shown.is_some() {
            let _ = write!(anstream::stderr().lock(), "\r\x1b[K");
        }
    }
}

fn line(done: usize, before: usize, all: usize, took: Duration) -> String {
    const WIDTH: usize = 24;
    let (whole, left) = (done + before, all - done - before);
    let full = (whole * WIDTH).checked_div(all).unwrap_or(WIDTH);
    let bar = format!("{}{}", "█".repeat(full), "░".repeat(WIDTH - full));
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let each = took / count(done.max(1));
    let rate = 1.0 / each.as_secs_f64().max(0.001);
    let remaining = clock(each.saturating_mul(count(left)));
    format!("{bar} {whole} of {all} students, {rate:.1} a second, {remaining} left")
}

/// `0:15`, or `1:02:03` where it takes hours.
fn clock(time: Duration) -> String {
    let (hours, minutes, seconds) = (time.as_secs() / 3600, time.as_secs() / 60 % 60, time.as_secs() % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_far_and_how_long() {
        let text = line(10, 20, 60, Duration::from_secs(5));
        assert_eq!(text, "████████████░░░░░░░░░░░░ 30 of 60 students, 2.0 a second, 0:15 left");
        assert!(line(0, 0, 0, Duration::ZERO).contains("0 of 0"));
        assert_eq!(clock(Duration::from_secs(3723)), "1:02:03");
    }
}
