//! What a cohort's run writes: its journal as it goes, and its files at the end, each whole or not at all.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::files::FileError;
use crate::cohort::journal::{JournalHead, JournalLine, line};
use crate::facts::short_sha256;

/// The folder of the pictures, beside the page.
const PICTURES: &str = "sites";

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

/// Writes a picture of a site into the folder of the page; gives its path from there.
///
/// # Errors
/// When the system refuses.
pub fn write_picture(folder: &Path, id: &str, jpeg: &[u8]) -> Result<String, FileError> {
    let name = format!("{PICTURES}/{}.jpg", file_name(id));
    let path = folder.join(&name);
    let error = |why| FileError { path: path.clone(), why };
    std::fs::create_dir_all(folder.join(PICTURES)).map_err(error)?;
    std::fs::write(&path, jpeg).map_err(error)?;
    Ok(name)
}

/// Removes the pictures of an earlier run, and nothing that somebody else put beside them.
///
/// # Errors
/// When the system refuses.
pub fn write_pictures_away(folder: &Path) -> Result<(), FileError> {
    let path = folder.join(PICTURES);
    if !path.is_dir() {
        return Ok(());
    }
    let error = |why| FileError { path: path.clone(), why };
    for entry in std::fs::read_dir(&path).map_err(error)? {
        let entry = entry.map_err(error)?;
        if entry.file_name().to_str().is_some_and(is_picture) {
            std::fs::remove_file(entry.path()).map_err(error)?;
        }
    }
    Ok(())
}

/// `3f2c1ab09d7e4c55.jpg`
fn is_picture(name: &str) -> bool {
    let id = name.strip_suffix(".jpg").unwrap_or_default();
    id.len() == 16 && id.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Takes a picture along from the folder of a part.
///
/// # Errors
/// When the system refuses, or the part was moved without its pictures.
pub fn write_picture_from(part: &Path, folder: &Path, name: &str) -> Result<(), FileError> {
    let path = folder.join(name);
    let error = |why| FileError { path: path.clone(), why };
    // A part comes from another machine: what it names is a picture, or nothing.
    let is_ours = name.strip_prefix(PICTURES).and_then(|rest| rest.strip_prefix('/'));
    if !is_ours.is_some_and(is_picture) {
        return Err(error(std::io::Error::other("it is not the name of a picture")));
    }
    if part == folder {
        return Ok(());
    }
    std::fs::create_dir_all(folder.join(PICTURES)).map_err(error)?;
    std::fs::copy(part.join(name), &path).map_err(error)?;
    Ok(())
}

/// The school's own ids may have any characters.
fn file_name(id: &str) -> String {
    short_sha256(id, 16)
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
