//! Foreign text for GitHub's Markdown: it stays text. Nobody is mentioned, nothing is linked that we did not link, no
//! table, list, tag or comment begins or ends with it. Everything here may stand in a line of Markdown and in HTML.

use super::clean;
use super::pieces::{self, Piece};
use crate::facts::Untrusted;
use crate::rule::Paste;
use crate::text::Text;

/// Parts what GitHub would turn into a mention, a reference or a link. It is not seen and hardly ever read aloud;
/// Dependabot and Renovate do the same.
const GAP: &str = "&#8203;";

/// A name on one line.
pub(in crate::render) fn name(name: &Untrusted) -> String {
    escaped(&clean::line(name, clean::NAME_CHARS))
}

/// A text on one line.
pub(in crate::render) fn text(text: &Text) -> String {
    pieces::of(text).into_iter().map(|piece| written(piece, code_span)).collect()
}

/// A text for a `<summary>`, where GitHub reads no Markdown.
pub(in crate::render) fn summary(text: &Text) -> String {
    pieces::of(text).into_iter().map(|piece| written(piece, code_tag)).collect()
}

/// A text without code spans, for the label of a link.
pub(in crate::render) fn label(text: &Text) -> String {
    pieces::of(text).into_iter().map(|piece| written(piece, escaped)).collect()
}

/// A link, from a label that is Markdown and an address that `link` made.
pub(in crate::render) fn link(label: &str, href: &str) -> String {
    format!("[{label}]({})", href.replace('&', "&amp;"))
}

/// Lines to paste as a block of code, with a fence longer than any in them; none where they cannot be shown whole.
pub(in crate::render) fn fenced(paste: &Paste) -> Option<String> {
    // Our own mark must not be carried back to us by somebody's text.
    let lines = clean::block(&paste.lines)?.replace("<!-- foliocheck", "<!- foliocheck");
    let fence = "`".repeat(longest_run(&lines).max(2) + 1);
    Some(format!("{fence}{}\n{lines}\n{fence}", paste.language))
}

fn written(piece: Piece, code: fn(&str) -> String) -> String {
    match piece {
        Piece::Words(words) => escaped(&words),
        Piece::Quote(words) => format!("“{}”", escaped(&words)),
        Piece::Code(words) => code(&words),
        Piece::Link(label, href) => link(&escaped(&label), &href),
    }
}

/// A code span; a tag for what would end the cell of a table or could be taken for our mark.
fn code_span(code: &str) -> String {
    let is_odd = code.is_empty() || code.contains('|') || code.contains("<!--");
    if is_odd {
        return code_tag(code);
    }
    let fence = "`".repeat(longest_run(code) + 1);
    let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{code}{pad}{fence}")
}

fn code_tag(code: &str) -> String {
    format!("<code>{}</code>", escaped(code))
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    let mut rest = text.char_indices().peekable();
    let mut hexadecimal = 0;
    while let Some((index, c)) = rest.next() {
        let after = rest.peek().map_or(' ', |(_, c)| *c);
        hexadecimal = if c.is_ascii_hexdigit() { hexadecimal + 1 } else { 0 };
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '`' | '*' | '[' | ']' | '|' | '\\' | '~' => {
                out.push_str("&#");
                out.push_str(&u32::from(c).to_string());
                out.push(';');
            }
            '_' if !(before.is_alphanumeric() && after.is_alphanumeric()) => out.push_str("&#95;"),
            // A formula begins with a bare dollar sign in the text, or with one beside its words on the page.
            '$' => out.push_str("<span>&#36;</span>"),
            '.' if ends_with_www(&text[..index]) => {
                out.push_str(GAP);
                out.push('.');
            }
            _ => out.push(c),
        }
        let is_reference = match c {
            '@' | '#' => after.is_alphanumeric(),
            ':' => after.is_alphabetic() || after == '/' || after == '+',
            '-' => before.is_alphabetic() && after.is_ascii_digit(),
            // Seven hexadecimal digits may name a commit.
            _ => hexadecimal == 6 && after.is_ascii_hexdigit(),
        };
        if is_reference {
            out.push_str(GAP);
            hexadecimal = 0;
        }
        before = c;
    }
    out
}

