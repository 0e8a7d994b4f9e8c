//! What a cohort's run writes: its journal as it goes, and its files at the end, each whole or not at all.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::files::FileError;
use crate::cohort::journal::{JournalHead, JournalLine, line};

/// A journal that is being written. Each student is handed to the system as soon as the student is done.
#[derive(Debug)]
pub struct JournalFile {
    path: PathBuf,
    file: File,
}

impl JournalFile {
    /// Begins a journal; an older one is gone then.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn begin(path: &Path, head: &JournalHead) -> Result<Self, FileError> {
        let error = |why| FileError { path: path.to_owned(), why };
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(error)?;
        }
        let mut journal = Self { path: path.to_owned(), file: File::create(path).map_err(error)? };
        journal.write(&line(head))?;
        Ok(journal)
    }

    /// Goes on with a journal after its last whole line.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn go_on(path: &Path, whole_bytes: u64) -> Result<Self, FileError> {
        let error = |why| FileError { path: path.to_owned(), why };
        let file = OpenOptions::new().write(true).open(path).map_err(error)?;
        file.set_len(whole_bytes).map_err(error)?;
        drop(file);
        let file = OpenOptions::new().append(true).open(path).map_err(error)?;
        Ok(Self { path: path.to_owned(), file })
    }

    /// Writes down a student.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn write_student(&mut self, student: &JournalLine) -> Result<(), FileError> {
        self.write(&line(student))
    }

    fn write(&mut self, text: &str) -> Result<(), FileError> {
        // One call, so that a killed program leaves whole lines and at most one that is cut.
        let written = self.file.write_all(text.as_bytes());
        written.map_err(|why| FileError { path: self.path.clone(), why })
    }
}

/// Removes a journal that nobody needs any more.
///
/// # Errors
/// When the system refuses.
pub fn write_journal_away(path: &Path) -> Result<(), FileError> {
    std::fs::remove_file(path).map_err(|why| FileError { path: path.to_owned(), why })
}

/// A file that takes the place of an older one once it is whole.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    beside: PathBuf,
    file: BufWriter<File>,
}

impl Draft {
    /// Begins a file in a folder.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn begin(folder: &Path, name: &str) -> Result<Self, FileError> {
        let (path, beside) = (folder.join(name), folder.join(format!("{name}.part")));
        let error = |why| FileError { path: path.clone(), why };
        std::fs::create_dir_all(folder).map_err(error)?;
        let file = BufWriter::new(File::create(&beside).map_err(error)?);
        Ok(Self { path, beside, file })
    }

    /// Goes on with it.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn write(&mut self, text: &str) -> Result<(), FileError> {
        self.file.write_all(text.as_bytes()).map_err(|why| FileError { path: self.path.clone(), why })
    }

    /// Puts it in its place.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn write_out(mut self) -> Result<(), FileError> {
        let error = |why| FileError { path: self.path.clone(), why };
        self.file.flush().map_err(error)?;
        std::fs::rename(&self.beside, &self.path).map_err(error)
    }
}
