//! Which HTML files of a site a visitor can come to: the rest are templates, samples and old copies.

use std::collections::{BTreeSet, VecDeque};

use super::path::resolved;
use crate::parse::tree::{SourceFile, Tree, parent};

/// The HTML files that are reached from an `index.html` through links; all of them where there is none to begin with.
pub(super) fn reachable(tree: &Tree) -> BTreeSet<&str> {
    let pages: Vec<&SourceFile> = tree.files().iter().filter(|file| is_page(&file.path)).collect();
    let depth = |file: &SourceFile| file.path.matches('/').count();
    let highest = pages.iter().filter(|file| is_index(&file.path)).map(|file| depth(file)).min();
    let starts = pages.iter().filter(|file| is_index(&file.path) && Some(depth(file)) == highest);
    let mut queue: VecDeque<&SourceFile> = starts.copied().collect();
    // Of a generator, the menus stand in parts and the addresses follow from its rules.
    let is_generated = queue.iter().any(|file| file.bytes.starts_with(b"---"));
    if queue.is_empty() || is_generated {
        return pages.into_iter().map(|file| file.path.as_str()).collect();
    }
    let mut reached: BTreeSet<&str> = queue.iter().map(|file| file.path.as_str()).collect();
    while let Some(file) = queue.pop_front() {
        let text = file.text();
        for target in targets(&text).filter_map(|href| page_at(tree, parent(&file.path), href)) {
            if reached.insert(&target.path) {
                queue.push_back(target);
            }
        }
    }
    reached
}

/// True for a page by itself; not for the part of one that a generator or framework puts together.
pub(super) fn is_page(path: &str) -> bool {
    let is_html = matches!(path.rsplit('.').next(), Some("html" | "htm"));
    is_html && !path.contains(".component.") && !path.split('/').any(|folder| PART_FOLDERS.contains(&folder))
}

/// Folders of parts of pages.
const PART_FOLDERS: &[&str] =
    &["_includes", "_layouts", "includes", "layouts", "partials", "templates", "views"];

fn is_index(path: &str) -> bool {
    matches!(path.rsplit('/').next(), Some("index.html" | "index.htm"))
}

/// Everything in quotation marks that may be an address of a page, in tags and in handlers.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| matches!(c, '"' | '\'' | '>' | '<' | '(' | ')' | '\n');
    text.split(ends)
        .map(str::trim)
        .filter(|part| !part.is_empty() && part.len() < 200 && !part.contains("://"))
}

/// The page that an address leads to, from a folder of the tree; folders have an `index.html`, endings may be left out.
fn page_at<'a>(tree: &'a Tree, folder: &str, href: &str) -> Option<&'a SourceFile> {
    let path = resolved(folder, href)?;
    let endings = ["", ".html", "/index.html"].map(|ending| format!("{path}{ending}"));
    endings
        .iter()
        .map(|path| path.trim_start_matches('/'))
        .find_map(|path| tree.file(path).filter(|_| is_page(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reached(files: &[(&str, &str)]) -> Vec<String> {
        let sources =
            files.iter().map(|(path, text)| SourceFile { path: (*path).into(), bytes: (*text).into() });
        let tree =
            Tree::new(files.iter().map(|(path, _)| (*path).to_owned()).collect(), sources.collect(), None);
        reachable(&tree).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn pages_are_reached_through_links() {
        let files = [
            (
                "index.html",
                "<a href='work.html#top'>Work</a> <button onclick=\"location.href='me/'\">Me</button>",
            ),
            ("work.html", "<a href=\"/projects/chess\">Chess</a>"),
            ("projects/chess.html", "<a href='../index.html'>Home</a>"),
            ("me/index.html", ""),
            ("old/index.html", "<a href='sample.html'>Sample</a>"),
            ("old/sample.html", ""),
        ];
        assert_eq!(reached(&files), ["index.html", "me/index.html", "projects/chess.html", "work.html"]);
    }

    #[test]
    fn of_a_generator_all_pages_count() {
        let files =
            [("index.html", "---\nlayout: home\n---\n"), ("work.html", ""), ("_includes/head.html", "")];
        assert_eq!(reached(&files), ["index.html", "work.html"]);
    }

    #[test]
    fn without_a_beginning_all_pages_count() {
        assert_eq!(reached(&[("home.html", ""), ("work.html", "")]), ["home.html", "work.html"]);
        assert_eq!(
            reached(&[("public/index.html", ""), ("src/app/app.component.html", "")]),
            ["public/index.html"]
        );
    }
}
