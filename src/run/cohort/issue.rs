//! The tracking issue of a cohort, written after its page.

use super::audience::NAMES_WOULD_BE_PUBLIC;
use crate::cli::Publish;
use crate::cohort::head::Head;
use crate::cohort::journal::JournalHead;
use crate::deliver::issue::{Standing, apply, plan};
use crate::facts::RepoName;
use crate::gather::GatherError;
use crate::gather::token::fetch_token;
use crate::net::Net;
use crate::net::github::{GitHub, IssueText, RepositoryAsk, Wanted};
use crate::render::cohort::markdown;
use crate::rules;
use crate::run::job::hosts;
use crate::run::{Machine, RunError};
use crate::settings::Guard;

/// The label by which it is found, and by which people may filter.
const LABEL: &str = "foliocheck";

const TITLE: &str = "Portfolios of the cohort";

/// Where the issue is kept.
pub(super) struct Tracker {
    repository: RepoName,
    github: GitHub,
}

impl Tracker {
    /// That of the flag; none where none is asked for. Asks who can read the repository, where names would be written there.
    ///
    /// # Errors
    /// Where the flag names no repository, or one in which everybody would read the names.
    pub(super) async fn fetch(
        flags: &Publish,
        told: &JournalHead,
        machine: &Machine,
    ) -> Result<Option<Self>, RunError> {
        let Some(flag) = flags.issue.as_deref() else { return Ok(None) };
        let wrong = || format!("`--issue {flag}` is not a repository; the form is OWNER/REPO");
        let repository = RepoName::parse(flag).ok_or_else(|| RunError::Usage(wrong()))?;
        let hosts = hosts(&machine.environment).map_err(RunError::Usage)?;
        let token = fetch_token(&machine.environment, &hosts);
        let github = Net::new(&hosts, token.as_ref(), Guard::PublicOnly)?.github;
        if told.pseudonyms.is_none() && !flags.names_in_public {
            refuse_public(&repository, &github).await?;
        }
        Ok(Some(Self { repository, github }))
    }

    /// Brings the issue up to date.
    ///
    /// # Errors
    /// Where it could not be read or written.
    pub(super) async fn write(&self, head: &Head) -> Result<(), RunError> {
        let Self { repository, github } = self;
        let undelivered = |why: String| {
            RunError::Undelivered(format!(
                "the page is written, and the issue in {repository} is not: {why} (the workflow needs `issues: write`)"
            ))
        };
        let body = markdown::issue(head, &rules::all());
        let text = IssueText { title: TITLE, body: &body, label: LABEL };
        let ours = github.list_issues(repository, LABEL).await;
        let ours = ours.map_err(|obstacle| undelivered(obstacle.explanation()))?;
        let step = plan(&ours, standing(head), &body);
        apply(github, repository, step, text).await.map_err(|why| undelivered(why.to_string()))
    }
}

async fn refuse_public(repository: &RepoName, github: &GitHub) -> Result<(), RunError> {
    let (readme, surroundings) = (Wanted::No, Wanted::No);
    let ask = RepositoryAsk { readme, surroundings, ..RepositoryAsk::default() };
    let answers = github.fetch_repositories(&[(repository.clone(), ask)]).await.map_err(GatherError::from)?;
    let why = match answers.into_iter().next() {
        Some(Ok(Some(answer))) if answer.repository.is_private => return Ok(()),
        Some(Ok(Some(_))) => "is public".to_owned(),
        Some(Ok(None)) | None => "does not exist, or the token may not read it".to_owned(),
        Some(Err(obstacle)) => format!("could not be read: {}", obstacle.explanation()),
    };
    Err(RunError::Usage(format!("`--issue`: the repository {repository} {why}, and {NAMES_WOULD_BE_PUBLIC}")))
}

fn standing(head: &Head) -> Standing {
    let to_fix = head.totals.outcomes.get("fail").copied().unwrap_or_default();
    match (head.totals.regressed.count, to_fix) {
        (0, 0) => Standing::Well,
        (0, _) => Standing::Open,
        _ => Standing::Worse,
    }
}
