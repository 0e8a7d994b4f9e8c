//! What runs in the page: the scripts, and what they are given and give back.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A page with less on it has not begun: it shows that it is loading.
const BARE_LETTERS: usize = 80;

/// Gives a [`Reading`].
pub(super) const READ: &str = include_str!("read.js");

/// Goes to the end of the page, where some pages load the rest of themselves.
pub(super) const SCROLL: &str =
    "window.scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'})";

/// Questions are answered before they are asked.
pub(super) const SILENCE: &str =
    "window.alert = window.print = () => {}; window.confirm = () => false; window.prompt = () => null";

/// Something to press on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Press<'a> {
    /// The link with this address, as it is written.
    Link(&'a str),
    /// The button, or whatever looks like one, with this name.
    Button(&'a str),
}

impl Press<'_> {
    /// The script that presses it; it gives whether it is there.
    pub(super) fn script(self) -> String {
        // JSON is JavaScript, whatever the names hold.
        let what = serde_json::to_value(self).as_ref().map_or(String::new(), Value::to_string);
        format!("({})({what})", include_str!("press.js").trim_end())
    }
}

/// What [`READ`] gives.
#[derive(Debug, Deserialize)]
pub(super) struct Reading {
    /// The address that the page ended at.
    pub(super) url: String,
    /// The status that its document was sent with; 0 where the browser does not tell.
    pub(super) status: u16,
    /// The page as HTML, without scripts.
    pub(super) html: String,
    letters: usize,
    links: usize,
}

impl Reading {
    /// True where the page has not begun.
    pub(super) fn is_bare(&self) -> bool {
        self.links == 0 && self.letters < BARE_LETTERS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_leave_their_quotes() {
        let script = Press::Button("a\"});alert(1)//\u{2028}").script();
        assert!(script.ends_with("({\"button\":\"a\\\"});alert(1)//\u{2028}\"})"), "{script}");
        assert!(Press::Link("#").script().ends_with("({\"link\":\"#\"})"));
    }
}
