//! Tables of contents and ways back to the top: nobody reads them.

use super::block::{Block, Origin};
use super::part::Part;
use super::topic::Topic;

/// Marks blocks that only lead to other places of the same page.
pub(super) fn mark(blocks: &mut [Block], parts: &[Part]) {
    for part in parts {
        let is_contents = part.topics.first() == Some(&Topic::Contents);
        for block in &mut blocks[part.body.clone()] {
            let leads_inside =
                !block.links.is_empty() && block.links.iter().all(|link| link.url.starts_with('#'));
            if block.is_own()
                && block.is_prose()
                && (is_contents || leads_inside)
                && block.count_without_links() <= 3
            {
                block.origin = Origin::Navigation;
            }
        }
    }
}
