//! The school's ledger: what was approved of a student, and who brought that in.

use super::{Instant, Place, Seen, Untrusted};

/// The school's file about one student.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// The file.
    pub place: Place,
    /// What was approved.
    pub entries: Vec<LedgerEntry>,
    /// Who brought its last change in; none where the host vouches for nobody.
    pub keeper: Option<Keeper>,
}

/// Something that was approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerEntry {
    /// What: `resume` or `portfolio`.
    pub item: Untrusted,
    /// The first digits of the digest of what was approved.
    pub hash: Untrusted,
}

/// The account that brought a change in, as the host knows it and not as the commit says.
#[derive(Debug, Clone)]
pub struct Keeper {
    /// The login.
    pub login: Untrusted,
    /// The number.
    pub id: Option<u64>,
    /// When, by the host's clock.
    pub at: Instant,
    /// Those teams of the policy that the account belongs to, as `organisation/team`.
    pub teams: Seen<Vec<String>>,
}
