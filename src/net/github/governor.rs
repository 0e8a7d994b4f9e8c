//! Who may send a request now: every token within its own limits, and whoever has to wait waits here, not at the host.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

use super::limits::{AT_ONCE, Budget, Cost, Limits};
use crate::facts::Obstacle;

/// A secondary limit asks for a minute and is waited for; a primary one asks for up to an hour and is not.
const PATIENCE: Duration = Duration::from_secs(70);
/// Whoever looks at many students waits for the next hour's budget too.
const LONG_PATIENCE: Duration = Duration::from_secs(3700);

/// One token: what is used of its limits, and its requests under way.
#[derive(Debug)]
struct Seat {
    limits: Mutex<Limits>,
    slots: Arc<Semaphore>,
}

impl Seat {
    fn limits(&self) -> MutexGuard<'_, Limits> {
        self.limits.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The limits of all tokens of a run.
#[derive(Debug)]
pub(super) struct Governor {
    seats: Vec<Seat>,
    began: Instant,
    patience: Duration,
    /// The latest moment that somebody waits for, in milliseconds since it began.
    waits_until: AtomicU64,
}

/// Leave to send one request.
#[derive(Debug)]
pub(super) struct Turn {
    /// Which token to send it with.
    pub(super) seat: usize,
    cost: Cost,
    sent: Instant,
    _slot: Option<OwnedSemaphorePermit>,
}

impl Governor {
    /// Begins with nothing used, for so many tokens; without one there is the limit of the address.
    pub(super) fn new(tokens: usize) -> Self {
        let seat = || Seat { limits: Limits::documented().into(), slots: Arc::new(Semaphore::new(AT_ONCE)) };
        Self {
            seats: (0..tokens.max(1)).map(|_| seat()).collect(),
            began: Instant::now(),
            patience: PATIENCE,
            waits_until: AtomicU64::default(),
        }
    }

    /// The same for a run that may take hours.
    pub(super) fn patient(self) -> Self {
        Self { patience: LONG_PATIENCE, ..self }
    }

    /// The longest that a limit is waited for.
    pub(super) fn patience(&self) -> Duration {
        self.patience
    }

    /// Waits until a request may be sent. Writes go out under the first token, whose account they carry.
    ///
    /// # Errors
    /// `Obstacle::RateLimited` where that would take too long.
    pub(super) async fn turn(&self, cost: Cost) -> Result<Turn, Obstacle> {
        loop {
            let (seat, opens) = self.best(cost);
            let wait = opens.saturating_sub(self.began.elapsed());
            if wait > self.patience {
                return Err(Obstacle::RateLimited);
            }
            if !wait.is_zero() {
                self.note_wait(opens);
                tokio::time::sleep(wait).await;
                continue;
            }
            // Closed never: nobody closes it.
            let slot = Arc::clone(&self.seats[seat].slots).acquire_owned().await.ok();
            if self.spend(seat, cost) {
                return Ok(Turn { seat, cost, sent: Instant::now(), _slot: slot });
            }
        }
    }

    /// Takes in that an answer came, and what it says of the budget: how much is left, and how long until it is renewed.
    pub(super) fn settle(&self, turn: &Turn, told: Option<(u32, Duration)>) {
        let now = self.began.elapsed();
        let mut limits = self.seats[turn.seat].limits();
        limits.work(now, turn.cost, turn.sent.elapsed());
        if let Some((left, until_renewed)) = told {
            limits.hear(turn.cost, Budget { left, renewed: now + until_renewed });
        }
    }

    /// Leaves the host alone for so long, with this token.
    pub(super) fn pause(&self, seat: usize, wait: Duration) {
        self.seats[seat].limits().pause(self.began.elapsed() + wait);
    }

    /// How long those who wait for a limit have to wait yet; none where nobody does.
    pub(super) fn wait_left(&self) -> Option<Duration> {
        let until = Duration::from_millis(self.waits_until.load(Ordering::Relaxed));
        until.checked_sub(self.began.elapsed()).filter(|left| !left.is_zero())
    }

    /// The token that may send first, and of several the one with the fewest requests under way.
    fn best(&self, cost: Cost) -> (usize, Duration) {
        let now = self.began.elapsed();
        let seats = if cost == Cost::Write { &self.seats[..1] } else { &self.seats };
        let each = seats.iter().enumerate();
        let each = each.map(|(place, seat)| (seat.limits().opens(now, cost), AT_ONCE - seat.free(), place));
        each.min().map_or((0, now), |(opens, _, place)| (place, opens))
    }

    fn spend(&self, seat: usize, cost: Cost) -> bool {
        let now = self.began.elapsed();
        let mut limits = self.seats[seat].limits();
        let may = limits.opens(now, cost) <= now;
        if may {
            limits.spend(now, cost);
        }
        may
    }

    fn note_wait(&self, until: Duration) {
        let until = u64::try_from(until.as_millis()).unwrap_or(u64::MAX);
        self.waits_until.fetch_max(until, Ordering::Relaxed);
    }
}

impl Seat {
    fn free(&self) -> usize {
        self.slots.available_permits().min(AT_ONCE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: Duration = Duration::from_hours(2);

    #[tokio::test]
    async fn a_token_that_is_held_back_leaves_the_work_to_the_others() {
        let governor = Governor::new(3);
        governor.pause(0, HOUR);
        let mut seats = Vec::new();
        for _ in 0..4 {
            seats.push(governor.turn(Cost::Query).await.unwrap());
        }
        let seats: Vec<usize> = seats.iter().map(|turn| turn.seat).collect();
        assert_eq!(seats, [1, 2, 1, 2]);
        assert_eq!(
            governor.turn(Cost::Write).await.unwrap_err(),
            Obstacle::RateLimited,
            "comments carry the first token's account, and two hours are too long"
        );
        assert_eq!(governor.wait_left(), None, "nobody waits");
    }

    #[tokio::test]
    async fn what_an_answer_says_of_the_budget_is_kept_to() {
        let governor = Governor::new(1).patient();
        let turn = governor.turn(Cost::Read).await.unwrap();
        governor.settle(&turn, Some((1, HOUR)));
        governor.turn(Cost::Read).await.unwrap();
        assert_eq!(governor.turn(Cost::Read).await.unwrap_err(), Obstacle::RateLimited);
        assert!(governor.turn(Cost::Query).await.is_ok(), "GraphQL has a budget of its own");
    }

    #[tokio::test]
    async fn never_more_than_ninety_at_once() {
        let governor = Governor::new(1);
        let mut turns = Vec::new();
        for _ in 0..AT_ONCE {
            turns.push(governor.turn(Cost::Read).await.unwrap());
        }
        let next = governor.turn(Cost::Read);
        tokio::pin!(next);
        assert!(futures_util::poll!(&mut next).is_pending());
        turns.pop();
        assert!(futures_util::poll!(&mut next).is_ready());
    }
}
