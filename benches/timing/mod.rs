//! How long something takes, for the benches of what needs no network.

use std::time::{Duration, Instant};

/// The best of so many runs counts: the rest is other programs.
const RUNS: usize = 15;

/// The shortest time that a run took.
pub(crate) fn best(mut run: impl FnMut()) -> Duration {
    let once = |_| {
        let began = Instant::now();
        run();
        began.elapsed()
    };
    (0..RUNS).map(once).min().unwrap_or_default()
}

/// The same in milliseconds.
pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
