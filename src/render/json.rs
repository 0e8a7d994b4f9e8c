//! The report as JSON, version 1; the shape is in `report/v1.rs`.

use serde::Serialize;

use crate::report::{Report, v1};

/// The whole report.
pub fn json(report: &Report) -> String {
    pretty(&v1::Report::from(report))
}

/// What `foliocheck readme` prints: the README and what was found about it.
pub fn readme_json(report: &Report) -> String {
    let report = v1::Report::from(report);
    pretty(&ReadmeReport { portfolio_readme: report.portfolio_readme, findings: report.findings })
}

#[derive(Serialize)]
struct ReadmeReport {
    portfolio_readme: Option<v1::Readme>,
    findings: Vec<v1::Finding>,
}

/// Strings, numbers, lists and objects with string keys: nothing that JSON could not hold.
fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn whole_report() {
        insta::assert_snapshot!(json(&sample::report()));
    }

    #[test]
    fn readme_report() {
        let text = readme_json(&sample::report());
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["portfolio_readme"]["label"], "adequate");
        assert_eq!(value["findings"].as_array().map(Vec::len), Some(16));
    }

    #[test]
    fn foreign_text_stays_inside_its_string() {
        let text = "\"}],\u{0}\u{202e}</script>\n";
        let value: serde_json::Value = serde_json::from_str(&json(&sample::hostile(text))).unwrap();
        assert_eq!(value["subject"]["student"], text);
    }
}
