//! Contacts in prose: "Company: Initech" line by line, or four lists side by side (all companies, then all people ...).

use super::Row;
use super::field::{Field, field};

/// The rows.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let mut walk = Walk::default();
    for (number, line) in (1..).zip(text.lines()) {
        walk.line(number, line);
    }
    walk.finish()
}

#[derive(Default)]
struct Walk {
    /// What is being listed, and its items with their lines.
    lists: Vec<(String, Vec<(u32, String)>)>,
    /// True while items of the last list may come.
    is_in_list: bool,
    blocks: Vec<Row>,
    /// What the last block says already.
    said: Vec<Field>,
}

impl Walk {
    fn line(&mut self, number: u32, line: &str) {
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        let (item, is_item) = without_mark(line);
        let item = item.trim_matches(['*', '_']);
        // `**Person:** Grace Hopper`
        let (name, value) = match item.split_once(':') {
            Some((name, value)) if !value.starts_with("//") => (name, Some(value)),
            _ => (item, None),
        };
        let name = name.trim_start_matches('#').trim_matches([' ', '*', '_']);
        let value = value.map(|value| value.trim_matches([' ', '*', '_'])).filter(|value| !value.is_empty());
        let is_field = name.split_whitespace().count() <= 4 && field(name).is_some();
        match value {
            Some(value) if is_field => self.pair(number, name, value),
            None if is_field && (!is_item || !self.is_in_list) => {
                self.lists.push((name.to_owned(), Vec::new()));
                self.is_in_list = true;
            }
            _ if is_item && self.is_in_list => {
                if let Some((_, items)) = self.lists.last_mut() {
                    items.push((number, item.to_owned()));
                }
            }
            _ => self.is_in_list = self.is_in_list && !line.starts_with('#'),
        }
    }

    /// A new contact begins where something is said the second time.
    fn pair(&mut self, number: u32, name: &str, value: &str) {
        self.is_in_list = false;
        let meant = field(name);
        if self.blocks.is_empty() || meant.is_some_and(|field| self.said.contains(&field)) {
            self.blocks.push(Row { line: number, cells: Vec::new() });
            self.said.clear();
        }
        self.said.extend(meant);
        if let Some(row) = self.blocks.last_mut() {
            row.cells.push((name.into(), value.to_owned()));
        }
    }

    fn finish(self) -> Vec<Row> {
        let lists: Vec<_> = self.lists.into_iter().filter(|(_, items)| !items.is_empty()).collect();
        if lists.len() < 2 {
            return self.blocks;
        }
        let longest = lists.iter().map(|(_, items)| items.len()).max().unwrap_or(0);
        let at = |index: usize| {
            let of = |(name, items): &(String, Vec<(u32, String)>)| {
                items.get(index).map(|(line, item)| (*line, (name.as_str().into(), item.clone())))
            };
            let (lines, cells): (Vec<u32>, Vec<_>) = lists.iter().filter_map(of).unzip();
            Row { line: lines.first().copied().unwrap_or(1), cells }
        };
        (0..longest).map(at).collect()
    }
}

/// The line without `-`, `*` or `1.`, and whether it had such a mark.
fn without_mark(line: &str) -> (&str, bool) {
    if let Some(rest) = ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)) {
        return (rest, true);
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match line[digits..].strip_prefix(['.', ')']) {
        Some(rest) if digits > 0 && rest.starts_with(' ') => (rest.trim_start(), true),
        _ => (line, false),
    }
}
