//! The cohort for a spreadsheet: a line for each student.

use super::words;
use crate::cohort::head::Head;
use crate::cohort::{Row, Words};
use crate::facts::Untrusted;
use crate::render::escape::csv::cell;

/// The line of heads.
pub fn heads(head: &Head) -> String {
    let columns = head.columns.iter().map(|column| column.label());
    let heads = ["Id", "Login", "Name", "Programme", "Status", "Outcome"].into_iter().chain(columns).chain([
        "Next",
        "Turn",
        "Next deadline",
        "Days late",
        "Last activity",
        "Portfolio",
        "Site",
    ]);
    line(heads.map(Untrusted::from))
}

/// The line of a student.
pub fn row(head: &Head, row: &Row) -> String {
    let zone = words::zone(head);
    let optional = |words: &Option<Words>| words.as_ref().map(Words::untrusted).unwrap_or_default();
    let date = |text: &Option<String>| {
        text.as_ref().map(|text| words::moment(&zone, text)).unwrap_or_default().into()
    };
    let cells = row.cells.iter().map(|cell| {
        let last = cell.last.as_ref().map(|last| format!("last: {}", words::last(&zone, last)));
        let more: Vec<String> = cell.detail.clone().into_iter().chain(last).collect();
        let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
        Untrusted::from(format!("{}{more}", cell.state.word()))
    });
    let before = [
        row.id.untrusted(),
        optional(&row.login),
        optional(&row.name),
        optional(&row.programme),
        row.status.as_str().into(),
        row.outcome.as_str().into(),
    ];
    let after = [
        row.next.text.untrusted(),
        words::turn(&row.next.turn).into(),
        date(&row.deadline),
        row.days_late.map(|days| days.to_string()).unwrap_or_default().into(),
        date(&row.last_activity),
        row.portfolio.clone().unwrap_or_default().into(),
        optional(&row.site),
    ];
    line(before.into_iter().chain(cells).chain(after))
}

fn line(cells: impl Iterator<Item = Untrusted>) -> String {
    let cells: Vec<String> = cells.map(|text| cell(&text)).collect();
    // Spreadsheets expect the line ends of RFC 4180.
    format!("{}\r\n", cells.join(","))
}
