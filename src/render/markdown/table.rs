//! Findings as the rows of a table.

use crate::finding::Finding;
use crate::render::escape::markdown as escape;
use crate::render::{place, words};
use crate::report::Report;
use crate::text::Text;

/// A column of a table of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The verdict as picture and word.
    Mark,
    /// Subject and statement.
    Requirement,
    /// What was seen, and where.
    Seen,
    /// What would help.
    Help,
}

/// The findings, one a row; none where there are none.
pub(super) fn table(report: &Report, findings: &[&Finding], columns: &[Column]) -> Option<String> {
    if findings.is_empty() {
        return None;
    }
    let head = row(columns.iter().map(|column| column.head().into()));
    let rule = row(columns.iter().map(|_| ":--".into()));
    let rows = findings.iter().map(|finding| row(columns.iter().map(|column| column.cell(report, finding))));
    let lines: Vec<String> = [head, rule].into_iter().chain(rows).collect();
    Some(lines.join("\n"))
}

/// What was seen, and a link to where.
fn seen(report: &Report, finding: &Finding) -> String {
    let text = escape::text(&finding.text);
    match place(report, finding) {
        Some(place) => format!("{text}<br>{place}"),
        None => text,
    }
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

impl Column {
    fn head(self) -> &'static str {
        match self {
            Self::Mark => "Result",
            Self::Requirement => "Requirement",
            Self::Seen => "What was seen",
            Self::Help => "What would help",
        }
    }

    fn cell(self, report: &Report, finding: &Finding) -> String {
        match self {
            Self::Mark => {
                let mark = words::mark(finding.verdict);
                format!("{}&nbsp;{}", mark.emoji, mark.word.replace(' ', "&nbsp;"))
            }
            Self::Requirement => requirement(finding),
            Self::Seen => seen(report, finding),
            Self::Help => escape::text(&finding.advice().unwrap_or_default()),
        }
    }
}

fn requirement(finding: &Finding) -> String {
    let statement = escape::text(&Text::plain(finding.rule.statement));
    match words::subject(finding) {
        Some(name) => format!("**{}**: {statement}", escape::name(name)),
        None => statement,
    }
}

fn row(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |", cells.join(" | "))
}
