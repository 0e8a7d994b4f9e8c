//! The words that every format says the same way: the headline, what a finding is called, its date, what changed.

use crate::facts::Untrusted;
use crate::finding::{Finding, Standing, SubjectKind, Verdict};
use crate::report::{OverallOutcome, Pile, Report};
use crate::text::{Text, counted};

/// What the report says first, without mark or final period.
pub(super) fn headline(report: &Report) -> String {
    format!("Portfolio check: {}", outcome(report))
}

/// The headline without its first words.
pub(super) fn outcome(report: &Report) -> String {
    let all = report.tally.applicable();
    let of_all = |count| format!("{count} of {}", counted(all, "requirement", "requirements"));
    let (to_fix, to_do) = (report.count(Pile::ToFix), report.count(Pile::ToDo));
    let (waiting, not_seen) = (report.count(Pile::Waiting), report.count(Pile::NotSeen));
    match report.outcome {
        _ if all == 0 => "nothing could be judged".into(),
        OverallOutcome::Fail => format!("{} {} work", of_all(to_fix), verb(to_fix, "needs", "need")),
        OverallOutcome::Pending if waiting == 0 => {
            format!("nothing is late, {} {} still to do", of_all(to_do), verb(to_do, "is", "are"))
        }
        OverallOutcome::Pending if to_do == 0 => {
            format!("nothing left to do, {} {} for a person", of_all(waiting), verb(waiting, "waits", "wait"))
        }
        OverallOutcome::Pending => {
            let verbs = (verb(to_do, "is", "are"), verb(waiting, "waits", "wait"));
            format!(
                "nothing is late, {} {} still to do, {waiting} {} for a person",
                of_all(to_do),
                verbs.0,
                verbs.1
            )
        }
        OverallOutcome::CannotTell => {
            format!("nothing to fix was found, {} could not be checked", of_all(not_seen))
        }
        OverallOutcome::Pass => passed(report),
    }
}

fn passed(report: &Report) -> String {
    let tally = report.tally;
    match (tally.warn, tally.pass, tally.applicable()) {
        (0, 1, 1) => "the requirement is met".into(),
        (0, met, all) if met == all => format!("all {all} requirements are met"),
        (0, ..) => "everything required is met".into(),
        (advice, ..) => {
            format!("everything required is met, with {} of advice", counted(advice, "piece", "pieces"))
        }
    }
}

fn verb(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

/// The next date, and how far away it is.
pub(super) fn next_due(report: &Report) -> Option<(String, String)> {
    let due = report.next_due()?;
    Some((format!("next due {}", report.policy.zone.in_words(due)), due.distance_from(report.as_of)))
}

/// Its date, and who excused it: what the policy says of a finding beside the verdict, without a final period.
pub(super) fn terms(report: &Report, finding: &Finding) -> Option<Text> {
    let zone = &report.policy.zone;
    if let Some(excuse) = &finding.excuse {
        let text = Text::plain("excused by ").name(&excuse.by);
        let text = match excuse.until {
            Some(until) => text.then(" until ").value(zone.in_words(until)),
            None => text,
        };
        return Some(text.then(": ").quote(&excuse.why));
    }
    let due = zone.in_words(finding.due?);
    match finding.standing {
        Some(Standing::Late { since }) => {
            Some(Text::plain("late: was due ").value(due).then(", met ").value(zone.in_words(since)))
        }
        Some(Standing::Missing) => Some(Text::plain("was due ").value(due)),
        Some(Standing::InTime) => None,
        None if finding.due < Some(report.as_of) && finding.verdict == Verdict::Pass => undated(finding, due),
        None if finding.due < Some(report.as_of) => Some(Text::plain("was due ").value(due)),
        Some(Standing::AwaitsApprover) if finding.due < Some(report.as_of) => {
            Some(Text::plain("was due ").value(due))
        }
        Some(Standing::NotDueYet | Standing::AwaitsApprover) | None => Some(Text::plain("due ").value(due)),
    }
}

/// What a student wrote down has no date but its own: beside it stands that nobody can tell. Of a site or a README it is known
/// how it is now, which is all that is asked.
fn undated(finding: &Finding, due: String) -> Option<Text> {
    let is_record = finding.subject.kind == SubjectKind::Evidence;
    let text = Text::plain("was due ").value(due).then("; no server’s clock tells when it was met");
    is_record.then_some(text)
}

/// What the finding is about, where that is not clear from the rule: the project's name.
pub(super) fn subject(finding: &Finding) -> Option<&Untrusted> {
    match finding.subject.kind {
        SubjectKind::Project => finding.subject.name.as_ref(),
        SubjectKind::Portfolio | SubjectKind::Site | SubjectKind::Resume | SubjectKind::Evidence => None,
    }
}

/// What the finding is called: "Weather: The project has a README".
pub(super) fn title(finding: &Finding) -> Text {
    match subject(finding) {
        Some(name) => Text::new().name(name).then(": ").append(statement(finding)),
        None => statement(finding),
    }
}

/// What the rule asks, at its stage: "The contacts are written down (4 in all)".
pub(super) fn statement(finding: &Finding) -> Text {
    let text = Text::plain(finding.rule.statement);
    match finding.subject.stage {
        Some(count) => text.then(" (").number(count).then(" in all)"),
        None => text,
    }
}

/// What changed since the last check; none where there was none.
pub(super) fn changes(report: &Report) -> Option<Text> {
    let changes = report.changes.as_ref()?;
    let text = Text::plain("Since the last check: ");
    if changes.is_empty() {
        return Some(text.then("nothing changed."));
    }
    let lists = [
        ("fixed", &changes.fixed),
        ("newly met", &changes.arrived),
        ("new", &changes.new),
        ("worse", &changes.regressed),
    ];
    let parts: Vec<Text> = lists
        .into_iter()
        .filter(|(_, ids)| !ids.is_empty())
        .map(|(word, ids)| Text::new().number(ids.len()).then(" ").then(word).append(names(report, ids)))
        .collect();
    Some(joined(text, parts, "; ").then("."))
}

/// " (Chess: The project has a README)", at most two of them.
fn names(report: &Report, ids: &[Untrusted]) -> Text {
    const SHOWN: usize = 2;
    let titles = report.findings.iter().filter(|finding| ids.contains(&finding.id())).map(title);
    let text = joined(Text::plain(" ("), titles.take(SHOWN).collect(), "; ");
    if ids.len() > SHOWN { text.then("; …)") } else { text.then(")") }
}

fn joined(start: Text, parts: Vec<Text>, between: &'static str) -> Text {
    parts.into_iter().enumerate().fold(start, |text, (index, part)| {
        let text = if index == 0 { text } else { text.then(between) };
        text.append(part)
    })
}
