//! Documentation of each project.

mod adequate;
mod commands_exist;
mod distinct;
mod images_load;
mod leads;
mod links_work;
mod own_text;
mod paste;
mod present;
mod question;
#[cfg(test)]
pub(super) mod sample;

use crate::facts::{Project, Untrusted};
use crate::rule::Rule;

/// The rules of this group, in order.
pub(super) const RULES: &[&Rule] = &[
    &present::RULE,
    &own_text::RULE,
    &adequate::RULE,
    &distinct::RULE,
    &links_work::RULE,
    &images_load::RULE,
    &commands_exist::RULE,
];

/// A README to start from, made from what is known of a project.
pub(super) fn readme_to_start_from(project: &Project) -> Untrusted {
    Untrusted::new(paste::whole(project))
}
