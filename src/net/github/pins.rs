//! The repositories that the owner of one pinned to the profile.

use serde::Deserialize;

use super::shapes::{NameShape, NodesShape};
use crate::facts::RepoName;

/// What to ask of the portfolio's repository; an organisation has no such profile. Nobody can pin more than six.
pub(super) const FIELDS: &str = "pins:owner{... on User{pinnedItems(first:6,types:REPOSITORY){nodes{... on Repository{nameWithOwner}}}}} ";

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PinsShape {
    pinned_items: Option<NodesShape<NameShape>>,
}

/// Their names, in the order of the profile.
pub(super) fn from_shape(shape: Option<PinsShape>) -> Vec<RepoName> {
    let items = shape.and_then(|shape| shape.pinned_items).into_iter().flat_map(|items| items.nodes);
    items.flatten().filter_map(|item| RepoName::parse(&item.name_with_owner)).collect()
}
