//! The files of a folder as a plain value: every path, and the text of those whose kind says something about a portfolio.

use std::collections::BTreeSet;

use super::readme;
use crate::facts::{Obstacle, Seen};

/// The largest single file that is read, in bytes: pages and data files written by hand are far smaller.
pub const MAX_FILE_BYTES: u64 = 1_000_000;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path from the top, with `/` between the parts.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl SourceFile {
    /// Its text; bytes that are no UTF-8 are replaced.
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }
}

/// The files of a folder, each read once.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    paths: BTreeSet<String>,
    files: Vec<SourceFile>,
    cut: Option<Obstacle>,
    unlisted: BTreeSet<String>,
}

/// Whether something lies at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presence {
    /// A file or folder.
    There,
    /// Something that is spelled differently in upper and lower case only; its path.
    OtherSpelling(String),
    /// Nothing.
    Absent,
}

/// Why it is not known what lies in a folder.
pub const UNLISTED: Obstacle = Obstacle::DependsOn { what: "a folder deeper than those that are listed" };

impl Tree {
    /// Puts a tree together: all paths, the files that were read, and what ended the reading early, if anything.
    pub fn new(paths: BTreeSet<String>, mut files: Vec<SourceFile>, cut: Option<Obstacle>) -> Self {
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Self { paths, files, cut, unlisted: BTreeSet::new() }
    }

    /// The same with folders of which nothing but the name is known.
    #[must_use]
    pub fn with_unlisted(self, unlisted: BTreeSet<String>) -> Self {
        Self { unlisted, ..self }
    }

    /// What lies at exactly this path; the top itself is `""`.
    ///
    /// # Errors
    /// Where the folder was not listed, or the listing ended early.
    pub fn presence(&self, path: &str) -> Seen<Presence> {
        let path = path.trim_end_matches('/');
        if path.is_empty() || self.has(path) || self.has_folder(path) || self.unlisted.contains(path) {
            return Ok(Presence::There);
        }
        let above = path.match_indices('/').rev().map(|(end, _)| &path[..end]);
        for folder in above {
            if self.unlisted.contains(folder) {
                return Err(UNLISTED);
            }
            if self.has_folder(folder) {
                break;
            }
        }
        if let Some(obstacle) = &self.cut {
            return Err(obstacle.clone());
        }
        let is_alike = |other: &&str| is_alike(other, path);
        let folders = self.unlisted.iter().map(String::as_str);
        let other = self.paths().chain(folders).flat_map(up_to_the_top).find(is_alike);
        Ok(other.map_or(Presence::Absent, |other| Presence::OtherSpelling(other.to_owned())))
    }

    /// Every path, read or not, in order; version control and vendored folders left out.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str)
    }

    /// True where a file lies at exactly this path.
    pub fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// True where something lies in a folder of exactly this path.
    pub fn has_folder(&self, folder: &str) -> bool {
        let inside = format!("{}/", folder.trim_end_matches('/'));
        self.paths.range(inside.clone()..).next().is_some_and(|path| path.starts_with(&inside))
    }

    /// The file at exactly this path, where it was read.
    pub fn file(&self, path: &str) -> Option<&SourceFile> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        self.files.get(index)
    }

    /// The path that differs from this one in upper and lower case only.
    pub fn other_spelling(&self, path: &str) -> Option<&str> {
        self.paths().find(|other| *other != path && other.to_lowercase() == path.to_lowercase())
    }

    /// The files that were read, in order of their paths.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// Names at the top of a folder, as the code host lists them: folders end in `/`. The top itself is `""`.
    pub fn names_in(&self, folder: &str) -> BTreeSet<String> {
        let inside =
            if folder.is_empty() { String::new() } else { format!("{}/", folder.trim_end_matches('/')) };
        let rests = self.paths().filter_map(|path| path.strip_prefix(&inside));
        rests.map(|rest| rest.split_inclusive('/').next().unwrap_or(rest).to_owned()).collect()
    }

    /// The path of the README of a folder (`""` is the top), in any usual name and case. At the top, the code host
    /// looks into `.github/` first and into `docs/` last.
    pub fn readme_path(&self, folder: &str) -> Option<&str> {
        let folder = folder.trim_matches('/');
        let places: &[&str] = if folder.is_empty() { &[".github", "", "docs"] } else { &[folder] };
        places.iter().find_map(|place| {
            let in_place = self.paths().filter(|path| parent(path) == *place);
            in_place.filter_map(|path| Some((readme::rank(name(path))?, path))).min().map(|(_, path)| path)
        })
    }

    /// The README of a folder; none where it has none.
    ///
    /// # Errors
    /// Where there is one that was not read: it is too large, or the reading ended before it.
    pub fn readme(&self, folder: &str) -> Seen<Option<&SourceFile>> {
        let Some(path) = self.readme_path(folder) else { return Ok(None) };
        self.read(path).map(Some)
    }

    /// The file at a path that is there.
    ///
    /// # Errors
    /// Where it was not read: it is too large, or the reading ended before it.
    pub fn read(&self, path: &str) -> Seen<&SourceFile> {
        let unread = || self.cut.clone().unwrap_or(Obstacle::TooLarge { limit_bytes: MAX_FILE_BYTES });
        self.file(path).ok_or_else(unread)
    }

    /// What ended the reading before everything was read.
    pub fn cut(&self) -> Option<&Obstacle> {
        self.cut.as_ref()
    }
}

