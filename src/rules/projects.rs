//! Which projects: enough of them, each can be read, is the student's own, and is shown well.

mod complete;
mod enough;
mod original;
mod readable;
#[cfg(test)]
pub(super) mod sample;

use crate::rule::Rule;

/// The rules of this group, in order.
pub(super) const RULES: &[&Rule] = &[&enough::RULE, &readable::RULE, &original::RULE, &complete::RULE];
