//! A finding: what one rule says about one subject, as a verdict.

use crate::facts::{Home, Instant, Obstacle, Place, Project, Untrusted};
use crate::rule::{Fix, Group, Paste, Rule, Severity};
use crate::text::Text;

/// The verdicts; only `Fail` is red.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// A required rule is proven unmet.
    Fail,
    /// Waits for a person, or is not due yet.
    Pending,
    /// Could not be seen.
    CannotTell,
    /// Right enough, with advice; or an advisory rule unmet.
    Warn,
    /// Seen and right.
    Pass,
    /// Does not concern this student.
    NotApplicable,
}

impl Verdict {
    /// All of them, worst first.
    pub const ALL: [Self; 6] =
        [Self::Fail, Self::Pending, Self::CannotTell, Self::Warn, Self::Pass, Self::NotApplicable];

    /// The public word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Fail => "fail",
            Self::Pending => "pending",
            Self::CannotTell => "cannot_tell",
            Self::Warn => "warn",
            Self::Pass => "pass",
            Self::NotApplicable => "not_applicable",
        }
    }
}

/// What kind of thing a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectKind {
    /// The portfolio as a whole.
    Portfolio,
    /// One project.
    Project,
    /// The site.
    Site,
    /// The resume.
    Resume,
    /// A record: of contacts, of an interview, the plan.
    Evidence,
}

impl SubjectKind {
    /// The public word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Portfolio => "portfolio",
            Self::Project => "project",
            Self::Site => "site",
            Self::Resume => "resume",
            Self::Evidence => "evidence",
        }
    }
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What kind of thing.
    pub kind: SubjectKind,
    /// Its name, where it has one.
    pub name: Option<Untrusted>,
    /// Where its code lies.
    pub home: Option<Home>,
    /// The stage, by how many are asked for at it, all in all.
    pub stage: Option<usize>,
}

impl Subject {
    /// The subject of a rule about the portfolio as a whole.
    pub fn whole(group: Group) -> Self {
        let kind = match group {
            Group::Projects | Group::Readme | Group::Portfolio => SubjectKind::Portfolio,
            Group::Site => SubjectKind::Site,
            Group::Resume => SubjectKind::Resume,
            Group::Outreach | Group::Interview | Group::Plan => SubjectKind::Evidence,
        };
        Self { kind, name: None, home: None, stage: None }
    }

    /// The same at one stage, by how many are asked for at it.
    pub fn stage(group: Group, count: usize) -> Self {
        Self { stage: Some(count), ..Self::whole(group) }
    }

    /// A project.
    pub fn project(project: &Project) -> Self {
        Self {
            kind: SubjectKind::Project,
            name: Some(project.name.clone()),
            home: Some(project.home.clone()),
            stage: None,
        }
    }

    /// What makes the id of a finding unique: the repository, the folder, or the name.
    pub fn key(&self) -> Option<String> {
        match (&self.home, &self.name) {
            (Some(Home::Repository { name, folder: None }), _) => Some(name.to_string()),
            (Some(Home::Repository { name, folder: Some(folder) }), _) => {
                Some(format!("{name}/{}", folder.as_written()))
            }
            (Some(Home::Folder(path)), _) => Some(path.as_written().to_owned()),
            (Some(Home::Elsewhere(_) | Home::Nowhere) | None, Some(name)) => {
                Some(name.as_written().to_owned())
            }
            (Some(Home::Elsewhere(_) | Home::Nowhere) | None, None) => {
                self.stage.map(|count| count.to_string())
            }
        }
    }
}

/// What one rule says about one subject.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// What it is about.
    pub subject: Subject,
    /// What it means when unmet, after the policy.
    pub severity: Severity,
    /// The verdict.
    pub verdict: Verdict,
    /// What was seen.
    pub text: Text,
    /// Where.
    pub place: Place,
    /// What to do about it.
    pub fix: Option<Fix>,
    /// What stood in the way, for `CannotTell`.
    pub obstacle: Option<Obstacle>,
    /// The last minute that is in time.
    pub due: Option<Instant>,
    /// How it stands against that date, or in whose hands it is.
    pub standing: Option<Standing>,
    /// Who let the student off, and why. The verdict stays what was seen.
    pub excuse: Option<Excuse>,
}

/// How a finding stands against its date. Lateness is a fact beside the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Met, and nothing says that it was late.
    InTime,
    /// Met, after the date, by the clock of a server.
    Late {
        /// When it was met.
        since: Instant,
    },
    /// Not met, and there is time left.
    NotDueYet,
    /// Not met, and the date is past.
    Missing,
    /// In the hands of somebody at the school.
    AwaitsApprover,
}

impl Standing {
    /// Every word for it.
    pub const LABELS: [&'static str; 5] =
        ["in time", "late", "not due yet", "missing", "waiting for the approver"];

    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::InTime => "in time",
            Self::Late { .. } => "late",
            Self::NotDueYet => "not due yet",
            Self::Missing => "missing",
            Self::AwaitsApprover => "waiting for the approver",
        }
    }
}

/// Who let a student off a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excuse {
    /// Who granted it.
    pub by: Untrusted,
    /// Why.
    pub why: Untrusted,
    /// The last minute until which it holds; for good where there is none.
    pub until: Option<Instant>,
}

impl Finding {
    /// What to do about it: the advice made for this case, else the rule's own, or what helps against the obstacle.
    pub fn advice(&self) -> Option<Text> {
        match self.verdict {
            Verdict::Pass | Verdict::NotApplicable => None,
            Verdict::Pending if self.standing == Some(Standing::NotDueYet) => Some(self.what_to_do()),
            Verdict::Fail | Verdict::Warn => Some(self.what_to_do()),
            Verdict::Pending | Verdict::CannotTell => {
                let made = self.fix.as_ref().map(|fix| fix.text.clone());
                made.or_else(|| self.obstacle.as_ref().map(|obstacle| Text::plain(obstacle.advice())))
            }
        }
    }

    fn what_to_do(&self) -> Text {
        self.fix.as_ref().map_or_else(|| Text::plain(self.rule.fix), |fix| fix.text.clone())
    }

    /// True where a required rule is proven unmet and nobody let the student off.
    pub fn is_red(&self) -> bool {
        self.verdict == Verdict::Fail && self.excuse.is_none()
    }

    /// Something to paste that goes with the advice.
    pub fn paste(&self) -> Option<&Paste> {
        self.fix.as_ref().and_then(|fix| fix.paste.as_ref())
    }

    /// `rule@subject`, the same from run to run.
    pub fn id(&self) -> Untrusted {
        match self.subject.key() {
            Some(key) => Untrusted::new(format!("{}@{key}", self.rule.id)),
            None => Untrusted::new(self.rule.id),
        }
    }
}
