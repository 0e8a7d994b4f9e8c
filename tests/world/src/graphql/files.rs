//! Commits, folders and files as GraphQL tells them.

use serde_json::{Value, json};

use super::{Read, select, unknown};
use crate::commits::{Commit, git_name};
use crate::reader::Field;
use crate::repository::Repository;

/// What `object(expression:)` means: a commit, a folder or a file.
pub(super) fn object(repository: &Repository, field: &Field) -> Read {
    let expression = field.text("expression");
    let (git_ref, path) =
        expression.split_once(':').map_or((expression, None), |(at, path)| (at, Some(path)));
    let Some(commit) = repository.at(git_ref) else { return Ok(Value::Null) };
    let Some(path) = path else {
        return select("Commit", &field.fields, |asked| match asked.name.as_str() {
            "oid" => Ok(json!(commit.sha)),
            _ => Err(unknown("Commit", asked)),
        });
    };
    if let Some(bytes) = commit.files.get(path) {
        return blob(bytes, field);
    }
    commit.list(path).map_or(Ok(Value::Null), |_| tree(commit, path, field))
}

fn blob(bytes: &[u8], field: &Field) -> Read {
    // GitHub shows no text of what is no UTF-8, and the first half megabyte of the rest.
    let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    let shown = text.map(|text| text.chars().take(512_000).collect::<String>());
    select("Blob", &field.fields, |asked| {
        Ok(match asked.name.as_str() {
            "byteSize" => json!(bytes.len()),
            "isBinary" => json!(text.is_none()),
            "isTruncated" => json!(shown.as_ref().is_some_and(|shown| shown.len() < bytes.len())),
            "text" => json!(shown),
            _ => return Err(unknown("Blob", asked)),
        })
    })
}

fn tree(commit: &Commit, path: &str, field: &Field) -> Read {
    select("Tree", &field.fields, |asked| match asked.name.as_str() {
        "entries" => entries(commit, path, asked),
        _ => Err(unknown("Tree", asked)),
    })
}

fn entries(commit: &Commit, path: &str, field: &Field) -> Read {
    let listed = commit.list(path).unwrap_or_default().into_iter();
    listed
        .map(|(name, is_folder)| {
            let path = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
            select("TreeEntry", &field.fields, |asked| match asked.name.as_str() {
                "name" => Ok(json!(name)),
                "type" => Ok(json!(if is_folder { "tree" } else { "blob" })),
                "mode" => Ok(json!(if is_folder { 0o040_000 } else { 0o100_644 })),
                "oid" => Ok(json!(commit.files.get(&path).map(|bytes| git_name(bytes)))),
                "object" if is_folder => tree(commit, &path, asked),
                // A file is none of the types that are asked for.
                "object" => Ok(json!({})),
                _ => Err(unknown("TreeEntry", asked)),
            })
        })
        .collect()
}
