//! The summary of a workflow run: the report's Markdown, within GitHub's limit. A longer one is dropped whole.

use super::markdown::fitting;
use crate::report::Report;

/// The most that GitHub shows of a step's summary, in bytes, less room for a remark of the deliverer.
const LIMIT_BYTES: usize = 1024 * 1024 - 8 * 1024;

/// The summary.
pub fn summary(report: &Report) -> String {
    fitting(report, |body| body.to_string().len() < LIMIT_BYTES).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{markdown, sample};

    #[test]
    fn is_the_markdown() {
        assert_eq!(summary(&sample::report()), markdown(&sample::report()));
    }

    #[test]
    fn fits() {
        let mut report = sample::hostile(&"日本語|".repeat(1_000));
        report.findings = report.findings.iter().cycle().take(400).cloned().collect();
        let text = summary(&report);
        assert!(text.len() < LIMIT_BYTES && text.contains("had to be shortened"));
    }
}
