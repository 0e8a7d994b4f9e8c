//! One self-contained page: light and dark, on a phone and on paper, without scripts and without anything from elsewhere.

mod view;

use askama::Template;

use super::escape::html::Piece;
use crate::report::Report;
use view::{Card, Count, Group, Line, Screen, Step};

/// What the template is filled with.
#[derive(Template)]
#[template(path = "student.html")]
struct Page {
    name: String,
    headline: String,
    due: Option<String>,
    outcome: &'static str,
    counts: Vec<Count>,
    next: Option<Step>,
    cards: Vec<Card>,
    screens: Vec<Screen>,
    groups: Vec<Group>,
    closing: Vec<Line>,
}

/// The page of a report.
pub fn html(report: &Report) -> String {
    let page = view::page(report);
    // Writing to a string cannot fail.
    page.render().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn whole_page() {
        insta::assert_snapshot!(html(&sample::report()));
    }

    #[test]
    fn hostile_text_is_text() {
        let text = "</b></style><script>alert(1)</script>\" onload=x '<!-- {{ name }}";
        let page = html(&sample::hostile(text));
        assert!(!page.contains("<script"));
        assert!(!page.contains("\" onload"));
        assert_eq!(page.matches("</style>").count(), 1);
        assert!(page.contains("{{ name }}"));
    }

    #[test]
    fn everything_is_in_the_page_and_nothing_else_is_asked_for() {
        let page = html(&sample::report());
        for part in ["<link", "<iframe", "<script", "@import", "url("] {
            assert!(!page.contains(part), "{part}");
        }
        assert_eq!(page.matches("src=").count(), page.matches(" src=\"data:image/jpeg;base64,").count());
    }

    #[test]
    fn long_text_is_cut() {
        assert!(html(&sample::hostile(&"x\u{202e}".repeat(35_000))).len() < 100_000);
    }
}
