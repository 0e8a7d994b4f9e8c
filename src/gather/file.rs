//! One file that a person names, or standard input.

use std::io::Read;
use std::path::Path;

/// The most that is read of a README, in bytes; GitHub shows no more than half of that.
const MAX_BYTES: u64 = 1024 * 1024;

/// Reads a file, or standard input for `-`; gives its name and its bytes.
///
/// # Errors
/// A message that names the file and says what would be right.
pub fn fetch_text_file(path: &Path) -> Result<(String, Vec<u8>), String> {
    if path.as_os_str() == "-" {
        let bytes =
            read(std::io::stdin().lock()).map_err(|why| format!("could not read standard input: {why}"))?;
        return Ok(("README.md".into(), bytes));
    }
    let name = path.display().to_string();
    if path.is_dir() {
        return Err(format!("`{name}` is a folder; name the README in it, such as `{name}/README.md`"));
    }
    let file = std::fs::File::open(path).map_err(|why| format!("could not read `{name}`: {why}"))?;
    let bytes = read(file).map_err(|why| format!("could not read `{name}`: {why}"))?;
    Ok((name, bytes))
}

/// Reads the file of a workflow run's event.
///
/// # Errors
/// A message that names the file and says what would be right.
pub fn fetch_event(path: &str) -> Result<String, String> {
    std::fs::read_to_string(path)
        .map_err(|why| format!("could not read the event in `{path}`, which GITHUB_EVENT_PATH names: {why}"))
}

fn read(source: impl Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(std::io::Error::other("it is larger than the 1 MB that are read of a README"));
    }
    Ok(bytes)
}
