//! A date as a school writes it: `Wednesday 2017-02-01 18:00`, `week 2 Friday 16:00`, `2017-02-01T18:00:00-07:00`.

mod words;

use std::fmt;

use jiff::Span;
use jiff::civil::{Date, Time, Weekday};

use super::calendar::Calendar;
use super::deadline::Deadline;
use crate::facts::{Instant, Zone};
use words::Words;

/// A date as it was written. What it means depends on the school's zone and the cohort's start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    written: String,
    reading: Reading,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Reading {
    /// With its own offset.
    Fixed(Instant),
    /// A day of the calendar.
    Day { date: Date, time: Option<Time>, zone: Option<Zone> },
    /// Counted from the cohort's start; week 1 is the week it lies in.
    Week { number: i32, weekday: Weekday, time: Option<Time> },
}

const FORMS: &str = "write `2017-02-01 18:00` or `week 2 Friday 16:00`";

impl Moment {
    /// Reads a date.
    ///
    /// # Errors
    /// What is wrong with it and what would be right; a weekday that is not that of the date shows both readings.
    pub fn read(text: &str) -> Result<Self, String> {
        let words = Words::read(text)?;
        let reading = match (words.date, words.week, words.weekday) {
            (Some(_), Some(_), _) => return Err(format!("this has a date and a week; {FORMS}")),
            (Some(date), None, weekday) => {
                agree(date, weekday)?;
                match words.fixed {
                    Some(at) => Reading::Fixed(at),
                    None => Reading::Day { date, time: words.time, zone: words.zone },
                }
            }
            (None, Some(number), Some(weekday)) => Reading::Week { number, weekday, time: words.time },
            (None, Some(_), None) => return Err(format!("this week has no weekday; {FORMS}")),
            (None, None, _) => return Err(format!("`{}` has no date; {FORMS}", text.escape_debug())),
        };
        Ok(Self { written: text.trim().to_owned(), reading })
    }

    /// The deadline that it means; none where it counts from a cohort's start that is not known.
    ///
    /// # Errors
    /// When it needs a zone and there is none, or lies before the cohort's start.
    pub fn resolve(&self, calendar: &Calendar) -> Result<Option<Deadline>, String> {
        let (date, time, zone) = match &self.reading {
            Reading::Fixed(at) => return Ok(Some(Deadline::from(*at))),
            Reading::Day { date, time, zone } => (*date, *time, zone.as_ref().or(calendar.zone.as_ref())),
            Reading::Week { number, weekday, time } => {
                let Some(start) = calendar.start else { return Ok(None) };
                (day_of_week(start, *number, *weekday)?, *time, calendar.zone.as_ref())
            }
        };
        let zone = zone.ok_or("a date needs the school's `zone`, such as `zone: America/Denver`")?;
        let time = time.unwrap_or(Time::constant(23, 59, 0, 0));
        let at = zone.moment(date.to_datetime(time)).ok_or("this date is out of all range")?;
        Ok(Some(Deadline::from(at)))
    }

    /// Reads a day, with or without its weekday.
    ///
    /// # Errors
    /// What is wrong with it and what would be right.
    pub(super) fn day(text: &str) -> Result<Date, String> {
        match Self::read(text)?.reading {
            Reading::Day { date, time: None, .. } => Ok(date),
            Reading::Day { .. } | Reading::Fixed(_) | Reading::Week { .. } => {
                Err("this wants a day, such as `2017-01-23`".to_owned())
            }
        }
    }

    /// True where it counts from the cohort's start.
    pub fn is_relative(&self) -> bool {
        matches!(self.reading, Reading::Week { .. })
    }
}

/// As it was written.
impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.written)
    }
}

fn agree(date: Date, weekday: Option<Weekday>) -> Result<(), String> {
    let Some(weekday) = weekday.filter(|weekday| *weekday != date.weekday()) else { return Ok(()) };
    let days_before = (7 + date.weekday().to_monday_zero_offset() - weekday.to_monday_zero_offset()) % 7;
    let to_nearest = if days_before <= 3 { -i32::from(days_before) } else { 7 - i32::from(days_before) };
    let nearest = date.checked_add(Span::new().days(to_nearest)).ok();
    let reading = nearest.map(|day| format!(", or `{} {day}`", name(weekday))).unwrap_or_default();
    Err(format!(
        "{date} is a {}, not a {}: write `{} {date}`{reading}",
        name(date.weekday()),
        name(weekday),
        name(date.weekday()),
    ))
}

fn day_of_week(start: Date, number: i32, weekday: Weekday) -> Result<Date, String> {
    let from_start = (number - 1) * 7 + i32::from(weekday.to_monday_zero_offset())
        - i32::from(start.weekday().to_monday_zero_offset());
    if from_start < 0 {
        return Err(format!("this lies before the cohort's start, {} {start}", name(start.weekday())));
    }
    start.checked_add(Span::new().days(from_start)).map_err(|_| "this week is out of all range".to_owned())
}

