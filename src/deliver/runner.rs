//! What GitHub Actions reads of a run: the job summary, outputs, and annotations that student text cannot forge.

use std::collections::hash_map::RandomState;
use std::fmt::Write;
use std::hash::{BuildHasher, Hasher};
use std::path::Path;

use super::files::{FileError, append};

/// Adds to the job summary.
///
/// # Errors
/// When the file cannot be written.
pub fn write_summary(path: &Path, markdown: &str) -> Result<(), FileError> {
    append(path, &format!("{markdown}\n"))
}

/// Sets outputs of the step. `delimiter` is drawn at random, so that no value can end its own block.
///
/// # Errors
/// When the file cannot be written.
pub fn write_outputs(path: &Path, outputs: &[(&str, String)], delimiter: &str) -> Result<(), FileError> {
    let mut text = String::new();
    for (name, value) in outputs {
        // Writing to a string cannot fail.
        let _ = write!(text, "{name}<<{delimiter}\n{value}\n{delimiter}\n");
    }
    append(path, &text)
}

/// A word that nobody can guess, for the ends of blocks.
pub fn fresh_delimiter() -> String {
    // The standard library seeds each hasher state from the system's random numbers.
    let draw = || RandomState::new().build_hasher().finish();
    format!("foliocheck-{:016x}{:016x}", draw(), draw())
}

/// Text that the runner must not read commands from, wrapped as its documentation says
/// (<https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands>).
pub fn without_commands(text: &str, delimiter: &str) -> String {
    format!("::stop-commands::{delimiter}\n{text}\n::{delimiter}::\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_are_blocks_that_no_value_can_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("output");
        write_outputs(&path, &[("outcome", "fail".into()), ("report", "a\nb".into())], "x9").unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text, "outcome<<x9\nfail\nx9\nreport<<x9\na\nb\nx9\n");
    }

    #[test]
    fn a_summary_is_added_below_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("summary");
        write_summary(&path, "one").unwrap();
        write_summary(&path, "two").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one\ntwo\n");
    }
}
