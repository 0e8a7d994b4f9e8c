//! The tracking issue of a cohort, written after its page.

use crate::cohort::head::Head;
use crate::deliver::issue::{Standing, apply, plan};
use crate::facts::RepoName;
use crate::gather::token::fetch_token;
use crate::net::Net;
use crate::net::github::IssueText;
use crate::render::cohort::markdown;
use crate::rules;
use crate::run::job::hosts;
use crate::run::{Machine, RunError};
use crate::settings::Guard;

/// The label by which it is found, and by which people may filter.
const LABEL: &str = "foliocheck";

const TITLE: &str = "Portfolios of the cohort";

/// The repository of a flag.
///
/// # Errors
/// What would be right.
pub(super) fn repository(flag: Option<&str>) -> Result<Option<RepoName>, RunError> {
    let parse = |name| {
        let wrong =
            || RunError::Usage(format!("`--issue {name}` is not a repository; the form is OWNER/REPO"));
        RepoName::parse(name).ok_or_else(wrong)
    };
    flag.map(parse).transpose()
}

/// Brings the issue up to date.
///
/// # Errors
/// Where it could not be read or written.
pub(super) async fn write(repository: &RepoName, head: &Head, machine: &Machine) -> Result<(), RunError> {
    let undelivered = |why: String| {
        RunError::Undelivered(format!(
            "the page is written, and the issue in {repository} is not: {why} (the workflow needs `issues: write`)"
        ))
    };
    let hosts = hosts(&machine.environment).map_err(RunError::Usage)?;
    let net = Net::new(&hosts, fetch_token(&machine.environment, &hosts).as_ref(), Guard::PublicOnly)?;
    let body = markdown::issue(head, &rules::all());
    let text = IssueText { title: TITLE, body: &body, label: LABEL };
    let ours = net.github.list_issues(repository, LABEL).await;
    let ours = ours.map_err(|obstacle| undelivered(obstacle.explanation()))?;
    let step = plan(&ours, standing(head), &body);
    apply(&net.github, repository, step, text).await.map_err(|why| undelivered(why.to_string()))
}

fn standing(head: &Head) -> Standing {
    let to_fix = head.totals.outcomes.get("fail").copied().unwrap_or_default();
    match (head.totals.regressed.count, to_fix) {
        (0, 0) => Standing::Well,
        (0, _) => Standing::Open,
        _ => Standing::Worse,
    }
}
