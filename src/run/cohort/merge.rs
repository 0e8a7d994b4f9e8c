//! `foliocheck cohort merge`: one page of what several machines checked. A part that is missing, there twice, or not
//! finished is named, and nothing is published without it.

use super::audience::refuse_names;
use super::issue::Tracker;
use super::publish::{Outlet, publish};
use crate::cli::CohortMerge;
use crate::gather::cohort::book::{Book, Journal};
use crate::gather::cohort::list_parts;
use crate::run::{Machine, RunError};

/// Merges the parts.
///
/// # Errors
/// Every part that is missing, repeated, unfinished, or of another run.
pub(super) async fn merge(flags: &CohortMerge, machine: &Machine) -> Result<u8, RunError> {
    let parts = list_parts(&flags.parts).map_err(RunError::Usage)?;
    let mut journals = Vec::new();
    let mut problems = Vec::new();
    for part in &parts {
        match Journal::open(part) {
            Ok(Some(journal)) => journals.push(journal),
            Ok(None) => problems.push(format!("{} has no run in it", part.display())),
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(differences(&journals));
    problems.extend(gaps(&journals));
    let Some(head) = journals.first().map(|journal| journal.head.clone()).filter(|_| problems.is_empty())
    else {
        return Err(RunError::Usage(problems.join("\n")));
    };
    if head.pseudonyms.is_none() {
        refuse_names(&flags.publish, &machine.environment).map_err(RunError::Usage)?;
    }
    let tracker = Tracker::fetch(&flags.publish, &head, machine).await?;
    let outlet = Outlet { folder: &flags.output, flags: &flags.publish, tracker: tracker.as_ref() };
    publish(Book::bind(journals), &head, outlet).await
}

/// Parts that are not of the same run as the first.
fn differences(journals: &[Journal]) -> Vec<String> {
    let Some((first, rest)) = journals.split_first() else { return Vec::new() };
    let difference = |journal: &Journal| {
        let what = first.head.difference(&journal.head)?;
        Some(format!("{} was checked {what} than {}", journal.path.display(), first.path.display()))
    };
    rest.iter().filter_map(difference).collect()
}

/// Parts that are missing, repeated or unfinished.
fn gaps(journals: &[Journal]) -> Vec<String> {
    let Some(first) = journals.first() else {
        return vec!["there is no part to merge; parts are files called shard-I-of-N.jsonl".into()];
    };
    let of = first.head.shard().of;
    let mut problems = Vec::new();
    for number in 1..=of {
        let mut same = journals.iter().filter(|journal| journal.head.shard().number == number);
        match (same.next(), same.next()) {
            (None, _) => problems.push(format!("shard {number}/{of} is missing")),
            (Some(_), None) => {}
            (Some(one), Some(other)) => problems.push(format!(
                "shard {number}/{of} is there twice: {} and {}",
                one.path.display(),
                other.path.display()
            )),
        }
    }
    let done: usize = journals.iter().map(|journal| journal.done().count()).sum();
    if problems.is_empty() && done < first.head.students {
        problems.push(format!(
            "{} of {} students are missing; go on with the unfinished shard (`cohort run --resume`)",
            first.head.students - done,
            first.head.students
        ));
    }
    problems
}
