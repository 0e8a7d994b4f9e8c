//! Posts the report as the one comment of its pull request.

use crate::deliver::comment::{Thread, apply, ours, plan};
use crate::deliver::fallback;
use crate::facts::Obstacle;
use crate::net::Net;
use crate::net::github::WriteError;
use crate::render::{COMMENT_LIMIT, MARK, comment, is_same};
use crate::report::Report;

/// What became of the comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Posted {
    /// It stands on the pull request.
    Yes,
    /// The token may not write it.
    NoPermission,
    /// The host refused it: the conversation is closed, or the text is none that it takes.
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// Something else stood in the way.
    Obstacle(Obstacle),
}

impl Posted {
    /// What has to be said about it; nothing where the comment stands.
    pub(super) fn remark(&self, is_from_fork: bool) -> Option<String> {
        match self {
            Self::Yes => None,
            Self::NoPermission => Some(fallback::missing_permission(is_from_fork)),
            Self::Refused { status } => Some(format!(
                "The comment could not be written: the host refused it (status {status}). A locked conversation does that; unlock it and run again."
            )),
            Self::Obstacle(obstacle) => Some(format!(
                "The comment could not be written: {} {}",
                obstacle.explanation(),
                obstacle.advice()
            )),
        }
    }
}

/// Creates, updates or keeps the comment. A report without a pull request has none.
pub(super) async fn post(net: &Net, report: &Report) -> Option<Posted> {
    let pull_request = report.pull_request.as_ref()?;
    let thread = Thread { repository: &pull_request.repository, number: pull_request.number, marker: MARK };
    let comments = match &pull_request.comments {
        Ok(comments) => comments,
        // Without the comments that are there, a new one could be the second.
        Err(obstacle) => return Some(Posted::Obstacle(obstacle.clone())),
    };
    let plan = plan(&ours(comments, MARK), |earlier| is_same(earlier.as_written(), report, COMMENT_LIMIT));
    Some(match apply(&net.github, thread, &plan, &comment(report, COMMENT_LIMIT)).await {
        Ok(()) => Posted::Yes,
        Err(WriteError::NoPermission) => Posted::NoPermission,
        Err(WriteError::Refused { status }) => Posted::Refused { status },
        Err(WriteError::Obstacle(obstacle)) => Posted::Obstacle(obstacle),
    })
}
