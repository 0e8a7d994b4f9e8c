//! What was seen about one student: plain data, and for everything that could not be seen, the reason.

mod command;
mod digest;
mod document;
mod evidence;
mod instant;
mod kit;
mod ledger;
mod leftover;
mod obstacle;
mod page;
mod place;
mod portfolio;
mod private;
mod project;
mod pull_request;
mod readme;
mod reference;
mod repository;
mod resume_marks;
mod review;
#[cfg(test)]
mod sample;
mod sighting;
mod site;
mod untrusted;
mod view;
mod work;
mod zone;

pub use command::{Backing, Command, Need};
pub use digest::{sha256, short_sha256};
pub use document::{
    DeadEnd, DeadEndKind, Document, DocumentKind, Miss, Nearby, PdfFlaw, Resume, ResumeLink, ResumeReason,
    Target,
};
pub use evidence::{
    Contact, ContactLog, Day, Evidence, Interview, InterviewLog, Plan, PlanPart, Repair, WrittenDate, folded,
};
pub use instant::Instant;
pub use kit::Kit;
pub use ledger::{Keeper, Ledger, LedgerEntry};
pub use leftover::{Leftover, LeftoverKind, Leftovers};
pub use obstacle::Obstacle;
pub use page::{Card, ContactWay, Link, LinkKind, Means, Page};
pub use place::Place;
pub use portfolio::Portfolio;
pub use private::Private;
pub use project::{FoundIn, Home, Project, Shown};
pub use pull_request::{Comment, PullRequest};
pub use readme::{Blemish, BlemishKind, Essentials, Extra, Level, Meaning, Readme, Section};
pub use reference::{Lead, Reference, ReferenceKind};
pub use repository::{RepoName, Repository};
pub use resume_marks::{Naming, PrivateData, ResumeMarks};
pub use review::{ChangedFile, Review, ReviewState, Reviews};
pub use sighting::{Sighting, Sightings};
pub use site::{HostPage, SeenAs, Site, SiteAddress, SiteSource, Visit};
pub use untrusted::Untrusted;
pub use view::{Picture, View};
pub use work::{Source, SourceKind, Work};
pub use zone::Zone;

/// A fact, or why it could not be had. Never a default: unknown is not absent.
pub type Seen<T> = Result<T, Obstacle>;

/// Borrows a fact and passes its obstacle on, so that `?` makes "could not tell" the default path of a rule.
///
/// # Errors
/// The obstacle that stood in the way of the fact.
pub fn seen<T>(fact: &Seen<T>) -> Result<&T, Obstacle> {
    fact.as_ref().map_err(Clone::clone)
}

/// All that was seen about one student.
#[derive(Debug, Clone)]
pub struct Facts {
    /// When the reading began.
    pub read_at: Instant,
    /// The moment that dates are judged by: when the reading began, unless the run was told another one. Rules have no other clock.
    pub as_of: Instant,
    /// The repository with the portfolio, its README and what it declares.
    pub portfolio: Portfolio,
    /// The pull request that is looked at, where there is one.
    pub pull_request: Option<PullRequest>,
    /// The projects, each once, in the order in which a reader meets them.
    pub projects: Seen<Vec<Project>>,
    /// Why there may be more projects than these; none where the list is known whole.
    pub projects_unseen: Option<Obstacle>,
    /// The portfolio site.
    pub site: Site,
    /// The resume link and what it leads to.
    pub resume: Resume,
    /// What was handed in beside it: records, and what reviewers said.
    pub evidence: Evidence,
    /// What the school's own earlier runs saw of this student.
    pub sightings: Sightings,
    /// Things worth saying that belong to no rule: a renamed repository that was followed, a limit that was reached.
    pub notes: Vec<Note>,
}

/// A remark about the reading itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The repository asked for answers under another name.
    Renamed {
        /// The name that was asked for.
        from: RepoName,
        /// The name that answers.
        to: RepoName,
    },
    /// A deployment of the proposed commit was not there yet.
    DeploymentUnderWay,
    /// The deployment of the proposed commit went wrong.
    DeploymentFailed,
    /// The source tree is larger than what is read of it.
    TreeCut {
        /// Files that were read before the reading stopped.
        files: usize,
    },
}
