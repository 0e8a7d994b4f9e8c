//! The signs by which the meaning of a section is told: what its heading and the one above it are about, where it stands,
//! and what kind of thing is in it.

use super::block::{Block, Kind};
use super::hints;
use super::outline::Outline;
use super::part::Part;
use super::run;

/// A sign that a section bears, named like its row in `meanings.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Sign {
    /// What kind of sign it is: `topic`, `also`, `inherited`, `below`, `after`, `form`, `heading` or `hint`.
    pub(super) kind: &'static str,
    /// Which one of its kind.
    pub(super) name: &'static str,
}

impl Sign {
    fn new(kind: &'static str, name: &'static str) -> Self {
        Self { kind, name }
    }
}

/// The signs of each part, in the order of the parts; none for what stands above the first heading.
pub(super) fn signs(outline: &Outline) -> Vec<Vec<Sign>> {
    let first = outline.parts.iter().position(Part::is_section);
    (0..outline.parts.len()).map(|index| of_part(outline, index, first)).collect()
}

fn of_part(outline: &Outline, index: usize, first: Option<usize>) -> Vec<Sign> {
    let part = &outline.parts[index];
    let Some(heading) = outline.heading(part) else { return Vec::new() };
    let mut signs = of_topics(outline, index);
    let forms = [
        ("first", first == Some(index)),
        ("below-first", part.parent.is_some() && part.parent == first),
        ("late", index * 5 >= outline.parts.len() * 4),
        ("deep", part.depth >= 3),
    ];
    let forms = forms.into_iter().chain(of_heading(heading)).chain(hints::form_of_heading(heading));
    let forms = forms.chain(of_body(outline.body(part)));
    signs.extend(hints::of_heading(heading).into_iter().map(|name| Sign::new("heading", name)));
    signs.extend(hints::of_body(outline.body(part)).into_iter().map(|name| Sign::new("hint", name)));
    signs.extend(forms.filter(|(_, is_there)| *is_there).map(|(name, _)| Sign::new("form", name)));
    signs
}

fn of_topics(outline: &Outline, index: usize) -> Vec<Sign> {
    let part = &outline.parts[index];
    let mut signs = Vec::new();
    match part.topics.split_first() {
        Some((topic, others)) => {
            signs.push(Sign::new("topic", topic.label()));
            signs.extend(others.iter().map(|topic| Sign::new("also", topic.label())));
        }
        None => signs.push(match outline.topics_of(index).first() {
            Some(topic) => Sign::new("inherited", topic.label()),
            None => Sign::new("form", "unknown"),
        }),
    }
    let above = part.parent.and_then(|parent| outline.topics_of(parent).first());
    signs.extend(above.map(|topic| Sign::new("below", topic.label())));
    let before = index.checked_sub(1).filter(|before| outline.parts[*before].is_section());
    let before =
        before.map(|before| outline.topics_of(before).first().map_or("unknown", |topic| topic.label()));
    signs.push(Sign::new("after", before.unwrap_or("nothing")));
    signs
}

fn of_heading(heading: &Block) -> [(&'static str, bool); 5] {
    [
        ("question", heading.text.ends_with('?')),
        ("call", heading.is_code() || heading.text.contains('(')),
        ("linked-heading", !heading.links.is_empty()),
        ("one-word", heading.words.len() == 1),
        ("long-heading", heading.words.len() >= 6),
    ]
}

fn of_body(body: &[Block]) -> [(&'static str, bool); 6] {
    let sum =
        |count: fn(&Block) -> usize| body.iter().filter(|block| block.is_prose()).map(count).sum::<usize>();
    let (all, unlinked) = (sum(Block::count), sum(Block::count_without_links));
    let has_picture = |block: &Block| block.images.iter().any(|image| run::is_visual(&image.url));
    [
        ("empty", body.is_empty()),
        ("code", body.iter().any(|block| block.kind == Kind::Code)),
        ("links", all > 0 && unlinked * 2 <= all),
        ("list", body.iter().any(|block| block.kind == Kind::Item)),
        ("long", all >= 80),
        ("picture", body.iter().any(has_picture)),
    ]
}
