//! A folder on this machine: its files, and what its `.git` says, read without running git.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use gix_config::File;
use gix_config::file::Metadata;
use gix_config::file::init::Options;
use url::Url;

use super::GatherError;
use super::tree::read_tree;
use crate::facts::RepoName;
use crate::parse::repo_link;
use crate::parse::tree::Tree;

/// What a folder holds.
pub(super) struct Checkout {
    /// The repository it is a checkout of, by its remote.
    pub(super) name: Option<RepoName>,
    /// The commit that is checked out.
    pub(super) commit: Option<String>,
    /// Its files.
    pub(super) tree: Tree,
}

/// The commit that a folder is a checkout of; none where it is no checkout.
pub fn fetch_head(folder: &Path) -> Option<String> {
    GitFolder::of(folder)?.head()
}

/// Reads a folder. `server` is the code host's address, by which a remote is known.
///
/// # Errors
/// When there is nothing at the path, or no folder, or it may not be listed.
pub(super) fn read_checkout(folder: &Path, server: &Url) -> Result<Checkout, GatherError> {
    let tree = read_tree(folder).map_err(|error| cannot_be_read(folder, &error))?;
    let git = GitFolder::of(folder);
    let name = git.as_ref().and_then(|git| git.remote_name(server));
    let commit = git.as_ref().and_then(GitFolder::head);
    Ok(Checkout { name, commit, tree })
}

fn cannot_be_read(folder: &Path, error: &io::Error) -> GatherError {
    let shown = folder.display();
    let message = if folder.is_file() {
        format!(
            "{shown} is a file; give the folder it lies in (`foliocheck readme {shown}` judges one README)"
        )
    } else if error.kind() == io::ErrorKind::NotFound {
        format!(
            "there is no folder {shown}; give a folder, OWNER/REPO, or the address of a repository or pull request"
        )
    } else {
        format!("could not list the folder {shown}: {error}")
    };
    GatherError::Target(message)
}

/// The two folders that git keeps its records in; they differ in a linked work tree.
struct GitFolder {
    own: PathBuf,
    common: PathBuf,
}

impl GitFolder {
    fn of(folder: &Path) -> Option<Self> {
        let git = folder.join(".git");
        if git.is_dir() {
            return Some(Self { own: git.clone(), common: git });
        }
        // In a linked work tree and in a submodule, `.git` is a file that names the folder (gitrepository-layout(5)).
        let pointer = fs::read_to_string(git).ok()?;
        let own = folder.join(pointer.strip_prefix("gitdir:")?.trim());
        let common = match fs::read_to_string(own.join("commondir")) {
            Ok(common) => own.join(common.trim()),
            Err(_) => own.clone(),
        };
        Some(Self { own, common })
    }

    /// The repository that `origin`, else the first remote, leads to.
    fn remote_name(&self, server: &Url) -> Option<RepoName> {
        let bytes = fs::read(self.common.join("config")).ok()?;
        let config = File::from_bytes_no_includes(&bytes, Metadata::api(), Options::default()).ok()?;
        let origin = config.string("remote.origin.url").into_iter();
        let others = config.sections_by_name("remote").into_iter().flatten();
        let others = others.filter_map(|section| section.value("url"));
        origin.chain(others).find_map(|url| Some(repo_link::read(&url.to_string(), server)?.name))
    }

    /// The commit that HEAD names, directly or through a branch.
    fn head(&self) -> Option<String> {
        let head = fs::read_to_string(self.own.join("HEAD")).ok()?;
        match head.trim().strip_prefix("ref:") {
            Some(branch) => self.commit_of(branch.trim()),
            None => hash(head.trim()),
        }
    }

    fn commit_of(&self, branch: &str) -> Option<String> {
        let loose = fs::read_to_string(self.common.join(branch)).ok();
        loose.as_deref().map(str::trim).and_then(hash).or_else(|| {
            let packed = fs::read_to_string(self.common.join("packed-refs")).ok()?;
            packed.lines().find_map(|line| {
                let (commit, name) = line.split_once(' ')?;
                if name == branch { hash(commit) } else { None }
            })
        })
    }
}

fn hash(text: &str) -> Option<String> {
    let is_hash = matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";

    fn write(root: &Path, path: &str, text: &str) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(folder: &Path) -> Checkout {
        read_checkout(folder, &Url::parse("https://github.com/").unwrap()).ok().unwrap()
    }

    #[test]
    fn a_checkout_knows_its_name_and_commit() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        write(
            root,
            ".git/config",
            "[remote \"fork\"]\nurl = git@github.com:eve/x.git\n[remote \"origin\"]\n\turl = \"https://token@github.com/ada/portfolio.git\" ; comment\n",
        );
        write(root, ".git/HEAD", "ref: refs/heads/main\n");
        write(root, ".git/packed-refs", &format!("# pack-refs with: peeled\n{COMMIT} refs/heads/main\n"));
        write(root, "README.md", "# A");
        let checkout = read(root);
        assert_eq!(checkout.name.unwrap().to_string(), "ada/portfolio");
        assert_eq!(checkout.commit.as_deref(), Some(COMMIT));
        assert!(checkout.tree.has("README.md"));
    }

    #[test]
    fn a_linked_work_tree_finds_its_records() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        write(root, "main/.git/config", "[remote \"upstream\"]\nurl = ssh://git@github.com/ada/portfolio\n");
        write(root, "main/.git/refs/heads/fix", &format!("{COMMIT}\n"));
        write(root, "main/.git/worktrees/fix/HEAD", "ref: refs/heads/fix\n");
        write(root, "main/.git/worktrees/fix/commondir", "../..\n");
        write(root, "fix/.git", "gitdir: ../main/.git/worktrees/fix\n");
        let checkout = read(&root.join("fix"));
        assert_eq!(checkout.name.unwrap().to_string(), "ada/portfolio");
        assert_eq!(checkout.commit.as_deref(), Some(COMMIT));
    }

    #[test]
    fn a_plain_folder_has_neither() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), ".git/HEAD", "not a hash");
        let checkout = read(folder.path());
        assert!(checkout.name.is_none() && checkout.commit.is_none());
    }

    #[test]
    fn what_is_no_folder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "README.md", "# A");
        let server = Url::parse("https://github.com/").unwrap();
        let message = |path: &Path| read_checkout(path, &server).err().unwrap().to_string();
        assert!(message(&folder.path().join("nowhere")).starts_with("there is no folder "));
        assert!(message(&folder.path().join("README.md")).contains("README.md is a file; give the folder"));
    }
}
