//! `foliocheck cohort plan`: the parts in which several machines check a roster, after the roster is known to be right.

use crate::cli::CohortPlan;
use crate::cohort::Roster;
use crate::cohort::spread::{Means, spread};
use crate::deliver::console;
use crate::exit;
use crate::gather::cohort::fetch_roster;
use crate::rules;
use crate::run::RunError;

/// Prints the parts on one line.
///
/// # Errors
/// Every mistake of the roster.
pub(super) fn print(flags: &CohortPlan) -> Result<u8, RunError> {
    let (name, text) = fetch_roster(&flags.roster).map_err(RunError::Usage)?;
    let roster = Roster::read(&name, &text, &rules::ids());
    let roster = roster.map_err(|error| RunError::Usage(error.to_string()))?;
    let students = roster.students.len();
    let spread =
        spread(students, Means { budget: flags.budget, each: flags.each, machines: flags.machines.into() });
    console::write_remark(&format!(
        "{students} students, at most {} API requests, {} machines; at {} requests an hour the token needs about {} h.",
        spread.requests,
        spread.shards.len(),
        flags.budget,
        spread.hours
    ));
    let parts: Vec<String> = spread.shards.iter().map(|shard| format!("\"{shard}\"")).collect();
    console::write_result(&format!("[{}]", parts.join(",")))?;
    Ok(exit::OK)
}
