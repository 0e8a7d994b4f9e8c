//! The words of a date, each for itself: days, weeks, clocks and zones, in the spellings that schools use.

use jiff::civil::{Date, DateTime, Time, Weekday};

use super::FORMS;
use crate::facts::{Instant, Zone};

/// What was found in the words of a date.
#[derive(Default)]
pub(super) struct Words {
    pub(super) fixed: Option<Instant>,
    pub(super) date: Option<Date>,
    pub(super) weekday: Option<Weekday>,
    pub(super) week: Option<i32>,
    pub(super) time: Option<Time>,
    pub(super) zone: Option<Zone>,
}

impl Words {
    /// Reads the words of a date.
    ///
    /// # Errors
    /// The first word that is no part of a date, or that says a thing twice.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut words = Self::default();
        let mut rest = text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
        while let Some(word) = rest.next() {
            let twice = match word.to_ascii_lowercase().as_str() {
                "of" | "at" | "on" => None,
                "week" => {
                    let number =
                        rest.next().and_then(|word| word.parse().ok()).filter(|n| (1..=104).contains(n));
                    let number =
                        number.ok_or_else(|| format!("`week` wants a number from 1 to 104; {FORMS}"))?;
                    words.week.replace(number).map(|_| ())
                }
                lower => words.take(word, lower)?,
            };
            if twice.is_some() {
                return Err(format!("`{}` says the same thing twice; {FORMS}", text.escape_debug()));
            }
        }
        Ok(words)
    }

    /// Takes in one word; something where a word of its kind was there already.
    fn take(&mut self, word: &str, lower: &str) -> Result<Option<()>, String> {
        if let Some(weekday) = weekday(lower) {
            return Ok(self.weekday.replace(weekday).map(|_| ()));
        }
        if let Some(time) = clock(lower) {
            return Ok(self.time.replace(time?).map(|_| ()));
        }
        // A final `Z` is no part of the time that a clock shows.
        if let Ok(whole) = word.trim_end_matches('Z').parse::<DateTime>() {
            if word.contains('T') {
                self.fixed = Instant::parse(word);
                self.time = Some(whole.time());
            }
            return Ok(self.date.replace(whole.date()).map(|_| ()));
        }
        if let Some(zone) = Zone::named(word) {
            return Ok(self.zone.replace(zone).map(|_| ()));
        }
        Err(strange(word))
    }
}

fn strange(word: &str) -> String {
    let shown = word.escape_debug();
    let parts: Vec<&str> = word.split('/').collect();
    match parts.as_slice() {
        [first, second] if [first, second].iter().all(|part| part.parse::<u8>().is_ok()) => {
            format!("`{shown}` has no year, and month and day could be either; {FORMS}")
        }
        _ if word.len() == 10 && word.as_bytes().get(4) == Some(&b'-') => {
            format!("there is no day {shown} in the calendar")
        }
        _ => format!("`{shown}` is no part of a date; {FORMS}"),
    }
}

/// `16:00`, `4pm`, `4:30pm`; none where the word is no time at all.
fn clock(word: &str) -> Option<Result<Time, String>> {
    let (digits, half) = match word {
        _ if word.ends_with("am") => (&word[..word.len() - 2], Some(0)),
        _ if word.ends_with("pm") => (&word[..word.len() - 2], Some(12)),
        _ => (word, None),
    };
    let (hour, minute) = digits.split_once(':').or(half.map(|_| (digits, "0")))?;
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => -1,
        None => hour,
    };
    Some(Time::new(hour, minute, 0, 0).map_err(|_| {
        format!("`{word}` is no time of a day; write `18:00`, and for the end of a day leave the time out")
    }))
}

fn weekday(word: &str) -> Option<Weekday> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let index = DAYS
        .iter()
        .position(|day| *day == word || (word.len() >= 3 && word.len() <= 5 && day.starts_with(word)))?;
    Weekday::from_monday_zero_offset(i8::try_from(index).ok()?).ok()
}
