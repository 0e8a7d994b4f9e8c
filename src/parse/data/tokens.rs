//! A script -> its tokens: JSON, JavaScript and TypeScript, with or without JSX. Comments vanish; text that is no script
//! (the words between tags) comes out as words and marks that no reader of literals takes for anything.

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::parse) enum Kind {
    /// A name, a keyword or a number.
    Word(String),
    /// A string.
    Text(String),
    /// Any other character; a quotation mark for a string that is computed.
    Mark(char),
}

/// A token, its line counted from 1, and where it begins and ends in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::parse) struct Token {
    pub(in crate::parse) kind: Kind,
    pub(in crate::parse) line: u32,
    pub(in crate::parse) start: usize,
    pub(in crate::parse) end: usize,
}

impl Token {
    pub(in crate::parse) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(in crate::parse) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            Kind::Text(_) | Kind::Mark(_) => None,
        }
    }
}

/// Reads all tokens.
pub(in crate::parse) fn tokens(source: &str) -> Vec<Token> {
    let mut scanner = Scanner { source, at: 0, line: 1, found: Vec::new() };
    while scanner.step() {}
    scanner.found
}

struct Scanner<'a> {
    source: &'a str,
    at: usize,
    line: u32,
    found: Vec<Token>,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    /// Goes over so many bytes, counting lines.
    fn skip(&mut self, bytes: usize) {
        let end = (self.at + bytes).min(self.source.len());
        let lines = self.source[self.at..end].matches('\n').count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.at = end;
    }

    fn push(&mut self, kind: Kind, bytes: usize) {
        let (line, start) = (self.line, self.at);
        self.skip(bytes);
        self.found.push(Token { kind, line, start, end: self.at });
    }

    /// Reads one token or what lies between; false at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest().chars().next() else { return false };
        if first.is_whitespace() {
            self.skip(first.len_utf8());
        } else if let Some(bytes) = self.comment() {
            self.skip(bytes);
        } else if is_name(first) {
            let bytes = self.rest().find(|c| !is_name(c)).unwrap_or(self.rest().len());
            let word = self.rest()[..bytes].to_owned();
            self.push(Kind::Word(word), bytes);
        } else if let Some((text, bytes)) = self.string(first) {
            self.push(text.map_or(Kind::Mark(first), Kind::Text), bytes);
        } else if let Some(bytes) = self.pattern(first) {
            self.skip(bytes);
        } else {
            self.push(Kind::Mark(first), first.len_utf8());
        }
        true
    }

    fn comment(&self) -> Option<usize> {
        let rest = self.rest();
        if rest.starts_with("/*") {
            return Some(rest.find("*/").map_or(rest.len(), |end| end + 2));
        }
        // In the words between tags, `https://` begins no comment.
        let in_address = self.at.checked_sub(1).is_some_and(|before| self.source.as_bytes()[before] == b':');
        if rest.starts_with("//") && !in_address || rest.starts_with("<!--") && !rest.contains("-->") {
            return Some(rest.find('\n').unwrap_or(rest.len()));
        }
        let end = rest.starts_with("<!--").then(|| rest.find("-->"))??;
        Some(end + 3)
    }

    /// The text of a string and its length; no text for a template string that computes something.
    fn string(&self, quote: char) -> Option<(Option<String>, usize)> {
        match quote {
            '`' => template(self.rest()),
            // `Don't`: an apostrophe inside a word of the text between tags.
            '\'' if self.source[..self.at].ends_with(char::is_alphanumeric) => None,
            '"' | '\'' => quoted(self.rest(), quote).map(|(text, bytes)| (Some(text), bytes)),
            _ => None,
        }
    }

    /// A regular expression, where one can stand.
    fn pattern(&self, first: char) -> Option<usize> {
        let can_stand = match self.found.last().map(|token| &token.kind) {
            None => true,
            Some(Kind::Mark(mark)) => "(,=:[!&|?{};+".contains(*mark),
            Some(Kind::Word(word)) => word == "return",
            Some(Kind::Text(_)) => false,
        };
        let rest = self.rest();
        if first != '/' || !can_stand || rest.starts_with("/>") {
            return None;
        }
        let line = rest.lines().next()?;
        let (mut in_class, mut is_escaped) = (false, false);
        for (index, c) in line.char_indices().skip(1) {
            match c {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => return Some(index + 1),
                _ => {}
            }
        }
        None
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// A string between quotes, which does not go over the end of its line.
fn quoted(rest: &str, quote: char) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((index, c)) = chars.next() {
        match c {
            _ if c == quote => return Some((text, index + 1)),
            '\n' => return None,
            '\\' => {
                let (_, escaped) = chars.next()?;
                push_escaped(&mut text, escaped, &mut chars);
            }
            _ => text.push(c),
        }
    }
    None
}

/// A template string.
fn template(rest: &str) -> Option<(Option<String>, usize)> {
    let mut text = String::new();
    let mut is_computed = false;
    let mut depth = 0_usize;
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((index, c)) = chars.next() {
        match (c, depth) {
            ('`', 0) => return Some(((!is_computed).then_some(text), index + 1)),
            ('\\', 0) => {
                let (_, escaped) = chars.next()?;
                push_escaped(&mut text, escaped, &mut chars);
            }
            ('$', 0) if matches!(chars.peek(), Some((_, '{'))) => {
                chars.next();
                depth = 1;
                is_computed = true;
            }
            ('{', 1..) => depth += 1,
            ('}', 1..) => depth -= 1,
            (_, 0) => text.push(c),
            _ => {}
        }
    }
    None
}

fn push_escaped(
    text: &mut String,
    escaped: char,
    chars: &mut std::iter::Peekable<impl Iterator<Item = (usize, char)>>,
) {
    match escaped {
        'n' | 't' | 'r' => text.push(' '),
        '\n' => {}
        'u' => {
            let mut digits = String::new();
            while digits.len() < 4 && chars.peek().is_some_and(|(_, c)| c.is_ascii_hexdigit()) {
                digits.extend(chars.next().map(|(_, c)| c));
            }
            text.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
        }
        other => text.push(other),
    }
}
