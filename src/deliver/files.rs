//! Files: opened before the work starts, so that an output that cannot be written is said at once; written last.

use std::fs::{File, OpenOptions};
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};

/// A file that can be written. What is in it stays until the report is there.
#[derive(Debug)]
pub struct Reserved {
    path: PathBuf,
    file: File,
}

/// Why a file cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("could not write `{}`: {why}", .path.display())]
pub struct FileError {
    /// The file.
    pub path: PathBuf,
    /// What the system says.
    pub why: std::io::Error,
}

impl Reserved {
    /// Opens the file; makes it where it is not there.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn open(path: &Path) -> Result<Self, FileError> {
        // Not truncated yet: an earlier report is worth more than an empty file if this run fails.
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path);
        match file {
            Ok(file) => Ok(Self { path: path.to_owned(), file }),
            Err(why) => Err(FileError { path: path.to_owned(), why }),
        }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Replaces what is in the file.
    ///
    /// # Errors
    /// When the disk is full or the file went away.
    pub fn write(mut self, text: &str) -> Result<(), FileError> {
        let written = write_whole(&mut self.file, text);
        written.map_err(|why| FileError { path: self.path, why })
    }
}

fn write_whole(file: &mut File, text: &str) -> std::io::Result<()> {
    // `/dev/stdout`, pipes and the like can neither be rewound nor cut; they begin where they are.
    if file.metadata()?.is_file() {
        file.rewind()?;
        file.set_len(0)?;
    }
    file.write_all(text.as_bytes())?;
    file.flush()
}

/// Writes pictures beside a page: `report.html` gets `report.screen-1.jpg` and so on, and those of an earlier run go.
/// Beside what is no such file, `/dev/stdout` for one, there is no place for them.
///
/// # Errors
/// When the system refuses.
pub fn write_screens<'a>(page: &Path, pictures: impl Iterator<Item = &'a [u8]>) -> Result<(), FileError> {
    let is_page = page.extension().is_some_and(|extension| extension == "html" || extension == "htm");
    let Some(name) = page.file_stem().filter(|_| is_page) else { return Ok(()) };
    let mut paths =
        (1..).map(|number| page.with_file_name(format!("{}.screen-{number}.jpg", name.display())));
    for (picture, path) in pictures.zip(&mut paths) {
        std::fs::write(&path, picture).map_err(|why| FileError { path, why })?;
    }
    for path in paths.take_while(|path| path.is_file()) {
        std::fs::remove_file(&path).map_err(|why| FileError { path, why })?;
    }
    Ok(())
}

/// Adds text to the end of a file that GitHub Actions reads (summary, outputs).
///
/// # Errors
/// When the system refuses.
pub fn append(path: &Path, text: &str) -> Result<(), FileError> {
    let file = OpenOptions::new().append(true).create(true).open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|why| FileError { path: path.to_owned(), why })
}

/// Writes a file that is not there yet. `Ok(false)`: it was there and was left alone.
///
/// # Errors
/// When the system refuses.
pub fn write_new(path: &Path, text: &str) -> Result<bool, FileError> {
    let error = |why| FileError { path: path.to_owned(), why };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(error)?;
    }
    match File::create_new(path) {
        Ok(mut file) => file.write_all(text.as_bytes()).map(|()| true).map_err(error),
        Err(why) if why.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(why) => Err(error(why)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_report_stays_until_the_new_one_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        std::fs::write(&path, "an older and longer report").unwrap();
        let reserved = Reserved::open(&path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "an older and longer report");
        reserved.write("new").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "new");
    }

    #[test]
    fn a_path_that_cannot_be_written_is_named_before_the_work() {
        let error = Reserved::open(Path::new("/nowhere/at/all.json")).unwrap_err().to_string();
        assert!(error.contains("/nowhere/at/all.json"), "{error}");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_an_error_that_names_the_file() {
        let error = Reserved::open(Path::new("/dev/full")).unwrap().write("report").unwrap_err().to_string();
        assert!(error.contains("/dev/full"), "{error}");
    }

    #[test]
    fn what_is_there_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b.yml");
        assert!(write_new(&path, "first").unwrap());
        assert!(!write_new(&path, "second").unwrap());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "first");
    }

    #[test]
    fn the_screens_beside_a_page_are_those_of_this_run() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, pictures: &[&str]| {
            write_screens(&folder.path().join(name), pictures.iter().map(|picture| picture.as_bytes()))
                .unwrap();
            let names = std::fs::read_dir(folder.path()).unwrap();
            let mut names: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
            names.sort();
            names
        };
        assert!(write("report.json", &["first"]).is_empty());
        let both = ["report.screen-1.jpg", "report.screen-2.jpg"];
        assert_eq!(write("report.html", &["first", "second", "third"])[..2], both);
        assert_eq!(write("report.html", &["one", "two"]), both);
        assert_eq!(std::fs::read_to_string(folder.path().join(both[1])).unwrap(), "two");
        assert!(write("report.html", &[]).is_empty());
    }
}
