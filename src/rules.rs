//! All rules, in the order of the report.

mod approval;
mod host;
mod interview;
mod outreach;
mod plan;
mod portfolio;
mod projects;
mod readme;
mod resume;
mod site;

use crate::facts::{Project, Untrusted};
use crate::rule::Rule;

/// Every rule, in the order of the report.
pub fn all() -> Vec<&'static Rule> {
    [
        projects::RULES,
        readme::RULES,
        site::RULES,
        resume::RULES,
        portfolio::RULES,
        outreach::RULES,
        interview::RULES,
        plan::RULES,
    ]
    .concat()
}

/// Every id that a policy may name.
pub fn ids() -> Vec<&'static str> {
    all().into_iter().map(|rule| rule.id).collect()
}

/// A README to start from, made from what is known of a project.
pub fn readme_to_start_from(project: &Project) -> Untrusted {
    readme::readme_to_start_from(project)
}

/// A rule by its id.
pub fn find(id: &str) -> Option<&'static Rule> {
    all().into_iter().find(|rule| rule.id == id)
}

/// The id that a mistyped one is nearest to, where one is near enough to be meant.
pub fn nearest(id: &str) -> Option<&'static str> {
    let distance = |rule: &&Rule| strsim::damerau_levenshtein(rule.id, id);
    all()
        .into_iter()
        .min_by_key(distance)
        .filter(|rule| distance(rule) <= 1 + id.len() / 3)
        .map(|rule| rule.id)
}
