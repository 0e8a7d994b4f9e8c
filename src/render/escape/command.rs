//! Foreign text in a workflow command: one line for the runner, whatever stands in it
//! (<https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts>).

use super::clean;
use super::pieces::{self, Piece};
use crate::facts::Untrusted;
use crate::rule::Paste;
use crate::text::Text;

/// The most characters of a message that GitHub shows.
const MESSAGE_CHARS: usize = 4_096;
/// Longer paths name no file that could be shown.
const PATH_CHARS: usize = 1_000;

/// The message of a command: texts, one a line, then what is to be pasted.
pub(in crate::render) fn message(texts: &[Text], paste: Option<&Paste>) -> String {
    let mut lines: Vec<String> = texts.iter().map(plain).collect();
    lines.extend(paste.and_then(|paste| clean::block(&paste.lines)));
    data(&lines.join("\n"))
}

/// A text as the value of a property.
pub(in crate::render) fn property(text: &Text) -> String {
    value(&plain(text))
}

/// A path as the value of a property.
pub(in crate::render) fn path(path: &Untrusted) -> String {
    value(&clean::line(path, PATH_CHARS))
}

fn data(text: &str) -> String {
    let text: String = text.chars().take(MESSAGE_CHARS).collect();
    // The older form of a command counts wherever it stands in a line.
    text.replace("##[", "## [").replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn value(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

fn plain(text: &Text) -> String {
    pieces::of(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words,
            Piece::Quote(words) => format!("“{words}”"),
            Piece::Code(words) => format!("`{words}`"),
            Piece::Link(label, href) => format!("{label} ({href})"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_one_command() {
        let cases = [
            ("50% of\r\n::error::x", "50%25 of ::error::x", "50%25 of %3A%3Aerror%3A%3Ax"),
            ("##[add-mask]x", "## [add-mask]x", "## [add-mask]x"),
            ("a,b:c", "a,b:c", "a%2Cb%3Ac"),
            ("%0A::set-env", "%250A::set-env", "%250A%3A%3Aset-env"),
            ("\u{1b}[2J\u{202e}x\u{200b}", "[2Jx", "[2Jx"),
        ];
        for (text, as_message, as_property) in cases {
            let text = Text::new().name(&text.into());
            assert_eq!(message(std::slice::from_ref(&text), None), as_message);
            assert_eq!(property(&text), as_property);
        }
    }

    #[test]
    fn texts_are_lines_within_the_limit() {
        let text = Text::plain("one").then(", two");
        let paste = Paste { language: "md", lines: "## Run\r\n\nnpm start".into() };
        assert_eq!(
            message(&[text.clone(), text], Some(&paste)),
            "one, two%0Aone, two%0A## Run%0A%0Anpm start"
        );
        let long = Text::new().value("x".repeat(70_000));
        assert_eq!(message(&[long], None).len(), MESSAGE_CHARS);
    }
}
