//! Which projects: enough, and each can be read.

use crate::rule::Rule;

/// The rules of this group, in order.
pub(super) const RULES: &[&Rule] = &[];
