//! What a cohort's run reads from this machine: the roster, the journals of runs and shards, and the run before.

pub mod audience;
pub mod book;
pub mod earlier;

use std::path::{Path, PathBuf};

use crate::cohort::history::History;

/// The most that is read of a roster, in bytes: a million students.
const MAX_ROSTER_BYTES: u64 = 256 * 1024 * 1024;

/// Reads the roster; gives its name and its text.
///
/// # Errors
/// A message that names the file and says what would be right.
pub fn fetch_roster(path: &Path) -> Result<(String, String), String> {
    let name = path.display().to_string();
    let failed = |why: std::io::Error| format!("could not read the roster `{name}`: {why}");
    let size = std::fs::metadata(path).map_err(failed)?.len();
    if size > MAX_ROSTER_BYTES {
        return Err(format!("the roster `{name}` is larger than the 256 MB that are read"));
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| format!("the roster `{name}` is not UTF-8 text; save it as \"CSV UTF-8\""))?;
    Ok((name, text))
}

/// Reads the history beside an earlier run; empty where there is none.
///
/// # Errors
/// A message that names the file.
pub fn fetch_history(path: &Path) -> Result<History, String> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(History::read(&text)),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(History::default()),
        Err(why) => Err(format!("could not read `{}`: {why}", path.display())),
    }
}

/// The journals among files and folders, in the order of their names.
///
/// # Errors
/// A message that names the file or folder.
pub fn list_parts(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut parts = Vec::new();
    for path in paths {
        if path.is_dir() {
            collect(path, &mut parts).map_err(|why| format!("could not read `{}`: {why}", path.display()))?;
        } else {
            parts.push(path.clone());
        }
    }
    parts.sort();
    Ok(parts)
}

/// Artifacts come one folder each.
fn collect(folder: &Path, parts: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, parts)?;
        } else if path.extension().is_some_and(|end| end == "jsonl") {
            parts.push(path);
        }
    }
    Ok(())
}
