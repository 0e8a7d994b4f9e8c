//! Contacts with people who could hire.

mod complete;
mod contacts;
mod distinct;
mod private;
#[cfg(test)]
mod sample;

use crate::facts::{ContactLog, Facts, Place, Seen, seen};
use crate::rule::{Answer, Rule};
use crate::text::Text;

/// The rules of this group, in order.
pub(super) const RULES: &[&Rule] = &[&contacts::RULE, &complete::RULE, &distinct::RULE, &private::RULE];

/// The lines of `portfolio.yml` that name a record.
const NAMED: &str =
    "evidence:\n  outreach: ada/job-hunt/outreach.csv   # a private repository that the coordinator can read";

/// The record of contacts; an answer at once where the student names none.
fn log(facts: &Facts) -> Seen<Result<&ContactLog, Answer>> {
    Ok(seen(&facts.evidence.outreach)?.as_ref().ok_or_else(|| {
        let text =
            Text::new().code("portfolio.yml").then(" names no record of contacts, or one that is not there");
        let fix = Text::plain("Keep the record in a private repository, and name it in ")
            .code("portfolio.yml")
            .then(".");
        Answer::unmet(text, Place::Folder).fix_by_pasting(fix, "yaml", NAMED)
    }))
}

/// Where there is no record, its lines have nothing wrong.
fn no_record() -> Answer {
    Answer::not_applicable(Text::plain("There is no record yet"), Place::Folder)
}

/// A line of the record.
fn line_of(log: &ContactLog, line: u32) -> Place {
    match &log.place {
        Place::File { repository, path, .. } => {
            Place::File { repository: repository.clone(), path: path.clone(), line: Some(line) }
        }
        Place::Repository(_) | Place::Page { .. } | Place::PullRequest { .. } | Place::Folder => {
            log.place.clone()
        }
    }
}

/// "line 4: no date; line 7: no outcome", at most five of them.
fn listed(problems: &[(u32, Text)]) -> Text {
    const SHOWN: usize = 5;
    let text = problems.iter().take(SHOWN).enumerate().fold(Text::new(), |text, (index, (line, what))| {
        let text = if index == 0 { text } else { text.then("; ") };
        text.then("line ").number(*line as usize).then(": ").append(what.clone())
    });
    if problems.len() > SHOWN {
        text.then("; and ").number(problems.len() - SHOWN).then(" more")
    } else {
        text
    }
}
