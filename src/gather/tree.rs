//! Reads a folder once: all paths, and the files whose kind says something about a portfolio, within limits.

use std::collections::{BTreeSet, VecDeque};
use std::fs;
use std::io;
use std::path::Path;

use crate::facts::Obstacle;
use crate::parse::tree::{MAX_FILE_BYTES, SourceFile, Tree};

/// Endings of the files that are read.
const KINDS: &[&str] = &[
    "csv", "tsv", "md", "markdown", "mdx", "rst", "adoc", "txt", "html", "htm", "yml", "yaml", "json",
    "toml", "js", "jsx", "mjs", "cjs", "ts", "tsx", "vue", "svelte", "astro", "liquid", "njk", "hbs", "ejs",
    "pug", "haml", "erb", "php",
];

/// Files without a telling ending that are read.
const NAMES: &[&str] = &["CNAME", "README", "Gemfile", "Makefile", "Rakefile", "Dockerfile", "Procfile"];

/// Folders that hold other people's code, or what a tool made of the student's.
const FOREIGN_FOLDERS: &[&str] = &[
    ".git",
    ".hg",
    ".svn",
    ".cache",
    ".idea",
    ".next",
    ".nuxt",
    ".output",
    ".parcel-cache",
    ".svelte-kit",
    ".venv",
    ".vscode",
    ".yarn",
    "__pycache__",
    "bower_components",
    "node_modules",
    "target",
    "vendor",
    "venv",
];

/// How far the reading goes.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// Files that are read.
    files: usize,
    /// Bytes that are read.
    bytes: u64,
    /// Paths that are listed.
    paths: usize,
}

const LIMITS: Limits = Limits { files: 2_000, bytes: 32_000_000, paths: 50_000 };

/// Reads the files below a folder; one that cannot be opened is listed and not read.
///
/// # Errors
/// When the folder itself cannot be listed.
pub(super) fn read_tree(root: &Path) -> io::Result<Tree> {
    read_within(root, LIMITS)
}

fn read_within(root: &Path, limits: Limits) -> io::Result<Tree> {
    let listing = Listing::of(root, limits.paths)?;
    let mut is_cut = listing.is_cut;
    let mut wanted: Vec<&String> = listing.paths.iter().filter(|path| is_telling(path)).collect();
    // Near the top lie the README, the pages and the data of a portfolio; deep down lie copies and samples.
    wanted.sort_by_key(|path| path.matches('/').count());
    let mut files = Vec::new();
    let mut bytes_left = limits.bytes;
    for path in wanted {
        let Some(bytes) = read_small(&root.join(path)) else { continue };
        let size = bytes.len() as u64;
        if files.len() == limits.files || size > bytes_left {
            is_cut = true;
            break;
        }
        bytes_left -= size;
        files.push(SourceFile { path: path.clone(), bytes });
    }
    let cut = is_cut.then_some(Obstacle::TooLarge { limit_bytes: limits.bytes });
    Ok(Tree::new(listing.paths, files, cut).with_unlisted(listing.foreign))
}

fn is_telling(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let kind = name.rsplit_once('.').map(|(_, kind)| kind.to_ascii_lowercase());
    kind.is_some_and(|kind| KINDS.contains(&kind.as_str()))
        || NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn read_small(path: &Path) -> Option<Vec<u8>> {
    let is_small = fs::metadata(path).is_ok_and(|metadata| metadata.len() <= MAX_FILE_BYTES);
    if is_small { fs::read(path).ok() } else { None }
}

/// The paths below a folder.
struct Listing {
    paths: BTreeSet<String>,
    /// Folders of other people's code, which are not looked into.
    foreign: BTreeSet<String>,
    is_cut: bool,
}

impl Listing {
    /// Lists the nearest folders first.
    fn of(root: &Path, max_paths: usize) -> io::Result<Self> {
        let root = root.canonicalize()?;
        let mut listing = Self { paths: BTreeSet::new(), foreign: BTreeSet::new(), is_cut: false };
        let mut folders = VecDeque::new();
        listing.add(&root, "", fs::read_dir(&root)?, &mut folders);
        while let Some(prefix) = folders.pop_front() {
            if listing.paths.len() >= max_paths {
                listing.is_cut = true;
                break;
            }
            if let Ok(entries) = fs::read_dir(root.join(&prefix)) {
                listing.add(&root, &prefix, entries, &mut folders);
            }
        }
        Ok(listing)
    }

    fn add(&mut self, root: &Path, prefix: &str, entries: fs::ReadDir, folders: &mut VecDeque<String>) {
        for entry in entries.flatten() {
            let (Some(name), Ok(kind)) = (entry.file_name().to_str().map(str::to_owned), entry.file_type())
            else {
                continue;
            };
            let path = format!("{prefix}{name}");
            // A link to a folder may lead round in a circle, a link to a file may lead out of the checkout.
            let is_file = kind.is_file() || kind.is_symlink() && leads_to_file_inside(root, &entry.path());
            if is_file {
                self.paths.insert(path);
            } else if kind.is_dir() && FOREIGN_FOLDERS.contains(&name.as_str()) {
                self.foreign.insert(path);
            } else if kind.is_dir() {
                folders.push_back(format!("{path}/"));
            }
        }
    }
}

fn leads_to_file_inside(root: &Path, link: &Path) -> bool {
    link.canonicalize().is_ok_and(|target| target.starts_with(root) && target.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn read_paths(tree: &Tree) -> Vec<&str> {
        tree.files().iter().map(|file| file.path.as_str()).collect()
    }

    #[test]
    fn telling_files_are_read_and_all_paths_are_known() {
        let files = [
            ("README.md", "# A"),
            ("public/CNAME", "a.example"),
            ("img/cat.png", "x"),
            ("node_modules/react/README.md", "no"),
            (".git/config", "no"),
        ];
        let folder = folder(&files);
        let tree = read_tree(folder.path()).unwrap();
        assert_eq!(read_paths(&tree), ["README.md", "public/CNAME"]);
        assert_eq!(tree.paths().collect::<Vec<_>>(), ["README.md", "img/cat.png", "public/CNAME"]);
        assert!(tree.cut().is_none());
    }

    #[test]
    fn limits_stop_the_reading_and_are_told() {
        let folder =
            folder(&[("a/b/c/deep.md", "1234"), ("z.md", "1234"), ("big.txt", &"x".repeat(1_000_001))]);
        let few = read_within(folder.path(), Limits { files: 1, ..LIMITS }).unwrap();
        assert_eq!(read_paths(&few), ["z.md"], "the nearest file comes first");
        assert!(few.cut().is_some());
        let small = read_within(folder.path(), Limits { bytes: 5, ..LIMITS }).unwrap();
        assert_eq!((read_paths(&small), small.cut().is_some()), (vec!["z.md"], true));
        let short = read_within(folder.path(), Limits { paths: 1, ..LIMITS }).unwrap();
        assert!(short.cut().is_some());
        assert!(read_tree(folder.path()).unwrap().has("big.txt"), "listed, not read");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_inside_the_folder_only() {
        use std::os::unix::fs::symlink;
        let secret = folder(&[("secret.md", "no")]);
        let folder = folder(&[("real.md", "yes")]);
        symlink(secret.path().join("secret.md"), folder.path().join("out.md")).unwrap();
        symlink(secret.path(), folder.path().join("outside")).unwrap();
        symlink(folder.path(), folder.path().join("round")).unwrap();
        symlink("real.md", folder.path().join("inside.md")).unwrap();
        let tree = read_tree(folder.path()).unwrap();
        assert_eq!(read_paths(&tree), ["inside.md", "real.md"]);
    }
}
