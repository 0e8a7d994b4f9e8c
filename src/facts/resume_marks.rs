//! What the text of a resume tells, without the text itself: nothing of it can be printed.

use super::Leftovers;

/// What the text of a resume tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResumeMarks {
    /// What a template brought along and nobody replaced.
    pub leftovers: Leftovers,
    /// Whether the student is named in it.
    pub naming: Naming,
    /// True where an e-mail address stands in it that somebody may have.
    pub has_email: bool,
    /// What in it is better kept out of a public file, each kind once.
    pub private: Vec<PrivateData>,
}

/// Whether the student is named in a resume.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// By the name of the site or of the account.
    Named,
    /// Neither stands in it.
    NotNamed,
    /// Nobody said what the student is called.
    NotKnown,
}

/// What is better kept out of a public file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrivateData {
    /// What looks like a home address.
    HomeAddress,
    /// What looks like a telephone number.
    Phone,
}