fn ends_with_www(text: &str) -> bool {
    text.len()
        .checked_sub(3)
        .and_then(|start| text.get(start..))
        .is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let cases = [
            ("plain", "Weather & more", "Weather &amp; more"),
            ("mention", "@ada and a@b", "@&#8203;ada and a@&#8203;b"),
            ("team", "@school/staff", "@&#8203;school/staff"),
            ("issue", "#12, ada/chess#3, GH-4", "#&#8203;12, ada/chess#&#8203;3, GH-&#8203;4"),
            ("commit", "a1b2c3d4e5f6a7", "a1b2c3&#8203;d4e5f6&#8203;a7"),
            ("commit of another", "ada/chess@a1b2c3d", "ada/chess@&#8203;a1b2c3&#8203;d"),
            ("address", "see https://x.example", "see https:&#8203;//x.example"),
            ("address without scheme", "WWW.x.example", "WWW&#8203;.x.example"),
            ("emoji", ":tada: :+1:", ":&#8203;tada: :&#8203;+1:"),
            ("time", "at 00:02", "at 00:02"),
            ("tag", "<img src=x onerror=1>", "&lt;img src=x onerror=1&gt;"),
            ("our mark", "<!-- foliocheck:comment -->", "&lt;!-- foliocheck:&#8203;comment --&gt;"),
            ("entity", "&lt;b&gt;", "&amp;lt;b&amp;gt;"),
            ("table", "a|b", "a&#124;b"),
            ("code", "`a`", "&#96;a&#96;"),
            (
                "emphasis",
                "*a* _b_ snake_case ~~c~~",
                "&#42;a&#42; &#95;b&#95; snake_case &#126;&#126;c&#126;&#126;",
            ),
            ("link", "[a](javascript:x)", "&#91;a&#93;(javascript:&#8203;x)"),
            ("picture", "![a](b)", "!&#91;a&#93;(b)"),
            ("escape", "\\[a", "&#92;&#91;a"),
            ("formula", "$x$", "<span>&#36;</span>x<span>&#36;</span>"),
            ("lines", "a\n\n# b\r\n- c", "a # b - c"),
            ("direction", "a\u{202e}b", "ab"),
        ];
        for (case, text, expected) in cases {
            assert_eq!(name(&text.into()), expected, "{case}");
        }
    }

    #[test]
    fn code_stays_code() {
        let cases = [
            ("README.md", "`README.md`"),
            ("@ada #1 <b>", "`@ada #1 <b>`"),
            ("a`b", "``a`b``"),
            ("`a``", "``` `a`` ```"),
            ("a|b", "<code>a&#124;b</code>"),
            ("<!-- x", "<code>&lt;!-- x</code>"),
            ("", "<code></code>"),
            ("a\n\n```\nb", "````a ``` b````"),
        ];
        for (code, expected) in cases {
            assert_eq!(text(&Text::new().code(code)), expected);
        }
        assert_eq!(summary(&Text::new().code("<b>`")), "<code>&lt;b&gt;&#96;</code>");
    }

    #[test]
    fn blocks_end_where_we_end_them() {
        let cases = [
            ("npm start", "```sh\nnpm start\n```"),
            ("```\na\n```", "````sh\n```\na\n```\n````"),
            ("a ````` b", "``````sh\na ````` b\n``````"),
            ("<!-- foliocheck:comment -->", "```sh\n<!- foliocheck:comment -->\n```"),
            ("a\u{202e}\u{1b}[2J\r\nb", "```sh\na[2J\nb\n```"),
        ];
        for (lines, expected) in cases {
            assert_eq!(fenced(&Paste { language: "sh", lines: lines.into() }).as_deref(), Some(expected));
        }
        assert_eq!(fenced(&Paste { language: "sh", lines: "x".repeat(70_000).into() }), None);
    }

    #[test]
    fn seventy_thousand_characters_are_cut() {
        let words = Untrusted::new("|".repeat(70_000));
        let written = text(&Text::new().quote(&words).code(words.clone()).name(&words));
        assert!(written.len() < 4_000, "{}", written.len());
        assert!(written.contains('…'));
    }
}
