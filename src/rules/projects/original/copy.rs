//! Copies of other repositories that nothing was done to.

use crate::facts::{Project, Repository, SourceKind, Work};
use crate::rule::Answer;
use crate::text::Text;

/// Whether the files are still those that it began with. A fork of the repository of an own team holds the same files as
/// well, and the own commits with them; a template may be the student's own.
pub(super) fn untouched(project: &Project, repository: &Repository, work: &Work) -> Option<Answer> {
    let source = work.source.as_ref().filter(|source| source.has_same_files == Some(true))?;
    let is_by = |account: &str| source.name.owner().eq_ignore_ascii_case(account);
    if is_by(repository.name.owner())
        || work.student.as_ref().is_some_and(|student| is_by(student.as_written()))
    {
        return None;
    }
    let text = Text::plain("Its files are exactly those of ").code(source.name.to_string());
    let (text, fix) = match source.kind {
        SourceKind::Template => (
            text.then(", the template that it was made from"),
            "Push the work done on top of the template, or show another project.",
        ),
        SourceKind::Fork if work.own == 0 && work.student.is_some() => (
            text.then(", which it was forked from"),
            "Push the own work to the fork and say in its README what was added, or show another project.",
        ),
        SourceKind::Fork => return None,
    };
    Some(Answer::unmet(text, project.place()).fix(Text::plain(fix)))
}
