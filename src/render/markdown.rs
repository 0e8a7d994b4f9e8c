//! The report as GitHub's Markdown: what the comment, the job summary and `--format markdown` have in common.

mod body;
mod table;

pub(super) use body::{Body, fitting};

use crate::report::Report;

/// The whole report, without mark and memory.
pub fn markdown(report: &Report) -> String {
    fitting(report, |_| true).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn whole_report() {
        insta::assert_snapshot!(markdown(&sample::report()));
    }

    #[test]
    fn nothing_to_do() {
        insta::assert_snapshot!(markdown(&sample::met()));
    }

    #[test]
    fn every_obstacle() {
        insta::assert_snapshot!(markdown(&sample::obstacles()));
    }
}
