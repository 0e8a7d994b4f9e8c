//! Which files belong to the site, and which file a link of the source leads to.

use crate::facts::ResumeLink;
use crate::parse::resume_address::{decoded, ends_like_a_document};
use crate::parse::tree::{Tree, parent};

/// Folders of tests, of what a tool made, and of what is about the repository rather than the site.
const OTHER_FOLDERS: &[&str] = &[
    ".github",
    "test",
    "tests",
    "__tests__",
    "__mocks__",
    "cypress",
    "e2e",
    "coverage",
    "storybook",
    "stories",
    "node_modules",
    "dist",
    "build",
    "out",
    "_site",
    "exampleSite",
    "examples",
];

/// Folders whose files a site serves from its top.
const SERVED: &[&str] = &[
    "public",
    "static",
    "docs",
    "src",
    "app",
    "www",
    "assets",
    "source",
    "src/public",
    "client/public",
    "frontend/public",
];

/// Where the file behind a link of the source is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InSource {
    /// In the source, at this path.
    File(String),
    /// It should be in the source and is not.
    Missing {
        /// The path of a file of nearly that name.
        nearest: Option<String>,
    },
    /// Not a file of the source: another host, or a page that is made when the site is built.
    Elsewhere,
}

/// Finds the file that a link of the source leads to.
pub fn file_of(tree: &Tree, link: &ResumeLink) -> InSource {
    let href = link.href.as_written();
    let is_outside = href.contains("://") || href.starts_with("//");
    let path = decoded(href.split(['?', '#']).next().unwrap_or(href));
    let path = path.trim_start_matches("./").trim_start_matches("../").trim_start_matches('/');
    if is_outside || link.url.is_none() || !ends_like_a_document(path) || tree.cut().is_some() {
        return InSource::Elsewhere;
    }
    let beside = format!("{}/{path}", parent(link.on_page.as_written()));
    let served = SERVED.iter().map(|folder| format!("{folder}/{path}"));
    let exact = [path.to_owned(), beside].into_iter().chain(served).find(|candidate| tree.has(candidate));
    if let Some(path) = exact {
        return InSource::File(path);
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let named = |other: &&str| other.rsplit('/').next() == Some(name);
    // An alias, or a part of the path that the build takes away: the file is there.
    if let Some(other) = tree.paths().find(named) {
        return InSource::File(other.to_owned());
    }
    let lower = name.to_lowercase();
    let nearest = tree.paths().find(|other| other.to_lowercase().rsplit('/').next() == Some(lower.as_str()));
    InSource::Missing { nearest: nearest.map(str::to_owned) }
}

/// True for files that the site is made of.
pub(super) fn is_of_the_site(path: &str, tree: &Tree) -> bool {
    let mut parts: Vec<&str> = path.split('/').collect();
    let name = parts.pop().unwrap_or(path).to_ascii_lowercase();
    let is_page_readme =
        parts.is_empty() && !has_index(tree) && (tree.has("_config.yml") || !has_pages(tree));
    let is_about_the_repository = (name.starts_with("readme") && !is_page_readme)
        || name.starts_with("changelog")
        || name.starts_with("license")
        || name.starts_with("contributing");
    let is_other_file = ["package-lock.json", "tsconfig.json", "manifest.json", "composer.json"]
        .contains(&name.as_str())
        || [".test.", ".spec.", ".stories.", ".config.", ".min.", ".d.ts"]
            .iter()
            .any(|mark| name.contains(mark))
            && !name.starts_with("gatsby-config");
    !is_about_the_repository && !is_other_file && !parts.iter().any(|part| OTHER_FOLDERS.contains(part))
}

/// Where a repository has no page, its README is the page that GitHub Pages makes of it.
fn has_pages(tree: &Tree) -> bool {
    tree.has("package.json")
        || tree.paths().any(|path| {
            path.rsplit_once('.')
                .is_some_and(|(_, ending)| matches!(ending, "html" | "htm" | "php" | "vue" | "jsx" | "tsx"))
        })
}

fn has_index(tree: &Tree) -> bool {
    ["index.html", "index.md", "index.markdown"].iter().any(|name| tree.has(name))
}

/// A theme of `WordPress` and its like: the pages lie in a database.
pub(super) fn is_theme_of_a_content_system(tree: &Tree) -> bool {
    tree.has("functions.php") || tree.has("wp-config.php") || tree.has("wp-config-sample.php")
}
