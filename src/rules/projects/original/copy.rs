//! Copies of other repositories that nothing was done to.

use crate::facts::{Project, SourceKind, Work};
use crate::rule::Answer;
use crate::text::Text;

/// Whether the files are still those that it began with. A fork of the repository of an own team holds the same files as
/// well, and the own commits with them.
pub(super) fn untouched(project: &Project, work: &Work) -> Option<Answer> {
    let source = work.source.as_ref().filter(|source| source.has_same_files == Some(true))?;
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
