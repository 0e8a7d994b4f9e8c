//! `foliocheck cohort`: every student of a roster by the same pipeline, then one page for all of them.

mod audience;
mod issue;
mod merge;
mod plan;
mod publish;
mod spread;
mod student;

use std::path::Path;

use futures_util::{StreamExt, stream};

use super::{Machine, RunError};
use crate::cli::{CohortCommand, CohortRun};
use crate::cohort::Student;
use crate::cohort::journal::JournalLine;
use crate::deliver::cohort::{JournalFile, write_journal_away};
use crate::deliver::console;
use crate::deliver::progress::Progress;
use crate::exit;
use crate::gather::cohort::book::{Book, Journal};
use issue::Tracker;
use plan::Plan;
use publish::Outlet;

/// Runs one of the cohort's commands.
///
/// # Errors
/// When the roster or the policy cannot be used, or the page reached nobody.
pub(super) async fn cohort(
    command: &CohortCommand,
    cache: Option<&Path>,
    machine: &Machine,
) -> Result<u8, RunError> {
    match command {
        CohortCommand::Plan(flags) => spread::print(flags),
        CohortCommand::Merge(flags) => merge::merge(flags, machine).await,
        CohortCommand::Run(flags) => run(flags, cache, machine).await,
    }
}

async fn run(flags: &CohortRun, cache: Option<&Path>, machine: &Machine) -> Result<u8, RunError> {
    let plan = Plan::make(flags, machine).await?.keeping(cache);
    let tracker = match plan.part {
        Some(_) => None,
        None => Tracker::fetch(&flags.publish, &plan.head, machine).await?,
    };
    let path = flags.output.join(plan.journal_name());
    look_at_all(&plan, &path).await?;
    let journal = Journal::open(&path).map_err(RunError::Usage)?;
    let book = Book::bind(journal.into_iter().collect());
    if plan.part.is_some() {
        let part = format!("{} of {} students are in {}", book.len(), plan.head.students, path.display());
        console::write_result(&part)?;
        // A part may have nobody in it; whether everybody was looked at is for the merge to say.
        return Ok(exit::OK);
    }
    let outlet = Outlet { folder: &flags.output, flags: &flags.publish, tracker: tracker.as_ref() };
    let code = publish::publish(book, &plan.head, outlet).await?;
    write_journal_away(&path)?;
    Ok(code)
}

/// Looks at every student who is not done yet, several side by side. One that fails is written down like any other.
async fn look_at_all(plan: &Plan, path: &Path) -> Result<(), RunError> {
    let (mut journal, done) = match &plan.broken_off {
        Some(broken) => (JournalFile::go_on(path, broken.whole_bytes)?, broken.done().collect()),
        None => (JournalFile::begin(path, &plan.head)?, std::collections::BTreeSet::new()),
    };
    let shard = plan.head.shard();
    let is_to_do = |(n, student): &(usize, &Student)| shard.has(&student.id) && !done.contains(n);
    let to_do = || plan.roster.students.iter().enumerate().filter(is_to_do);
    let mut progress = Progress::begin(to_do().count(), done.len());
    let each = to_do().map(|(n, student)| async move { (n, student::row(plan, student).await) });
    let mut rows = stream::iter(each).buffer_unordered(plan.jobs);
    while let Some((n, row)) = progress.next(&mut rows, || plan.net.github.wait_left()).await {
        let row = audience::written(plan.key.as_ref(), row?);
        journal.write_student(&JournalLine { n, row })?;
    }
    progress.end();
    Ok(())
}
