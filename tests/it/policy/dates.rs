//! Dates and zones against a second library, over a deterministic stream of cases.

use chrono::{DateTime, Datelike, Duration, LocalResult, NaiveDate, NaiveDateTime, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use foliocheck::facts::{Instant, Zone};
use foliocheck::policy::{Calendar, Deadline, Moment};

/// Zones with half hours, big jumps, no jumps, jumps at midnight, and both halves of the year.
const ZONES: [&str; 24] = [
    "America/Denver",
    "America/New_York",
    "America/Phoenix",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Havana",
    "America/Santiago",
    "America/Asuncion",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Lisbon",
    "Europe/Moscow",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Asia/Beirut",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Australia/Adelaide",
    "Pacific/Auckland",
    "Pacific/Apia",
    "Pacific/Kiritimati",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A stream of numbers, the same in every run (Knuth's multiplier).
struct Stream(u64);

impl Stream {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    /// A minute between 2000 and 2022, which both libraries have the rules of; half of them near the turn of a month in
    /// spring or autumn, where clocks change.
    fn minute(&mut self) -> NaiveDateTime {
        let year = 2000 + i32::try_from(self.below(22)).unwrap();
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let day = match self.below(2) {
            0 => self.below(365),
            _ => [60, 240][usize::try_from(self.below(2)).unwrap()] + self.below(75),
        };
        let minutes = i64::try_from(day * 1440 + self.below(1440)).unwrap();
        first.and_hms_opt(0, 0, 0).unwrap() + Duration::minutes(minutes)
    }

    fn zone(&mut self) -> (&'static str, Tz) {
        let name = ZONES[usize::try_from(self.below(ZONES.len() as u64)).unwrap()];
        (name, name.parse().unwrap())
    }
}

fn resolved(text: &str, zone: &str, start: Option<NaiveDate>) -> Result<Deadline, String> {
    let start = start.map(|day| day.to_string().parse().unwrap());
    let calendar = Calendar { zone: Zone::named(zone), start };
    Ok(Moment::read(text)?.resolve(&calendar)?.unwrap())
}

/// What the second library makes of a wall clock: the later moment where it is shown twice, and where it is never shown, what a
/// clock that was not changed would mean.
fn expected(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => at.to_utc(),
        LocalResult::Ambiguous(one, other) => one.max(other).to_utc(),
        LocalResult::None => {
            // No gap is longer than a day.
            let before = zone.from_local_datetime(&(local - Duration::hours(26))).latest().unwrap();
            before.to_utc() + Duration::hours(26)
        }
    }
}

fn written(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[test]
fn wall_clocks_mean_the_same_moment_in_both_libraries() {
    let mut stream = Stream(1);
    for _ in 0..4_000 {
        let (local, (name, zone)) = (stream.minute(), stream.zone());
        let text = local.format("%Y-%m-%d %H:%M").to_string();
        let ours = resolved(&text, name, None).unwrap().at().to_string();
        assert_eq!(ours, written(expected(local, zone)), "{text} {name}");
    }
}

#[test]
fn a_day_without_a_time_ends_with_its_last_minute() {
    let mut stream = Stream(2);
    for _ in 0..1_000 {
        let (day, (name, zone)) = (stream.minute().date(), stream.zone());
        let last = day.and_hms_opt(23, 59, 0).unwrap();
        let ours = resolved(&day.to_string(), name, None).unwrap().at().to_string();
        assert_eq!(ours, written(expected(last, zone)), "{day} {name}");
    }
}

#[test]
fn weeks_count_from_the_monday_of_the_first_one() {
    let mut stream = Stream(3);
    for _ in 0..2_000 {
        let (start, (name, zone)) = (stream.minute().date(), stream.zone());
        let (week, weekday) = (1 + stream.below(30), usize::try_from(stream.below(7)).unwrap());
        let text = format!("week {week} {} 16:00", WEEKDAYS[weekday]);
        let monday = start - Duration::days(start.weekday().num_days_from_monday().into());
        let days = (week - 1) * 7 + u64::try_from(weekday).unwrap();
        let day = monday + Duration::days(i64::try_from(days).unwrap());
        let ours = resolved(&text, name, Some(start)).map(|deadline| deadline.at().to_string());
        match ours {
            Ok(ours) => assert_eq!(
                ours,
                written(expected(day.and_hms_opt(16, 0, 0).unwrap(), zone)),
                "{text} from {start} {name}"
            ),
            Err(problem) => assert!(
                day < start && problem.contains("before the cohort"),
                "{text} from {start}: {problem}"
            ),
        }
    }
}

#[test]
fn a_weekday_is_refused_exactly_where_the_calendar_has_another() {
    let mut stream = Stream(4);
    for _ in 0..2_000 {
        let day = stream.minute().date();
        let weekday = usize::try_from(stream.below(7)).unwrap();
        let read = resolved(&format!("{} {day}", WEEKDAYS[weekday]), "UTC", None);
        let is_right = day.weekday() == Weekday::try_from(u8::try_from(weekday).unwrap()).unwrap();
        assert_eq!(read.is_ok(), is_right, "{} {day}", WEEKDAYS[weekday]);
    }
}

#[test]
fn the_whole_minute_is_in_time_and_nothing_after_it() {
    let mut stream = Stream(5);
    for _ in 0..2_000 {
        let (local, (name, zone)) = (stream.minute(), stream.zone());
        let text = local.format("%Y-%m-%d %H:%M").to_string();
        let deadline = resolved(&text, name, None).unwrap();
        let seconds = i64::try_from(stream.below(240)).unwrap() - 120;
        let moment = expected(local, zone) + Duration::seconds(seconds);
        let moment = Instant::parse(&written(moment)).unwrap();
        assert_eq!(deadline.is_past(moment), seconds >= 60, "{text} {name} {seconds}");
    }
}

#[test]
fn moments_are_shown_as_the_clocks_of_the_zone_show_them() {
    let mut stream = Stream(6);
    for _ in 0..2_000 {
        let (at, (name, zone)) = (stream.minute().and_utc(), stream.zone());
        let ours = Zone::named(name).unwrap().in_words(Instant::parse(&written(at)).unwrap());
        let theirs = at.with_timezone(&zone).format("%a %-d %b %Y, %H:%M").to_string();
        assert!(ours.starts_with(&theirs), "{ours} is not {theirs} in {name}");
    }
}
