//! From GraphQL's shapes to what was read of a repository (pure), with the gaps that only a further request can fill.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::comments;
use super::deployments;
use super::ledger::{self, KeptFile, KeptShape};
use super::pins;
use super::query::file_alias;
use super::readme_name::is_readme_name;
use super::reviews;
use super::shapes::{BlobShape, Complaint, EntryShape, ErrorShape, PullShape, RepositoryShape, TreeShape};
use super::{Listing, MAX_FILE_BYTES, PullRequestAnswer, RawFile, RepositoryAnswer, RepositoryAsk, Wanted};
use crate::facts::{Instant, Obstacle, RepoName, Repository, Seen, Untrusted};

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
    pub(super) lacks_files: Vec<String>,
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
pub(super) enum File {
    Absent,
    Text(Bytes),
    /// There is one, or may be one under another name, and only a further request can bring its bytes.
    NeedsBytes,
    Failed(Obstacle),
}

impl Reading<'_> {
    /// Reads a shape.
    ///
    /// # Errors
    /// When the host gives the repository a name that no repository has.
    pub(super) fn draft(&self, mut shape: RepositoryShape) -> Seen<Draft> {
        let name = RepoName::parse(&shape.name_with_owner).ok_or(Obstacle::Garbled)?;
        let repository = self.repository(&shape, name);
        let ground = self.ground(&shape);
        let readme = self.readme(&mut shape, &ground).seen(self.readme_path());
        let mut draft = Draft {
            lacks_readme: readme.is_none(),
            answer: RepositoryAnswer {
                repository,
                readme: readme.unwrap_or(Err(Obstacle::NotAsked)),
                listing: Listing::default(),
                files: BTreeMap::new(),
                names: names(shape.top.as_ref()),
                pins: pins::from_shape(shape.pins.take()),
                lineage: self.lineage(&mut shape),
                pull_request: None,
                kept: self.kept(shape.kept.take()),
                teams: BTreeMap::new(),
            },
            lacks_files: Vec::new(),
            next_comments: None,
        };
        self.add_files(&mut shape, &ground, &mut draft);
        self.add_surroundings(&mut shape, &mut draft.answer);
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
            // What a token may see and nobody says to be public may be private.
            is_private: shape.is_private.unwrap_or(true),
            is_archived: shape.is_archived.unwrap_or(false),
            is_organisations: shape.owner.as_ref().map(|owner| owner.kind == "Organization"),
            pushed: shape.pushed_at.as_deref().and_then(Instant::parse),
            fork_of: shape.parent.as_ref().and_then(|parent| RepoName::parse(&parent.name_with_owner)),
            default_branch: branch.map(|branch| Untrusted::from(branch.name.as_str())),
            head: commit.map(|commit| commit.oid.clone()),
            homepage: written(shape.homepage_url.as_deref()),
            description: written(shape.description.as_deref()),
            top: entries(shape.top.as_ref()).iter().map(listed).collect(),
        }
    }

    fn kept(&self, shape: Option<KeptShape>) -> Seen<Option<KeptFile>> {
        match (&self.ask.kept, self.obstacle_at("kept")) {
            (None, _) => Err(Obstacle::NotAsked),
            (Some(_), Some(obstacle)) => Err(obstacle),
            (Some(_), None) => ledger::from_shape(shape),
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

    fn add_files(&self, shape: &mut RepositoryShape, ground: &Seen<bool>, draft: &mut Draft) {
        for (place, path) in self.ask.files.iter().enumerate() {
            let alias = file_alias(place);
            let file = match ground {
                Ok(true) => self.file(&alias, shape.files.remove(&alias).flatten()),
                Ok(false) => File::Absent,
                Err(obstacle) => File::Failed(obstacle.clone()),
            };
            match file.seen(path.as_str().into()) {
                Some(seen) => drop(draft.answer.files.insert(path.clone(), seen)),
                None => draft.lacks_files.push(path.clone()),
            }
        }
    }

    fn readme(&self, shape: &mut RepositoryShape, ground: &Seen<bool>) -> File {
        match ground {
            _ if self.ask.readme == Wanted::No => return File::Failed(Obstacle::NotAsked),
            Err(obstacle) => return File::Failed(obstacle.clone()),
            Ok(false) => return File::Absent,
            Ok(true) => {}
        }
        let is_unsure = |field: &str| self.obstacle_at(field).is_some();
        let blob = shape.readme.take();
        let here = if self.ask.folder.is_some() { &shape.folder } else { &shape.top }.as_ref();
        let is_link =
            |entry: &EntryShape| entry.name == "README.md" && entry.mode.is_some_and(|mode| mode == SYMLINK);
        // GitHub shows the README of `.github/` before that of the top, and that of `docs/` last.
        if has_readme(shape.hidden.as_ref()) || is_unsure("hidden") || entries(here).iter().any(is_link) {
            return File::NeedsBytes;
        }
        let may_be_elsewhere =
            has_readme(here) || has_readme(shape.docs.as_ref()) || is_unsure("docs") || is_unsure("folder");
        let file = self.file("readme", blob);
        if may_be_elsewhere && matches!(file, File::Absent) { File::NeedsBytes } else { file }
    }

    fn readme_path(&self) -> Untrusted {
        match &self.ask.folder {
            Some(folder) => format!("{}/README.md", folder.trim_matches('/')).into(),
            None => "README.md".into(),
        }
    }

    pub(super) fn file(&self, field: &str, blob: Option<BlobShape>) -> File {
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
        let is_whole = blob.is_binary != Some(true) && blob.is_truncated != Some(true);
        // The mark stands for bytes that are no UTF-8; another encoding can only be told from the bytes.
        let text = blob.text.filter(|text| is_whole && !text.contains('\u{fffd}'));
        text.map_or(File::NeedsBytes, |text| File::Text(text.into()))
    }

    fn add_pull_request(&self, shape: Option<PullShape>, draft: &mut Draft) {
        if self.ask.pull_request.is_none() {
            return;
        }
        let Some(shape) = shape else {
            let complaint = self.errors.iter().find(|error| error.is_at(&[self.alias, "pullRequest"]));
            draft.answer.pull_request = match complaint.map(ErrorShape::complaint) {
                Some(Complaint::NotFound) => None,
                other => Some(Err(other.map_or(Obstacle::Garbled, Obstacle::from))),
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
        let reviews = reviews::from_shapes(shape.created_at.as_deref(), shape.review_requests, shape.reviews);
        draft.answer.pull_request = Some(Ok(PullRequestAnswer {
            reviews: reviews.unwrap_or(Err(Obstacle::NotAsked)),
            author: shape.author.map(|author| author.login.into()),
            deployments: deployments::from_shape(shape.commits, shape.head_ref_oid.as_deref()),
            head: shape.head_ref_oid,
            head_repository: shape.head_repository.and_then(|head| RepoName::parse(&head.name_with_owner)),
            comments,
        }));
    }

    pub(super) fn obstacle_at(&self, field: &str) -> Option<Obstacle> {
        let error = self.errors.iter().find(|error| error.is_at(&[self.alias, field]))?;
        Some(error.complaint().into())
    }
}

impl File {
    /// The same as a fact; none where its bytes are still to come.
    pub(super) fn seen(self, path: Untrusted) -> Option<Seen<Option<RawFile>>> {
        Some(match self {
            Self::Absent => Ok(None),
            Self::Text(bytes) => Ok(Some(RawFile { path, bytes })),
            Self::Failed(obstacle) => Err(obstacle),
            Self::NeedsBytes => return None,
        })
    }
}

pub(super) fn entries(tree: Option<&TreeShape>) -> &[EntryShape] {
    tree.and_then(|tree| tree.entries.as_deref()).unwrap_or_default()
}

/// The names that git gives the files of two storeys, by their paths.
fn names(top: Option<&TreeShape>) -> BTreeMap<String, String> {
    let is_file = |entry: &&EntryShape| entry.kind.as_deref() == Some("blob");
    let here = entries(top).iter().map(|entry| (String::new(), entry));
    let below = entries(top).iter().flat_map(|folder| {
        entries(folder.object.as_ref()).iter().map(|entry| (format!("{}/", folder.name), entry))
    });
    let files = here.chain(below).filter(|(_, entry)| is_file(entry));
    files.filter_map(|(folder, entry)| Some((folder + &entry.name, entry.oid.clone()?))).collect()
}

fn has_readme(tree: Option<&TreeShape>) -> bool {
    entries(tree).iter().any(|entry| is_readme_name(&entry.name))
}

fn listed(entry: &EntryShape) -> Untrusted {
    let mark = if entry.kind.as_deref() == Some("tree") { "/" } else { "" };
    format!("{}{mark}", entry.name).into()
}

/// The text of a box that somebody may have left empty.
pub(super) fn written(text: Option<&str>) -> Option<Untrusted> {
    text.filter(|text| !text.trim().is_empty()).map(Untrusted::from)
}
