//! Files of a default branch, and how their last change came in.

use serde_json::{Value, json};

use crate::World;
use crate::reader::Field;
use crate::repository::Repository;

/// How a change came into the default branch.
#[derive(Debug, Clone, Copy)]
pub enum Carried<'a> {
    /// By a pull request that this account, with its number, merged at a moment.
    Merged(&'a str, u64, &'a str),
    /// By a push, with the name of this account in the commit.
    Pushed(&'a str, u64),
}

impl World {
    /// Puts a file on the default branch.
    pub fn keep(&self, repository: &str, (path, text): (&str, &str), carried: Carried<'_>) {
        let branch = self.state().named(repository).expect("a repository").default_branch.clone();
        self.commit(repository, &branch, &[(path, text)]);
        let account = |login: &str, id: u64| json!({ "login": login, "databaseId": id });
        let commit = match carried {
            Carried::Merged(login, id, at) => json!({
                "committedDate": at,
                "author": { "user": account("somebody", 1) },
                "signature": null,
                "associatedPullRequests": { "nodes": [
                    { "mergedAt": at, "baseRefName": branch, "mergedBy": account(login, id) }
                ] },
            }),
            Carried::Pushed(login, id) => json!({
                "committedDate": "2017-01-30T10:00:00Z",
                "author": { "user": account(login, id) },
                "signature": null,
                "associatedPullRequests": { "nodes": [] },
            }),
        };
        self.state().named(repository).expect("a repository").kept.insert(path.into(), commit);
    }
}

/// What GraphQL says of a file at the tip of the default branch.
pub(crate) fn file(repository: &Repository, field: &Field) -> Value {
    let bytes = repository.at("HEAD").and_then(|commit| commit.files.get(field.text("path")));
    bytes.map_or(Value::Null, |bytes| json!({ "object": { "text": String::from_utf8_lossy(bytes) } }))
}

/// What GraphQL says of the last commit that changed it.
pub(crate) fn history(repository: &Repository, field: &Field) -> Value {
    json!({ "nodes": repository.kept.get(field.text("path")).into_iter().collect::<Vec<_>>() })
}
