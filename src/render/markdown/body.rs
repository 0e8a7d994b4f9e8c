//! What stands in the comment, from the outcome to where it was read, with as much as there is room for.

use std::fmt;

use super::table::{self, Column};
use crate::finding::Finding;
use crate::render::escape::markdown as escape;
use crate::render::mark::{counts, mark, outcome_pile};
use crate::render::{provenance, words};
use crate::report::{OverallOutcome, Pile, Report};
use crate::text::{Text, counted};

/// What is left out to save room, each including those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render) enum Cut {
    /// Nothing.
    Nothing,
    /// What is met and what does not apply.
    Passes,
    /// The texts to paste, but for the next step.
    Pastes,
    /// All advice but the next step's.
    Advice,
    /// All rows but so many that need work.
    Rows(usize),
}

/// The text in its parts.
#[derive(Debug)]
pub(in crate::render) struct Body {
    heading: String,
    distance: Option<String>,
    main: String,
    changes: Option<String>,
    provenance: String,
    read_at: String,
}

impl Body {
    /// What a later check compares: without what changed, when it was read, and how far away the next date is, which are
    /// no reason to write again.
    pub(in crate::render) fn lasting(&self) -> String {
        format!("{}\n\n{}\n\n{}", self.heading, self.main, self.provenance)
    }
}

impl fmt::Display for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let distance = self.distance.as_ref().map(|distance| format!(" ({distance})")).unwrap_or_default();
        writeln!(formatter, "### {}{distance}\n\n{}\n", self.heading, self.main)?;
        if let Some(changes) = &self.changes {
            writeln!(formatter, "{changes}\n")?;
        }
        writeln!(formatter, "<sub>{} {}</sub>", self.provenance, self.read_at)
    }
}

/// The text of a report.
pub(in crate::render) fn body(report: &Report, cut: Cut) -> Body {
    let (due, distance) = words::next_due(report).unzip();
    let due = due.map(|due| format!(" · {due}")).unwrap_or_default();
    let mut parts: Vec<String> = tally(report).into_iter().collect();
    parts.extend(report.next_finding().map(|finding| next_step(report, finding, cut)));
    parts.extend(work(report, cut));
    parts.extend(advice(report, cut));
    let folds = [Pile::NotSeen, Pile::Met, Pile::Excused, Pile::NotNeeded];
    parts.extend(folds.into_iter().filter_map(|pile| folded(report, pile, cut)));
    parts.extend(shortened(cut));
    let provenance: Vec<String> = provenance::lines(report).iter().map(escape::text).collect();
    Body {
        heading: format!("{} {}{due}", mark(outcome_pile(report)).emoji, words::headline(report)),
        distance,
        main: parts.join("\n\n"),
        changes: words::changes(report).as_ref().map(escape::text),
        provenance: provenance.join(" "),
        read_at: escape::text(&provenance::read_at(report)),
    }
}

/// How many there are of each; none where all are alike.
fn tally(report: &Report) -> Option<String> {
    let counts: Vec<String> = counts(report)
        .into_iter()
        .map(|(pile, count)| {
            format!("{} {count} {}", mark(pile).emoji, mark(pile).counted).replace(' ', "&nbsp;")
        })
        .collect();
    (counts.len() > 1).then(|| counts.join(" · "))
}

/// One thing to do, in a box: what was seen and where, what to do, the lines to paste, and why it matters.
fn next_step(report: &Report, finding: &Finding, cut: Cut) -> String {
    let about =
        words::subject(finding).map(|name| format!(" for {}", escape::name(name))).unwrap_or_default();
    let place = table::place(report, finding).map(|place| format!(" ({place})")).unwrap_or_default();
    let terms =
        words::terms(report, finding).map(|terms| format!(" · {}", escape::text(&terms))).unwrap_or_default();
    let mut parts = vec![format!("**Do this next{about}.** {}{place}{terms}", escape::text(&finding.text))];
    parts.extend(finding.advice().as_ref().map(escape::text));
    parts.extend(finding.paste().filter(|_| cut < Cut::Advice).and_then(escape::fenced));
    parts.push(format!("**Why it matters:** {}", escape::text(&Text::plain(finding.rule.why))));
    let kind = if report.outcome == OverallOutcome::Fail { "IMPORTANT" } else { "TIP" };
    quoted(&format!("[!{kind}]\n{}", parts.join("\n\n")))
}

