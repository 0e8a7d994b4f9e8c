//! The portfolio in the hands of the school.

mod approved;
mod evidence_submitted;

use crate::rule::Rule;

/// The rules of this group, in order.
pub(super) const RULES: &[&Rule] = &[&approved::RULE, &evidence_submitted::RULE];
