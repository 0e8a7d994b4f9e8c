//! What actions of others do, as far as the workflow relies on it.

use std::fs;
use std::path::Path;

use super::{Runner, Values, root};
use crate::checking::copy_folder;

impl Runner<'_> {
    /// Does what the action of that name does with these inputs.
    pub(super) fn action(&self, name: &str, with: &Values, workspace: &Path) {
        let path = workspace.join(with.get("path").map_or("", String::as_str));
        let kept = self.path("cache");
        match name {
            "actions/checkout" if with.contains_key("repository") => {
                copy_folder(&root().join("action"), &path.join("action"));
                for file in ["Cargo.toml", "Cargo.lock"] {
                    fs::copy(root().join(file), path.join(file)).unwrap();
                }
                fs::create_dir_all(path.join("src")).unwrap();
            }
            "actions/checkout" => {
                fs::create_dir_all(&path).unwrap();
                fs::copy(self.school.path("roster.csv"), path.join("roster.csv")).unwrap();
            }
            "actions/upload-artifact" => copy(&path, &self.path("artifacts").join(&with["name"])),
            "actions/download-artifact" => match with.get("name") {
                Some(name) => copy_folder(&self.path("artifacts").join(name), &path),
                None => copy_named(&self.path("artifacts"), with["pattern"].trim_end_matches('*'), &path),
            },
            "actions/cache/restore" if kept.is_dir() => copy_folder(&kept, &path),
            "actions/cache/restore" | "actions/cache" => {}
            "actions/cache/save" => copy(&path, &kept),
            "actions/upload-pages-artifact" => copy(&path, &self.path("pages")),
            _ => panic!("what does {name} do?"),
        }
    }
}

/// A file becomes the only one of a folder.
fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    if from.is_dir() {
        copy_folder(from, to);
    } else {
        fs::create_dir_all(to).unwrap();
        fs::copy(from, to.join(from.file_name().unwrap())).unwrap();
    }
}

fn copy_named(from: &Path, prefix: &str, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_name().to_string_lossy().starts_with(prefix) {
            copy_folder(&entry.path(), &to.join(entry.file_name()));
        }
    }
}
