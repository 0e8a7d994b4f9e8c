//! One student of a cohort: the pipeline of `check`, and the row it comes to. Nothing that the student's own run published
//! is read.

use futures_util::FutureExt;

use super::plan::Plan;
use crate::cohort::granted::policy_for;
use crate::cohort::reading::{Case, Trouble};
use crate::cohort::roster::Status;
use crate::cohort::row::Turn;
use crate::cohort::state::State;
use crate::cohort::{Row, Student};
use crate::deliver::cohort::write_picture;
use crate::facts::Obstacle;
use crate::gather::GatherError;
use crate::report::Report;
use crate::rules;
use crate::run::{RunError, report};

const BROKEN: &str =
    "The check of this student broke down, which is a mistake of this program and not the student's.";

/// Looks at a student.
///
/// # Errors
/// Where nobody else can be looked at either: the token was refused.
pub(super) async fn row(plan: &Plan, student: &Student) -> Result<Row, RunError> {
    let status = student.status(plan.policy.calendar.day(plan.as_of));
    let policy = policy_for(student, status, &plan.policy, &rules::ids());
    let case = Case { student, policy: &policy, columns: &plan.head.columns, status };
    if matches!(status, Status::Away | Status::Left) {
        return Ok(case.blank());
    }
    let settings = plan.settings(student);
    match unbroken(Box::pin(report(&settings, &policy, &plan.net))).await {
        Some(Ok(report)) => pictured(plan, case.read(&report), &report),
        Some(Err(error @ RunError::Gather(GatherError::Token(_)))) => Err(error),
        Some(Err(error)) => Ok(case.troubled(trouble(&error))),
        None => Ok(case.troubled(Trouble { text: BROKEN.into(), state: State::NotSeen, turn: Turn::Nobody })),
    }
}

/// What the work comes to; none where it panicked, so that one student's odd file ends nobody else's check. Nothing that
/// students share is left half done by it: locks are held for single steps only.
async fn unbroken<T>(work: impl Future<Output = T>) -> Option<T> {
    std::panic::AssertUnwindSafe(work).catch_unwind().await.ok()
}

/// The row with the picture of the site, which is written beside the page. A picture would tell who it is.
fn pictured(plan: &Plan, row: Row, report: &Report) -> Result<Row, RunError> {
    let picture = report.views().next().and_then(|view| view.picture.as_ref());
    let Some(picture) = picture.filter(|_| plan.key.is_none()) else { return Ok(row) };
    let name = write_picture(&plan.folder, row.id.as_written(), picture.jpeg())?;
    Ok(Row { picture: Some(name), ..row })
}

fn trouble(error: &RunError) -> Trouble {
    let text = error.to_string();
    match error {
        RunError::Gather(GatherError::NotThere(name)) => Trouble {
            text: format!(
                "{name} does not exist, or is private: make it public, or let the roster say where the portfolio is."
            ),
            state: State::NoAccess,
            turn: Turn::Student,
        },
        RunError::Gather(GatherError::Target(_) | GatherError::File(_)) => {
            Trouble { text: format!("{text}."), state: State::NotSeen, turn: Turn::Student }
        }
        RunError::Gather(GatherError::Obstacle { obstacle: Obstacle::NoAccess, .. }) => {
            Trouble { text, state: State::NoAccess, turn: Turn::Student }
        }
        RunError::Gather(GatherError::Obstacle { .. } | GatherError::Token(_))
        | RunError::Usage(_)
        | RunError::Event(_)
        | RunError::Policy(_)
        | RunError::Net(_)
        | RunError::File(_)
        | RunError::Output(_)
        | RunError::Undelivered(_) => Trouble { text, state: State::NotSeen, turn: Turn::Nobody },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_check_that_breaks_down_ends_nothing_else() {
        assert_eq!(unbroken(async { 7 }).await, Some(7));
        let broken = async {
            let empty: [u8; 0] = [];
            empty[std::hint::black_box(0)]
        };
        assert_eq!(unbroken(broken).await, None);
    }
}
