//! From GraphQL's shapes to what was read of a repository (pure), with the gaps that only a further request can fill.

use bytes::Bytes;

use super::comments;
use super::query::file_alias;
use super::readme_name::is_readme_name;
use super::shapes::{BlobShape, EntryShape, ErrorShape, PullShape, RepositoryShape, TreeShape};
use super::{MAX_FILE_BYTES, PullRequestAnswer, RawFile, RepositoryAnswer, RepositoryAsk, Wanted};
use crate::facts::{Obstacle, RepoName, Repository, Seen, Untrusted};

pub(super) const REF_UNKNOWN: Obstacle =
    Obstacle::DependsOn { what: "the branch, tag or commit that was asked for" };
const SYMLINK: u32 = 0o120_000;

/// What one query told of a repository.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) answer: RepositoryAnswer,
    /// There is a README, but it has another name, or not all of its bytes came as text.
    pub(super) lacks_readme: bool,
    /// Files of which not all bytes came as text.
    pub(super) lacks_files: Vec<&'static str>,
    /// Where the next page of comments begins.
    pub(super) next_comments: Option<String>,
}

/// One repository of an answer: its shape, where it stands in it, and the errors beside it.
pub(super) struct Reading<'a> {
    pub(super) alias: &'a str,
    pub(super) ask: &'a RepositoryAsk,
    pub(super) errors: &'a [ErrorShape],
}

/// What came of one file.
enum File {
    Absent,
    Text(Bytes),
    NeedsBytes,
    Failed(Obstacle),
}

