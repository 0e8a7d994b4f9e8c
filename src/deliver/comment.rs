//! The one results comment: a plan (pure), and its application.

use crate::facts::{Comment, RepoName, Seen, Untrusted};
use crate::net::github::{GitHub, WriteError};

/// What to do with the comments of ours that are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentPlan {
    /// What to do with the report.
    pub step: Step,
    /// Further comments of ours, which runs at the same time have left.
    pub twins: Vec<u64>,
}

/// What to do with the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// There is no comment yet.
    Create,
    /// This one gets the new text.
    Update(u64),
    /// This one says the same already.
    Keep(u64),
}

/// The comments of ours, oldest first: our marker, and written by the account of our token.
pub fn ours<'a>(comments: &'a [Comment], marker: &str) -> Vec<&'a Comment> {
    let has_marker = |comment: &&Comment| comment.body.as_written().trim_start().starts_with(marker);
    let mut ours: Vec<&Comment> =
        comments.iter().filter(|comment| comment.is_ours).filter(has_marker).collect();
    ours.sort_by_key(|comment| comment.id);
    ours
}

/// Plans: the oldest comment of ours stays, and is touched only where it would say something else.
pub fn plan(ours: &[&Comment], says_the_same: impl Fn(&Untrusted) -> bool) -> CommentPlan {
    let twins = ours.iter().skip(1).map(|comment| comment.id).collect();
    let step = match ours.first() {
        None => Step::Create,
        Some(first) if says_the_same(&first.body) => Step::Keep(first.id),
        Some(first) => Step::Update(first.id),
    };
    CommentPlan { step, twins }
}

/// Where the comment goes.
#[derive(Debug, Clone, Copy)]
pub struct Thread<'a> {
    /// The repository.
    pub repository: &'a RepoName,
    /// The pull request.
    pub number: u64,
    /// What a comment of ours begins with.
    pub marker: &'a str,
}

/// Carries a plan out. After a new comment the thread is read again: of two runs at the same time both find both
/// comments, and both keep the older one.
///
/// # Errors
/// When a comment could not be written or deleted.
pub async fn apply(
    github: &GitHub,
    thread: Thread<'_>,
    plan: &CommentPlan,
    body: &str,
) -> Result<(), WriteError> {
    match plan.step {
        Step::Keep(_) => {}
        Step::Update(id) => github.write_comment(thread.repository, id, body).await?,
        Step::Create => {
            let id = github.post_comment(thread.repository, thread.number, body).await?;
            let comments = github.list_comments(thread.repository, thread.number).await;
            return settle_race(github, thread, id, comments, body).await;
        }
    }
    delete_twins(github, thread.repository, &plan.twins).await
}

async fn settle_race(
    github: &GitHub,
    thread: Thread<'_>,
    posted: u64,
    comments: Seen<Vec<Comment>>,
    body: &str,
) -> Result<(), WriteError> {
    // What cannot be read again is no failure: the comment stands, and the next run removes a twin.
    let Ok(comments) = comments else { return Ok(()) };
    let plan = plan(&ours(&comments, thread.marker), |text| text.as_written() == body);
    if let Step::Update(id) = plan.step
        && id != posted
    {
        github.write_comment(thread.repository, id, body).await?;
    }
    delete_twins(github, thread.repository, &plan.twins).await
}

async fn delete_twins(github: &GitHub, repository: &RepoName, twins: &[u64]) -> Result<(), WriteError> {
    for twin in twins {
        github.write_comment_away(repository, *twin).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKER: &str = "<!-- marker -->";

    fn comment(id: u64, is_ours: bool, body: &str) -> Comment {
        Comment { id, author: "somebody".into(), is_ours, body: body.into() }
    }

    fn plan_of(comments: &[Comment]) -> CommentPlan {
        plan(&ours(comments, MARKER), |text| text.as_written().ends_with("same"))
    }

    #[test]
    fn marker_and_author_make_a_comment_ours() {
        let forged = comment(1, false, "<!-- marker --> all is well");
        let chat = comment(2, true, "see <!-- marker -->");
        assert_eq!(plan_of(&[forged, chat]).step, Step::Create);
    }

    #[test]
    fn the_oldest_stays_and_the_others_go() {
        let comments = [comment(9, true, "<!-- marker -->"), comment(4, true, "<!-- marker --> old")];
        assert_eq!(plan_of(&comments), CommentPlan { step: Step::Update(4), twins: vec![9] });
    }

    #[test]
    fn a_comment_that_says_the_same_is_left_alone() {
        assert_eq!(plan_of(&[comment(4, true, "<!-- marker --> same")]).step, Step::Keep(4));
    }
}
