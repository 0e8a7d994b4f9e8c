//! The student's `portfolio.yml`: its shape, and errors that name line, column and the nearest right key.

/// What is wrong with a file.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {message}")]
pub struct FileError {
    /// The file.
    pub path: String,
    /// Line, column, what is wrong and what would be right.
    pub message: String,
}
