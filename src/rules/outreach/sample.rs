//! Facts for the tests of this group, to change one thing of.

use crate::facts::{Contact, ContactLog, Day, Evidence, Facts, Instant, Place, Private, Seen, WrittenDate};
use crate::policy::{Calendar, Contacts, Policy};

use jiff::civil::Date;

/// A contact with everything that is asked for.
pub(super) fn contact(line: u32, person: &str, company: &str) -> Contact {
    Contact {
        line,
        company: company.into(),
        person: Private::new(person),
        position: "lead developer".into(),
        date: day(Some(2017), 1, 27),
        outcome: "no answer".into(),
        ..Contact::default()
    }
}

/// A day as it stands in a record.
pub(super) fn day(year: Option<i16>, month: i8, day: i8) -> WrittenDate {
    WrittenDate { written: format!("{month}/{day}").into(), day: Some(Day { year, month, day }) }
}

/// A record that only the school can read.
pub(super) fn log(contacts: Vec<Contact>) -> ContactLog {
    let place = Place::File { repository: None, path: "evidence/outreach.csv".into(), line: None };
    ContactLog { place, at_latest: None, is_public: Ok(false), contacts, repairs: Vec::new() }
}

/// A student with such a record, in the second week of the course.
pub(super) fn facts(outreach: Seen<Option<ContactLog>>) -> Facts {
    let evidence = Evidence { outreach, ..Evidence::not_asked() };
    Facts { as_of: Instant::parse("2017-02-03T12:00:00Z").unwrap(), evidence, ..Facts::sample() }
}

/// Two contacts since the start of the course, one at each company.
pub(super) fn policy() -> Policy {
    Policy {
        calendar: Calendar { start: Some(Date::constant(2017, 1, 23)), ..Calendar::default() },
        contacts: Contacts { wanted: 2, per_company: 1, skip: vec!["Initrode Inc.".into()] },
        ..Policy::portfolio()
    }
}
