//! The cohort as the run before left it, read student by student.

use std::collections::HashMap;
use std::fs::File;
use std::hash::{BuildHasher, RandomState};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use crate::cohort::Row;
use crate::cohort::head::{Line, read_line};

/// The run before.
#[derive(Debug)]
pub struct Earlier {
    /// The moment that it judged by, in RFC 3339 and UTC.
    pub as_of: String,
    /// The mark of the key that its pseudonyms were made with.
    pub pseudonyms: Option<String>,
    /// By a hash of the student's id: where the line begins, and its length.
    places: HashMap<u64, (u64, u32)>,
    hasher: RandomState,
    file: BufReader<File>,
}

impl Earlier {
    /// Opens an earlier `cohort.json`. `Ok(None)`: there is none, or nothing in it can be compared with.
    ///
    /// # Errors
    /// A message that names the file, where it cannot be read.
    pub fn open(path: &Path) -> Result<Option<Self>, String> {
        let failed = |why: std::io::Error| format!("could not read `{}`: {why}", path.display());
        let file = match File::open(path) {
            Ok(file) => BufReader::new(file),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(why) => return Err(failed(why)),
        };
        let mut earlier = Self {
            as_of: String::new(),
            pseudonyms: None,
            places: HashMap::new(),
            hasher: RandomState::new(),
            file,
        };
        earlier.list_places().map_err(failed)?;
        Ok(Some(earlier).filter(|earlier| !earlier.as_of.is_empty()))
    }

    fn list_places(&mut self) -> std::io::Result<()> {
        let (mut at, mut line) = (0, String::new());
        loop {
            line.clear();
            let bytes = self.file.read_line(&mut line)?;
            if bytes == 0 {
                return Ok(());
            }
            match read_line(&line) {
                Line::AsOf(as_of) => self.as_of = as_of,
                Line::Pseudonyms(mark) => self.pseudonyms = Some(mark),
                Line::Student(row) => {
                    let length = u32::try_from(bytes).map_err(std::io::Error::other)?;
                    self.places.insert(self.hasher.hash_one(row.id.as_written()), (at, length));
                }
                Line::Other => {}
            }
            at += bytes as u64;
        }
    }

    /// Reads a student; none where the student was not there.
    pub fn fetch_row(&mut self, id: &str) -> Option<Row> {
        let (at, length) = *self.places.get(&self.hasher.hash_one(id))?;
        self.file.seek(SeekFrom::Start(at)).ok()?;
        let mut bytes = vec![0; length as usize];
        self.file.read_exact(&mut bytes).ok()?;
        match read_line(std::str::from_utf8(&bytes).ok()?) {
            Line::Student(row) if row.id.as_written() == id => Some(*row),
            Line::Student(_) | Line::AsOf(_) | Line::Pseudonyms(_) | Line::Other => None,
        }
    }
}
