//! What a rule says: spans that each format writes and escapes in its own way.

use crate::facts::Untrusted;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Our own words.
    Plain(&'static str),
    /// A number or another value of ours.
    Value(String),
    /// Somebody's words, shown in quotation marks.
    Quote(Untrusted),
    /// A path, an address, a command or a name, shown as code.
    Code(Untrusted),
    /// A name, shown as it is.
    Name(Untrusted),
    /// A link with a label of ours.
    Link {
        /// What is shown.
        label: &'static str,
        /// Where it leads; shown only where it is `http` or `https`.
        href: Untrusted,
    },
}

/// Words for people, made of spans, so that no format has to guess what is ours.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(Vec<Span>);

impl Text {
    /// Begins with words of ours.
    pub fn plain(words: &'static str) -> Self {
        Self(vec![Span::Plain(words)])
    }

    /// Begins with nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes on with words of ours.
    #[must_use]
    pub fn then(self, words: &'static str) -> Self {
        self.with(Span::Plain(words))
    }

    /// Goes on with a value of ours that is made when the program runs; never with somebody else's text.
    #[must_use]
    pub fn value(self, value: impl Into<String>) -> Self {
        self.with(Span::Value(value.into()))
    }

    /// Goes on with a number.
    #[must_use]
    pub fn number(self, number: usize) -> Self {
        self.with(Span::Value(number.to_string()))
    }

    /// Goes on with somebody's words in quotation marks.
    #[must_use]
    pub fn quote(self, words: &Untrusted) -> Self {
        self.with(Span::Quote(words.clone()))
    }

    /// Goes on with several words of ours, each in quotation marks.
    #[must_use]
    pub fn quotes(self, words: &[&'static str]) -> Self {
        words.iter().enumerate().fold(self, |text, (place, words)| {
            let text = if place == 0 { text } else { text.then(" and ") };
            text.quote(&Untrusted::from(*words))
        })
    }

    /// Goes on with a path, address, command or name.
    #[must_use]
    pub fn code(self, words: impl Into<Untrusted>) -> Self {
        self.with(Span::Code(words.into()))
    }

    /// Goes on with a name.
    #[must_use]
    pub fn name(self, name: &Untrusted) -> Self {
        self.with(Span::Name(name.clone()))
    }

    /// Goes on with a link.
    #[must_use]
    pub fn link(self, label: &'static str, href: &Untrusted) -> Self {
        self.with(Span::Link { label, href: href.clone() })
    }

    /// Goes on with another text.
    #[must_use]
    pub fn append(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The spans in order.
    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    /// True where it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn with(mut self, span: Span) -> Self {
        self.0.push(span);
        self
    }

    /// Its words without any marks, for tests of rules.
    #[cfg(test)]
    pub(crate) fn in_words(&self) -> String {
        let words = |span: &Span| match span {
            Span::Plain(words) => (*words).to_owned(),
            Span::Value(value) => value.clone(),
            Span::Quote(words) | Span::Code(words) | Span::Name(words) => words.as_written().to_owned(),
            Span::Link { label, .. } => (*label).to_owned(),
        };
        self.0.iter().map(words).collect()
    }
}

/// "1 word", "2 words".
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
