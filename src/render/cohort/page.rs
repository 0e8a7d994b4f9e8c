//! The page of a cohort: one file without anything from elsewhere, written row by row. Readable without its script; the
//! script sorts, filters and searches.

mod checkpoint;
mod heat;
mod opening;
mod row;
mod trend;

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::cohort::Row;
use crate::cohort::head::Head;
use crate::render::escape::html as escape;
use crate::rule::Rule;

const SCRIPT: &str = include_str!("../../../templates/cohort/cohort.js");

/// Everything before the first row.
pub fn opening(head: &Head, rules: &[&'static Rule]) -> String {
    // Writing to a string cannot fail.
    opening::opening(head, rules).render().unwrap_or_default()
}

/// The row of a student.
pub fn row(head: &Head, row: &Row, rules: &[&'static Rule]) -> String {
    row::row(head, row, rules).render().unwrap_or_default()
}

/// Everything after the last row.
pub fn closing(head: &Head) -> String {
    let name = |text: &str| escape::name(&text.into());
    let closing = Closing {
        policy: name(&head.policy.name),
        version: name(&head.policy.version),
        source: name(&head.policy.source),
        program: head.version,
        script: SCRIPT,
    };
    closing.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "cohort/closing.html")]
struct Closing {
    policy: String,
    version: String,
    source: String,
    program: &'static str,
    script: &'static str,
}

/// The one script that the page lets run.
fn script_hash() -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(SCRIPT)))
}
