//! What a student handed in beside the portfolio: contacts, interviews, the plan.

use super::{Instant, Ledger, Place, Private, Reviews, Seen, Untrusted};

/// What a student handed in beside the portfolio.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The record of contacts; none where the student names none.
    pub outreach: Seen<Option<ContactLog>>,
    /// The records of interviews; none where the student names none.
    pub interviews: Seen<Option<InterviewLog>>,
    /// The plan; none where the student names none.
    pub plan: Seen<Option<Plan>>,
    /// What reviewers said of the pull request, and who was asked.
    pub reviews: Seen<Reviews>,
    /// What the school's ledger says of the student; none where it has no file for this one.
    pub ledger: Seen<Option<Ledger>>,
}

impl Evidence {
    /// Where nothing was asked for.
    pub fn not_asked() -> Self {
        use super::Obstacle::NotAsked;
        Self {
            outreach: Err(NotAsked),
            interviews: Err(NotAsked),
            plan: Err(NotAsked),
            reviews: Err(NotAsked),
            ledger: Err(NotAsked),
        }
    }
}

/// A record of contacts.
#[derive(Debug, Clone)]
pub struct ContactLog {
    /// The file.
    pub place: Place,
    /// A moment at which it was as it is, by the host's clock; none where no clock tells.
    pub at_latest: Option<Instant>,
    /// Whether anybody can read it.
    pub is_public: Seen<bool>,
    /// The contacts, in the order of the file.
    pub contacts: Vec<Contact>,
    /// What was read otherwise than it was written.
    pub repairs: Vec<Repair>,
}

/// One contact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// The line it begins on, counted from 1.
    pub line: u32,
    /// The company.
    pub company: Untrusted,
    /// The person.
    pub person: Private,
    /// The person's position.
    pub position: Untrusted,
    /// When.
    pub date: WrittenDate,
    /// What came of it; that nobody answered is an outcome, too.
    pub outcome: Untrusted,
    /// Mail, a meeting, a service.
    pub channel: Untrusted,
    /// A link that shows it.
    pub link: Untrusted,
    /// True where the line is a template's example.
    pub is_sample: bool,
    /// The line of the first contact with the same person; none for that one itself.
    pub again: Option<u32>,
}

impl Contact {
    /// True for a contact with a person and a company that is no example.
    pub fn counts(&self) -> bool {
        !self.is_sample && !self.person.folded().is_empty() && !self.company.is_blank()
    }

    /// The name of the company in the one spelling that is compared: without its case, its signs, and its legal form.
    pub fn company_folded(&self) -> String {
        folded(self.company.as_written())
    }
}

/// A company's name in the one spelling that is compared.
pub fn folded(company: &str) -> String {
    const FORMS: [&str; 7] = ["inc", "llc", "ltd", "gmbh", "corp", "co", "the"];
    let lower = company.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.filter(|word| !FORMS.contains(word)).collect();
    words.join(" ")
}

/// A date as a student wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WrittenDate {
    /// As written.
    pub written: Untrusted,
    /// What it says; none where it is no date.
    pub day: Option<Day>,
}

/// A day, perhaps of a year that is not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The year, where it is written.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

/// Something that was read otherwise than it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The line, counted from 1.
    pub line: u32,
    /// How it should be written.
    pub corrected: Untrusted,
}

/// A record of interviews.
#[derive(Debug, Clone)]
pub struct InterviewLog {
    /// The file.
    pub place: Place,
    /// A moment at which it was as it is, by the host's clock; none where no clock tells.
    pub at_latest: Option<Instant>,
    /// The interviews, in the order of the file.
    pub interviews: Vec<Interview>,
}

/// One interview.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interview {
    /// The line it begins on, counted from 1.
    pub line: u32,
    /// Practice, or for a job.
    pub kind: Untrusted,
    /// With whom.
    pub person: Private,
    /// The interviewer's position and company.
    pub role: Untrusted,
    /// When.
    pub date: WrittenDate,
    /// How many sentences tell of it.
    pub sentences: usize,
}

/// The plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The file.
    pub place: Place,
    /// A moment at which it was as it is, by the host's clock; none where no clock tells.
    pub at_latest: Option<Instant>,
    /// Its parts, by their headings, and how many words of the student's own each has.
    pub parts: Vec<PlanPart>,
}

/// A part of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPart {
    /// The heading.
    pub heading: Untrusted,
    /// Its line, counted from 1.
    pub line: u32,
    /// Words of the student's own.
    pub words: usize,
    /// True where it tells the goals.
    pub is_goals: bool,
}
