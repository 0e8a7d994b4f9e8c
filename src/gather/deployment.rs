//! Waits, within bounds, for the deployment of a proposed commit where that would be the site to look at.

use super::GatherError;
use super::ground::Ground;
use crate::facts::Note;
use crate::net::Net;
use crate::net::github::{Deployment, RepositoryAsk, Wanted};
use crate::settings::Settings;

/// The deployment is asked for so many times more; each waits as long as a site that is being woken.
const MOST_WAITS: usize = 2;

/// Asks again while the newest deployment is under way and none can be visited.
///
/// # Errors
/// When the code host no longer knows the token.
pub(super) async fn fetch_awaited(
    ground: &mut Ground,
    settings: &Settings,
    net: &Net,
) -> Result<(), GatherError> {
    let ask =
        RepositoryAsk { readme: Wanted::No, pull_request: settings.pull_request, ..RepositoryAsk::default() };
    for _ in 0..MOST_WAITS {
        let is_awaited = ground.deployments().first() == Some(&Deployment::UnderWay)
            && ready(ground.deployments()).is_none()
            && ground.may_be_deployed(settings);
        let Some(name) = ground.name.clone().filter(|_| is_awaited) else { return Ok(()) };
        net.web.wait_for_waking().await;
        let answer = net.github.fetch_repositories(&[(name, ask.clone())]).await?.pop();
        if let Some(Ok(Some(answer))) = answer {
            ground.hear_of_deployments(answer.pull_request);
        }
    }
    Ok(())
}

/// The address of the newest deployment that can be visited.
pub(super) fn ready(deployments: &[Deployment]) -> Option<&str> {
    deployments.iter().find_map(|deployment| match deployment {
        Deployment::Ready(url) => Some(url.as_written()),
        Deployment::UnderWay | Deployment::Failed => None,
    })
}

/// What is to be said of deployments where none can be visited yet.
pub(super) fn note(deployments: &[Deployment]) -> Option<Note> {
    match (ready(deployments), deployments.first()) {
        (None, Some(Deployment::UnderWay)) => Some(Note::DeploymentUnderWay),
        (None, Some(Deployment::Failed)) => Some(Note::DeploymentFailed),
        (Some(_), _) | (None, None | Some(Deployment::Ready(_))) => None,
    }
}
