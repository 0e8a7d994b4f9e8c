//! The lists of projects in the source of a site: which files are read, how, and what is made of several lists.

use super::collection;
use super::jsx::to_html;
use super::linked::{is_page, reachable};
use super::pages::PageSource;
use super::placeholder::without_placeholders;
use super::records::{Form, Found, Records, Sign};
use super::{Entry, Surroundings, words};
use crate::parse::data::{Named, in_script, in_yaml};
use crate::parse::tree::SourceFile;

/// The entries of lists in the tree that are called lists of projects, and of others that link repositories.
pub(super) fn in_source(surroundings: Surroundings<'_>) -> (Vec<Entry>, Vec<Entry>) {
    let reachable = reachable(surroundings.tree);
    let is_shown = |file: &&SourceFile| !is_page(&file.path) || reachable.contains(file.path.as_str());
    let files = surroundings.tree.files().iter().filter(|file| !is_foreign(file)).filter(is_shown);
    let found: Vec<Found> = files.flat_map(|file| lists(file, surroundings)).collect();
    let (called, linked): (Vec<Found>, Vec<Found>) =
        found.into_iter().partition(|list| list.sign == Sign::Name);
    (entries(called), entries(linked))
}

fn entries(mut found: Vec<Found>) -> Vec<Entry> {
    if found.iter().any(|list| list.form == Form::Records && list.entries.len() > 1) {
        // Where a site is made from data, a page holds the frame of its list: headings, a pattern, a picture.
        found.retain(|list| {
            list.form == Form::Records || list.entries.iter().filter(|entry| entry.has_code()).count() > 1
        });
    }
    without_placeholders(found.into_iter().flat_map(|list| list.entries).collect())
}

fn lists(file: &SourceFile, surroundings: Surroundings<'_>) -> Vec<Found> {
    let text = file.text();
    let records = Records { surroundings, path: &file.path };
    let page = PageSource { surroundings, path: &file.path, text: &text };
    match ending(&file.path) {
        "yml" | "yaml" => records.lists(&in_yaml(&text).into_iter().map(Named::whole).collect::<Vec<_>>()),
        "json" => records.lists(&in_script(&text)),
        "js" | "jsx" | "mjs" | "cjs" | "ts" | "tsx" => {
            let mut found = records.lists(&in_script(&text));
            found.extend(page.lists(&to_html(&text)));
            found
        }
        "vue" | "svelte" | "astro" | "html" | "htm" => {
            let mut found = records.lists(&in_script(&text));
            found.extend(page.lists(&text));
            found
        }
        "md" | "mdx" | "markdown" => collection::lists(file, surroundings),
        _ => Vec::new(),
    }
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Names of files that tools read.
const TOOL_FILES: &str = "package.json, package-lock.json, composer.json, tsconfig.json, manifest.json, vercel.json, \
    netlify.toml, firebase.json, angular.json, app.json, bower.json, components.json, _config.yml, \
    _config.yaml, pnpm-lock.yaml, asset-manifest.json, gatsby-config.js, next.config.js, \
    vite.config.js, vite.config.ts, webpack.config.js, tailwind.config.js, docker-compose.yml";

/// The student's own word on what counts, which shows nothing to visitors.
const DECLARATION: &str = "portfolio.yml";

/// Folders of what a tool made, of tests and of automation.
const TOOL_FOLDERS: &str = ".github, .circleci, __tests__, tests, test, cypress, coverage, stories, plugins";

/// True for files that no student wrote by hand, and for those that no visitor sees.
pub(super) fn is_foreign(file: &SourceFile) -> bool {
    let mut parts: Vec<&str> = file.path.split('/').collect();
    let name = parts.pop().unwrap_or_default();
    let is_built = name.contains(".min.")
        || name.contains(".chunk.")
        || name.contains(".test.")
        || name.contains(".spec.");
    file.path == DECLARATION
        || words::is_among(TOOL_FILES, name)
        || is_built
        || parts.iter().any(|part| words::is_among(TOOL_FOLDERS, part))
        || is_packed(&file.bytes)
}

/// True for what a packer wrote: long text with hardly a line break.
fn is_packed(bytes: &[u8]) -> bool {
    let lines = bytes.split(|byte| *byte == b'\n').count();
    bytes.len() > 30_000 && bytes.len() / lines > 500
}
