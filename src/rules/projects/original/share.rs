//! The student's share of the commits, with its numbers.

use crate::facts::{Project, Repository, SourceKind, Untrusted, Work};
use crate::rule::Answer;
use crate::text::{Text, counted};

/// No commit that was looked at is the student's. Proven only where all of them were, each of a known account, in
/// somebody else's repository or a fork that nothing came to; an own repository may hold work from a second account.
pub(super) fn none(project: &Project, repository: &Repository, work: &Work, student: &Untrusted) -> Answer {
    let is_own = repository.name.owner().eq_ignore_ascii_case(student.as_written());
    let fork = work.source.as_ref().filter(|source| source.kind == SourceKind::Fork);
    let has_nothing_new =
        fork.is_some_and(|fork| fork.commits.is_some_and(|commits| commits >= work.commits));
    let text = Text::plain("None of ").append(all(work)).then(" is by ").code(student.clone());
    let text = match fork {
        Some(fork) => text.then("; it is a fork of ").code(fork.name.to_string()),
        None => text,
    };
    if work.unclaimed > 0 {
        let text = text.then("; ").value(counted(work.unclaimed, "has", "have"));
        let text = text.then(" an e-mail address that belongs to no account");
        let fix = Text::plain(
            "Where these commits are own work, add their e-mail address to the account (Settings, Emails).",
        );
        return Answer::doubtful(text, project.place()).fix(fix);
    }
    if work.is_known_whole() && (!is_own || has_nothing_new) {
        return Answer::unmet(text, project.place());
    }
    Answer::doubtful(text, project.place())
}

/// Some are. Advice where that is less than half of an equal share, even with those that nobody can tell from the student's.
pub(super) fn some(project: &Project, work: &Work, student: &Untrusted) -> Answer {
    let people = work.others + 1;
    let is_small = (work.own + work.unclaimed) * people * 2 < work.seen;
    let text = if work.own == work.commits {
        Text::new().value(counted(work.commits, "commit", "commits")).then(", all by ").code(student.clone())
    } else {
        let verb = if work.own == 1 { " is by " } else { " are by " };
        Text::new().number(work.own).then(" of ").append(all(work)).then(verb).code(student.clone())
    };
    let text = match work.others {
        0 => text,
        1 => text.then(", beside one other account"),
        others => text.then(", beside ").number(others).then(" other accounts"),
    };
    if !is_small {
        return Answer::met(text, project.place());
    }
    let fix = Text::plain(
        "Say in its README who did what, and name the own part. A project with a larger share of own work shows more.",
    );
    Answer::doubtful(text, project.place()).fix(fix)
}

/// "its 42 commits", "the newest 100 of its 240 commits".
fn all(work: &Work) -> Text {
    let all = Text::plain("its ").value(counted(work.commits, "commit", "commits"));
    if work.seen < work.commits {
        return Text::plain("the newest ").number(work.seen).then(" of ").append(all);
    }
    all
}
