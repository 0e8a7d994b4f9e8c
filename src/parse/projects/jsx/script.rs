//! Script around the elements: brackets, comments and strings are passed over, and an element is seen where it begins.

use super::{MAX_DEPTH, Writer};

impl Writer<'_> {
    /// Script, up to the bracket that ends it.
    pub(super) fn script(&mut self, end: Option<char>) {
        if self.depth >= MAX_DEPTH {
            return;
        }
        self.depth += 1;
        let mut last = ' ';
        while let Some(c) = self.peek() {
            if Some(c) == end {
                self.at += 1;
                break;
            }
            if let Some(bytes) = self.script_text(c) {
                self.at += bytes;
            } else if c == '<' && self.begins_element(last) && self.depth < MAX_DEPTH {
                self.element();
            } else {
                let is_repeated = c == '('
                    && self.source[..self.at].strip_suffix("map").is_some_and(|before| before.ends_with('.'));
                self.at += c.len_utf8();
                if let Some(close) = closing(c) {
                    self.muted += usize::from(is_repeated);
                    self.script(Some(close));
                    self.muted -= usize::from(is_repeated);
                }
            }
            if !c.is_whitespace() {
                last = c;
            }
        }
        self.depth -= 1;
    }

    /// The length of a comment or string here.
    fn script_text(&self, first: char) -> Option<usize> {
        let rest = self.rest();
        if rest.starts_with("//") {
            return Some(rest.find('\n').unwrap_or(rest.len()));
        }
        if rest.starts_with("/*") {
            return Some(rest.find("*/").map_or(rest.len(), |end| end + 2));
        }
        if !matches!(first, '"' | '\'' | '`') {
            return None;
        }
        let mut is_escaped = false;
        for (index, c) in rest.char_indices().skip(1) {
            match c {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '\n' if first != '`' => return None,
                _ if c == first => return Some(index + 1),
                _ => {}
            }
        }
        None
    }

    /// `<` begins an element where no value can stand before it.
    fn begins_element(&self, last: char) -> bool {
        let follows = self.rest()[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '>');
        let before = self.source[..self.at].trim_end();
        follows
            && (!last.is_alphanumeric() && !matches!(last, ')' | ']' | '_' | '$')
                || before.ends_with("return"))
    }
}

fn closing(open: char) -> Option<char> {
    match open {
        '(' => Some(')'),
        '[' => Some(']'),
        '{' => Some('}'),
        _ => None,
    }
}
