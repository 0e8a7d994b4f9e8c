//! The cards of a section: its titles, and around each title everything that belongs to no other.

use std::collections::{HashMap, HashSet};

use scraper::ElementRef;

use super::super::words;
use super::{Id, id, is_furniture, is_hidden, is_picture, level, own_link, text};
use crate::facts::{Card, Untrusted};

/// The longest text that is taken for a title, in bytes.
const MAX_TITLE: usize = 120;

/// The cards of a section: by its headings, else by what is styled as a title, else by its links.
pub(super) fn cards(run: &[ElementRef<'_>]) -> Vec<Card> {
    let parts: Vec<ElementRef<'_>> = run
        .iter()
        .flat_map(|root| std::iter::once(*root).chain(root.descendent_elements()))
        .filter(|part| !is_furniture(*part) && !is_hidden(*part))
        .collect();
    let headings = (1..=6).map(|wanted| pick(&parts, |part| level(part) == Some(wanted), str::is_empty));
    let others = [pick(&parts, is_styled_title, words::is_label), pick(&parts, is_strong, words::is_label)];
    let candidates: Vec<Vec<Card>> = headings.chain(others).map(|titles| around(run, &titles)).collect();
    let opened = |cards: &Vec<Card>| cards.iter().filter(|card| is_open(card)).count();
    let most = candidates.iter().map(opened).max().unwrap_or_default();
    let linked = around_links(run, &parts);
    if most == 0 || linked.len() > most && most < 2 {
        let best = candidates.into_iter().find(|cards| cards.len() > 1);
        return if linked.is_empty() { best.unwrap_or_default() } else { linked };
    }
    candidates.into_iter().find(|cards| opened(cards) == most).unwrap_or_default()
}

fn pick<'a>(
    parts: &[ElementRef<'a>],
    is_title: impl Fn(ElementRef<'a>) -> bool,
    is_label: impl Fn(&str) -> bool,
) -> Vec<ElementRef<'a>> {
    let can_name = |part: &ElementRef<'_>| {
        let text = text(*part);
        text.len() <= MAX_TITLE && !is_label(&text) && !words::is_list_heading(&text) && !text.contains('{')
    };
    parts.iter().copied().filter(|part| is_title(*part) && can_name(part)).collect()
}

fn is_styled_title(part: ElementRef<'_>) -> bool {
    let names = ["title", "name", "heading", "caption"];
    let is_named = |value: &str| names.iter().any(|name| value.to_ascii_lowercase().contains(name));
    (part.value().classes().any(is_named) || is_named(part.value().name()))
        && part.child_elements().count() <= 1
}

fn is_strong(part: ElementRef<'_>) -> bool {
    matches!(part.value().name(), "strong" | "b" | "summary" | "dt" | "figcaption")
}

/// For each title, everything around it that belongs to no other title.
fn around(run: &[ElementRef<'_>], titles: &[ElementRef<'_>]) -> Vec<Card> {
    let roots: HashSet<Id> = run.iter().copied().map(id).collect();
    let mut inside: HashMap<Id, usize> = HashMap::new();
    for title in titles {
        let ancestors = title.ancestors().filter_map(ElementRef::wrap);
        for holder in std::iter::once(*title).chain(ancestors) {
            *inside.entry(id(holder)).or_default() += 1;
        }
    }
    let cards = titles.iter().filter_map(|title| {
        let extent = extent(*title, &roots, &inside);
        (!is_pattern(&extent)).then(|| Card { name: name(&text(*title)).into(), ..content(&extent) })
    });
    cards.filter(has_substance).collect()
}

/// The largest element that holds this title alone; where titles stand side by side, what follows up to the next one.
fn extent<'a>(
    title: ElementRef<'a>,
    roots: &HashSet<Id>,
    inside: &HashMap<Id, usize>,
) -> Vec<ElementRef<'a>> {
    let mut top = title;
    let mut is_shared = false;
    while !roots.contains(&id(top)) {
        let Some(parent) = top.parent().and_then(ElementRef::wrap) else { break };
        is_shared = inside.get(&id(parent)).is_some_and(|count| *count > 1);
        if is_shared {
            break;
        }
        top = parent;
    }
    let mut extent = vec![top];
    if is_shared || roots.contains(&id(top)) && roots.len() > 1 {
        let following = top.next_siblings().filter_map(ElementRef::wrap);
        extent.extend(following.take_while(|next| !inside.contains_key(&id(*next))));
    }
    extent
}

/// True for the pattern of a card, whose name is filled in later.
fn is_pattern(extent: &[ElementRef<'_>]) -> bool {
    let mut parts = extent.iter().flat_map(|top| std::iter::once(*top).chain(top.descendent_elements()));
    parts.any(|part| {
        let is_title = level(part).is_some() || is_styled_title(part);
        let repeats = ["*ngfor", "v-for"].iter().any(|key| part.attr(key).is_some());
        repeats || is_title && text(part).contains('{')
    })
}

fn content(extent: &[ElementRef<'_>]) -> Card {
    let mut card = Card::default();
    for part in extent.iter().flat_map(|top| std::iter::once(*top).chain(top.descendent_elements())) {
        card.links.extend(own_link(part).map(|(label, href)| (label.into(), href.into())));
        card.has_picture |= is_picture(part);
    }
    card.text = extent.iter().map(|top| text(*top)).collect::<Vec<_>>().join(" ").into();
    card
}

/// True where there is more of it than a name.
fn has_substance(card: &Card) -> bool {
    let words = |text: &Untrusted| text.as_written().split_whitespace().count();
    is_open(card) || words(&card.text) >= words(&card.name) + 5
}

/// True where it leads somewhere or shows something.
fn is_open(card: &Card) -> bool {
    card.has_picture || !card.links.is_empty()
}

/// Cards of a section without titles: one for each address that is linked.
fn around_links(run: &[ElementRef<'_>], parts: &[ElementRef<'_>]) -> Vec<Card> {
    let mut seen = HashSet::new();
    let links: Vec<ElementRef<'_>> = parts
        .iter()
        .copied()
        .filter(|part| own_link(*part).is_some_and(|(_, href)| seen.insert(href)))
        .collect();
    let named = around(run, &links).into_iter().zip(&links).map(|(card, link)| {
        let alt = link.descendent_elements().find_map(|part| part.attr("alt").map(str::to_owned));
        let own = Some(text(*link)).filter(|own| !words::is_label(own) && !own.contains("://"));
        let name = own.or(alt).unwrap_or_else(|| name(card.text.as_written()));
        Card { name: name.into(), ..card }
    });
    let names_it = |name: &str| !words::is_list_heading(name) && !name.contains('{');
    named.filter(|card| names_it(card.name.as_written())).collect()
}

/// "Project: Chess Languages: ..." is called "Chess".
fn name(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = text.to_lowercase();
    let prefix = ["project:", "projekt:", "proyecto:", "projeto:", "title:", "name:"]
        .iter()
        .find(|prefix| lower.starts_with(**prefix));
    let text = prefix.map_or(text, |prefix| text.get(prefix.len()..).unwrap_or(text));
    let short: String = text.trim().chars().take(MAX_TITLE).collect();
    short.trim().to_owned()
}
