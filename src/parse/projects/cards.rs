//! HTML -> the cards of its lists of projects: what a visitor sees as one thing, with its name, links and picture.

mod section;
mod title;

use scraper::node::Element;
use scraper::{ElementRef, Html};

use super::words::{self, Topic};
use crate::facts::{Card, Untrusted};

/// The cards of all lists of projects of a page, in order. `topic` is what the page as a whole is about.
pub(super) fn of_lists(page: &Html, topic: Option<Topic>) -> Vec<Card> {
    section::sections(page, topic).iter().flat_map(|run| title::cards(run)).collect()
}

/// Cards around links that `is_wanted`, wherever they stand: each is called as the link is, and where that says only
/// "Code", after the heading above it.
pub(super) fn around_links(page: &Html, is_wanted: impl Fn(&str) -> bool) -> Vec<Card> {
    let mut cards: Vec<Card> = Vec::new();
    let mut heading = String::new();
    for element in page.root_element().descendent_elements().filter(|element| !is_furniture(*element)) {
        if level(element).is_some() && !is_hidden(element) {
            heading = text(element);
        }
        for (label, href) in own_link(element).into_iter().filter(|(_, href)| is_wanted(href)) {
            let is_label = words::is_label(&label);
            let name = Untrusted::from(if is_label { heading.as_str() } else { &label });
            let link = (label.into(), href.into());
            match cards.last_mut().filter(|card| is_label && card.name == name && !name.is_blank()) {
                Some(card) => card.links.push(link),
                None => cards.push(Card { name, links: vec![link], ..Card::default() }),
            }
        }
    }
    cards
}

/// What tells an element of a page from every other one.
type Id = *const Element;

fn id(element: ElementRef<'_>) -> Id {
    std::ptr::from_ref(element.value())
}

/// True for what frames a page, and for what it never shows.
fn is_furniture(element: ElementRef<'_>) -> bool {
    let frames = |element: &Element| {
        let is_named = || element.id().into_iter().chain(element.classes()).any(words::is_frame_name);
        matches!(
            element.name(),
            "nav" | "footer" | "script" | "style" | "template" | "noscript" | "head" | "form" | "select"
        ) || element.name() != "body" && is_named()
    };
    frames(element.value())
        || element.ancestors().filter_map(ElementRef::wrap).any(|ancestor| frames(ancestor.value()))
}

fn is_hidden(element: ElementRef<'_>) -> bool {
    element.attr("hidden").is_some()
}

/// How high a heading is, from 1 to 6; none for anything else.
fn level(element: ElementRef<'_>) -> Option<u8> {
    let said = ["variant", "as", "component", "tag"].iter().find_map(|key| element.attr(key));
    let name = said.unwrap_or_else(|| element.value().name());
    let digit = name.strip_prefix('h')?;
    digit.parse().ok().filter(|level| (1..=6).contains(level))
}

/// The words of an element, with single spaces.
fn text(element: ElementRef<'_>) -> String {
    let mut words = String::new();
    for part in element.text() {
        for word in part.split_whitespace() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
    }
    words
}

/// The link that an element itself is, where it leads anywhere.
fn own_link(element: ElementRef<'_>) -> Option<(String, String)> {
    if matches!(element.value().name(), "link" | "base" | "use") {
        return None;
    }
    let href = element.attr("href")?.trim();
    let leads_nowhere = href.is_empty()
        || href.starts_with('#')
        || href.contains('{')
        || ["javascript:", "mailto:", "tel:"].iter().any(|scheme| href.starts_with(scheme));
    let label = Some(text(element)).filter(|label| !label.is_empty());
    let label =
        label.or_else(|| ["aria-label", "title"].iter().find_map(|key| element.attr(key).map(str::to_owned)));
    (!leads_nowhere).then(|| (label.unwrap_or_default(), href.to_owned()))
}

/// True for a picture or a recording.
fn is_picture(element: ElementRef<'_>) -> bool {
    let name = element.value().name();
    let is_own = matches!(name, "img" | "picture" | "video" | "iframe");
    let is_component = name.starts_with("x-") && (name.contains("image") || name.contains("img"));
    is_own || is_component || element.attr("style").is_some_and(|style| style.contains("url("))
}
