//! Try again, wait, or give up (pure).

use std::time::Duration;

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};
use jiff::fmt::rfc2822::DateTimeParser;

use crate::facts::Obstacle;

/// How long and how often.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// The most times that one thing is asked for.
    pub tries: u32,
    /// The longest that one try may take, redirects and body included.
    pub per_try: Duration,
    /// The pause before the second try, on average; the next ones double.
    pub pause: Duration,
    /// The most that all pauses together may take.
    pub all_pauses: Duration,
    /// How long a host is waited for that says it is waking a site up.
    pub waking: Duration,
}

impl Default for Patience {
    /// Three tries of 20 seconds each: free hosts that sleep take up to a minute to wake.
    fn default() -> Self {
        Self {
            tries: 3,
            per_try: Duration::from_secs(20),
            pause: Duration::from_millis(300),
            all_pauses: Duration::from_secs(10),
            waking: Duration::from_secs(25),
        }
    }
}

/// How one try went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// A status that may pass: 408, 425, 429, 5xx.
    Status {
        /// The status.
        status: u16,
        /// The pause that the host asks for.
        wait: Option<Duration>,
    },
    /// No answer, or not all of it, in time.
    TimedOut,
    /// Nobody listens at the port.
    Refused,
    /// Reset, no route, no answer from the name servers.
    Unreachable,
    /// The answer ended early, cannot be unpacked, or is no HTTP.
    Cut,
    /// Something that another try does not change.
    Lasting(Obstacle),
}

impl From<Obstacle> for Fault {
    fn from(obstacle: Obstacle) -> Self {
        Self::Lasting(obstacle)
    }
}

/// What to do after a try went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Next {
    /// Try again after a pause.
    Again(Duration),
    /// Say what stands in the way.
    GiveUp(Obstacle),
}

/// The tries so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tries {
    made: u32,
    paused: Duration,
}

impl Tries {
    /// Decides after one more try went wrong. `jitter` lies between 0 and 1 and keeps programs that failed together from
    /// coming back together.
    pub(super) fn after(&mut self, fault: &Fault, patience: &Patience, jitter: f64) -> Next {
        self.made += 1;
        let pause = match fault {
            Fault::Lasting(obstacle) => return Next::GiveUp(obstacle.clone()),
            Fault::Status { wait: Some(wait), .. } => *wait,
            Fault::Refused => patience.pause.mul_f64(0.25 + jitter / 2.0),
            Fault::Status { wait: None, .. } | Fault::TimedOut | Fault::Unreachable | Fault::Cut => {
                patience.pause.mul_f64(0.5 + jitter) * (1 << (self.made - 1).min(8))
            }
        };
        if self.made >= patience.tries || self.paused + pause > patience.all_pauses {
            return Next::GiveUp(obstacle(fault));
        }
        self.paused += pause;
        Next::Again(pause)
    }
}

fn obstacle(fault: &Fault) -> Obstacle {
    match fault {
        Fault::Status { status: 429, .. } => Obstacle::RateLimited,
        Fault::Status { status: 408, .. } | Fault::TimedOut => Obstacle::TimedOut,
        Fault::Status { status, .. } => Obstacle::ServerError { status: *status },
        Fault::Refused | Fault::Unreachable => Obstacle::Unreachable,
        Fault::Cut => Obstacle::Garbled,
        Fault::Lasting(obstacle) => obstacle.clone(),
    }
}

/// The pause that `Retry-After` asks for: seconds, or a date, which is taken against the host's own clock, its `Date`.
pub(super) fn wait_asked(headers: &HeaderMap) -> Option<Duration> {
    let text = |name| headers.get(name)?.to_str().ok();
    let asked = text(RETRY_AFTER)?.trim();
    if let Ok(seconds) = asked.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let parse = |date: &str| DateTimeParser::new().parse_timestamp(date).ok();
    let wait = parse(asked)?.duration_since(parse(text(DATE)?)?);
    Some(Duration::try_from(wait).unwrap_or_default()) // a date in the past: at once
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    const HALF: f64 = 0.5;

    fn status(status: u16, wait: Option<u64>) -> Fault {
        Fault::Status { status, wait: wait.map(Duration::from_secs) }
    }

    fn course(fault: &Fault) -> (Vec<u128>, &'static str) {
        let (mut tries, mut pauses) = (Tries::default(), Vec::new());
        loop {
            match tries.after(fault, &Patience::default(), HALF) {
                Next::Again(pause) => pauses.push(pause.as_millis()),
                Next::GiveUp(obstacle) => return (pauses, obstacle.kind()),
            }
        }
    }

    #[test]
    fn three_tries_then_the_obstacle() {
        let cases = [
            (status(502, None), vec![300, 600], "server_error"),
            (status(503, Some(2)), vec![2000, 2000], "server_error"),
            (status(503, Some(6)), vec![6000], "server_error"),
            (status(429, None), vec![300, 600], "rate_limited"),
            (status(429, Some(1)), vec![1000, 1000], "rate_limited"),
            (status(429, Some(3600)), vec![], "rate_limited"),
            (status(408, None), vec![300, 600], "timed_out"),
            (Fault::TimedOut, vec![300, 600], "timed_out"),
            (Fault::Refused, vec![150, 150], "unreachable"),
            (Fault::Unreachable, vec![300, 600], "unreachable"),
            (Fault::Cut, vec![300, 600], "garbled"),
            (Fault::Lasting(Obstacle::PrivateAddress), vec![], "private_address"),
        ];
        for (fault, pauses, kind) in cases {
            assert_eq!(course(&fault), (pauses, kind), "{fault:?}");
        }
    }

    #[test]
    fn pauses_are_spread() {
        let pause = |jitter| Tries::default().after(&Fault::Cut, &Patience::default(), jitter);
        assert_eq!(pause(0.0), Next::Again(Duration::from_millis(150)));
        assert_eq!(pause(1.0), Next::Again(Duration::from_millis(450)));
    }

    #[test]
    fn reads_retry_after() {
        let date = "Wed, 01 Feb 2017 18:00:00 GMT";
        let cases = [
            ("7", None, Some(7)),
            (" 7 ", None, Some(7)),
            ("Wed, 01 Feb 2017 18:00:30 GMT", Some(date), Some(30)),
            ("Wed, 01 Feb 2017 17:00:00 GMT", Some(date), Some(0)),
            ("Wed, 01 Feb 2017 18:00:30 GMT", None, None),
            ("soon", Some(date), None),
            ("-1", Some(date), None),
        ];
        for (asked, date, seconds) in cases {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, HeaderValue::from_static(asked));
            if let Some(date) = date {
                headers.insert(DATE, HeaderValue::from_static(date));
            }
            assert_eq!(wait_asked(&headers), seconds.map(Duration::from_secs), "{asked}");
        }
        assert_eq!(wait_asked(&HeaderMap::new()), None);
    }
}
