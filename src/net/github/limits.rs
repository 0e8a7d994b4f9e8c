//! What a token may do (pure): GitHub's documented limits, counted here so that none of them is met. Moments are counted
//! from the start of the run, so that a simulation can drive the same rules in time of its own.
//! <https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api>

use std::collections::VecDeque;
use std::time::Duration;

/// Requests of one token under way; the host lets it have a hundred.
pub const AT_ONCE: usize = 90;
/// Points of REST a minute: a read is one, a write five.
pub const REST_POINTS: u32 = 900;
/// Points of GraphQL a minute: a query is one.
pub const QUERY_POINTS: u32 = 2000;
/// Requests that make content, a minute.
pub const WRITES: u32 = 80;
/// Requests that make content, an hour.
pub const WRITES_AN_HOUR: u32 = 500;
/// Milliseconds of the host's work a minute, which it says to estimate by how long its answers take; a tenth below it.
pub const WORK_MS: u32 = 81_000;
/// Those of GraphQL among them.
pub const QUERY_WORK_MS: u32 = 54_000;

/// A second longer than the host's own, since requests take different times on their way.
const MINUTE: Duration = Duration::from_secs(61);
const HOUR: Duration = Duration::from_secs(3601);

/// What a request counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// A read by REST.
    Read,
    /// A write by REST.
    Write,
    /// A query by GraphQL.
    Query,
}

/// What an answer says of the hourly budget of its API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Requests or points that are left.
    pub left: u32,
    /// When there is a new budget.
    pub renewed: Duration,
}

/// So much in so long, wherever that begins.
#[derive(Debug)]
struct Window {
    most: u32,
    span: Duration,
    spent: VecDeque<(Duration, u32)>,
    sum: u32,
}

impl Window {
    fn new(most: u32, span: Duration) -> Self {
        Self { most, span, spent: VecDeque::new(), sum: 0 }
    }

    /// When so much more fits in.
    fn opens(&self, now: Duration, cost: u32) -> Duration {
        let mut sum = self.sum;
        let mut opens = now;
        for (at, part) in &self.spent {
            let gone = *at + self.span;
            if sum.saturating_add(cost) <= self.most && gone > now {
                break;
            }
            sum -= part;
            opens = opens.max(gone);
        }
        opens
    }

    fn spend(&mut self, now: Duration, cost: u32) {
        while let Some((_, part)) = self.spent.pop_front_if(|(at, _)| *at + self.span <= now) {
            self.sum -= part;
        }
        self.spent.push_back((now, cost));
        self.sum = self.sum.saturating_add(cost);
    }
}

/// One token's limits and what was used of them.
#[derive(Debug)]
pub struct Limits {
    rest: Window,
    queries: Window,
    writes: Window,
    writes_an_hour: Window,
    work: Window,
    query_work: Window,
    rest_budget: Option<Budget>,
    query_budget: Option<Budget>,
    paused_until: Duration,
}

impl Limits {
    /// GitHub's.
    pub fn documented() -> Self {
        Self {
            rest: Window::new(REST_POINTS, MINUTE),
            queries: Window::new(QUERY_POINTS, MINUTE),
            writes: Window::new(WRITES, MINUTE),
            writes_an_hour: Window::new(WRITES_AN_HOUR, HOUR),
            work: Window::new(WORK_MS, MINUTE),
            query_work: Window::new(QUERY_WORK_MS, MINUTE),
            rest_budget: None,
            query_budget: None,
            paused_until: Duration::ZERO,
        }
    }

    /// When a request may be sent; `now` where nothing stands in its way.
    pub fn opens(&self, now: Duration, cost: Cost) -> Duration {
        let opens = self.windows(cost).map(|(window, points)| window.opens(now, points)).max();
        let renewed = match self.budget(cost) {
            Some(Budget { left: 0, renewed }) => renewed,
            Some(_) | None => now,
        };
        now.max(self.paused_until).max(renewed).max(opens.unwrap_or(now))
    }

    /// Counts a request that is sent.
    pub fn spend(&mut self, now: Duration, cost: Cost) {
        match cost {
            Cost::Read => self.rest.spend(now, 1),
            Cost::Write => {
                self.rest.spend(now, 5);
                self.writes.spend(now, 1);
                self.writes_an_hour.spend(now, 1);
            }
            Cost::Query => self.queries.spend(now, 1),
        }
        let budget = if cost == Cost::Query { &mut self.query_budget } else { &mut self.rest_budget };
        match budget {
            Some(known) if known.renewed <= now => *budget = None,
            Some(known) => known.left = known.left.saturating_sub(1),
            None => {}
        }
    }

