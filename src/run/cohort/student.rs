//! One student of a cohort: the pipeline of `check`, and the row it comes to. Nothing that the student's own run published
//! is read.

use super::plan::Plan;
use crate::cohort::granted::policy_for;
use crate::cohort::reading::{Case, Trouble};
use crate::cohort::roster::Status;
use crate::cohort::row::Turn;
use crate::cohort::state::State;
use crate::cohort::{Row, Student};
use crate::facts::Obstacle;
use crate::gather::GatherError;
use crate::rules;
use crate::run::{RunError, report};

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
    match report(&plan.settings(student), &policy, &plan.net).await {
        Ok(report) => Ok(case.read(&report)),
        Err(error @ RunError::Gather(GatherError::Token(_))) => Err(error),
        Err(error) => Ok(case.troubled(trouble(&error))),
    }
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
