//! A table in Markdown, each row with its line.

use std::rc::Rc;

use super::Row;

/// The rows of every table, below its header.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut header: Option<Vec<Rc<str>>> = None;
    let lines: Vec<&str> = text.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        if !line.contains('|') {
            header = None;
            continue;
        }
        let is_above_dashes = lines.get(index + 1).is_some_and(|next| is_dashes(next));
        match &header {
            None if is_above_dashes => header = Some(cells(line).into_iter().map(Rc::from).collect()),
            Some(names) if !is_dashes(line) => {
                let line_number = u32::try_from(index + 1).unwrap_or(u32::MAX);
                rows.push(Row { line: line_number, cells: names.iter().cloned().zip(cells(line)).collect() });
            }
            Some(_) | None => {}
        }
    }
    rows
}

fn is_dashes(line: &str) -> bool {
    line.contains("--") && line.chars().all(|c| "|-: \t".contains(c))
}

/// The cells of a row; a bar behind a backslash is part of its cell.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim().trim_start_matches('|');
    let line = line.strip_suffix('|').unwrap_or(line).replace("\\|", "\u{1}");
    line.split('|').map(|cell| cell.replace('\u{1}', "|").trim().to_owned()).collect()
}
