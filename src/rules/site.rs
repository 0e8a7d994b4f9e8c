//! The portfolio site.

mod answers;
mod contact;
mod host_allowed;
mod hygiene;
mod known;
mod own;
mod shows_projects;
mod spelling;
mod unread;

use crate::rule::Rule;

/// The rules of this group, in order.
pub(super) const RULES: &[&Rule] = &[
    &known::RULE,
    &answers::RULE,
    &host_allowed::RULE,
    &own::RULE,
    &shows_projects::RULE,
    &contact::RULE,
    &hygiene::RULE,
];
