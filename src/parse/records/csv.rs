//! Comma-, semicolon- or tab-separated values, as spreadsheets write them, each row with the line it begins on.

use std::rc::Rc;

use super::Row;

/// The rows below the header; none where the first line is no header of at least two columns.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let separator = [',', ';', '\t'].into_iter().max_by_key(|c| first.matches(*c).count()).unwrap_or(',');
    let mut records =
        records(text, separator).into_iter().filter(|(_, cells)| !cells.iter().all(|c| c.trim().is_empty()));
    let Some((_, header)) = records.next().filter(|(_, header)| header.len() > 1) else { return Vec::new() };
    let header: Vec<Rc<str>> = header.into_iter().map(Rc::from).collect();
    records.map(|(line, cells)| Row { line, cells: header.iter().cloned().zip(cells).collect() }).collect()
}

/// By RFC 4180: a field in quotation marks may hold separators, line breaks, and quotation marks written twice.
fn records(text: &str, separator: char) -> Vec<(u32, Vec<String>)> {
    let mut records = Vec::new();
    let (mut line, mut begun) = (1, 1);
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let mut is_quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if is_quoted || cell.trim().is_empty() => is_quoted = !is_quoted,
            '\n' if !is_quoted => {
                cells.push(std::mem::take(&mut cell));
                records.push((begun, std::mem::take(&mut cells)));
                line += 1;
                begun = line;
            }
            '\r' if !is_quoted => {}
            c if c == separator && !is_quoted => cells.push(std::mem::take(&mut cell)),
            c => {
                line += u32::from(c == '\n');
                cell.push(c);
            }
        }
    }
    if !cell.is_empty() || !cells.is_empty() {
        cells.push(cell);
        records.push((begun, cells));
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u32, Vec<String>)> {
        rows(text)
            .into_iter()
            .map(|row| (row.line, row.cells.into_iter().map(|(_, cell)| cell).collect()))
            .collect()
    }

    #[test]
    fn spreadsheets_of_every_kind_are_read() {
        let expected = vec![(2, vec!["Acme, Inc.".to_owned(), "G. Hopper".to_owned()])];
        for text in [
            "company,person\n\"Acme, Inc.\",G. Hopper\n",
            "\u{feff}company;person\r\nAcme, Inc.;G. Hopper\r\n;\r\n",
            "company\tperson\nAcme, Inc.\tG. Hopper",
        ] {
            assert_eq!(cells(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_row_has_the_line_it_begins_on() {
        let text = "a,b\n\"one\ntwo\",\"say \"\"hi\"\"\"\n\nthree,four\n";
        assert_eq!(
            cells(text),
            [
                (2, vec!["one\ntwo".to_owned(), "say \"hi\"".to_owned()]),
                (5, vec!["three".into(), "four".into()])
            ]
        );
    }

    #[test]
    fn words_are_no_table() {
        assert_eq!(cells("I wrote to two people.\nNobody answered.\n"), []);
        assert_eq!(cells(""), []);
    }
}
