//! What is not finished in a README, or only works for its author: each with its line. It is said, and never moves the level.

use super::address::{Leads, leads};
use super::block::{Block, Kind, Origin};
use super::void;
use crate::facts::{Blemish, BlemishKind, Untrusted};

/// Slots of templates, in lower case.
const SLOTS: &[&str] = &[
    "your_username",
    "your-username",
    "yourusername",
    "your_username_",
    "your-user-name",
    "<your-username>",
    "[your-username]",
    "github_username",
    "repo_name",
    "your_repo_name",
    "your-repo-name",
    "your-repo",
    "yourrepo",
    "project_title",
    "project_description",
    "project-name",
    "project_name",
    "linkexample.com",
    "your_name",
    "yourname",
    "[your name]",
    "(your name)",
    "{{project_name}}",
    "twitter_handle",
    "linkedin_username",
    "email_client",
    "your.email@example.com",
    "username/repo",
    "user_name",
    "[insert",
    "<insert",
    "[add ",
    "<your ",
    "your_api_key_here.",
    "gist here",
    "[what you want to name the repo]",
];
/// How much of a line is quoted.
const MAX_QUOTE_CHARS: usize = 60;
/// The most that are listed of one README.
const MAX_BLEMISHES: usize = 50;

/// What is not finished, in order of lines.
pub(super) fn blemishes(blocks: &[Block], text: &str) -> Vec<Blemish> {
    let mut found = Vec::new();
    for block in blocks {
        from_origin(block, &mut found);
        if !matches!(block.origin, Origin::Starter(_) | Origin::Assignment) {
            from_links(block, &mut found);
            from_slots(block, &mut found);
        }
    }
    found.extend(merge_marks(text));
    found.sort_by_key(|blemish| blemish.line);
    found.dedup_by_key(|blemish| (blemish.line, blemish.kind as u8));
    found.truncate(MAX_BLEMISHES);
    found
}

fn blemish(kind: BlemishKind, line: u32, quoted: &str) -> Blemish {
    let quoted: String = quoted.lines().next().unwrap_or_default().chars().take(MAX_QUOTE_CHARS).collect();
    Blemish { kind, line, quoted: Untrusted::new(quoted) }
}

/// The first block of each run of foreign text, and every value that says nothing.
fn from_origin(block: &Block, found: &mut Vec<Blemish>) {
    let kind = match block.origin {
        Origin::Starter(_) => BlemishKind::Boilerplate,
        Origin::Assignment => BlemishKind::Assignment,
        Origin::Filler => BlemishKind::Filler,
        Origin::Own | Origin::Navigation => return,
    };
    let is_run = kind != BlemishKind::Filler && found.iter().any(|blemish| blemish.kind == kind);
    if !is_run {
        found.push(blemish(kind, block.line, &block.text));
    }
}

fn from_links(block: &Block, found: &mut Vec<Blemish>) {
    for link in &block.links {
        match leads(&link.url) {
            Leads::Nowhere if !link.label.is_empty() => {
                found.push(blemish(BlemishKind::EmptyLink, link.line, &link.label));
            }
            Leads::Localhost if link.label != link.url => {
                found.push(blemish(BlemishKind::Localhost, link.line, &link.url));
            }
            Leads::Live
            | Leads::Code
            | Leads::Elsewhere
            | Leads::Unknown
            | Leads::Inside
            | Leads::Localhost
            | Leads::Nowhere => {}
        }
    }
}

fn from_slots(block: &Block, found: &mut Vec<Blemish>) {
    let mut from = block.line;
    for line in block.text.lines() {
        let lower = line.to_lowercase();
        if let Some(at) = SLOTS.iter().find_map(|slot| slot_at(&lower, slot)) {
            found.push(blemish(BlemishKind::Slot, from, lower.get(at..).unwrap_or(&lower)));
        }
        from = from.saturating_add(1);
    }
    if void::is_filler(block) && block.kind != Kind::Code {
        found.push(blemish(BlemishKind::Filler, block.line, &block.text));
    }
}

/// The byte at which a slot stands as a word of its own.
fn slot_at(line: &str, slot: &str) -> Option<usize> {
    let at = line.find(slot)?;
    let before = line[..at].chars().next_back();
    let after = line[at + slot.len()..].chars().next();
    let is_free = |next: Option<char>| !next.is_some_and(char::is_alphanumeric);
    let opens = slot.starts_with(['[', '<', '(', '{']);
    (opens || (is_free(before) && (slot.ends_with(' ') || is_free(after)))).then_some(at)
}

fn merge_marks(text: &str) -> Vec<Blemish> {
    let lines = text.lines().zip(1_u32..);
    lines
        .filter(|(line, _)| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> "))
        .map(|(line, number)| blemish(BlemishKind::MergeMark, number, line))
        .collect()
}