impl Reading<'_> {
    /// Reads a shape.
    ///
    /// # Errors
    /// When the host gives the repository a name that no repository has.
    pub(super) fn draft(&self, shape: RepositoryShape) -> Seen<Draft> {
        let name = RepoName::parse(&shape.name_with_owner).ok_or(Obstacle::Garbled)?;
        let ground = self.ground(&shape);
        let (readme, lacks_readme) = self.readme(&shape, &ground);
        let mut draft = Draft {
            answer: RepositoryAnswer {
                repository: self.repository(&shape, name),
                readme,
                files: std::collections::BTreeMap::new(),
                pull_request: None,
            },
            lacks_readme,
            lacks_files: Vec::new(),
            next_comments: None,
        };
        self.add_files(&shape, &ground, &mut draft);
        self.add_pull_request(shape.pull_request, &mut draft);
        Ok(draft)
    }

    fn repository(&self, shape: &RepositoryShape, name: RepoName) -> Repository {
        let branch = shape.default_branch_ref.as_ref();
        let at = if self.ask.git_ref.is_some() {
            shape.at.as_ref()
        } else {
            branch.and_then(|branch| branch.target.as_ref())
        };
        let commit = at.map(|at| at.target.as_deref().unwrap_or(at));
        Repository {
            name,
            is_empty: shape.is_empty.unwrap_or(branch.is_none()),
            is_archived: shape.is_archived.unwrap_or(false),
            fork_of: shape.parent.as_ref().and_then(|parent| RepoName::parse(&parent.name_with_owner)),
            default_branch: branch.map(|branch| Untrusted::from(branch.name.as_str())),
            head: commit.map(|commit| commit.oid.clone()),
            homepage: written(shape.homepage_url.as_deref()),
            description: written(shape.description.as_deref()),
            top: entries(shape.top.as_ref()).iter().map(listed).collect(),
        }
    }

    /// Whether the files can be looked at: false where there is no commit to look at.
    fn ground(&self, shape: &RepositoryShape) -> Seen<bool> {
        if shape.top.as_ref().is_some_and(|top| top.entries.is_some()) {
            Ok(true)
        } else if let Some(obstacle) = self.obstacle_at("top") {
            Err(obstacle)
        } else if shape.is_empty.unwrap_or(shape.default_branch_ref.is_none()) {
            Ok(false)
        } else {
            Err(if self.ask.git_ref.is_some() { REF_UNKNOWN } else { Obstacle::Garbled })
        }
    }

    fn add_files(&self, shape: &RepositoryShape, ground: &Seen<bool>, draft: &mut Draft) {
        for (place, path) in self.ask.files.iter().copied().enumerate() {
            let alias = file_alias(place);
            let file = match ground {
                Ok(true) => self.file(&alias, shape.files.get(&alias).and_then(Option::as_ref)),
                Ok(false) => File::Absent,
                Err(obstacle) => File::Failed(obstacle.clone()),
            };
            let seen = match file {
                File::Absent => Ok(None),
                File::Text(bytes) => Ok(Some(RawFile { path: path.into(), bytes })),
                File::Failed(obstacle) => Err(obstacle),
                File::NeedsBytes => {
                    draft.lacks_files.push(path);
                    continue;
                }
            };
            draft.answer.files.insert(path, seen);
        }
    }

    /// The README, and whether a further request is needed for it.
    fn readme(&self, shape: &RepositoryShape, ground: &Seen<bool>) -> (Seen<Option<RawFile>>, bool) {
        match ground {
            _ if self.ask.readme == Wanted::No => return (Err(Obstacle::NotAsked), false),
            Err(obstacle) => return (Err(obstacle.clone()), false),
            Ok(false) => return (Ok(None), false),
            Ok(true) => {}
        }
        let here = entries(if self.ask.folder.is_some() { &shape.folder } else { &shape.top }.as_ref());
        let elsewhere =
            |tree: &Option<TreeShape>| entries(tree.as_ref()).iter().any(|entry| is_readme_name(&entry.name));
        let is_link = here.iter().any(|entry| entry.name == "README.md" && entry.mode == Some(SYMLINK));
        // GitHub shows the README of `.github/` before that of the top, and that of `docs/` last.
        if elsewhere(&shape.hidden) || is_link || self.obstacle_at("hidden").is_some() {
            return (Ok(None), true);
        }
        match self.file("readme", shape.readme.as_ref()) {
            File::Text(bytes) => (Ok(Some(RawFile { path: self.readme_path(), bytes })), false),
            File::NeedsBytes => (Ok(None), true),
            File::Failed(obstacle) => (Err(obstacle), false),
            File::Absent => {
                let is_unsure = ["docs", "folder"].iter().any(|field| self.obstacle_at(field).is_some());
                let is_named = here.iter().any(|entry| is_readme_name(&entry.name)) || elsewhere(&shape.docs);
                (Ok(None), is_named || is_unsure)
            }
        }
    }

    fn readme_path(&self) -> Untrusted {
        match &self.ask.folder {
            Some(folder) => format!("{}/README.md", folder.trim_matches('/')).into(),
            None => "README.md".into(),
        }
    }

    fn file(&self, field: &str, blob: Option<&BlobShape>) -> File {
        if let Some(obstacle) = self.obstacle_at(field) {
            return File::Failed(obstacle);
        }
        // Asked for as a file, a folder answers with nothing in it.
        let Some(blob) = blob.filter(|blob| blob.byte_size.is_some() || blob.text.is_some()) else {
            return File::Absent;
        };
        if blob.byte_size.is_some_and(|bytes| bytes > MAX_FILE_BYTES as u64) {
            return File::Failed(Obstacle::TooLarge { limit_bytes: MAX_FILE_BYTES as u64 });
        }
        let is_partial = blob.is_binary == Some(true) || blob.is_truncated == Some(true);
        match &blob.text {
            // The mark stands for bytes that are no UTF-8; another encoding can only be told from the bytes.
            Some(text) if !is_partial && !text.contains('\u{fffd}') => File::Text(Bytes::from(text.clone())),
            Some(_) | None => File::NeedsBytes,
        }
    }

    fn add_pull_request(&self, shape: Option<PullShape>, draft: &mut Draft) {
        if self.ask.pull_request.is_none() {
            return;
        }
        let Some(shape) = shape else {
            let complaint = self.errors.iter().find(|error| error.is_at(&[self.alias, "pullRequest"]));
            draft.answer.pull_request = match complaint.map(ErrorShape::complaint) {
                None | Some(super::shapes::Complaint::NotFound) => None,
                Some(complaint) => Some(Err(complaint.into())),
            };
            return;
        };
        let comments = match shape.comments {
            Some(page) => {
                draft.next_comments = comments::next_page(&page);
                comments::from_page(page)
            }
            None => Err(self.obstacle_at("pullRequest").unwrap_or(Obstacle::Garbled)),
        };
        draft.answer.pull_request = Some(Ok(PullRequestAnswer {
            author: shape.author.map(|author| author.login.into()),
            head: shape.head_ref_oid,
            head_repository: shape.head_repository.and_then(|head| RepoName::parse(&head.name_with_owner)),
            comments,
        }));
    }

    fn obstacle_at(&self, field: &str) -> Option<Obstacle> {
        let error = self.errors.iter().find(|error| error.is_at(&[self.alias, field]))?;
        Some(error.complaint().into())
    }
}

fn entries(tree: Option<&TreeShape>) -> &[EntryShape] {
    tree.and_then(|tree| tree.entries.as_deref()).unwrap_or_default()
}

fn listed(entry: &EntryShape) -> Untrusted {
    let mark = if entry.kind.as_deref() == Some("tree") { "/" } else { "" };
    format!("{}{mark}", entry.name).into()
}

/// The text of a box that somebody may have left empty.
pub(super) fn written(text: Option<&str>) -> Option<Untrusted> {
    text.filter(|text| !text.trim().is_empty()).map(Untrusted::from)
}
