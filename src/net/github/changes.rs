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
    #[serde(default)]
    files: Vec<FileShape>,
}

#[derive(Debug, Deserialize)]
struct FileShape {
    filename: String,
    previous_filename: Option<String>,
    patch: Option<String>,
}

/// Reads them; a file that was moved is there under both its names.
pub(super) async fn list(api: &Api, name: &RepoName, from: &str, to: &str) -> Seen<Vec<ChangedFile>> {
    let route = route(name, &["compare", &format!("{from}...{to}")]);
    let comparison: Comparison = api.read_json(&Request::new(Method::GET, route)).await?;
    if comparison.files.len() >= MOST_FILES {
        return Err(Obstacle::Unreadable { why: "more changed files than the host lists" });
    }
    Ok(comparison.files.into_iter().flat_map(changed).collect())
}

fn changed(file: FileShape) -> Vec<ChangedFile> {
    let (removed, added) = (lines(file.patch.as_deref(), '-'), lines(file.patch.as_deref(), '+'));
    let is_spacing = file.patch.is_some()
        && file.previous_filename.is_none()
        && removed.split_whitespace().eq(added.split_whitespace());
    let lines = file.patch.map(|_| Untrusted::new(removed + &added));
    let names = [Some(file.filename), file.previous_filename].into_iter().flatten();
    names.map(|path| ChangedFile { path: path.into(), lines: lines.clone(), is_spacing }).collect()
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
        let shape = FileShape {
            filename: "README.md".into(),
            previous_filename: None,
            patch: patch.map(str::to_owned),
        };
        changed(shape).remove(0)
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
        let shape =
            FileShape { filename: "b.pdf".into(), previous_filename: Some("a.pdf".into()), patch: None };
        let paths: Vec<_> = changed(shape).into_iter().map(|file| file.path).collect();
        assert_eq!(paths, ["b.pdf".into(), "a.pdf".into()]);
    }
}
