//! From the path of a request to a file of the folder: the exact spelling, nothing hidden, nothing outside.

use std::io;
use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

/// A folder with a site in it.
#[derive(Debug)]
pub(super) struct Folder {
    root: PathBuf,
}

/// What lies at a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A file.
    File(PathBuf),
    /// A folder that was asked for without its slash.
    Folder,
    /// Nothing that anybody may see.
    Nothing,
}

impl Folder {
    /// A folder by its path.
    ///
    /// # Errors
    /// When it does not exist or is none.
    pub(super) fn open(root: &Path) -> io::Result<Self> {
        let root = root.canonicalize()?;
        if root.is_dir() { Ok(Self { root }) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    /// Finds what a path of a request names, percent signs and all.
    pub(super) fn find(&self, path: &str) -> Found {
        let (folders, name) = path.rsplit_once('/').unwrap_or_default();
        let folder = folders.split('/').skip(1).try_fold(self.root.clone(), |folder, part| {
            let part = percent_decode_str(part).decode_utf8().ok()?;
            entry(&folder, &part).filter(|path| path.is_dir())
        });
        match (folder, percent_decode_str(name).decode_utf8()) {
            (Some(folder), Ok(name)) => self.find_in(&folder, &name),
            _ => Found::Nothing,
        }
    }

    /// `404.html` at the top.
    pub(super) fn not_found_page(&self) -> Option<PathBuf> {
        self.file(&self.root, "404.html")
    }

    fn find_in(&self, folder: &Path, name: &str) -> Found {
        if name.is_empty() {
            return self.file(folder, "index.html").map_or(Found::Nothing, Found::File);
        }
        if let Some(file) = self.file(folder, name).or_else(|| self.file(folder, &format!("{name}.html"))) {
            return Found::File(file);
        }
        match entry(folder, name) {
            Some(path) if path.is_dir() && self.is_open(&path) => Found::Folder,
            _ => Found::Nothing,
        }
    }

    fn file(&self, folder: &Path, name: &str) -> Option<PathBuf> {
        entry(folder, name).filter(|path| path.is_file() && self.is_open(path))
    }

    /// True where a path, symbolic links followed, stays in the folder and passes through nothing hidden.
    fn is_open(&self, path: &Path) -> bool {
        let Ok(real) = path.canonicalize() else { return false };
        let inside = real.strip_prefix(&self.root);
        inside.is_ok_and(|inside| !inside.components().any(is_hidden))
    }
}

/// Git's folder is one; `.well-known` is meant for visitors.
fn is_hidden(part: Component<'_>) -> bool {
    let name = part.as_os_str();
    name.as_encoded_bytes().starts_with(b".") && name != ".well-known"
}

/// An entry of a folder by its exact name. A disk that ignores case would give `Resume.pdf` for `resume.pdf`, where the
/// host gives nothing, so the names are compared; `..`, or a name with a separator in it, is no entry's name.
fn entry(folder: &Path, name: &str) -> Option<PathBuf> {
    let path = folder.join(name);
    path.symlink_metadata().ok()?;
    let is_spelled_so =
        folder.read_dir().ok()?.any(|entry| entry.is_ok_and(|entry| entry.file_name() == name));
    is_spelled_so.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn write(root: &Path, files: &[&str]) {
        for file in files {
            let path = root.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
    }

    /// The file that is found, or what else.
    fn found(folder: &Folder, path: &str) -> String {
        match folder.find(path) {
            Found::File(path) => fs::read_to_string(path).unwrap(),
            Found::Folder => "folder".into(),
            Found::Nothing => "nothing".into(),
        }
    }

    #[test]
    fn finds_what_the_host_would_show() {
        let root = tempfile::tempdir().unwrap();
        write(
            root.path(),
            &[
                "index.html",
                "about.html",
                "Resume.pdf",
                "my cv.pdf",
                "100%.html",
                "é.html",
                "shop/index.html",
            ],
        );
        write(
            root.path(),
            &["both.html", "both/index.html", "bare/a.txt", "dir.html/index.html", ".well-known/x"],
        );
        let folder = Folder::open(root.path()).unwrap();
        for (path, expected) in [
            ("/", "index.html"),
            ("/index.html", "index.html"),
            ("/index", "index.html"),
            ("/about", "about.html"),
            ("/about/", "nothing"),
            ("/about.html/", "nothing"),
            ("/Resume.pdf", "Resume.pdf"),
            ("/resume.pdf", "nothing"),
            ("/RESUME.PDF", "nothing"),
            ("/Shop/", "nothing"),
            ("/my%20cv.pdf", "my cv.pdf"),
            ("/my+cv.pdf", "nothing"),
            ("/100%25", "100%.html"),
            ("/%C3%A9", "é.html"),
            ("/%E9", "nothing"),
            ("/shop", "folder"),
            ("/shop/", "shop/index.html"),
            ("/shop/index.html", "shop/index.html"),
            ("/both", "both.html"),
            ("/both/", "both/index.html"),
            ("/bare", "folder"),
            ("/bare/", "nothing"),
            ("/bare/a.txt", "bare/a.txt"),
            ("/dir.html", "folder"),
            ("/.well-known/x", ".well-known/x"),
            ("/nothing", "nothing"),
            ("//", "nothing"),
            ("/shop//index.html", "nothing"),
        ] {
            assert_eq!(found(&folder, path), expected, "{path}");
        }
    }

    #[test]
    fn shows_nothing_hidden_and_nothing_outside() {
        let outer = tempfile::tempdir().unwrap();
        write(
            outer.path(),
            &["secret.html", "site/index.html", "site/.git/config", "site/.env", "site/a/b.html"],
        );
        let folder = Folder::open(&outer.path().join("site")).unwrap();
        for path in [
            "/.git/config",
            "/.git",
            "/.git/",
            "/.env",
            "/%2egit/config",
            "/../secret.html",
            "/..%2fsecret.html",
            "/%2e%2e/secret.html",
            "/a/../../secret.html",
            "/a/../index.html",
            "/a%2fb.html",
            "/./index.html",
            "/index.html%00",
        ] {
            assert_eq!(found(&folder, path), "nothing", "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn follows_links_inside_only() {
        use std::os::unix::fs::symlink;

        let outer = tempfile::tempdir().unwrap();
        write(outer.path(), &["secret.html", "else/page.html", "site/index.html", "site/.git/config"]);
        let site = outer.path().join("site");
        symlink(outer.path().join("secret.html"), site.join("leak.html")).unwrap();
        symlink(outer.path().join("else"), site.join("else")).unwrap();
        symlink(site.join(".git"), site.join("git")).unwrap();
        symlink(site.join("index.html"), site.join("home.html")).unwrap();
        symlink(site.join("gone"), site.join("gone.html")).unwrap();
        let folder = Folder::open(&site).unwrap();
        for path in ["/leak.html", "/leak", "/else", "/else/page.html", "/git/config", "/git", "/gone.html"] {
            assert_eq!(found(&folder, path), "nothing", "{path}");
        }
        assert_eq!(found(&folder, "/home.html"), "site/index.html");
    }

    #[test]
    fn a_root_is_a_folder_that_exists() {
        let root = tempfile::tempdir().unwrap();
        write(root.path(), &["file"]);
        assert!(Folder::open(&root.path().join("file")).is_err());
        assert!(Folder::open(&root.path().join("none")).is_err());
    }
}
