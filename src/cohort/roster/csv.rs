//! A roster as a spreadsheet saves it: commas, semicolons or tabs, quotation marks, the names of the columns on top.

use super::record::{self, Key, Record, Records};
use crate::yaml::{Mark, Mistake, nearest};

/// Reads the rows below the heads.
///
/// # Errors
/// Where a quotation mark never ends, or the heads are none.
pub(super) fn records(text: &str) -> Result<Records, Mistake> {
    let text = text.trim_start_matches('\u{feff}');
    let mut rows = Rows::new(text);
    let heads = loop {
        match rows.next().transpose()? {
            Some(row) if row.iter().all(|cell| cell.text.trim().is_empty()) => {}
            Some(row) => break row,
            None => return Err(mistake(Record::TOP, "the file is empty; its first line names the columns")),
        }
    };
    let mut found = Records::default();
    let keys = keys(&heads, &mut found);
    if !keys.contains(&Some(Key::Login)) {
        return Err(mistake(heads[0].mark, "no column is called `login`; the first line names the columns"));
    }
    for row in rows {
        let row = row?;
        if row.iter().all(|cell| cell.text.trim().is_empty()) {
            continue;
        }
        if let Some(extra) = row.get(keys.len()).filter(|extra| !extra.text.trim().is_empty()) {
            found.mistakes.push(mistake(extra.mark, "there are more cells than columns in this line"));
        }
        let mark = row[0].mark;
        let cells = keys.iter().zip(row).filter_map(|(key, cell)| Some(((*key)?, cell.mark, cell.text)));
        found.all.push(Record { mark, cells: cells.collect() });
    }
    Ok(found)
}

/// What each column is read as; a name that is nearly one of ours is a mistake, any other belongs to the school.
fn keys(heads: &[Cell], found: &mut Records) -> Vec<Option<Key>> {
    let mut keys = Vec::new();
    for head in heads {
        let key = record::key(&head.text);
        match (key, nearest(&record::folded(&head.text), &record::names())) {
            (Some(key), _) if keys.contains(&Some(key)) => {
                found.mistakes.push(mistake(head.mark, "this column is there twice"));
            }
            (Some(_), _) => {}
            (None, Some(nearest)) => {
                let what =
                    format!("`{}` is not a column; `{nearest}` is the nearest one", head.text.escape_debug());
                found.mistakes.push(mistake(head.mark, &what));
            }
            (None, None) => found.unused.push(head.text.trim().to_owned()),
        }
        keys.push(key);
    }
    keys
}

fn mistake(mark: Mark, what: &str) -> Mistake {
    Mistake { mark, what: what.into() }
}

/// A cell and where it begins.
struct Cell {
    mark: Mark,
    text: String,
}

/// The rows of a file; a cell in quotation marks may have line ends in it.
struct Rows<'a> {
    rest: &'a str,
    mark: Mark,
    separator: char,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str) -> Self {
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let count = |separator: char| first.matches(separator).count();
        let separator = [',', ';', '\t'].into_iter().rev().max_by_key(|separator| count(*separator));
        Self { rest: text, mark: Record::TOP, separator: separator.unwrap_or(',') }
    }

    fn step(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        match c {
            '\n' => self.mark = Mark { line: self.mark.line + 1, column: 1 },
            _ => self.mark.column += 1,
        }
        Some(c)
    }

    fn cell(&mut self) -> Result<(Cell, Option<char>), Mistake> {
        let mut cell = Cell { mark: self.mark, text: String::new() };
        let mut is_quoted = false;
        loop {
            let c = match self.step() {
                None if is_quoted => return Err(mistake(cell.mark, "this quotation mark never ends")),
                None => return Ok((cell, None)),
                Some(c) => c,
            };
            match c {
                '"' if is_quoted && self.rest.starts_with('"') => {
                    self.step();
                    cell.text.push('"');
                }
                '"' if is_quoted => is_quoted = false,
                '"' if cell.text.trim().is_empty() => is_quoted = true,
                '\n' if !is_quoted => return Ok((cell, Some(c))),
                '\r' if !is_quoted => {}
                c if c == self.separator && !is_quoted => return Ok((cell, Some(c))),
                c => cell.text.push(c),
            }
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Vec<Cell>, Mistake>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let mut row = Vec::new();
        loop {
            match self.cell() {
                Ok((cell, end)) => {
                    row.push(cell);
                    if end.is_none_or(|end| end == '\n') {
                        return Some(Ok(row));
                    }
                }
                Err(mistake) => {
                    self.rest = "";
                    return Some(Err(mistake));
                }
            }
        }
    }
}
