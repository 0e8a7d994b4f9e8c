//! Lists of projects, wherever they stand: data files, components, READMEs, pages. One entry is what a reader sees as one.

mod cards;
mod collection;
mod discover;
mod jsx;
mod linked;
mod markdown;
mod pages;
mod path;
mod pinned;
mod placeholder;
mod readme;
mod records;
mod remote;
mod source;
mod words;

pub use discover::{Lists, is_same_project};
pub use markdown::{MarkdownLink, links};
pub use pages::{cards_of, is_page_of_projects};
pub use pinned::pinned;
pub use remote::{has_site, is_filled_by_scripts};

use url::Url;

use super::repo_link::RepoLink;
use super::tree::{Tree, parent};
use crate::facts::{FoundIn, Place, RepoName, Shown};

/// One entry of a list of projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name as shown; empty where nothing names it.
    pub name: String,
    /// Its repositories, the first to be named first.
    pub repos: Vec<RepoLink>,
    /// The folder of the portfolio repository that its code lies in.
    pub folder: Option<String>,
    /// The address of its code on another host than the code host.
    pub elsewhere: Option<String>,
    /// The address where it can be tried.
    pub demo: Option<String>,
    /// The source it was found in.
    pub found_in: FoundIn,
    /// Where it stands.
    pub at: Place,
    /// How it is shown; none where it is only named.
    pub shown: Option<Shown>,
}

impl Entry {
    /// True where it says where its code is.
    fn has_code(&self) -> bool {
        !self.repos.is_empty() || self.folder.is_some() || self.elsewhere.is_some()
    }

    /// True where both lead to the same code, or have no code and the same name and demo.
    fn is_same(&self, other: &Self) -> bool {
        let share = self.repos.iter().any(|link| other.repos.contains(link));
        let same_folder = self.folder.is_some() && self.folder == other.folder;
        let same_words = words::plain(&self.name) == words::plain(&other.name) && self.demo == other.demo;
        share || same_folder || !self.has_code() && !other.has_code() && same_words
    }

    fn complete_from(&mut self, other: Self) {
        if self.name.is_empty() {
            self.name = other.name;
        }
        for link in other.repos {
            if !self.repos.contains(&link) {
                self.repos.push(link);
            }
        }
        self.folder = self.folder.take().or(other.folder);
        self.elsewhere = self.elsewhere.take().or(other.elsewhere);
        self.demo = self.demo.take().or(other.demo);
        self.shown = self.shown.take().or(other.shown);
    }

    /// An entry that has no more than its place.
    pub fn at(place: Place, found_in: FoundIn) -> Self {
        Self {
            name: String::new(),
            repos: Vec::new(),
            folder: None,
            elsewhere: None,
            demo: None,
            found_in,
            at: place,
            shown: None,
        }
    }
}

/// Puts entries that lead to the same repository and folder together; each stays where it was met first.
pub fn distinct(entries: Vec<Entry>) -> Vec<Entry> {
    let mut kept: Vec<Entry> = Vec::new();
    for entry in entries {
        match kept.iter_mut().find(|known| known.is_same(&entry)) {
            Some(known) => known.complete_from(entry),
            None => kept.push(entry),
        }
    }
    kept
}

/// Endings of programs, by which a folder of code is told from one of pages or pictures.
const CODE_ENDINGS: &[&str] = &[
    "js", "jsx", "ts", "tsx", "py", "rb", "java", "cs", "go", "rs", "php", "c", "cpp", "swift", "kt",
    "ipynb", "sql", "r",
];

/// The portfolio repository in which lists are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// Its name, where it is known.
    pub name: Option<&'a RepoName>,
    /// The code host's address.
    pub server: &'a Url,
    /// Its files.
    pub tree: &'a Tree,
}

impl Surroundings<'_> {
    /// The place of a line in one of its files.
    pub fn place(&self, path: &str, line: u32) -> Place {
        Place::File { repository: self.name.cloned(), path: path.into(), line: Some(line) }
    }

    /// The folder of the portfolio that a relative address on a page in `page_folder` leads to, where code lies in it.
    fn folder_at(&self, page_folder: &str, href: &str) -> Option<String> {
        let target = path::resolved(page_folder, href)?;
        let is_index = |name: &str| {
            matches!(name, "index.html" | "index.htm")
                || self.tree.readme_path(parent(&target)) == Some(&target)
        };
        let name = target.rsplit('/').next().unwrap_or_default();
        let folder = if is_index(name) { parent(&target) } else { &target };
        let is_code = |path: &str| CODE_ENDINGS.contains(&path.rsplit('.').next().unwrap_or_default());
        let inside = format!("{folder}/");
        let has_code = || self.tree.paths().any(|path| path.starts_with(&inside) && is_code(path));
        let is_project = !folder.is_empty() && (self.tree.readme_path(folder).is_some() || has_code());
        is_project.then(|| folder.to_owned())
    }

    /// Gives an entry what an address leads to: a repository, a folder of the portfolio, or nothing.
    /// True where the address is one of code.
    fn add_code(&self, entry: &mut Entry, link: RepoLink) -> bool {
        if self.name.is_some_and(|name| *name == link.name) {
            // The portfolio itself is no project; a folder of it can be one.
            let folder = link.folder.filter(|folder| self.tree.has_folder(folder));
            let is_code = folder.is_some();
            entry.folder = entry.folder.take().or(folder);
            return is_code;
        }
        let is_profile = link.name.owner().eq_ignore_ascii_case(link.name.name());
        // Where it is not known what this portfolio is called, the site of an account is the portfolio itself.
        let is_user_site =
            self.name.is_none() && link.name.name().to_ascii_lowercase().ends_with(".github.io");
        if words::is_tool(&link.name) || is_profile || is_user_site {
            return false;
        }
        if !entry.repos.iter().any(|known| known.name == link.name) {
            entry.repos.push(link);
        }
        true
    }
}