/// What needs work, waits, or has advice.
fn work(report: &Report, cut: Cut) -> Option<String> {
    let all = [Pile::ToFix, Pile::ToDo, Pile::Waiting, Pile::Advice];
    let findings: Vec<&Finding> = all.into_iter().flat_map(|pile| report.pile(pile)).collect();
    let room = match cut {
        Cut::Rows(rows) => rows,
        Cut::Nothing | Cut::Passes | Cut::Pastes | Cut::Advice => usize::MAX,
    };
    let table = table::table(
        report,
        &findings[..findings.len().min(room)],
        &[Column::Mark, Column::Requirement, Column::Seen],
    )?;
    match findings.len().saturating_sub(room) {
        0 => Some(table),
        more => Some(format!("{table}\n\nAnd {more} more.")),
    }
}

/// How to fix what is not the next step, each under its own fold.
fn advice(report: &Report, cut: Cut) -> Option<String> {
    if cut >= Cut::Advice {
        return None;
    }
    let all = [Pile::ToFix, Pile::ToDo, Pile::Advice];
    let findings = all.into_iter().flat_map(|pile| report.pile(pile));
    let folds: Vec<String> = findings
        .filter(|finding| !report.is_next(finding))
        .map(|finding| {
            let mark = mark(Pile::of(finding));
            fold(
                &format!("{} {}", mark.emoji, escape::summary(&words::title(finding))),
                &remedy(finding, cut),
            )
        })
        .collect();
    (!folds.is_empty()).then(|| format!("#### After that\n\n{}", folds.join("\n\n")))
}

fn remedy(finding: &Finding, cut: Cut) -> String {
    let mut parts = vec![escape::text(&Text::plain(finding.rule.why))];
    parts.extend(finding.advice().as_ref().map(escape::text));
    parts.extend(finding.paste().filter(|_| cut < Cut::Pastes).and_then(escape::fenced));
    parts.join("\n\n")
}

/// The findings of one pile below a line that counts them.
fn folded(report: &Report, pile: Pile, cut: Cut) -> Option<String> {
    let findings: Vec<&Finding> = report.pile(pile).collect();
    let count = counted(findings.len(), "requirement", "requirements");
    let does = if findings.len() == 1 { "does" } else { "do" };
    let (title, last) = match pile {
        Pile::NotSeen => (format!("{count} could not be checked, and what would help"), Cut::Pastes),
        Pile::Excused => (format!("{count} excused by the school"), Cut::Pastes),
        Pile::NotNeeded => (format!("{count} {does} not apply"), Cut::Nothing),
        Pile::Met | Pile::ToFix | Pile::ToDo | Pile::Waiting | Pile::Advice => {
            (format!("{count} met"), Cut::Nothing)
        }
    };
    let help = (pile == Pile::NotSeen).then_some(Column::Help);
    let columns: Vec<Column> = [Column::Requirement, Column::Seen].into_iter().chain(help).collect();
    let table = table::table(report, &findings, &columns).filter(|_| cut <= last)?;
    Some(fold(&format!("{} {title}", mark(pile).emoji), &table))
}

fn shortened(cut: Cut) -> Option<String> {
    let what = match cut {
        Cut::Nothing => return None,
        Cut::Passes => "what is met is left out",
        Cut::Pastes => "what is met and some texts to paste are left out",
        Cut::Advice | Cut::Rows(_) => "what is met and most of the advice are left out",
    };
    Some(format!("This text had to be shortened: {what}. `foliocheck check` shows everything."))
}

fn fold(title: &str, text: &str) -> String {
    format!("<details><summary>{title}</summary><br>\n\n{text}\n\n</details>")
}

/// The text of a report with as little left out as fits.
pub(in crate::render) fn fitting(report: &Report, fits: impl Fn(&Body) -> bool) -> Body {
    let rows = [128, 64, 32, 16, 8, 4, 2, 1].map(Cut::Rows);
    let cuts = [Cut::Nothing, Cut::Passes, Cut::Pastes, Cut::Advice].into_iter().chain(rows);
    let mut bodies = cuts.map(|cut| body(report, cut));
    bodies.find(fits).unwrap_or_else(|| body(report, Cut::Rows(0)))
}

fn quoted(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
    lines.join("\n")
}
