//! The one tracking issue of a cohort: a plan (pure), and its application.

use crate::facts::RepoName;
use crate::net::github::{GitHub, Issue, IssueEdit, IssueText, WriteError};

/// How the cohort stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Something that was met is not any more.
    Worse,
    /// Somebody has something to fix.
    Open,
    /// Nobody has.
    Well,
}

/// What to do with the issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// There is none yet: open one.
    Post,
    /// Open this one again, with the new text.
    Reopen(u64),
    /// This one gets the new text.
    Write(u64),
    /// This one gets the new text and is closed.
    Close(u64),
    /// Nothing.
    Keep,
}

/// Plans: an issue is opened when something got worse, kept up to date while it is open, and closed when all is well.
pub fn plan(ours: &[Issue], standing: Standing, body: &str) -> Step {
    let open = ours.iter().find(|issue| issue.is_open);
    match (open, standing) {
        (Some(open), Standing::Well) => Step::Close(open.number),
        (Some(open), _) if says_the_same(open.body.as_written(), body) => Step::Keep,
        (Some(open), Standing::Worse | Standing::Open) => Step::Write(open.number),
        (None, Standing::Worse) => ours.first().map_or(Step::Post, |closed| Step::Reopen(closed.number)),
        (None, Standing::Open | Standing::Well) => Step::Keep,
    }
}

/// The last line has the moment, which alone is no change. The host keeps line ends as browsers send them.
fn says_the_same(one: &str, other: &str) -> bool {
    let text = |text: &str| {
        let text = text.replace("\r\n", "\n");
        text.trim_end().rsplit_once('\n').map_or_else(String::new, |(before, _)| before.trim_end().to_owned())
    };
    text(one) == text(other)
}

/// Carries a plan out.
///
/// # Errors
/// When the issue could not be written.
pub async fn apply(
    github: &GitHub,
    repository: &RepoName,
    step: Step,
    text: IssueText<'_>,
) -> Result<(), WriteError> {
    let (number, state) = match step {
        Step::Keep => return Ok(()),
        Step::Post => return github.post_issue(repository, text).await.map(drop),
        Step::Reopen(number) => (number, Some("open")),
        Step::Write(number) => (number, None),
        Step::Close(number) => (number, Some("closed")),
    };
    github.write_issue(repository, IssueEdit { number, state, body: text.body }).await
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "Two students\n\nAs of Monday";

    fn issue(number: u64, is_open: bool) -> Issue {
        Issue { number, is_open, body: BODY.into() }
    }

    #[test]
    fn one_issue_is_opened_when_it_gets_worse_and_closed_when_all_is_well() {
        use Standing::{Open, Well, Worse};
        let (none, closed, open) = (vec![], vec![issue(3, false), issue(5, false)], vec![issue(3, true)]);
        for (ours, standing, body, step) in [
            (&none, Worse, BODY, Step::Post),
            (&none, Open, BODY, Step::Keep),
            (&none, Well, BODY, Step::Keep),
            (&closed, Worse, BODY, Step::Reopen(3)),
            (&closed, Open, BODY, Step::Keep),
            (&closed, Well, BODY, Step::Keep),
            (&open, Worse, "Three students\n\nAs of Monday", Step::Write(3)),
            (&open, Open, "Two students\r\n\r\nAs of Tuesday\r\n", Step::Keep),
            (&open, Well, BODY, Step::Close(3)),
        ] {
            assert_eq!(plan(ours, standing, body), step, "{standing:?} {body}");
        }
    }
}
