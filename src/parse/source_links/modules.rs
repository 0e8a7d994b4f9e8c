//! Which files of a program are shown: those that its entry leads to, file by file.

use std::collections::{HashMap, HashSet, VecDeque};

use super::comments::Language;
use super::pairs::strings;
use super::tags::tags;
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
    let files = Files::of(sources);
    let mut shown: HashSet<&str> = HashSet::new();
    let mut queue: VecDeque<&Source<'_>> = VecDeque::new();
    for source in &sources.files {
        if is_root(source, has_router) && shown.insert(source.path) {
            queue.push_back(source);
        }
    }
    while let Some(source) = queue.pop_front() {
        for named in names(source) {
            for target in files.called(&named) {
                if shown.insert(target.path) {
                    queue.push_back(target);
                }
            }
        }
    }
    shown
}

/// Files by what other files call them.
#[derive(Debug, Default)]
struct Files<'a> {
    /// By the name without its ending; a folder's `index` by the name of the folder too.
    by_stem: HashMap<String, Vec<&'a Source<'a>>>,
    /// By the name of the folder.
    by_folder: HashMap<String, Vec<&'a Source<'a>>>,
}

impl<'a> Files<'a> {
    fn of(sources: &'a Sources<'a>) -> Self {
        let mut files = Self::default();
        for source in &sources.files {
            let mut parts = source.path.rsplit('/');
            let stem = bare(stem(parts.next().unwrap_or(source.path)));
            let folder = parts.next().map(bare);
            if let ("index", Some(folder)) = (stem.as_str(), &folder) {
                files.by_stem.entry(folder.clone()).or_default().push(source);
            }
            files.by_stem.entry(stem).or_default().push(source);
            files.by_folder.entry(folder.unwrap_or_default()).or_default().push(source);
        }
        files
    }

    fn called(&self, named: &Named) -> &[&'a Source<'a>] {
        let found = match named {
            Named::File(stem) => self.by_stem.get(stem),
            Named::AllOf(folder) => self.by_folder.get(folder),
        };
        found.map_or(&[], Vec::as_slice)
    }
}

/// What a file names.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Named {
    /// One file, by its bare name.
    File(String),
    /// Every file of a folder: `import(`./views/${name}.vue`)`.
    AllOf(String),
}

/// Lower case without hyphens and underscores: `<site-menu>` is `SiteMenu.vue`.
fn bare(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_')).flat_map(char::to_lowercase).collect()
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

/// What a file may lead to: the last parts of its strings that look like a file or a module, included templates, and
/// components that it uses as tags.
fn names(source: &Source<'_>) -> HashSet<Named> {
    let text = source.text.as_ref();
    let mut found = HashSet::new();
    for (string, _) in strings(text) {
        if string.len() > 200 || string.contains(['\n', '<']) {
            continue;
        }
        if let Some((before, _)) = string.split_once("${").or_else(|| string.split_once('*')) {
            let folder = before.rsplit_once('/').and_then(|(folder, _)| folder.rsplit('/').next());
            found.extend(folder.map(|folder| Named::AllOf(bare(folder))));
        }
        let path = string.split(['?', '#']).next().unwrap_or(string).trim_end_matches('/');
        let last = path.rsplit('/').next().unwrap_or(path);
        found.insert(Named::File(bare(stem(last))));
        found.insert(Named::File(bare(last)));
    }
    // `{% include menu.html %}`, `{{> menu}}`, `include('menu')`
    for part in text.split("include").skip(1) {
        let name =
            part.trim_start_matches("_relative").trim_start_matches(['(', ' ']).split_whitespace().next();
        found.extend(name.map(|name| Named::File(bare(stem(name.trim_matches(['"', '\'', ')']))))));
    }
    let is_own = |name: &str| name.contains('-') || name.starts_with(|c: char| c.is_ascii_uppercase());
    found.extend(tags(text).iter().filter(|tag| is_own(tag.name)).map(|tag| Named::File(bare(tag.name))));
    found
}
