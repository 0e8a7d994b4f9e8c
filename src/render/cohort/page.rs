//! The page of a cohort: one file without anything from elsewhere, written row by row. Readable without its script; the
//! script sorts, filters and searches.

mod checkpoint;
mod heat;
mod opening;
mod row;
mod sheet;
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

/// Everything between the last row and the first picture.
pub fn after_rows(head: &Head) -> String {
    let sheet = sheet::Sheet { has_pictures: head.totals.pictures > 0 };
    sheet.render().unwrap_or_default()
}

/// The picture of a student's site; nothing where there is none.
pub fn picture(row: &Row) -> String {
    sheet::picture(row).and_then(|picture| picture.render().ok()).unwrap_or_default()
}

/// Everything after the last picture.
pub fn closing(head: &Head) -> String {
    let name = |text: &str| escape::name(&text.into());
    let closing = Closing {
        has_pictures: head.totals.pictures > 0,
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
    has_pictures: bool,
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