    /// Counts how long the host worked on an answer.
    pub fn work(&mut self, now: Duration, cost: Cost, took: Duration) {
        let milliseconds = u32::try_from(took.as_millis()).unwrap_or(u32::MAX);
        self.work.spend(now, milliseconds);
        if cost == Cost::Query {
            self.query_work.spend(now, milliseconds);
        }
    }

    /// Takes in what an answer says. Answers may overtake each other: of one hour the smallest number counts.
    pub fn hear(&mut self, cost: Cost, told: Budget) {
        let budget = if cost == Cost::Query { &mut self.query_budget } else { &mut self.rest_budget };
        let is_same_hour = |known: &Budget| told.renewed.abs_diff(known.renewed) < MINUTE;
        *budget = Some(match budget {
            Some(known) if is_same_hour(known) => Budget { left: known.left.min(told.left), ..told },
            Some(known) if told.renewed < known.renewed => *known,
            Some(_) | None => told,
        });
    }

    /// Leaves the host alone until then, as it asked.
    pub fn pause(&mut self, until: Duration) {
        self.paused_until = self.paused_until.max(until);
    }

    fn budget(&self, cost: Cost) -> Option<Budget> {
        if cost == Cost::Query { self.query_budget } else { self.rest_budget }
    }

    fn windows(&self, cost: Cost) -> impl Iterator<Item = (&Window, u32)> {
        let own = match cost {
            Cost::Read => [Some((&self.rest, 1)), None, None],
            Cost::Write => [Some((&self.rest, 5)), Some((&self.writes, 1)), Some((&self.writes_an_hour, 1))],
            Cost::Query => [Some((&self.queries, 1)), Some((&self.query_work, 1)), None],
        };
        own.into_iter().flatten().chain([(&self.work, 1)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    /// Sends as many as there are, each as early as it may be, and gives the moments.
    fn sent(limits: &mut Limits, cost: Cost, count: usize) -> Vec<Duration> {
        let mut now = Duration::ZERO;
        let send = |_| {
            now = limits.opens(now, cost);
            limits.spend(now, cost);
            now
        };
        (0..count).map(send).collect()
    }

    #[test]
    fn no_minute_has_more_than_its_points() {
        for (cost, a_minute) in [(Cost::Read, 900), (Cost::Query, 2000), (Cost::Write, 80)] {
            let moments = sent(&mut Limits::documented(), cost, a_minute * 3);
            assert_eq!(moments[a_minute - 1], Duration::ZERO, "{cost:?}: a burst is allowed");
            assert_eq!(moments[a_minute], MINUTE, "{cost:?}");
            for pair in moments.windows(a_minute + 1) {
                assert!(pair[a_minute] > pair[0] + seconds(60), "{cost:?}");
            }
        }
    }

    #[test]
    fn writes_are_few_an_hour_too() {
        let moments = sent(&mut Limits::documented(), Cost::Write, 501);
        assert!(moments[499] < seconds(600));
        assert_eq!(moments[500], HOUR);
    }

    #[test]
    fn queries_wait_for_the_hosts_work_and_reads_do_not_mind() {
        let mut limits = Limits::documented();
        for at in 0..20 {
            limits.spend(seconds(at), Cost::Query);
            limits.work(seconds(at), Cost::Query, Duration::from_millis(2800));
        }
        assert_eq!(limits.opens(seconds(20), Cost::Read), seconds(20));
        assert_eq!(limits.opens(seconds(20), Cost::Query), MINUTE, "the first answer is forgotten then");
    }

    #[test]
    fn a_budget_that_is_used_up_is_waited_for_and_then_new() {
        let mut limits = Limits::documented();
        limits.hear(Cost::Read, Budget { left: 2, renewed: seconds(1800) });
        limits.hear(Cost::Read, Budget { left: 5, renewed: seconds(1801) });
        let moments = sent(&mut limits, Cost::Read, 4);
        assert_eq!(moments, [seconds(0), seconds(0), seconds(1801), seconds(1801)]);
        assert_eq!(limits.opens(seconds(1), Cost::Query), seconds(1), "GraphQL has a budget of its own");
    }

    #[test]
    fn a_pause_that_the_host_asks_for_holds_everything() {
        let mut limits = Limits::documented();
        limits.pause(seconds(60));
        limits.pause(seconds(7));
        for cost in [Cost::Read, Cost::Write, Cost::Query] {
            assert_eq!(limits.opens(seconds(3), cost), seconds(60));
        }
    }
}
