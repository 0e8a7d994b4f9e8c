//! The addresses that a README names, and of each what can be told from the README alone.

use super::address::{Leads, is_badge, is_domain, leads};
use super::anchors::Anchors;
use super::block::{Block, Origin};
use super::lists::CUES;
use super::outline::Outline;
use super::topic::Topic;
use super::words::words;
use crate::facts::{Lead, Obstacle, Reference, ReferenceKind, Seen};
use crate::parse::resume_address::decoded;

/// The most addresses that are looked at.
const MAX_REFERENCES: usize = 200;

/// The addresses, each once for what it is there for, in order of their lines.
pub(super) fn references(outline: &Outline) -> Vec<Reference> {
    let anchors = Anchors::of(outline);
    let mut found: Vec<Reference> = Vec::new();
    for (part, topics, body) in outline.iter() {
        let topic = topics.first().copied();
        for block in outline.heading(part).into_iter().chain(body) {
            if !matches!(block.origin, Origin::Starter(_) | Origin::Assignment) {
                found.extend(of_block(block, topic, &anchors));
            }
        }
        if found.len() > MAX_REFERENCES {
            break;
        }
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|reference| seen.insert((reference.kind, reference.address.clone())));
    found.truncate(MAX_REFERENCES);
    found
}

fn of_block(block: &Block, topic: Option<Topic>, anchors: &Anchors) -> Vec<Reference> {
    let links = block.links.iter().map(|link| {
        let kind =
            if is_demo(&link.url, &link.label, topic) { ReferenceKind::Demo } else { ReferenceKind::Link };
        (kind, link.url.as_str(), link.label.as_str(), link.line)
    });
    let pictures = block.images.iter().filter(|image| !is_badge(&image.url)).flat_map(|image| {
        let target =
            image.link.as_deref().map(|url| (ReferenceKind::Link, url, image.alt.as_str(), image.line));
        [Some((ReferenceKind::Picture, image.url.as_str(), image.alt.as_str(), image.line)), target]
    });
    let named = links.chain(pictures.flatten());
    // What only holds a place is told as such already.
    let is_told = |lead: &Seen<Lead>| block.origin == Origin::Filler && *lead == Ok(Lead::Nowhere);
    named
        .filter_map(|(kind, url, label, line)| {
            let lead = first_lead(kind, url, label, anchors).filter(|lead| !is_told(lead))?;
            Some(Reference { kind, address: url.trim().into(), line, lead })
        })
        .collect()
}

/// True for a link that says that the project can be tried there.
fn is_demo(url: &str, label: &str, topic: Option<Topic>) -> bool {
    let is_cued = CUES.hits(label, &words(label)).iter().any(|hit| hit.tag.group == "live");
    match leads(url) {
        Leads::Live | Leads::Unknown | Leads::Code => is_cued || topic == Some(Topic::Demo),
        Leads::Elsewhere | Leads::Inside | Leads::Localhost | Leads::Nowhere => false,
    }
}

/// What the address where a project can be tried leads to, as far as it tells by itself; none for a name that is kept for
/// examples.
pub(in crate::parse) fn lead_of_demo(url: &str) -> Option<Seen<Lead>> {
    first_lead(ReferenceKind::Demo, url, "demo", &Anchors::default())
}

/// What an address leads to, as far as the README tells; none where that is not asked: tools and profiles, code of others,
/// mail, and names that are kept for examples.
fn first_lead(kind: ReferenceKind, url: &str, label: &str, anchors: &Anchors) -> Option<Seen<Lead>> {
    let url = url.trim();
    if let Some(fragment) = url.strip_prefix('#').filter(|fragment| !fragment.is_empty()) {
        return Some(Ok(of_anchor(&decoded(fragment), anchors)));
    }
    let unseen = Some(Err(Obstacle::NotInALocalRun));
    match leads(url) {
        Leads::Nowhere if is_for_examples(url) => None,
        Leads::Nowhere => (!label.is_empty()).then_some(Ok(Lead::Nowhere)),
        // Written out, it tells the reader what to open after the start.
        Leads::Localhost => (label != url).then_some(Ok(Lead::OwnMachine)),
        Leads::Elsewhere if kind == ReferenceKind::Link => None,
        Leads::Inside if is_on_the_own_machine(url) => Some(Ok(Lead::OwnMachine)),
        Leads::Inside if has_scheme(url) => None,
        Leads::Inside if is_domain(url.split('/').next().unwrap_or_default()) => Some(Ok(Lead::NoScheme)),
        Leads::Live | Leads::Unknown if !url.contains("//") => Some(Ok(Lead::NoScheme)),
        Leads::Live | Leads::Unknown | Leads::Elsewhere | Leads::Code | Leads::Inside
            if is_for_examples(url) =>
        {
            None
        }
        Leads::Live | Leads::Unknown | Leads::Elsewhere | Leads::Code | Leads::Inside => unseen,
    }
}

