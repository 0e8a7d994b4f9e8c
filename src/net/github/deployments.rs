//! The deployments of the commit that a pull request proposes: where they lie, and how far they are.

use serde::Deserialize;

use super::shapes::NodesShape;
use crate::facts::Untrusted;

/// What to ask of a pull request.
pub(super) const FIELDS: &str = "commits(last:1){nodes{commit{oid \
     deployments(last:10){nodes{latestStatus{state environmentUrl}}}}}}";

/// A deployment of the proposed commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deployment {
    /// It can be visited.
    Ready(Untrusted),
    /// It is not there yet.
    UnderWay,
    /// It went wrong.
    Failed,
}

#[derive(Debug, Deserialize)]
pub(super) struct CommitNodeShape {
    commit: Option<DeployedShape>,
}

#[derive(Debug, Deserialize)]
struct DeployedShape {
    oid: String,
    deployments: Option<NodesShape<DeploymentShape>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct DeploymentShape {
    latest_status: Option<StatusShape>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct StatusShape {
    state: String,
    environment_url: Option<String>,
}

/// Those of the commit `head`, the newest first. What a token may not read is not there.
pub(super) fn from_shape(
    commits: Option<NodesShape<CommitNodeShape>>,
    head: Option<&str>,
) -> Vec<Deployment> {
    let commits = commits.into_iter().flat_map(|commits| commits.nodes).flatten();
    let commits = commits.filter_map(|node| node.commit).filter(|commit| head == Some(commit.oid.as_str()));
    let deployments = commits.filter_map(|commit| commit.deployments).flat_map(|all| all.nodes).flatten();
    let mut deployments: Vec<Deployment> = deployments.filter_map(deployment).collect();
    deployments.reverse();
    deployments
}

fn deployment(shape: DeploymentShape) -> Option<Deployment> {
    let Some(status) = shape.latest_status else { return Some(Deployment::UnderWay) };
    match status.state.as_str() {
        "SUCCESS" => status.environment_url.map(|url| Deployment::Ready(url.into())),
        "PENDING" | "QUEUED" | "IN_PROGRESS" | "WAITING" => Some(Deployment::UnderWay),
        "FAILURE" | "ERROR" => Some(Deployment::Failed),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_newest_of_this_very_commit() {
        let shape = json!({"nodes": [{"commit": {"oid": "abc", "deployments": {"nodes": [
            {"latestStatus": null},
            {"latestStatus": {"state": "INACTIVE", "environmentUrl": "https://old.example"}},
            {"latestStatus": {"state": "ERROR", "environmentUrl": null}},
            {"latestStatus": {"state": "SUCCESS", "environmentUrl": "https://new.example"}},
        ]}}}]});
        let read = |head| from_shape(serde_json::from_value(shape.clone()).unwrap(), head);
        let expected =
            [Deployment::Ready("https://new.example".into()), Deployment::Failed, Deployment::UnderWay];
        assert_eq!(read(Some("abc")), expected);
        assert_eq!(read(Some("def")), []);
        let hidden = json!({"nodes": [{"commit": {"oid": "abc", "deployments": null}}]});
        assert_eq!(from_shape(serde_json::from_value(hidden).unwrap(), Some("abc")), []);
    }
}