pub(super) fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn denver() -> Calendar {
        Calendar { zone: Zone::named("America/Denver"), start: Some(Date::constant(2017, 1, 23)) }
    }

    fn at(text: &str, calendar: &Calendar) -> String {
        let moment = Moment::read(text).unwrap();
        moment.resolve(calendar).unwrap().map_or("open".into(), |deadline| deadline.at().to_string())
    }

    #[test]
    fn every_spelling_of_a_date_is_read() {
        let cases = [
            ("2017-02-01 18:00", "2017-02-02T01:00:00Z"),
            ("Wednesday 2017-02-01 18:00", "2017-02-02T01:00:00Z"),
            ("Wed 2017-02-01, 6pm", "2017-02-02T01:00:00Z"),
            ("2017-02-01T18:00", "2017-02-02T01:00:00Z"),
            ("2017-02-01T18:00:00-07:00", "2017-02-02T01:00:00Z"),
            ("2017-02-01T18:00:30-05:00", "2017-02-01T23:00:00Z"),
            ("Wednesday 2017-02-01T18:00:00Z", "2017-02-01T18:00:00Z"),
            ("2017-02-01 18:00 Europe/Berlin", "2017-02-01T17:00:00Z"),
            ("2017-02-01", "2017-02-02T06:59:00Z"),
            ("2017-02-01 12am", "2017-02-01T07:00:00Z"),
            ("2017-02-01 12:30pm", "2017-02-01T19:30:00Z"),
            ("week 1 Friday 16:00", "2017-01-27T23:00:00Z"),
            ("Friday of week 2 at 4pm", "2017-02-03T23:00:00Z"),
            ("week 6 Monday 16:00", "2017-02-27T23:00:00Z"),
            ("week 2 fri", "2017-02-04T06:59:00Z"),
        ];
        for (text, expected) in cases {
            assert_eq!(at(text, &denver()), expected, "{text}");
        }
        assert_eq!(at("week 2 Friday", &Calendar::default()), "open");
    }

    #[test]
    fn days_on_which_clocks_change_have_one_reading() {
        let cases = [
            // Denver, 2017-03-12: 02:00 to 03:00 is never shown.
            ("2017-03-12 01:59", "America/Denver", "2017-03-12T08:59:00Z"),
            ("2017-03-12 02:30", "America/Denver", "2017-03-12T09:30:00Z"),
            ("2017-03-12 03:00", "America/Denver", "2017-03-12T09:00:00Z"),
            // Denver, 2017-11-05: 01:00 to 02:00 is shown twice; the later one counts.
            ("2017-11-05 01:30", "America/Denver", "2017-11-05T08:30:00Z"),
            // Havana's clocks go back at midnight into the day before: that day ends twice.
            ("2017-11-04", "America/Havana", "2017-11-05T03:59:00Z"),
            // Apia had no 2011-12-30 at all.
            ("2011-12-30 12:00", "Pacific/Apia", "2011-12-30T22:00:00Z"),
        ];
        for (text, zone, expected) in cases {
            let calendar = Calendar { zone: Zone::named(zone), start: None };
            assert_eq!(at(text, &calendar), expected, "{text} {zone}");
        }
    }

    #[test]
    fn what_is_no_date_says_what_would_be_right() {
        let cases = [
            (
                "Friday 2017-02-27",
                "2017-02-27 is a Monday, not a Friday: write `Monday 2017-02-27`, or `Friday 2017-02-24`",
            ),
            (
                "Thursday 2017-02-01",
                "2017-02-01 is a Wednesday, not a Thursday: write `Wednesday 2017-02-01`, or `Thursday 2017-02-02`",
            ),
            ("Friday 2/27", "`2/27` has no year, and month and day could be either"),
            ("2017-02-30", "there is no day 2017-02-30 in the calendar"),
            ("2017-02-01 24:00", "`24:00` is no time of a day"),
            ("2017-02-01 13pm", "`13pm` is no time of a day"),
            ("2017-02-01 18:00 19:00", "says the same thing twice"),
            ("week two Friday", "`week` wants a number"),
            ("week 2", "this week has no weekday"),
            ("Friday", "`Friday` has no date"),
            ("week 2 Friday 2017-02-03", "this has a date and a week"),
            ("soon", "`soon` is no part of a date"),
            ("", "`` has no date"),
        ];
        for (text, expected) in cases {
            let problem = Moment::read(text).unwrap_err();
            assert!(problem.contains(expected), "{text}: {problem}");
        }
        let early = Calendar { start: Some(Date::constant(2017, 1, 25)), ..denver() };
        let problem = Moment::read("week 1 Monday").unwrap().resolve(&early).unwrap_err();
        assert_eq!(problem, "this lies before the cohort's start, Wednesday 2017-01-25");
        let problem = Moment::read("2017-02-01").unwrap().resolve(&Calendar::default()).unwrap_err();
        assert!(problem.contains("`zone: America/Denver`"), "{problem}");
    }
}
