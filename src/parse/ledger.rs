//! The school's ledger of approvals -> what it names: `approved: {resume: 3f2c1ab..., portfolio: 9c1d...}`.

use crate::facts::{LedgerEntry, Obstacle, Seen, Untrusted};
use crate::yaml::{Node, Value};

/// Reads it.
///
/// # Errors
/// Where it is no YAML, or has no map `approved`: what nobody can read approves nothing.
pub fn entries(text: &str) -> Seen<Vec<LedgerEntry>> {
    let unreadable = || Obstacle::Unreadable { why: "its form; a ledger has a map `approved`" };
    let node = Node::read(text).map_err(|_| unreadable())?;
    let Value::Map(top) = &node.value else { return Err(unreadable()) };
    let approved = top.iter().find(|(_, key, _)| key == "approved").ok_or_else(unreadable)?;
    let Value::Map(items) = &approved.2.value else { return Err(unreadable()) };
    let entry = |(_, item, hash): &(_, String, Node)| {
        Some(LedgerEntry { item: item.as_str().into(), hash: Untrusted::from(hash.text()?) })
    };
    Ok(items.iter().filter_map(entry).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_and_their_digests_are_read() {
        let read = entries("approved:\n  resume: 3f2c1ab00000\n  portfolio: \"123456789012\"\n").unwrap();
        let read: Vec<_> =
            read.iter().map(|entry| (entry.item.as_written(), entry.hash.as_written())).collect();
        assert_eq!(read, [("resume", "3f2c1ab00000"), ("portfolio", "123456789012")]);
        for text in ["", "approved: yes", "- resume", "resume: 3f2c1ab00000", "a: [b"] {
            assert!(entries(text).is_err(), "{text}");
        }
    }
}
