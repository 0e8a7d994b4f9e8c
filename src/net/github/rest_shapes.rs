//! The shapes of REST's answers, as far as they are read.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(super) struct AboutShape {
    pub(super) full_name: String,
    pub(super) owner: Option<OwnerShape>,
    #[serde(default = "unknown")]
    pub(super) private: bool,
    #[serde(default)]
    pub(super) archived: bool,
    pub(super) pushed_at: Option<String>,
    pub(super) parent: Option<NameShape>,
    pub(super) default_branch: Option<String>,
    pub(super) homepage: Option<String>,
    pub(super) description: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct OwnerShape {
    #[serde(rename = "type")]
    pub(super) kind: String,
}

/// What nobody says to be public may be private.
fn unknown() -> bool {
    true
}

#[derive(Debug, Deserialize)]
pub(super) struct NameShape {
    pub(super) full_name: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct EntryShape {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) sha: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct FileShape {
    pub(super) path: String,
    pub(super) size: u64,
    pub(super) encoding: Option<String>,
    pub(super) content: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct PullShape {
    pub(super) user: Option<UserShape>,
    pub(super) head: HeadShape,
}

#[derive(Debug, Deserialize)]
pub(super) struct HeadShape {
    pub(super) sha: String,
    pub(super) repo: Option<NameShape>,
}

#[derive(Debug, Deserialize)]
pub(super) struct CommentShape {
    pub(super) id: u64,
    pub(super) user: Option<UserShape>,
    pub(super) body: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct UserShape {
    pub(super) login: String,
    #[serde(rename = "type")]
    pub(super) kind: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Created {
    pub(super) id: u64,
}

impl EntryShape {
    /// True where the path is this file, or lies below this folder.
    pub(super) fn is_start_of(&self, path: &str) -> bool {
        let rest = path.strip_prefix(&self.name);
        rest.is_some_and(|rest| if self.kind == "dir" { rest.starts_with('/') } else { rest.is_empty() })
    }
}
