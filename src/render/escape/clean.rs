//! Takes out of foreign text what no format may show: control, direction and invisible characters, and too much of it.

use crate::facts::Untrusted;

/// The most characters of somebody's words in a running text.
pub(super) const QUOTE_CHARS: usize = 240;
/// The most characters of a sentence or two.
pub(super) const SENTENCE_CHARS: usize = 400;
/// The most characters of a name.
pub(super) const NAME_CHARS: usize = 80;
/// The most characters of a path, address or command in a running text.
pub(super) const CODE_CHARS: usize = 160;
/// The most bytes of something to paste: half a text helps nobody, so that a longer one is left out whole.
const PASTE_BYTES: usize = 12_000;

/// Foreign text on one line, white space folded, at most `limit` characters; a cut is marked by an ellipsis.
/// No more of it is read than is shown.
pub(super) fn line(text: &Untrusted, limit: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    let mut is_gap_due = false;
    for c in visible(text.as_written()) {
        if c.is_whitespace() {
            is_gap_due = length > 0;
            continue;
        }
        if length + usize::from(is_gap_due) >= limit {
            out.pop();
            out.truncate(out.trim_end().len());
            out.push('…');
            return out;
        }
        if is_gap_due {
            out.push(' ');
            length += 1;
            is_gap_due = false;
        }
        out.push(c);
        length += 1;
    }
    out
}

/// Foreign text as lines to paste, without blank lines at its ends; none where it is blank or too long to show.
pub(super) fn block(text: &Untrusted) -> Option<String> {
    let text = text.as_written();
    if text.len() > PASTE_BYTES {
        return None;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> =
        text.split('\n').map(|line| visible(line).collect::<String>().trim_end().to_owned()).collect();
    let text = lines.join("\n");
    let text = text.trim_matches('\n');
    (!text.is_empty()).then(|| text.to_owned())
}

/// The characters of a text without control characters (a tab stays, any other white space becomes a space), without
/// those that turn the direction of writing, and without invisible ones. Joiners stay between letters of scripts that
/// need them.
pub(super) fn visible(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut before = ' ';
    text.char_indices().filter_map(move |(index, c)| {
        let kept = match c {
            '\t' => Some(c),
            _ if c.is_whitespace() => Some(' '),
            '\u{200C}' | '\u{200D}' => {
                let after = text[index + c.len_utf8()..].chars().next();
                (!before.is_ascii() && after.is_some_and(|after| !after.is_ascii())).then_some(c)
            }
            _ => (!c.is_control() && !is_hidden(c)).then_some(c),
        };
        before = kept.unwrap_or(before);
        kept
    })
}

/// Characters that cannot be seen or that change how others are shown.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line() {
        let cases = [
            ("plain", "plain", "plain"),
            ("white space", "  a\r\n\tb\u{a0}c\u{2028}d  ", "a b c d"),
            ("control", "a\u{0}b\u{1b}[31mc\u{7f}\u{9b}d", "ab[31mcd"),
            ("direction", "\u{202e}gpj.\u{2066}exe\u{2069}\u{200f}", "gpj.exe"),
            ("zero width", "a\u{200b}b\u{feff}c\u{2060}d\u{e0041}", "abcd"),
            ("joiner in an emoji", "👩\u{200d}💻", "👩\u{200d}💻"),
            ("joiner between Persian letters", "می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("joiner in ASCII", "ad\u{200d}min", "admin"),
            ("empty", "\u{200b}\n", ""),
        ];
        for (case, text, expected) in cases {
            assert_eq!(line(&text.into(), 240), expected, "{case}");
        }
    }

    #[test]
    fn a_long_line_is_cut_and_says_so() {
        let cases = [
            ("x".repeat(70_000), 10, "xxxxxxxxx…"),
            ("ab cd ef".into(), 8, "ab cd ef"),
            ("ab cd ef".into(), 7, "ab cd…"),
            ("ab cd efgh".into(), 8, "ab cd e…"),
            ("ab cd efgh".into(), 6, "ab c…"),
            ("ab  \n".into(), 2, "ab"),
            ("é".repeat(11), 10, "ééééééééé…"),
        ];
        for (text, limit, expected) in cases {
            assert_eq!(line(&text.into(), limit), expected);
        }
    }

    #[test]
    fn blocks_keep_their_lines() {
        let text = "\n\n## Run\r\n\tnpm start \n\n\u{202e}end\u{7}\n";
        assert_eq!(block(&text.into()).as_deref(), Some("## Run\n\tnpm start\n\nend"));
        assert_eq!(block(&" \n ".into()), None);
        assert_eq!(block(&"x".repeat(70_000).into()), None);
    }
}
