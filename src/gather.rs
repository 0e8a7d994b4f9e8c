//! gather(settings, policy, net) -> Facts: everything that can be seen about a student, in as few steps as there can be.

pub mod file;
pub mod resume;
pub mod site;
pub mod site_address;
pub mod token;

use crate::facts::Facts;
use crate::net::Net;
use crate::policy::Policy;
use crate::settings::{Settings, file::FileError};

/// Why nothing could be looked at.
#[derive(Debug, thiserror::Error)]
pub enum GatherError {
    /// The target cannot be used at all; the message names it and says what would be right.
    #[error("{0}")]
    Target(String),
    /// The student's file has mistakes.
    #[error(transparent)]
    File(#[from] FileError),
}

/// Looks at a student.
///
/// # Errors
/// When the target does not exist or cannot be used, or `portfolio.yml` has mistakes.
pub async fn gather(settings: &Settings, policy: &Policy, net: &Net) -> Result<Facts, GatherError> {
    let _ = (settings, policy, net);
    Err(GatherError::Target("nothing is gathered yet".into()))
}
