//! A date as a student writes it: `2017-02-01`, `2/1/2017`, `2/1`, `Feb 1st`, `1 February 2017`.

use crate::facts::{Day, WrittenDate};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads a date; what is none keeps what was written.
pub(super) fn date(text: &str) -> WrittenDate {
    WrittenDate {
        written: text.trim().into(),
        day: named(text).or_else(|| numbered(text)).filter(|day| is_possible(*day)),
    }
}

fn is_possible(day: Day) -> bool {
    // A leap year, so that a day without its year is not refused.
    jiff::civil::Date::new(day.year.unwrap_or(2016), day.month, day.day).is_ok()
}

/// With the name of the month.
fn named(text: &str) -> Option<Day> {
    let lower = text.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let month = words().find_map(|word| MONTHS.iter().position(|month| word.starts_with(month)))?;
    let numbers: Vec<i16> =
        words().filter_map(|word| word.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok()).collect();
    let day = numbers.iter().copied().find(|number| (1..=31).contains(number))?;
    let year = numbers.iter().copied().find(|number| *number > 31).map(full_year);
    Some(Day { year, month: i8::try_from(month + 1).ok()?, day: i8::try_from(day).ok()? })
}

/// With numbers only: year first, else the month first, unless that is impossible.
fn numbered(text: &str) -> Option<Day> {
    let word = text.split_whitespace().find(|word| word.contains(['-', '/', '.']))?;
    let numbers: Vec<i16> = word
        .split(['-', '/', '.', 'T', ','])
        .filter(|part| !part.is_empty())
        .map_while(|part| part.parse().ok())
        .collect();
    let small = |number: i16| i8::try_from(number).ok();
    match numbers.as_slice() {
        [year, month, day, ..] if *year > 31 => {
            Some(Day { year: Some(full_year(*year)), month: small(*month)?, day: small(*day)? })
        }
        [day, month, rest @ ..] if *day > 12 => {
            Some(Day { year: rest.first().copied().map(full_year), month: small(*month)?, day: small(*day)? })
        }
        [month, day, rest @ ..] => {
            Some(Day { year: rest.first().copied().map(full_year), month: small(*month)?, day: small(*day)? })
        }
        [] | [_] => None,
    }
}

fn full_year(year: i16) -> i16 {
    if year < 100 { 2000 + year } else { year }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read() {
        let cases = [
            ("2017-02-01", Some((Some(2017), 2, 1))),
            ("2017-02-01T10:00:00Z", Some((Some(2017), 2, 1))),
            ("2/1/2017", Some((Some(2017), 2, 1))),
            ("2/1/17", Some((Some(2017), 2, 1))),
            ("25/1/2017", Some((Some(2017), 1, 25))),
            ("1.2.", Some((None, 1, 2))),
            ("2/1", Some((None, 2, 1))),
            ("Feb 1st", Some((None, 2, 1))),
            ("Wednesday, 1 February 2017", Some((Some(2017), 2, 1))),
            ("Sept. 5, 2016", Some((Some(2016), 9, 5))),
            ("2017-02-30", None),
            ("last week", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let day = date(text).day.map(|day| (day.year, day.month, day.day));
            assert_eq!(day, expected, "{text}");
        }
    }
}
