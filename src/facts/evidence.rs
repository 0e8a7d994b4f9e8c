//! What a student handed in beside the portfolio: contacts, interviews, the plan, and what reviewers said.

use super::{Instant, Ledger, Place, Private, Seen, Untrusted};

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

/// What reviewers said of a pull request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reviews {
    /// When the pull request was opened, by the host's clock.
    pub opened: Option<Instant>,
    /// Every review, oldest first.
    pub reviews: Vec<Review>,
    /// Accounts and teams (`organisation/team`) that are asked for a review which they have not given yet.
    pub asked: Vec<Untrusted>,
    /// The path at which the portfolio repository holds the very bytes that the resume link leads to, at the commit that is
    /// looked at; none where no file that was looked at has them.
    pub resume_file: Option<Untrusted>,
}

/// A review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The reviewer's login.
    pub login: Untrusted,
    /// The reviewer's number.
    pub id: Option<u64>,
    /// What it says.
    pub state: ReviewState,
    /// When it was given, by the host's clock.
    pub submitted: Instant,
    /// The commit that was looked at.
    pub commit: Option<String>,
    /// What it is meant for, where its text says so (`approve: resume`); it narrows and never widens.
    pub scope: Vec<Untrusted>,
    /// Those teams of the policy that the reviewer belongs to, as `organisation/team`.
    pub teams: Seen<Vec<String>>,
    /// What was changed between the commit that was looked at and the one that is proposed now.
    pub changes: Seen<Vec<ChangedFile>>,
}

/// A file that differs between two commits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedFile {
    /// Its path from the top.
    pub path: Untrusted,
    /// The lines that were taken out and put in; none where the host does not show them (a picture, a PDF, very much text).
    pub lines: Option<Untrusted>,
    /// True where nothing but white space differs.
    pub is_spacing: bool,
}

/// What a review says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewState {
    /// It approves.
    Approved,
    /// It asks for changes.
    ChangesRequested,
    /// It says something.
    Commented,
    /// It was taken back, by anybody who may.
    Dismissed,
}
