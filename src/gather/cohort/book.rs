//! The students who are done, wherever they were written down: read one by one, by their place in the roster.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::cohort::Row;
use crate::cohort::journal::{JournalHead, JournalLine};

/// One journal.
#[derive(Debug)]
pub struct Journal {
    /// Where it lies.
    pub path: PathBuf,
    /// What its run was told.
    pub head: JournalHead,
    /// Who is done: the place in the roster, where the line begins, and its length.
    places: Vec<(usize, u64, u32)>,
    /// How many bytes are whole lines; what follows was cut.
    pub whole_bytes: u64,
    file: BufReader<File>,
}

impl Journal {
    /// Opens a journal. `Ok(None)`: there is none.
    ///
    /// # Errors
    /// A message that names the file, where it cannot be read or is no journal.
    pub fn open(path: &Path) -> Result<Option<Self>, String> {
        let failed = |why: std::io::Error| format!("could not read `{}`: {why}", path.display());
        let file = match File::open(path) {
            Ok(file) => file,
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(why) => return Err(failed(why)),
        };
        let mut file = BufReader::new(file);
        let mut line = String::new();
        file.read_line(&mut line).map_err(failed)?;
        if line.is_empty() || !line.ends_with('\n') {
            return Ok(None); // a run that was broken off before it began
        }
        let head = JournalHead::read(&line)
            .ok_or_else(|| format!("`{}` is no journal of this version", path.display()))?;
        let mut journal =
            Self { path: path.into(), head, places: Vec::new(), whole_bytes: line.len() as u64, file };
        journal.list_places().map_err(failed)?;
        Ok(Some(journal))
    }

    fn list_places(&mut self) -> std::io::Result<()> {
        let mut line = Vec::new();
        loop {
            line.clear();
            let bytes = self.file.read_until(b'\n', &mut line)?;
            let text = std::str::from_utf8(&line).ok().filter(|text| text.ends_with('\n'));
            let Some(read) = text.and_then(JournalLine::read) else { return Ok(()) };
            let length = u32::try_from(bytes).map_err(std::io::Error::other)?;
            self.places.push((read.n, self.whole_bytes, length));
            self.whole_bytes += u64::from(length);
        }
    }

    /// The places in the roster of those who are done.
    pub fn done(&self) -> impl Iterator<Item = usize> {
        self.places.iter().map(|(n, ..)| *n)
    }

    fn fetch_row(&mut self, at: u64, length: u32) -> std::io::Result<Row> {
        self.file.seek(SeekFrom::Start(at))?;
        let mut bytes = vec![0; length as usize];
        self.file.read_exact(&mut bytes)?;
        let line: JournalLine = serde_json::from_slice(&bytes)?;
        Ok(line.row)
    }
}

/// All journals of a cohort.
#[derive(Debug)]
pub struct Book {
    journals: Vec<Journal>,
    /// By place in the roster: which journal, where, and how long.
    places: Vec<(u32, u64, u32)>,
}

impl Book {
    /// Puts journals together. Who is missing or there twice was found out before.
    pub fn bind(journals: Vec<Journal>) -> Self {
        let mut places: Vec<(usize, (u32, u64, u32))> = Vec::new();
        for (number, journal) in (0_u32..).zip(&journals) {
            places.extend(journal.places.iter().map(|(n, at, length)| (*n, (number, *at, *length))));
        }
        places.sort_unstable();
        places.dedup_by_key(|(n, _)| *n);
        Self { journals, places: places.into_iter().map(|(_, place)| place).collect() }
    }

    /// How many students there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// True where there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The folder of the journal that has the student at a place.
    pub fn folder(&self, place: usize) -> &Path {
        let (number, ..) = self.places[place];
        self.journals[number as usize].path.parent().unwrap_or(Path::new(""))
    }

    /// Reads the student at a place.
    ///
    /// # Errors
    /// A message that names the file, where it changed since it was opened.
    pub fn fetch_row(&mut self, place: usize) -> Result<Row, String> {
        let (number, at, length) = self.places[place];
        let journal = &mut self.journals[number as usize];
        let row = journal.fetch_row(at, length);
        let mut row = row.map_err(|why| format!("could not read `{}`: {why}", journal.path.display()))?;
        // A part that was moved without its pictures has none.
        let folder = journal.path.parent().unwrap_or(Path::new(""));
        row.picture = row.picture.filter(|name| folder.join(name).is_file());
        Ok(row)
    }
}
