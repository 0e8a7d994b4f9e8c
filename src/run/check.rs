//! `foliocheck check`: one student, from the command line.

use std::path::Path;

use super::comment::post;
use super::job::{Job, job};
use super::outputs::reserve;
use super::{Machine, RunError, report};
use crate::cli::{Check, FailOn};
use crate::deliver::console;
use crate::exit;
use crate::gather::policy::fetch_policy;
use crate::net::Net;
use crate::render::Look;
use crate::report::{OverallOutcome, Report};
use crate::rules;

/// Checks one student.
///
/// # Errors
/// When nothing could be looked at, or the report reached nobody.
pub(super) async fn check(
    flags: &Check,
    cache: Option<&Path>,
    look: Look,
    machine: &Machine,
) -> Result<u8, RunError> {
    let Job { settings, policy, fail_on } = job(flags, machine)?;
    if flags.comment && settings.pull_request.is_none() {
        return Err(RunError::Usage(
            "`--comment` needs a pull request: add `--pr N`, or give the pull request's address as the target".into(),
        ));
    }
    let outputs = reserve(flags)?;
    let net = Net::new(&settings.hosts, settings.token.as_ref(), settings.guard)?
        .with_browser(&machine.environment)
        .keeping(cache);
    let policy = fetch_policy(&policy, &net.github, &rules::ids()).await?;
    let report = report(&settings, &policy, &net).await?;
    if flags.comment {
        let remark = post(&net, &report).await.and_then(|posted| posted.remark(false));
        if let Some(remark) = remark {
            console::write_remark(&remark);
        }
    }
    outputs.write(&report, look)?;
    Ok(exit_code(&report, fail_on))
}

/// The exit code of a report that reached somebody.
pub(super) fn exit_code(report: &Report, fail_on: FailOn) -> u8 {
    let tally = report.tally;
    if tally.applicable() == tally.cannot_tell {
        return exit::NOTHING;
    }
    let is_failed = match fail_on {
        FailOn::Fail => report.outcome == OverallOutcome::Fail,
        FailOn::CannotTell => matches!(report.outcome, OverallOutcome::Fail | OverallOutcome::CannotTell),
        FailOn::Never => false,
    };
    if is_failed { exit::FAILED } else { exit::OK }
}
