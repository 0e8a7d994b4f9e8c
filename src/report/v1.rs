//! The frozen shape of the JSON report, version 1. Adding a field is allowed; renaming one is version 2.

mod from;
mod parts;
mod readme;

pub(crate) use from::plain;
pub use parts::*;
pub use readme::{Essentials, Readme, Section};

use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::Obstacle;
use crate::finding::{Standing, Verdict};
use crate::rule::Group;

/// What foliocheck saw of one student's portfolio, and what it means.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "foliocheck report, version 1")]
pub struct Report {
    /// The shape of this object: `foliocheck.report/1`. Fields may be added to it, never renamed.
    #[schemars(extend("const" = "foliocheck.report/1"))]
    pub schema: &'static str,
    /// What made the report.
    pub tool: Tool,
    /// When the reading began, in RFC 3339 and UTC.
    pub read_at: String,
    /// Whose portfolio it is, and what was read.
    pub subject: About,
    /// Which rules it was judged by.
    pub policy: Policy,
    /// How the whole came out; only `fail` is red.
    #[schemars(extend("enum" = ["pass", "fail", "pending", "cannot_tell"]))]
    pub outcome: &'static str,
    /// How many findings there are of each verdict.
    pub tally: Tally,
    /// The one thing to do next; null where there is nothing to do.
    pub next_step: Option<NextStep>,
    /// Every rule's word on every subject: worst first, then in the order of the rules. Passes are findings too.
    pub findings: Vec<Finding>,
    /// The portfolio site; null where its address is not known.
    pub site: Option<Site>,
    /// The resume; null where no link to it was seen.
    pub resume: Option<Resume>,
    /// The portfolio's own README; null where it could not be read.
    pub portfolio_readme: Option<Readme>,
    /// The projects, each once, in the order in which a reader meets them.
    pub projects: Vec<Project>,
    /// What changed since the report before; null where none is known.
    pub changes: Option<Changes>,
}

/// What one rule says about one subject.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Finding {
    /// `rule@subject`; the same from run to run.
    pub id: String,
    /// The rule's id; `foliocheck explain RULE` prints its manual page.
    pub rule: &'static str,
    /// The group that the rule belongs to.
    #[schemars(extend("enum" = Group::ALL.map(Group::label)))]
    pub group: &'static str,
    /// `required`: unmet is red. `advisory`: unmet is advice.
    #[schemars(extend("enum" = ["required", "advisory"]))]
    pub severity: &'static str,
    /// What the rule asks, as a statement that should be true.
    pub statement: &'static str,
    /// What the finding is about.
    pub subject: Subject,
    /// The verdict; only `fail` is red.
    #[schemars(extend("enum" = Verdict::ALL.map(Verdict::label)))]
    pub verdict: &'static str,
    /// What was seen.
    pub text: String,
    /// What to do about it; null where there is nothing to do.
    pub fix: Option<String>,
    /// Something to paste that goes with `fix`.
    pub paste: Option<Paste>,
    /// Where it was seen; null for the portfolio as a whole.
    pub place: Option<Place>,
    /// What stood in the way, for `cannot_tell`.
    pub obstacle: Option<Hindrance>,
    /// When it is due, in RFC 3339 and UTC; null where the policy sets no date.
    pub due: Option<String>,
    /// How it stands against that date, or in whose hands it is; null where there is no date.
    #[schemars(extend("enum" = Standing::LABELS.map(Some).into_iter().chain([None]).collect::<Vec<_>>()))]
    pub standing: Option<&'static str>,
    /// When it was met, where that was after the date, in RFC 3339 and UTC.
    pub late_since: Option<String>,
    /// Who waived it; null where nobody did.
    pub waiver: Option<Waiver>,
}

/// What stood in the way of seeing something. It never counts against the student.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "Obstacle")]
pub struct Hindrance {
    /// The kind of obstacle.
    #[schemars(extend("enum" = Obstacle::KINDS))]
    pub kind: &'static str,
    /// What would help.
    pub advice: &'static str,
}

/// The JSON Schema of the report, as `foliocheck schema report` prints it.
pub const SCHEMA: &str = include_str!("../schema/report.json");

/// The same, made from the types; a test keeps both equal.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Report);
    let mut text = serde_json::to_string_pretty(schema.as_value()).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schema_is_the_file() {
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/schema/report.json"), schema()).unwrap();
            return;
        }
        assert_eq!(schema(), SCHEMA, "run UPDATE=1 cargo test and read the difference");
    }
}
