//! The shapes of GraphQL's answers, read without trust: every field may be null.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::deployments::CommitNodeShape;
use super::ledger::KeptShape;
use super::lineage::{LineShape, SourceShape};
use super::pins::PinsShape;
use super::teams::TeamShape;
use crate::facts::Obstacle;

/// An answer: what could be had, beside the errors for what could not.
#[derive(Debug, Deserialize)]
pub(super) struct Answer {
    #[serde(default)]
    pub(super) data: Option<BTreeMap<String, Option<RepositoryShape>>>,
    #[serde(default)]
    pub(super) errors: Vec<ErrorShape>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct ErrorShape {
    #[serde(rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    path: Vec<Value>,
    #[serde(default)]
    message: String,
}

/// What an error is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Complaint {
    NotFound,
    NoAccess,
    Limited,
    /// Too much at once, or the host's own trouble: a smaller query, or the same later, may work.
    Overload,
    /// The query itself is not understood: an older host.
    NotUnderstood,
}

impl ErrorShape {
    pub(super) fn complaint(&self) -> Complaint {
        let message = self.message.to_ascii_lowercase();
        match self.kind.as_deref() {
            Some("NOT_FOUND") => Complaint::NotFound,
            Some("FORBIDDEN" | "INSUFFICIENT_SCOPES") => Complaint::NoAccess,
            Some("RATE_LIMITED" | "RATE_LIMIT") => Complaint::Limited,
            _ if message.contains("rate limit") => Complaint::Limited,
            // https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
            Some("RESOURCE_LIMITS_EXCEEDED" | "MAX_NODE_LIMIT_EXCEEDED" | "SERVICE_UNAVAILABLE") => {
                Complaint::Overload
            }
            _ if message.contains("resource limits")
                || message.contains("timeout")
                || message.contains("timedout")
                || message.contains("something went wrong") =>
            {
                Complaint::Overload
            }
            _ => Complaint::NotUnderstood,
        }
    }

    /// True where it stands at exactly this field, or, for a field without an answer, anywhere below it.
    pub(super) fn is_at(&self, path: &[&str]) -> bool {
        self.path.len() >= path.len() && self.path.iter().zip(path).all(|(found, wanted)| found == wanted)
    }

    /// True where it speaks of the whole repository under this alias.
    pub(super) fn is_of_all(&self, alias: &str) -> bool {
        self.path.len() == 1 && self.is_at(&[alias])
    }
}

impl From<Complaint> for Obstacle {
    fn from(complaint: Complaint) -> Self {
        match complaint {
            Complaint::NotFound | Complaint::NoAccess => Self::NoAccess,
            Complaint::Limited => Self::RateLimited,
            Complaint::Overload => Self::TimedOut,
            Complaint::NotUnderstood => Self::Garbled,
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct RepositoryShape {
    pub(super) name_with_owner: String,
    pub(super) is_empty: Option<bool>,
    pub(super) owner: Option<OwnerShape>,
    pub(super) is_private: Option<bool>,
    pub(super) is_archived: Option<bool>,
    pub(super) pushed_at: Option<String>,
    pub(super) parent: Option<NameShape>,
    pub(super) default_branch_ref: Option<BranchShape>,
    pub(super) homepage_url: Option<String>,
    pub(super) description: Option<String>,
    pub(super) at: Option<CommitShape>,
    pub(super) top: Option<TreeShape>,
    pub(super) hidden: Option<TreeShape>,
    pub(super) docs: Option<TreeShape>,
    pub(super) folder: Option<TreeShape>,
    pub(super) readme: Option<BlobShape>,
    pub(super) pull_request: Option<PullShape>,
    pub(super) pins: Option<PinsShape>,
    /// The default branch with its commits.
    pub(super) line: Option<LineShape>,
    /// What it was forked from, and the template that it was made from.
    pub(super) origin: Option<SourceShape>,
    pub(super) template: Option<SourceShape>,
    /// A file of the default branch, with how it came in.
    pub(super) kept: Option<KeptShape>,
    /// A team, where this is no repository but the organisation that the team belongs to.
    pub(super) team: Option<TeamShape>,
    /// The further files, manifests and folders, by the aliases of `query`.
    #[serde(flatten)]
    pub(super) files: BTreeMap<String, Option<BlobShape>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct NameShape {
    pub(super) name_with_owner: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct OwnerShape {
    #[serde(rename = "__typename")]
    pub(super) kind: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct BranchShape {
    pub(super) name: String,
    pub(super) target: Option<CommitShape>,
}

/// A commit, or a tag with the commit it names.
#[derive(Debug, Deserialize)]
pub(super) struct CommitShape {
    pub(super) oid: String,
    pub(super) target: Option<Box<CommitShape>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct TreeShape {
    pub(super) entries: Option<Vec<EntryShape>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct EntryShape {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: Option<String>,
    pub(super) mode: Option<u32>,
    pub(super) oid: Option<String>,
    /// What lies in it, where it is a folder and was looked into.
    pub(super) object: Option<TreeShape>,
}

impl EntryShape {
    /// False for folders and for other repositories within this one.
    pub(super) fn is_file(&self) -> bool {
        !matches!(self.kind.as_deref(), Some("tree" | "commit"))
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct BlobShape {
    pub(super) byte_size: Option<u64>,
    pub(super) is_binary: Option<bool>,
    pub(super) is_truncated: Option<bool>,
    pub(super) text: Option<String>,
    /// What lies in it, where it is a folder and no file.
    pub(super) entries: Option<Vec<EntryShape>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PullShape {
    pub(super) author: Option<ActorShape>,
    pub(super) head_ref_oid: Option<String>,
    pub(super) head_repository: Option<NameShape>,
    pub(super) comments: Option<PageShape>,
    pub(super) commits: Option<NodesShape<CommitNodeShape>>,
    pub(super) created_at: Option<String>,
    pub(super) review_requests: Option<NodesShape<RequestShape>>,
    pub(super) reviews: Option<NodesShape<ReviewShape>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct NodesShape<T> {
    pub(super) nodes: Vec<Option<T>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RequestShape {
    pub(super) requested_reviewer: Option<RequestedShape>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RequestedShape {
    pub(super) login: Option<String>,
    pub(super) combined_slug: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ReviewShape {
    pub(super) author: Option<ReviewerShape>,
    pub(super) state: String,
    pub(super) submitted_at: Option<String>,
    pub(super) body: Option<String>,
    pub(super) commit: Option<CommitShape>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ReviewerShape {
    pub(super) login: String,
    pub(super) database_id: Option<u64>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ActorShape {
    #[serde(rename = "__typename")]
    pub(super) kind: Option<String>,
    pub(super) login: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PageShape {
    pub(super) page_info: PageInfoShape,
    pub(super) nodes: Vec<Option<CommentShape>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PageInfoShape {
    pub(super) has_next_page: bool,
    pub(super) end_cursor: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CommentShape {
    /// A number too large for GraphQL's `Int`, so it comes as a string.
    pub(super) full_database_id: Option<Value>,
    pub(super) author: Option<ActorShape>,
    pub(super) viewer_did_author: Option<bool>,
    pub(super) body: Option<String>,
}
