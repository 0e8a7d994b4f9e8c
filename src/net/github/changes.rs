//! The files that differ between two commits, and which of them differ in nothing but white space.

use http::Method;
use serde::Deserialize;

use super::api::Api;
use super::request::Request;
use super::route::route;
use crate::facts::{ChangedFile, Obstacle, RepoName, Seen, Untrusted};

/// The host lists no more files than this.
/// <https://docs.github.com/rest/commits/commits#compare-two-commits>
const MOST_FILES: usize = 300;

#[derive(Debug, Deserialize)]
struct Comparison {
    /// `ahead` where the later commit builds on the earlier one.
    status: Option<String>,
    #[serde(default)]
    files: Vec<FileShape>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct FileShape {
    filename: String,
    previous_filename: Option<String>,
    status: Option<String>,
    /// The name that git gives its content.
    sha: Option<String>,
    patch: Option<String>,
}

impl FileShape {
    /// True where both sides brought it to the same content.
    fn is_same_as(&self, other: &Self) -> bool {
        let content = |file: &Self| (file.status.as_deref() != Some("removed")).then(|| file.sha.clone());
        self.filename == other.filename && self.sha.is_some() && content(self) == content(other)
    }
}

/// Reads them; a file that was moved is there under both its names.
pub(super) async fn list(api: &Api, name: &RepoName, from: &str, to: &str) -> Seen<Vec<ChangedFile>> {
    let there = compare(api, name, from, to).await?;
    // The host compares with the last commit that both have. Where history was rewritten, what only the earlier one has
    // can be seen from the other side only.
    let is_built_on = matches!(there.status.as_deref(), Some("ahead" | "identical"));
    let back = if is_built_on { Vec::new() } else { compare(api, name, to, from).await?.files };
    Ok(differing(&there.files, &back))
}

async fn compare(api: &Api, name: &RepoName, from: &str, to: &str) -> Seen<Comparison> {
    let route = route(name, &["compare", &format!("{from}...{to}")]);
    let comparison: Comparison = api.read_json(&Request::new(Method::GET, route)).await?;
    if comparison.files.len() >= MOST_FILES {
        return Err(Obstacle::Unreadable { why: "more changed files than the host lists" });
    }
    Ok(comparison)
}

fn differing(there: &[FileShape], back: &[FileShape]) -> Vec<ChangedFile> {
    let is_same = |file: &FileShape, others: &[FileShape]| others.iter().any(|other| file.is_same_as(other));
    let one = there.iter().filter(|file| !is_same(file, back));
    let other = back.iter().filter(|file| !is_same(file, there));
    one.chain(other).flat_map(changed).collect()
}

fn changed(file: &FileShape) -> Vec<ChangedFile> {
    let (removed, added) = (lines(file.patch.as_deref(), '-'), lines(file.patch.as_deref(), '+'));
    let is_spacing = file.patch.is_some()
        && file.previous_filename.is_none()
        && removed.split_whitespace().eq(added.split_whitespace());
    let lines = file.patch.as_ref().map(|_| Untrusted::new(removed + &added));
    let names = [Some(&file.filename), file.previous_filename.as_ref()].into_iter().flatten();
    names.map(|path| ChangedFile { path: path.as_str().into(), lines: lines.clone(), is_spacing }).collect()
}

/// The lines of a patch that begin with a sign.
fn lines(patch: Option<&str>, sign: char) -> String {
    let ours = patch.unwrap_or_default().lines().filter_map(|line| line.strip_prefix(sign));
    ours.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(patch: Option<&str>) -> ChangedFile {
        changed(&shape("README.md", "1", patch)).remove(0)
    }

    fn shape(name: &str, sha: &str, patch: Option<&str>) -> FileShape {
        FileShape {
            filename: name.into(),
            previous_filename: None,
            status: Some("modified".into()),
            sha: Some(sha.into()),
            patch: patch.map(str::to_owned),
        }
    }

    #[test]
    fn what_both_sides_brought_to_the_same_is_no_change() {
        let removed = |name| FileShape { status: Some("removed".into()), ..shape(name, "0", None) };
        let there = vec![shape("a", "1", None), shape("b", "2", None), removed("c")];
        let back = vec![shape("a", "1", None), shape("b", "3", None), removed("c"), shape("d", "4", None)];
        let paths: Vec<_> = differing(&there, &back).into_iter().map(|file| file.path).collect();
        assert_eq!(paths, ["b".into(), "b".into(), "d".into()]);
    }

    #[test]
    fn white_space_is_no_change_of_content() {
        assert!(
            file(Some("@@ -1,2 +1,1 @@\n-Weather  now\n-and then\n+Weather now and then\n same")).is_spacing
        );
        let other = file(Some("@@ -1 +1 @@\n-Weather\n+Whether"));
        assert!(!other.is_spacing);
        assert_eq!(other.lines.unwrap().as_written(), "Weather\nWhether\n");
        assert!(!file(None).is_spacing, "what is not shown may be anything");
    }

    #[test]
    fn a_moved_file_is_there_under_both_names() {
        let shape = FileShape { previous_filename: Some("a.pdf".into()), ..shape("b.pdf", "1", None) };
        let paths: Vec<_> = changed(&shape).into_iter().map(|file| file.path).collect();
        assert_eq!(paths, ["b.pdf".into(), "a.pdf".into()]);
    }
}
