//! How long a cohort of any size takes, in a time of its own: `cargo run --example scale`.
//!
//! The limits are the ones that the program keeps to (`net::github::limits`), driven by a clock that only counts. What a
//! student costs was measured, and how quick the host is was assumed: docs/scale.md tells both.

#![expect(clippy::print_stdout, reason = "an example prints its figures")]

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt;
use std::time::Duration;

use foliocheck::net::github::limits::{Budget, Cost, Limits};

/// The portfolio and three projects.
const REPOSITORIES: u32 = 4;
/// Repositories in a query, once queries have grown.
const A_QUERY: u32 = 25;
/// What an answer takes, and in a query each repository more.
const ANSWER: Duration = Duration::from_millis(80);
const REPOSITORY: Duration = Duration::from_millis(10);
/// Queries under way on one machine.
const QUERIES: u32 = 8;
/// Of so many students, one has a README with another name or encoding, which takes a request by REST.
const STUDENTS_A_READ: u32 = 5;
/// What a student takes of one machine: the processor, which the sites of 32 students side by side are quicker than.
const PROCESSOR: Duration = Duration::from_millis(6);
/// Bytes a student: of the API and of the site, and in the journal.
const API_BYTES: u64 = 24_000;
const SITE_BYTES: u64 = 120_000;
const ROW_BYTES: u64 = 3_000;

const HOUR: Duration = Duration::from_hours(1);
/// The page is there in the morning.
const NIGHT: Duration = Duration::from_hours(8);
/// More tokens than this nobody has.
const TOKENS: u32 = 100;

/// A kind of token.
#[derive(Clone, Copy)]
struct Kind {
    name: &'static str,
    /// Points of GraphQL an hour, and as many requests by REST.
    an_hour: u32,
    most: u32,
}

const KINDS: [Kind; 2] = [
    Kind { name: "of the workflow", an_hour: 1000, most: 1 },
    Kind { name: "of accounts or apps", an_hour: 5000, most: TOKENS },
];

/// What a sending waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Latency,
    Work,
    Hour,
    Machine,
}

impl fmt::Display for Bound {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Latency => "answers that follow each other",
            Self::Work => "the host's seconds of work a minute",
            Self::Hour => "the token's points an hour",
            Self::Machine => "the processor",
        })
    }
}

/// One token: what is used of its limits, and when each of its two budgets is new again.
struct Seat {
    limits: Limits,
    renewed: [Duration; 2],
}

/// A run, while it goes.
struct Run {
    kind: Kind,
    seats: Vec<Seat>,
    /// When each of the queries under way is answered.
    slots: BinaryHeap<Reverse<Duration>>,
    /// The moment of the last sending; nothing overtakes what waits.
    now: Duration,
    took: Duration,
    waited: [Duration; 2],
}

fn main() {
    println!(
        "| students | tokens | machines | queries | by REST | a student | time | bound by | API | sites | journal |"
    );
    println!("|---:|---|---:|---:|---:|---:|---:|---|---:|---:|---:|");
    for students in [100, 1_000, 10_000, 100_000, 1_000_000] {
        for kind in KINDS {
            report(students, kind);
        }
    }
}

/// Tells of a run with as few tokens as a night allows.
fn report(students: u32, kind: Kind) {
    let machines = (1..=1_000).find(|count| PROCESSOR * students / *count <= NIGHT / 2).unwrap_or(1_000);
    let (queries, reads) = ((students * REPOSITORIES).div_ceil(A_QUERY), students / STUDENTS_A_READ);
    let mut tokens = 1;
    let mut run = Run::new(kind, tokens, machines).simulate(queries, reads);
    while run.took > NIGHT && tokens < kind.most {
        tokens += 1;
        run = Run::new(kind, tokens, machines).simulate(queries, reads);
    }
    let work = PROCESSOR * students / machines;
    let bound = if work > run.took { Bound::Machine } else { run.bound() };
    println!(
        "| {students} | {tokens} {} | {machines} | {queries} | {reads} | {:.2} | {} | {bound} | {} | {} | {} |",
        kind.name,
        f64::from(queries + reads) / f64::from(students),
        clock(run.took.max(work)),
        size(students, API_BYTES),
        size(students, SITE_BYTES),
        size(students, ROW_BYTES),
    );
}

impl Run {
    fn new(kind: Kind, tokens: u32, machines: u32) -> Self {
        let seat = |_| Seat { limits: Limits::documented(), renewed: [Duration::ZERO; 2] };
        Self {
            kind,
            seats: (0..tokens).map(seat).collect(),
            slots: (0..QUERIES * machines).map(|_| Reverse(Duration::ZERO)).collect(),
            now: Duration::ZERO,
            took: Duration::ZERO,
            waited: [Duration::ZERO; 2],
        }
    }

    /// Sends everything, each as early as it may be; the reads are spread over the queries.
    fn simulate(mut self, queries: u32, reads: u32) -> Self {
        let mut read: u32 = 0;
        for query in 1..=queries {
            self.send(Cost::Query, ANSWER + REPOSITORY * A_QUERY);
            while u64::from(read) * u64::from(queries) < u64::from(query) * u64::from(reads) {
                self.send(Cost::Read, ANSWER);
                read += 1;
            }
        }
        self
    }

    fn send(&mut self, cost: Cost, takes: Duration) {
        let Reverse(free) = self.slots.pop().unwrap_or_default();
        let free = free.max(self.now);
        let budget = usize::from(cost == Cost::Read);
        let opens = |seat: &Seat| seat.limits.opens(free, cost);
        let Some(seat) = self.seats.iter_mut().min_by_key(|seat| opens(seat)) else { return };
        let at = opens(seat);
        self.now = at;
        if let Some(wait) = at.checked_sub(free) {
            self.waited[usize::from(at == seat.renewed[budget])] += wait;
        }
        seat.limits.spend(at, cost);
        if seat.renewed[budget] <= at {
            seat.renewed[budget] = at + HOUR;
            seat.limits.hear(cost, Budget { left: self.kind.an_hour - 1, renewed: at + HOUR });
        }
        seat.limits.work(at + takes, cost, takes);
        self.took = self.took.max(at + takes);
        self.slots.push(Reverse(at + takes));
    }

    fn bound(&self) -> Bound {
        match self.waited {
            [Duration::ZERO, Duration::ZERO] => Bound::Latency,
            [work, hour] if work > hour => Bound::Work,
            _ => Bound::Hour,
        }
    }
}

fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..60 => format!("{:.1} s", time.as_secs_f64()),
        60..3600 => format!("{:.1} min", time.as_secs_f64() / 60.0),
        _ => format!("{:.1} h", time.as_secs_f64() / 3600.0),
    }
}

fn size(students: u32, bytes: u64) -> String {
    match u64::from(students) * bytes / 100_000 {
        tenths @ 0..10_000 => format!("{}.{} MB", tenths / 10, tenths % 10),
        tenths => format!("{}.{} GB", tenths / 10_000, tenths / 1000 % 10),
    }
}
