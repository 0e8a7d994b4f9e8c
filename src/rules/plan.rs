//! The plan for the job hunt.

mod written;

use crate::rule::Rule;

/// The rules of this group, in order.
pub(super) const RULES: &[&Rule] = &[&written::RULE];
