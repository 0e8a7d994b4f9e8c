//! What a rule is: a constant with its own manual page, and a function from facts to one answer.

use crate::facts::{Facts, Instant, Obstacle, Place, Project, Untrusted};
use crate::policy::Policy;
use crate::text::Text;

/// The groups, in the order of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Which projects.
    Projects,
    /// Their documentation.
    Readme,
    /// The portfolio site.
    Site,
    /// The resume on it.
    Resume,
    /// The portfolio in the hands of the school.
    Portfolio,
    /// Contacts with people who could hire.
    Outreach,
    /// Interviews.
    Interview,
    /// The plan for the job hunt.
    Plan,
}

impl Group {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 8] = [
        Self::Projects,
        Self::Readme,
        Self::Site,
        Self::Resume,
        Self::Portfolio,
        Self::Outreach,
        Self::Interview,
        Self::Plan,
    ];

    /// The public word for it, with which every id of the group begins.
    pub fn label(self) -> &'static str {
        match self {
            Self::Projects => "projects",
            Self::Readme => "readme",
            Self::Site => "site",
            Self::Resume => "resume",
            Self::Portfolio => "portfolio",
            Self::Outreach => "outreach",
            Self::Interview => "interview",
            Self::Plan => "plan",
        }
    }
}

/// What an unmet rule means for the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A proven failure is red.
    Required,
    /// A proven failure is advice.
    Advisory,
}

impl Severity {
    /// The public word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Advisory => "advisory",
        }
    }
}

/// A rule. Everything said about it anywhere is taken from here.
#[derive(Debug)]
pub struct Rule {
    /// The public id: group first, then the statement in a word or two. Forever.
    pub id: &'static str,
    /// The statement that should be true, without a final period.
    pub statement: &'static str,
    /// Its group.
    pub group: Group,
    /// What it means when unmet, unless the policy says otherwise.
    pub severity: Severity,
    /// The version it appeared in.
    pub since: &'static str,
    /// Why it matters: one to three sentences.
    pub why: &'static str,
    /// How to fix it: one to three sentences.
    pub fix: &'static str,
    /// Something to paste, as Markdown, for the manual page; may be empty.
    pub example: &'static str,
    /// Ids of rules without which this one has nothing to look at.
    pub needs: &'static [&'static str],
    /// The function.
    pub check: Check,
}

/// What a rule is asked about.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Once for the portfolio as a whole.
    Portfolio(fn(&Facts, &Policy) -> Outcome),
    /// Once for each project.
    EachProject(fn(&Project, &Policy) -> Outcome),
}

/// What a rule says about one subject, or the obstacle that kept it from saying anything.
pub type Outcome = Result<Answer, Obstacle>;

/// How a rule answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Seen and right.
    Met,
    /// Proven wrong by something that was opened.
    Unmet,
    /// Right enough, with advice.
    Doubtful,
    /// Waits for a person, or is not due yet.
    Waiting,
    /// Does not concern this student.
    NotApplicable,
}

/// One answer: what was seen, where, and what to do.
#[derive(Debug, Clone)]
pub struct Answer {
    /// How it is.
    pub kind: Kind,
    /// What was seen.
    pub text: Text,
    /// Where it was seen.
    pub place: Place,
    /// What to do, made for this case; else the rule's own `fix` is said.
    pub fix: Option<Fix>,
    /// When it came to be so, by the clock of a server.
    pub since: Option<Instant>,
    /// A moment at which it was so already, by the clock of a server; it may have come to be so long before.
    pub at_latest: Option<Instant>,
}

/// What to do about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The advice: what, and where.
    pub text: Text,
    /// Something to paste.
    pub paste: Option<Paste>,
}

/// Something to paste, shown as a block of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paste {
    /// The language of the block (`md`, `yaml`, `html`, `sh`).
    pub language: &'static str,
    /// The lines.
    pub lines: Untrusted,
}

impl Answer {
    fn new(kind: Kind, text: Text, place: Place) -> Self {
        Self { kind, text, place, fix: None, since: None, at_latest: None }
    }

    /// Seen and right.
    pub fn met(text: Text, place: Place) -> Self {
        Self::new(Kind::Met, text, place)
    }

    /// Proven wrong.
    pub fn unmet(text: Text, place: Place) -> Self {
        Self::new(Kind::Unmet, text, place)
    }

    /// Right enough, with advice.
    pub fn doubtful(text: Text, place: Place) -> Self {
        Self::new(Kind::Doubtful, text, place)
    }

    /// Waits for a person or a day.
    pub fn waiting(text: Text, place: Place) -> Self {
        Self::new(Kind::Waiting, text, place)
    }

    /// Does not concern this student; the text is the reason.
    pub fn not_applicable(text: Text, place: Place) -> Self {
        Self::new(Kind::NotApplicable, text, place)
    }

    /// The same with the moment at which it came to be so, by the clock of a server.
    #[must_use]
    pub fn since(self, since: Instant) -> Self {
        Self { since: Some(since), ..self }
    }

    /// The same with a moment at which it was so already, by the clock of a server; none where no server tells.
    #[must_use]
    pub fn at_latest(self, at_latest: Option<Instant>) -> Self {
        Self { at_latest, ..self }
    }

    /// The same with advice made for this case.
    #[must_use]
    pub fn fix(mut self, text: Text) -> Self {
        self.fix = Some(Fix { text, paste: None });
        self
    }

    /// The same with advice and something to paste.
    #[must_use]
    pub fn fix_by_pasting(mut self, text: Text, language: &'static str, lines: impl Into<Untrusted>) -> Self {
        self.fix = Some(Fix { text, paste: Some(Paste { language, lines: lines.into() }) });
        self
    }
}