fn of_anchor(fragment: &str, anchors: &Anchors) -> Lead {
    if anchors.have(fragment) {
        Lead::There
    } else {
        Lead::NoAnchor(anchors.nearest(fragment).map(Into::into))
    }
}

/// Names that lead nowhere by agreement (RFC 2606, RFC 6761).
fn is_for_examples(url: &str) -> bool {
    let host = url.split_once("//").map_or(url, |(_, rest)| rest).split(['/', ':', '?', '#']).next();
    let ending = host.unwrap_or_default().rsplit('.').next().unwrap_or_default();
    ["example", "test", "invalid", "localhost"].iter().any(|kept| ending.eq_ignore_ascii_case(kept))
}

fn is_on_the_own_machine(url: &str) -> bool {
    let is_drive = |rest: &str| rest.starts_with(":\\") || rest.starts_with(":/");
    url.starts_with("file:")
        || (url.starts_with(|first: char| first.is_ascii_alphabetic()) && is_drive(&url[1..]))
}

/// True for `data:`, `javascript:` and others that lead to no file and no page.
fn has_scheme(url: &str) -> bool {
    let is_scheme =
        |scheme: &str| scheme.len() > 1 && scheme.chars().all(|next| next.is_ascii_alphanumeric());
    url.split_once(':').is_some_and(|(scheme, _)| is_scheme(scheme))
}

#[cfg(test)]
mod tests {
    use super::super::markdown;
    use super::*;

    fn found(text: &str) -> Vec<Reference> {
        references(&Outline::new(markdown::blocks(text)))
    }

    #[test]
    fn each_address_says_what_it_can() {
        let unseen = || Err(Obstacle::NotInALocalRun);
        for (text, kind, lead) in [
            ("[docs](docs/a.md)", ReferenceKind::Link, unseen()),
            ("![town](town.png)", ReferenceKind::Picture, unseen()),
            ("[Live demo](https://tea.netlify.app)", ReferenceKind::Demo, unseen()),
            ("[Live demo](https://github.com/ada/tea)", ReferenceKind::Demo, unseen()),
            ("[Live demo](tea.netlify.app)", ReferenceKind::Demo, Ok(Lead::NoScheme)),
            ("[Live demo]()", ReferenceKind::Link, Ok(Lead::Nowhere)),
            ("[the app](http://localhost:3000)", ReferenceKind::Link, Ok(Lead::OwnMachine)),
            ("![town](C:/Users/ada/town.png)", ReferenceKind::Picture, Ok(Lead::OwnMachine)),
            ("[up](#tea)\n\n# Tea", ReferenceKind::Link, Ok(Lead::There)),
            ("[use](#usge)\n\n## Usage", ReferenceKind::Link, Ok(Lead::NoAnchor(Some("#usage".into())))),
        ] {
            let references = found(text);
            assert_eq!((references[0].kind, &references[0].lead), (kind, &lead), "{text}");
        }
    }

    #[test]
    fn what_is_not_the_students_matter_is_left_alone() {
        for text in [
            "[mail](mailto:ada@tea.dev)",
            "[React](https://react.dev)",
            "![build](https://img.shields.io/x.svg)",
            "Open <http://localhost:3000>.",
            "[try](https://tea.example)",
            "<video controls></video>",
            "![dot](data:image/png;base64,AA)",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
