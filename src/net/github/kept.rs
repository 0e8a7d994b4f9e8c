//! Answers of the REST API that are kept between runs, each with the mark that the host gave it (its `ETag`). None is used
//! before the host has said again that it is unchanged, which is charged to nobody.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::request::{Door, Request};
use super::ruling::Reply;
use crate::facts::short_sha256;

/// The shape of the files; another one begins anew.
const VERSION: &str = "1";

/// A folder of answers.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    folder: Arc<Path>,
}

/// What is written before the body.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    etag: String,
    content_type: Option<String>,
}

/// An answer of an earlier run.
#[derive(Debug)]
pub(super) struct Answer {
    head: Head,
    body: Bytes,
}

impl Answer {
    /// The mark to ask with whether it is unchanged.
    pub(super) fn etag(&self) -> &str {
        &self.head.etag
    }

    /// The answer as it would have come, had it been sent again.
    pub(super) fn confirmed_by(self, mut reply: Reply) -> Reply {
        if let Some(kind) = self.head.content_type.and_then(|kind| kind.parse().ok()) {
            reply.headers.insert(http::header::CONTENT_TYPE, kind);
        }
        Reply { status: 200, body: self.body, ..reply }
    }
}

impl Kept {
    /// Keeps answers of one API in a folder, which is made when there is one to keep.
    pub(super) fn new(folder: &Path, api: &str) -> Self {
        Self { folder: folder.join(name(&[VERSION, api])).into() }
    }

    /// The answer of an earlier run; none where there is none, or where what is there cannot be read.
    pub(super) fn fetch(&self, request: &Request, route: &str) -> Option<Answer> {
        let bytes = std::fs::read(self.path(request, route)?).ok()?;
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let head = serde_json::from_slice(&bytes[..end]).ok()?;
        Some(Answer { head, body: Bytes::from(bytes).slice(end + 1..) })
    }

    /// Keeps an answer. Where that fails, the next run asks again; nothing else is lost.
    pub(super) fn write(&self, request: &Request, route: &str, reply: &Reply) {
        let etag = reply.header("etag").filter(|_| reply.status == 200);
        if let (Some(path), Some(etag)) = (self.path(request, route), etag) {
            let head = Head { etag: etag.into(), content_type: reply.header("content-type").map(Into::into) };
            let _ = write_whole(&path, &head, &reply.body);
        }
    }

    /// Only reads by REST have a mark.
    fn path(&self, request: &Request, route: &str) -> Option<PathBuf> {
        let is_read = request.door == Door::Rest && request.method == http::Method::GET;
        let name = is_read.then(|| name(&[request.accept, route]))?;
        Some(self.folder.join(&name[..2]).join(&name[2..]))
    }
}

/// A file is there whole or not at all, whatever ends the program; and for this account only, since it may be private.
fn write_whole(path: &Path, head: &Head, body: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    let mut head = serde_json::to_vec(head)?;
    head.push(b'\n');
    file.write_all(&head)?;
    file.write_all(body)?;
    file.persist(path)?;
    Ok(())
}

fn name(parts: &[&str]) -> String {
    short_sha256(&parts.join("\0"), 32)
}
