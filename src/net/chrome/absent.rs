//! Where there are no process groups and no inherited pipes, no browser is started.

use std::io;
use std::path::Path;

use tokio::process::{ChildStdin, ChildStdout};

/// A browser that is never there.
#[derive(Debug)]
pub(super) struct Process;

impl Process {
    /// Starts nothing.
    ///
    /// # Errors
    /// Always.
    pub(super) fn start(_browser: &Path) -> io::Result<(Self, ChildStdin, ChildStdout)> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
