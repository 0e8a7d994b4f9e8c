//! From all rows to the files: once over them to count, once more to write, so that no more than one is in memory.

use std::path::Path;

use super::issue::Tracker;
use crate::cli::{FailOn, Publish};
use crate::cohort::Row;
use crate::cohort::compare::compare;
use crate::cohort::head::{self, Head};
use crate::cohort::journal::JournalHead;
use crate::cohort::totals::Totals;
use crate::deliver::cohort::{Draft, write_picture_from, write_pictures_away};
use crate::deliver::console;
use crate::exit;
use crate::gather::cohort::book::Book;
use crate::gather::cohort::earlier::Earlier;
use crate::gather::cohort::fetch_history;
use crate::render::cohort::{csv, markdown, page};
use crate::rules;
use crate::run::RunError;

/// The file of all runs, beside that of the last.
const HISTORY: &str = "history.csv";

/// Rows one by one, each compared with the run before.
struct Rows {
    book: Book,
    earlier: Option<Earlier>,
}

impl Rows {
    fn fetch(&mut self, place: usize) -> Result<Row, RunError> {
        let mut row = self.book.fetch_row(place).map_err(RunError::Undelivered)?;
        if let Some(earlier) = &mut self.earlier
            && let Some(before) = earlier.fetch_row(row.id.as_written())
        {
            compare(&mut row, &before, &earlier.as_of);
        }
        Ok(row)
    }
}

/// Where a cohort goes.
#[derive(Clone, Copy)]
pub(super) struct Outlet<'a> {
    /// The folder of the page.
    pub(super) folder: &'a Path,
    /// What was typed about it.
    pub(super) flags: &'a Publish,
    /// The issue that is kept up to date; none where none is asked for.
    pub(super) tracker: Option<&'a Tracker>,
}

/// Writes the files of a cohort; gives the exit code.
///
/// # Errors
/// When a file cannot be written.
pub(super) async fn publish(
    book: Book,
    told: &JournalHead,
    Outlet { folder, flags, tracker }: Outlet<'_>,
) -> Result<u8, RunError> {
    let before = flags.before.clone().unwrap_or_else(|| folder.join("cohort.json"));
    let earlier = Earlier::open(&before).map_err(RunError::Usage)?;
    // With other pseudonyms, or with names, nobody would be found again.
    let earlier = earlier.filter(|earlier| earlier.pseudonyms == told.pseudonyms);
    let as_of = earlier.as_ref().map(|earlier| earlier.as_of.clone());
    let mut rows = Rows { book, earlier };
    let mut totals = Totals::default();
    for place in 0..rows.book.len() {
        totals.add(&rows.fetch(place)?);
    }
    let mut history = fetch_history(&before.with_file_name(HISTORY)).map_err(RunError::Usage)?;
    history.add(&told.as_of, &totals);
    let head = Head {
        schema: head::SCHEMA,
        version: env!("CARGO_PKG_VERSION"),
        as_of: told.as_of.clone(),
        before: as_of,
        server: told.server.clone(),
        pseudonyms: told.pseudonyms.clone(),
        policy: told.policy.clone(),
        columns: told.columns.clone(),
        totals,
        history,
    };
    write_files(&mut rows, &head, folder)?;
    let summary = markdown::summary(&head, &rules::all());
    console::write_result(&summary)?;
    if let Some(tracker) = tracker {
        tracker.write(&head).await?;
    }
    Ok(exit_code(&head.totals, flags.fail_on))
}

fn write_files(rows: &mut Rows, head: &Head, folder: &Path) -> Result<(), RunError> {
    let all = rules::all();
    if head.pseudonyms.is_some() {
        write_pictures_away(folder)?;
    }
    let mut json = Draft::begin(folder, "cohort.json")?;
    let mut table = Draft::begin(folder, "cohort.csv")?;
    let mut page = Draft::begin(folder, "index.html")?;
    json.write(&head::opening(head))?;
    table.write(&csv::heads(head))?;
    page.write(&page::opening(head, &all))?;
    for place in 0..rows.book.len() {
        let row = rows.fetch(place)?;
        json.write(if place == 0 { "\n" } else { ",\n" })?;
        json.write(&head::line(&row))?;
        table.write(&csv::row(head, &row))?;
        page.write(&page::row(head, &row, &all))?;
    }
    page.write(&page::after_rows(head))?;
    for place in 0..rows.book.len() {
        let row = rows.fetch(place)?;
        if let Some(name) = &row.picture {
            write_picture_from(rows.book.folder(place), folder, name)?;
        }
        page.write(&page::picture(&row))?;
    }
    json.write(head::CLOSING)?;
    page.write(&page::closing(head))?;
    let mut text = Draft::begin(folder, "cohort.md")?;
    text.write(&markdown::markdown(head, &all))?;
    let mut history = Draft::begin(folder, HISTORY)?;
    history.write(&head.history.text())?;
    [json, table, page, text, history].into_iter().try_for_each(|file| Ok(file.write_out()?))
}

fn exit_code(totals: &Totals, fail_on: FailOn) -> u8 {
    let of = |outcome| totals.outcomes.get(outcome).copied().unwrap_or_default();
    if totals.students == of("cannot_tell") && totals.requirements.is_empty() {
        return exit::NOTHING;
    }
    let is_failed = match fail_on {
        FailOn::Fail => of("fail") > 0,
        FailOn::CannotTell => of("fail") + of("cannot_tell") > 0,
        FailOn::Never => false,
    };
    if is_failed { exit::FAILED } else { exit::OK }
}
