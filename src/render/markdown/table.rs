//! Findings as the rows of a table. Findings of one rule share a row, and so do those that say the same.

use crate::finding::Finding;
use crate::render::escape::markdown as escape;
use crate::render::mark::mark;
use crate::render::{place, words};
use crate::report::{Pile, Report};

/// A column of a table of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The pile as picture and word.
    Mark,
    /// What the rule asks.
    Requirement,
    /// What was seen, of whom, and where.
    Seen,
    /// What would help.
    Help,
}

/// A row, before it is written.
struct Row {
    pile: Pile,
    requirement: Vec<String>,
    seen: Vec<String>,
    help: String,
}

/// The findings as a table; none where there are none.
pub(super) fn table(report: &Report, findings: &[&Finding], columns: &[Column]) -> Option<String> {
    if findings.is_empty() {
        return None;
    }
    let head = line(columns.iter().map(|column| column.head().into()));
    let rule = line(columns.iter().map(|_| ":--".into()));
    let rows = rows(report, findings);
    let rows = rows.iter().map(|row| line(columns.iter().map(|column| column.cell(row))));
    let lines: Vec<String> = [head, rule].into_iter().chain(rows).collect();
    Some(lines.join("\n"))
}

/// The place of a finding as a link.
pub(super) fn place(report: &Report, finding: &Finding) -> Option<String> {
    let spot = place::spot(report, finding)?;
    let label = match spot.line {
        Some(line) => spot.label.then(", line ").value(line.to_string()),
        None => spot.label,
    };
    let label = escape::label(&label);
    Some(spot.href.map_or_else(|| label.clone(), |href| escape::link(&label, &href)))
}

fn rows(report: &Report, findings: &[&Finding]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for finding in findings {
        let row = Row::of(report, finding);
        match rows.last_mut().filter(|last| last.pile == row.pile && last.help == row.help) {
            Some(last) if last.requirement == row.requirement => last.seen.extend(row.seen),
            Some(last) if last.seen == row.seen => last.requirement.extend(row.requirement),
            Some(_) | None => rows.push(row),
        }
    }
    rows
}

impl Row {
    fn of(report: &Report, finding: &Finding) -> Self {
        Self {
            pile: Pile::of(finding),
            requirement: vec![escape::text(&words::statement(finding))],
            seen: vec![seen(report, finding)],
            help: escape::text(&finding.advice().unwrap_or_default()),
        }
    }
}

/// Of whom, what was seen, where, and by when it is due; of what is met, the place only where it can be opened.
fn seen(report: &Report, finding: &Finding) -> String {
    let is_settled = matches!(Pile::of(finding), Pile::Met | Pile::NotNeeded);
    let of = words::subject(finding).map(|name| format!("**{}**: ", escape::name(name))).unwrap_or_default();
    let at = place(report, finding).filter(|place| !is_settled || place.starts_with('['));
    let at = at.map(|place| format!(" ({place})")).unwrap_or_default();
    let terms =
        words::terms(report, finding).map(|terms| format!(" · {}", escape::text(&terms))).unwrap_or_default();
    format!("{of}{}{at}{terms}", escape::text(&finding.text))
}

impl Column {
    fn head(self) -> &'static str {
        match self {
            Self::Mark => "Result",
            Self::Requirement => "Requirement",
            Self::Seen => "What was seen",
            Self::Help => "What would help",
        }
    }

    fn cell(self, row: &Row) -> String {
        match self {
            Self::Mark => {
                let mark = mark(row.pile);
                format!("{} {}", mark.emoji, mark.word).replace(' ', "&nbsp;")
            }
            Self::Requirement => row.requirement.join("<br>"),
            Self::Seen => row.seen.join("<br>"),
            Self::Help => row.help.clone(),
        }
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |", cells.join(" | "))
}
