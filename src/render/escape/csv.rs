//! Foreign text for a spreadsheet: one cell, in which no formula comes alive.

use super::clean;
use crate::facts::Untrusted;

/// A cell. A spreadsheet runs what begins like a formula, whatever the quotation marks, so that such a text gets an
/// apostrophe before it, which spreadsheets do not show (<https://owasp.org/www-community/attacks/CSV_Injection>).
pub(in crate::render) fn cell(text: &Untrusted) -> String {
    let text = clean::line(text, clean::SENTENCE_CHARS);
    let is_live = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let mark = if is_live { "'" } else { "" };
    if text.contains([',', '"', '\n', ';']) || is_live {
        format!("\"{mark}{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_formula_comes_alive() {
        let cases = [
            ("ada", "ada"),
            ("Lovelace, Ada", "\"Lovelace, Ada\""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            (" =1+1", "\"'=1+1\""),
            ("\u{200b}=1", "\"'=1\""),
            ("+49", "\"'+49\""),
            ("-2", "\"'-2\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("a\nb", "a b"),
            ("a\"b", "\"a\"\"b\""),
        ];
        for (text, expected) in cases {
            assert_eq!(cell(&text.into()), expected, "{text:?}");
        }
    }
}
