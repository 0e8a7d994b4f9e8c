//! The resume on the site.

mod approved;
mod discreet;
mod has_text;
mod host_allowed;
mod is_document;
mod linked;
mod opens;
mod own;

use crate::facts::{Facts, Miss, Nearby, Place};
use crate::rule::Rule;
use crate::text::Text;

/// The rules of this group, in order.
pub(super) const RULES: &[&Rule] = &[
    &linked::RULE,
    &opens::RULE,
    &host_allowed::RULE,
    &is_document::RULE,
    &has_text::RULE,
    &own::RULE,
    &discreet::RULE,
    &approved::RULE,
];

/// The link to the resume, where it was seen; the site where there is none.
fn place(facts: &Facts) -> Place {
    match &facts.resume.link {
        Ok(Some(link)) => link.place(),
        Ok(None) | Err(_) => facts.site.place(),
    }
}

/// Why a link misses a document that is there, as the end of a sentence.
fn miss(miss: Miss) -> &'static str {
    match miss {
        Miss::SourceFolder => ": it names a folder of the source, which visitors do not have",
        Miss::BasePath => ": it begins at the top of the host, and the site lies in a folder of it",
        Miss::Capitals => ": the file is there in other capitals, and the host tells them apart",
    }
}

/// The address that was meant.
fn right_address(nearby: &Nearby) -> Text {
    Text::plain("Link the file by the address that works: ").code(nearby.url.clone()).then(".")
}
