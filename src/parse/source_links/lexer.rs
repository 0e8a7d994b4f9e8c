//! The pieces of a script, roughly: enough to tell strings, comments and patterns from code, and never to get lost.

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// `// ...` or `/* ... */`.
    Comment,
    /// A string with its quotes.
    String,
    /// `/pattern/`.
    Pattern,
    /// A name or a number, with dots between names.
    Word,
    /// Any other single byte that is not white space.
    Mark(u8),
}

/// A piece, and where it begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) piece: Piece,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The longest pattern that is taken for one.
const LONGEST_PATTERN: usize = 300;

/// The pieces of a text, in order.
#[derive(Debug)]
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The last byte that was no white space and no comment.
    before: u8,
}

impl<'a> Lexer<'a> {
    /// Begins at the beginning.
    pub(super) fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, before: b';' }
    }

    fn token(&mut self, piece: Piece, end: usize) -> Token {
        let token = Token { piece, start: self.at, end };
        if piece != Piece::Comment {
            self.before = self.bytes.get(end - 1).copied().unwrap_or(b';');
        }
        self.at = end;
        token
    }

    /// A slash begins a comment, a pattern, or nothing. Two slashes after a colon belong to an address.
    fn slash(&mut self) -> Token {
        let end_of = |mark: &[u8]| find(self.bytes, self.at + 2, mark);
        match self.bytes.get(self.at + 1) {
            Some(b'/') if self.before != b':' => {
                let end = end_of(b"\n").unwrap_or(self.bytes.len());
                self.token(Piece::Comment, end)
            }
            Some(b'/') => self.token(Piece::Mark(b'/'), self.at + 2),
            Some(b'*') => {
                let end = end_of(b"*/").map_or(self.bytes.len(), |end| end + 2);
                self.token(Piece::Comment, end)
            }
            _ => match self.pattern_end() {
                Some(end) => self.token(Piece::Pattern, end),
                None => self.token(Piece::Mark(b'/'), self.at + 1),
            },
        }
    }

    /// A pattern stands where a value may begin; a division does not.
    fn pattern_end(&self) -> Option<usize> {
        if !b"(,=:[!&|?;+{~^%".contains(&self.before) {
            return None;
        }
        let mut at = self.at + 1;
        let mut in_class = false;
        while at - self.at < LONGEST_PATTERN {
            match self.bytes.get(at)? {
                b'\\' => at += 1,
                b'\n' => return None,
                b'[' => in_class = true,
                b']' => in_class = false,
                b'/' if !in_class => return Some(at + 1),
                _ => {}
            }
            at += 1;
        }
        None
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        while self.bytes.get(self.at)?.is_ascii_whitespace() {
            self.at += 1;
        }
        let byte = *self.bytes.get(self.at)?;
        Some(match byte {
            b'/' => self.slash(),
            b'"' | b'\'' | b'`' => match string_end(self.bytes, self.at) {
                Some(end) => self.token(Piece::String, end),
                None => self.token(Piece::Mark(byte), self.at + 1),
            },
            _ if is_word(byte) => {
                let rest = self.bytes.get(self.at..).unwrap_or_default();
                let length = rest.iter().take_while(|byte| is_word(**byte) || **byte == b'.').count();
                self.token(Piece::Word, self.at + length)
            }
            _ => self.token(Piece::Mark(byte), self.at + 1),
        })
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || byte >= 0x80
}

fn find(bytes: &[u8], from: usize, mark: &[u8]) -> Option<usize> {
    bytes.get(from..)?.windows(mark.len()).position(|window| window == mark).map(|at| from + at)
}

/// The place behind the string that opens at `at`; none where nothing closes it. Only a template runs over lines, so an
/// apostrophe in text between tags is rarely taken for a quote.
pub(super) fn string_end(bytes: &[u8], at: usize) -> Option<usize> {
    let quote = *bytes.get(at)?;
    let mut next = at + 1;
    while let Some(&byte) = bytes.get(next) {
        match byte {
            b'\\' => next += 2,
            b'\n' if quote != b'`' => return None,
            _ if byte == quote => return Some(next + 1),
            _ => next += 1,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(text: &str) -> Vec<&str> {
        Lexer::new(text)
            .filter(|token| token.piece == Piece::String)
            .filter_map(|token| text.get(token.start..token.end))
            .collect()
    }

    #[test]
    fn strings_among_other_things() {
        let table: &[(&str, &[&str])] = &[
            ("a='x'+\"y\"", &["'x'", "\"y\""]),
            ("s.replace(/[\"'/]/g,\"x\")", &["\"x\""]),
            ("a/b;c=\"x\"/2", &["\"x\""]),
            ("<p>I'm here</p>\n<a href=\"x\">", &["\"x\""]),
            ("<a href=\"x\"></a> // 'no'", &["\"x\""]),
            ("<p>https://a.example</p> 'x'", &["'x'"]),
            ("/* 'no' */ `a\nb`", &["`a\nb`"]),
            ("'a\\'b'", &["'a\\'b'"]),
        ];
        for (text, expected) in table {
            assert_eq!(strings(text), *expected, "{text}");
        }
    }
}
