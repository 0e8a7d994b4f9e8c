//! All rules, in the order of the report.

mod projects;
mod readme;
mod resume;
mod site;

use crate::rule::Rule;

/// Every rule, in the order of the report.
pub fn all() -> Vec<&'static Rule> {
    [projects::RULES, readme::RULES, site::RULES, resume::RULES].concat()
}

/// A rule by its id.
pub fn find(id: &str) -> Option<&'static Rule> {
    all().into_iter().find(|rule| rule.id == id)
}
