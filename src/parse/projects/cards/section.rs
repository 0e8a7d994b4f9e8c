//! Where a page lists projects: below a heading that says so, in an element named so, or the page as a whole.

use scraper::{ElementRef, Html};

use super::super::words::{self, Topic};
use super::{id, is_furniture, is_hidden, is_picture, level, own_link, text};

/// Elements that stand side by side and together hold a list.
pub(super) type Run<'a> = Vec<ElementRef<'a>>;

/// The longest text that is taken for a heading, in bytes.
const MAX_HEADING: usize = 60;

/// The places of a page that list projects.
pub(super) fn sections(page: &Html, topic: Option<Topic>) -> Vec<Run<'_>> {
    let below_headings = below_headings(page);
    if !below_headings.is_empty() {
        return below_headings;
    }
    let named = named(page);
    if !named.is_empty() {
        return named;
    }
    if topic == Some(Topic::Projects) {
        vec![page.root_element().child_elements().collect()]
    } else {
        Vec::new()
    }
}

fn below_headings(page: &Html) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    for element in page.root_element().descendent_elements() {
        if !is_heading_of_list(element) || is_furniture(element) || is_in(element, &runs) {
            continue;
        }
        runs.extend(run_below(element));
    }
    runs
}

fn is_heading_of_list(element: ElementRef<'_>) -> bool {
    let is_heading = level(element).is_some() || is_styled_heading(element);
    if !is_heading || is_hidden(element) {
        return false;
    }
    let text = text(element);
    text.len() <= MAX_HEADING && words::is_list_heading(&text)
}

/// An element without a heading's tag that is styled as one: the innermost that holds the words.
fn is_styled_heading(element: ElementRef<'_>) -> bool {
    let names = ["title", "heading", "header", "headline", "underline"];
    let is_named = |value: &str| names.iter().any(|name| value.to_ascii_lowercase().contains(name));
    let is_styled = element.value().classes().any(is_named)
        || is_named(element.value().name()) && element.value().name() != "header";
    is_styled && element.child_elements().all(|child| level(child).is_none())
}

fn is_in(element: ElementRef<'_>, runs: &[Run<'_>]) -> bool {
    let holds = |holder| runs.iter().flatten().any(|root| id(*root) == id(holder));
    holds(element) || element.ancestors().filter_map(ElementRef::wrap).any(holds)
}

/// What follows a heading, up to the next heading of its kind.
fn run_below(heading: ElementRef<'_>) -> Option<Run<'_>> {
    let mut top = heading;
    let mut depth = 0;
    loop {
        let is_end = |next: &ElementRef<'_>| is_next_heading(*next, heading, depth);
        let run: Run<'_> =
            top.next_siblings().filter_map(ElementRef::wrap).take_while(|next| !is_end(next)).collect();
        if run.iter().any(|element| has_content(*element)) {
            return Some(run);
        }
        top = top.parent().and_then(ElementRef::wrap).filter(|parent| parent.value().name() != "html")?;
        if matches!(top.value().name(), "body" | "main") {
            return None;
        }
        depth += 1;
    }
}

/// True where an element is, or holds at the same depth, a heading like this one.
fn is_next_heading(element: ElementRef<'_>, heading: ElementRef<'_>, depth: usize) -> bool {
    if let (Some(next), Some(own)) = (level(element), level(heading)) {
        return next <= own;
    }
    let mut inner = Some(element);
    for _ in 0..depth {
        inner = inner.and_then(|element| element.child_elements().next());
    }
    let is_alike = |other: ElementRef<'_>| {
        other.value().name() == heading.value().name() && other.attr("class") == heading.attr("class")
    };
    inner.is_some_and(is_alike)
}

fn has_content(element: ElementRef<'_>) -> bool {
    let mut all = std::iter::once(element).chain(element.descendent_elements());
    let is_telling = |part| {
        own_link(part).is_some() || is_picture(part) || level(part).is_some() || part.value().name() == "li"
    };
    all.any(is_telling) || text(element).split_whitespace().count() > 8
}

/// The outermost elements whose id or class says that they hold projects.
fn named(page: &Html) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    for element in page.root_element().descendent_elements() {
        let is_block = !matches!(element.value().name(), "body" | "a" | "button" | "li" | "span" | "img");
        let is_named =
            element.value().id().into_iter().chain(element.value().classes()).any(words::is_list_name);
        if is_block && is_named && !is_furniture(element) && has_content(element) && !is_in(element, &runs) {
            runs.push(vec![element]);
        }
    }
    runs
}
