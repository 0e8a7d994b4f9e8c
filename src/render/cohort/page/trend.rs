//! Trend lines: how a requirement stood from run to run, drawn and said in words.

use crate::cohort::history::{History, Point};
use crate::facts::{Instant, Zone};
use crate::render::cohort::words;

/// The size of a line in tenths of its units, and the room for the stroke in it.
const WIDTH: i64 = 960;
const HEIGHT: usize = 240;
const ROOM: (i64, usize) = (20, 20);

/// Runs that a line shows at most, the last of them.
const RUNS: usize = 60;

/// A line, and the same in words.
pub(super) struct Trend {
    /// The path of an SVG.
    pub(super) path: String,
    /// For those who do not see it.
    pub(super) words: String,
}

/// The line of a requirement; none where one run says all there is.
pub(super) fn trend(history: &History, requirement: &str, zone: &Zone) -> Option<Trend> {
    let mut runs: Vec<(&str, Point)> = history.of(requirement).filter(|(_, point)| point.of > 0).collect();
    runs.drain(..runs.len().saturating_sub(RUNS));
    let ([(first_at, first), .., (last_at, last)], true) = (runs.as_slice(), runs.len() > 1) else {
        return None;
    };
    Some(Trend {
        path: format!("M{}", places(&runs).join("L")),
        words: format!(
            "{} of {} on {}, {} of {} on {}",
            first.met,
            first.of,
            words::day(zone, first_at),
            last.met,
            last.of,
            words::day(zone, last_at)
        ),
    })
}

/// By time from left to right, by the share of those who met it from bottom to top.
fn places(runs: &[(&str, Point)]) -> Vec<String> {
    let second = |at: &str| Instant::parse(at).map_or(0, Instant::unix_seconds);
    let begin = runs.first().map_or(0, |(at, _)| second(at));
    let length = runs.last().map_or(1, |(at, _)| (second(at) - begin).max(1));
    let place = |(at, point): &(&str, Point)| {
        let x = (second(at) - begin) * (WIDTH - 2 * ROOM.0) / length + ROOM.0;
        let y = (point.of - point.met) * (HEIGHT - 2 * ROOM.1) / point.of + ROOM.1;
        format!("{}.{} {}.{}", x / 10, x % 10, y / 10, y % 10)
    };
    runs.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HISTORY: &str = "\
2017-01-30T14:00:00Z,resume-opens,1,4,5
2017-01-31T14:00:00Z,resume-opens,1,4,5
2017-02-03T14:00:00Z,resume-opens,5,0,5
2017-02-03T14:00:00Z,resume-linked,5,0,5
";

    #[test]
    fn days_are_as_far_apart_as_they_were_and_all_of_all_is_at_the_top() {
        let trend = trend(&History::read(HISTORY), "resume-opens", &Zone::UTC).unwrap();
        assert_eq!(trend.path, "M2.0 18.0L25.0 18.0L94.0 2.0");
        assert_eq!(trend.words, "1 of 5 on 30 Jan 2017, 5 of 5 on 3 Feb 2017");
    }

    #[test]
    fn one_run_is_no_line() {
        assert!(trend(&History::read(HISTORY), "resume-linked", &Zone::UTC).is_none());
    }
}
