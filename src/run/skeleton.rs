//! `foliocheck readme --skeleton`: a README to start from, made from what the project says of itself.

use std::path::Path;

use clap::Parser;

use super::job::job;
use super::{Machine, RunError};
use crate::cli::Check;
use crate::deliver::console;
use crate::exit;
use crate::gather::single::fetch_project;
use crate::net::Net;
use crate::render::start;
use crate::rules;

/// Prints it.
///
/// # Errors
/// When there is nothing at the target, or nobody reads standard output.
pub(super) async fn print(target: &Path, machine: &Machine) -> Result<u8, RunError> {
    let words = ["foliocheck".as_ref(), "--".as_ref(), target.as_os_str()];
    let flags = Check::try_parse_from(words).map_err(|error| RunError::Usage(error.to_string()))?;
    let job = job(&flags, machine)?;
    let net = Net::new(&job.settings.hosts, job.settings.token.as_ref(), job.settings.guard)?;
    let project = fetch_project(&job.settings, &net).await?;
    console::write_result(&start::readme(&rules::readme_to_start_from(&project)))?;
    Ok(exit::OK)
}
