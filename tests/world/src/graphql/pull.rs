//! A pull request as GraphQL tells it: its comments, reviews and deployments.

use serde_json::{Value, json};

use super::{Query, Read, select, unknown};
use crate::reader::Field;
use crate::repository::Repository;
use crate::reviews;
use crate::state::{Comment, PullRequest};

impl Query<'_> {
    pub(super) fn pull_request(&mut self, repository: &mut Repository, alias: &str, field: &Field) -> Read {
        let number = field.number("number").unwrap_or_default();
        if let Some(pull) = repository.pull(number as u64) {
            let told = self.pull(pull, field);
            for (state, url) in &mut pull.deployments {
                // One under way that has an address is there when somebody asks again.
                *state = if url.is_some() && *state == "IN_PROGRESS" { "SUCCESS" } else { *state };
            }
            return told;
        }
        let text = format!("Could not resolve to a PullRequest with the number of {number}.");
        Ok(self.missing(&[alias, &field.alias], &text))
    }

    fn pull(&self, pull: &PullRequest, field: &Field) -> Read {
        select("PullRequest", &field.fields, |asked| {
            Ok(match asked.name.as_str() {
                "author" => json!({ "login": pull.author }),
                "headRefOid" => json!(pull.head),
                "headRepository" => json!({ "nameWithOwner": pull.head_repository }),
                "comments" => self.comments(&pull.comments, asked)?,
                "commits" => deployments(pull),
                "createdAt" => json!(pull.opened),
                "reviews" => reviews::nodes(pull),
                "reviewRequests" => reviews::requests(pull),
                _ => return Err(unknown("PullRequest", asked)),
            })
        })
    }

    fn comments(&self, comments: &[Comment], field: &Field) -> Read {
        let first = field.number("first").filter(|first| (1..=100).contains(first));
        let first = first.ok_or("You must provide a `first` value of 1 to 100")?;
        let from = field.text("after").parse().map_or(0, |last: usize| last + 1);
        let to = comments.len().min(from + first);
        select("IssueCommentConnection", &field.fields, |asked| {
            Ok(match asked.name.as_str() {
                "pageInfo" => {
                    json!({ "hasNextPage": to < comments.len(), "endCursor": to.checked_sub(1).map(|last| last.to_string()) })
                }
                "nodes" => {
                    let shown = comments.get(from..to).unwrap_or_default();
                    shown.iter().map(|comment| self.comment(comment, asked)).collect::<Result<_, _>>()?
                }
                _ => return Err(unknown("IssueCommentConnection", asked)),
            })
        })
    }

    fn comment(&self, comment: &Comment, field: &Field) -> Read {
        let bot = comment.author.strip_suffix("[bot]");
        select("IssueComment", &field.fields, |asked| {
            Ok(match asked.name.as_str() {
                "fullDatabaseId" => json!(comment.id.to_string()),
                "body" => json!(comment.body),
                "viewerDidAuthor" => json!(comment.author == self.caller.login()),
                "author" => json!({
                    "__typename": if bot.is_some() { "Bot" } else { "User" },
                    "login": bot.unwrap_or(&comment.author),
                }),
                _ => return Err(unknown("IssueComment", asked)),
            })
        })
    }
}

/// The proposed commit with its deployments.
fn deployments(pull: &PullRequest) -> Value {
    let nodes = pull
        .deployments
        .iter()
        .map(|(state, url)| json!({ "latestStatus": { "state": state, "environmentUrl": url } }));
    let nodes: Vec<Value> = nodes.collect();
    json!({ "nodes": [{ "commit": { "oid": pull.head, "deployments": { "nodes": nodes } } }] })
}
