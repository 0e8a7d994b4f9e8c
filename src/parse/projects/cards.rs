//! HTML -> the cards of its lists of projects: what a visitor sees as one thing, with its name, links and picture.

mod section;
mod title;

use scraper::node::Element;
use scraper::{ElementRef, Html};

use super::words::{self, Topic};

/// What a page shows as one project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Card {
    /// Its name as shown.
    pub(super) name: String,
    /// Its links: what they are called, and the addresses as written.
    pub(super) links: Vec<(String, String)>,
    /// True where it shows a picture.
    pub(super) has_picture: bool,
    /// Its words, the name included.
    pub(super) text: String,
}

impl Card {
    /// True where there is more of it than a name.
    fn has_substance(&self) -> bool {
        self.is_open() || self.text.split_whitespace().count() >= self.name.split_whitespace().count() + 5
    }

    /// True where it leads somewhere or shows something.
    fn is_open(&self) -> bool {
        self.has_picture || !self.links.is_empty()
    }
}

/// The lists of projects of a page, each as its cards. `topic` is what the page as a whole is about.
pub(super) fn lists(html: &str, topic: Option<Topic>) -> Vec<Vec<Card>> {
    let page = Html::parse_document(html);
    let sections = section::sections(&page, topic);
    sections.iter().map(|run| title::cards(run)).filter(|cards| !cards.is_empty()).collect()
}

/// Cards around links that `is_wanted`, wherever they stand: each is called as the link is, and where that says only
/// "Code", after the heading above it.
pub(super) fn around_links(html: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<Card> {
    let page = Html::parse_document(html);
    let mut cards: Vec<Card> = Vec::new();
    let mut heading = String::new();
    for element in page.root_element().descendent_elements().filter(|element| !is_furniture(*element)) {
        if level(element).is_some() && !is_hidden(element) {
            heading = text(element);
        }
        for (label, href) in own_link(element).into_iter().filter(|(_, href)| is_wanted(href)) {
            let is_label = words::is_label(&label);
            let name = if is_label { heading.clone() } else { label.clone() };
            match cards.last_mut().filter(|card| is_label && card.name == name && !name.is_empty()) {
                Some(card) => card.links.push((label, href)),
                None => cards.push(Card { name, links: vec![(label, href)], ..Card::default() }),
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
