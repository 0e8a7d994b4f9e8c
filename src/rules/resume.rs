//! The resume on the site.

mod approved;
mod has_text;
mod is_document;
mod linked;
mod opens;

use crate::rule::Rule;

/// The rules of this group, in order.
pub(super) const RULES: &[&Rule] =
    &[&linked::RULE, &opens::RULE, &is_document::RULE, &has_text::RULE, &approved::RULE];
