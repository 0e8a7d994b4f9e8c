//! The portfolio site.

mod answers;
mod known;

use crate::rule::Rule;

/// The rules of this group, in order.
pub(super) const RULES: &[&Rule] = &[&known::RULE, &answers::RULE];
