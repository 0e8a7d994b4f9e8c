//! Which files of a program are shown: those that its entry leads to, file by file.

use std::collections::{HashMap, HashSet, VecDeque};

use super::comments::Language;
use super::pairs::strings;
use super::{Source, Sources};

/// Names of the files with which a program begins.
const ENTRIES: &[&str] = &[
    "index",
    "main",
    "app",
    "_app",
    "_document",
    "layout",
    "root",
    "gatsby-browser",
    "gatsby-ssr",
    "bundle",
];

/// Folders whose files generators and file-system routers show by themselves.
const SHOWN_FOLDERS: &[&str] = &[
    "pages",
    "app",
    "routes",
    "_layouts",
    "_includes",
    "layouts",
    "_data",
    "_pages",
    "_posts",
    "_sections",
    "content",
    "data",
    "i18n",
    "locales",
    "templates",
];

/// Packages that show every file of `pages/` or `app/`.
const ROUTERS: &[&str] = &[
    "\"next\"",
    "\"gatsby\"",
    "\"astro\"",
    "\"nuxt\"",
    "\"nuxt3\"",
    "\"@sveltejs/kit\"",
    "\"@remix-run/react\"",
];

/// The files that a visitor may meet: everything but components that nothing shows.
pub(super) fn shown<'a>(sources: &'a Sources<'a>) -> HashSet<&'a str> {
    let has_router = ROUTERS.iter().any(|router| sources.depends_on(router));
    let by_stem = by_stem(sources);
    let mut shown: HashSet<&str> = HashSet::new();
    let mut queue: VecDeque<&Source<'_>> = VecDeque::new();
    for source in &sources.files {
        if is_root(source, has_router) && shown.insert(source.path) {
            queue.push_back(source);
        }
    }
    while let Some(source) = queue.pop_front() {
        for named in names(&source.text) {
            for target in by_stem.get(named.as_str()).into_iter().flatten() {
                if shown.insert(target.path) {
                    queue.push_back(target);
                }
            }
        }
    }
    shown
}

/// Files by their name without its ending; a folder's `index` by the name of the folder too.
fn by_stem<'a>(sources: &'a Sources<'a>) -> HashMap<String, Vec<&'a Source<'a>>> {
    let mut files: HashMap<String, Vec<&Source<'_>>> = HashMap::new();
    for source in &sources.files {
        let mut parts = source.path.rsplit('/');
        let stem = stem(parts.next().unwrap_or(source.path)).to_lowercase();
        if let ("index", Some(folder)) = (stem.as_str(), parts.next()) {
            files.entry(folder.to_lowercase()).or_default().push(source);
        }
        files.entry(stem).or_default().push(source);
    }
    files
}

/// True for files with which something begins, and for those that are no programs.
fn is_root(source: &Source<'_>, has_router: bool) -> bool {
    let mut folders: Vec<&str> = source.path.split('/').collect();
    let name = folders.pop().unwrap_or(source.path);
    let is_entry = ENTRIES.contains(&stem(name).to_lowercase().as_str());
    match source.language {
        Language::Lines | Language::Plain => true,
        Language::Script => (is_entry && folders.len() <= 2) || (has_router && is_in_shown_folder(&folders)),
        Language::Markup if source.text.starts_with("---") => true,
        Language::Markup => {
            is_entry
                || is_in_shown_folder(&folders)
                || name.rsplit_once('.').is_some_and(|(_, ending)| ending == "md")
        }
    }
}

fn is_in_shown_folder(folders: &[&str]) -> bool {
    folders.iter().any(|folder| SHOWN_FOLDERS.contains(folder))
}

/// `Nav.component.html` -> `Nav.component`; `App.jsx` -> `App`.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// What a file may lead to: the last parts of its strings that look like a file or a module, lower case.
fn names(text: &str) -> HashSet<String> {
    let mut found = HashSet::new();
    for (string, _) in strings(text) {
        if string.len() > 200 || string.contains(['\n', '<']) {
            continue;
        }
        let path = string.split(['?', '#']).next().unwrap_or(string).trim_end_matches('/');
        let last = path.rsplit('/').next().unwrap_or(path).to_lowercase();
        found.insert(stem(&last).to_owned());
        found.insert(last);
    }
    // `{% include menu.html %}`, `{{> menu}}`, `@include('menu')`
    for part in text.split("include").skip(1) {
        let name = part
            .trim_start_matches(['(', '_', 'r', 'e', 'l', 'a', 't', 'i', 'v', ' '])
            .split_whitespace()
            .next();
        found.extend(name.map(|name| stem(name.trim_matches(['"', '\'', ')'])).to_lowercase()));
    }
    found
}
