//! Interviews.

mod evidenced;

use crate::rule::Rule;

/// The rules of this group, in order.
pub(super) const RULES: &[&Rule] = &[&evidenced::RULE];