/// The last part of a path.
fn name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// The folder that a path lies in; `""` at the top.
pub fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// True for two that differ in upper and lower case only. Few paths are as long as another, so most cost one comparison.
fn is_alike(one: &str, other: &str) -> bool {
    one.len() == other.len()
        && (one.eq_ignore_ascii_case(other) || one.to_lowercase() == other.to_lowercase())
}

/// A path, and every folder that it lies in.
fn up_to_the_top(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| Some(parent(path)).filter(|folder| !folder.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_listed_is_not_absent() {
        let tree = tree(&["README.md", "img/Cat.png"]).with_unlisted(BTreeSet::from(["src/deep".to_owned()]));
        let other = |path: &str| Ok(Presence::OtherSpelling(path.to_owned()));
        for (path, expected) in [
            ("", Ok(Presence::There)),
            ("img/", Ok(Presence::There)),
            ("img/Cat.png", Ok(Presence::There)),
            ("img/cat.png", other("img/Cat.png")),
            ("IMG", other("img")),
            ("img/dog.png", Ok(Presence::Absent)),
            ("images/cat.png", Ok(Presence::Absent)),
            ("src/deep", Ok(Presence::There)),
            ("src/deep/a/b.png", Err(UNLISTED)),
            ("src/other.png", Ok(Presence::Absent)),
        ] {
            assert_eq!(tree.presence(path), expected, "{path}");
        }
        let cut = Tree::new(BTreeSet::new(), Vec::new(), Some(Obstacle::NotAsked));
        assert_eq!(cut.presence("a.md"), Err(Obstacle::NotAsked));
    }

    fn tree(paths: &[&str]) -> Tree {
        let files = paths.iter().map(|path| SourceFile { path: (*path).into(), bytes: Vec::new() }).collect();
        Tree::new(paths.iter().map(|path| (*path).to_owned()).collect(), files, None)
    }

    #[test]
    fn paths_are_compared_as_a_case_sensitive_host_does() {
        let tree = tree(&["README.md", "projects/chess/README.md", "projects-old/x.md"]);
        assert!(tree.has("README.md") && !tree.has("readme.md"));
        assert_eq!(tree.other_spelling("readme.md"), Some("README.md"));
        assert!(
            tree.has_folder("projects/chess/") && tree.has_folder("projects") && !tree.has_folder("proj")
        );
        assert!(tree.file("projects/chess/README.md").is_some());
        assert!(tree.file("projects/chess").is_none());
    }

    #[test]
    fn names_are_those_of_one_folder() {
        let tree = tree(&["README.md", "src/a.js", "src/b/c.js"]);
        assert_eq!(tree.names_in("").into_iter().collect::<Vec<_>>(), ["README.md", "src/"]);
        assert_eq!(tree.names_in("src").into_iter().collect::<Vec<_>>(), ["a.js", "b/"]);
    }

    #[test]
    fn the_readme_is_the_one_that_the_code_host_shows() {
        let cases: [(&[&str], &str, Option<&str>); 7] = [
            (&["ReadMe.txt", "a.md"], "", Some("ReadMe.txt")),
            (&["README.txt", "readme.MD", "README"], "", Some("readme.MD")),
            (&["docs/README.md", "src/README.md"], "", Some("docs/README.md")),
            (&[".github/README.md", "README.md"], "", Some(".github/README.md")),
            (&["readme-old.md", "README.pdf", "src/README.md"], "", None),
            (&["chess/readme", "README.md"], "chess/", Some("chess/readme")),
            (&["chess/docs/README.md"], "chess", None),
        ];
        for (paths, folder, expected) in cases {
            assert_eq!(tree(paths).readme_path(folder), expected, "{paths:?}");
        }
    }
}
