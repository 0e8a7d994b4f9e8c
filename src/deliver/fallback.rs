//! Where the token may not write comments: what was missing, and the lines to paste. The colour of the run does not depend on it.

/// The permissions a workflow gives the run, nothing more.
pub const PERMISSIONS: &str = "permissions:\n  contents: read\n  pull-requests: write\n";

/// What to say where the comment could not be written for want of permission.
pub fn missing_permission(is_from_fork: bool) -> String {
    if is_from_fork {
        "The report is in the job summary. It could not be posted as a comment, because GitHub gives pull requests from \
         forks a token that only reads (`pull-requests: write` is missing). Nothing is wrong with the portfolio for that."
            .to_owned()
    } else {
        format!(
            "The report is in the job summary. It could not be posted as a comment, because the token lacks \
             `pull-requests: write`. Add these lines to the job in the workflow:\n\n{PERMISSIONS}"
        )
    }
}
