//! What is a link, what it is called, and where it leads.

use scraper::{ElementRef, Html};
use url::Url;

use crate::facts::{Link, LinkKind, Untrusted};

/// Names are cut here; nobody calls a link that much.
const LONGEST_NAME: usize = 300;

/// No more nodes than this are read for one name.
const MOST_NODES: usize = 500;

/// Comments longer than this are not read for links.
const LONGEST_COMMENT: usize = 20_000;

/// The link that an element is, if it is one.
pub(super) fn link(element: ElementRef<'_>, base: &Url, under: Option<&str>) -> Option<Link> {
    let (href, kind) = address(element)?;
    let (name, other_names) = names(element);
    if kind == LinkKind::Inert && name.is_empty() {
        return None;
    }
    Some(Link {
        url: whole(&href, base),
        href: href.into(),
        name: name.into(),
        other_names,
        kind,
        under: under.map(Untrusted::from),
    })
}

/// The links that stand in a comment of the page.
pub(super) fn commented(comment: &str) -> Vec<Link> {
    if comment.len() > LONGEST_COMMENT || !comment.contains("<a") {
        return Vec::new();
    }
    let fragment = Html::parse_fragment(comment);
    let elements = fragment.root_element().descendent_elements();
    let anchors = elements.filter(|element| element.value().name() == "a").map(|anchor| {
        let (name, other_names) = names(anchor);
        Link {
            href: anchor.attr("href").unwrap_or_default().into(),
            url: None,
            name: name.into(),
            other_names,
            kind: LinkKind::Commented,
            under: None,
        }
    });
    anchors.collect()
}

/// The visible text below an element, with single spaces.
pub(super) fn text_of(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for child in element.descendants().take(MOST_NODES) {
        let is_code = child
            .parent()
            .and_then(|parent| parent.value().as_element())
            .is_some_and(|element| matches!(element.name(), "script" | "style" | "noscript"));
        if let (Some(piece), false) = (child.value().as_text(), is_code) {
            text.push_str(piece);
        }
        if text.len() > LONGEST_NAME {
            break;
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_NAME).collect()
}

/// Where an element leads, as written.
fn address(element: ElementRef<'_>) -> Option<(String, LinkKind)> {
    let of = |attribute: &str| element.attr(attribute).map(|value| value.trim().to_owned());
    match element.value().name() {
        "a" | "area" => {
            let href = of("href").or_else(|| of("xlink:href"));
            match (href, handler_address(element)) {
                (Some(href), Some(handled)) if is_nowhere(&href) => Some((handled, LinkKind::Handler)),
                (Some(href), _) => Some((href, LinkKind::Anchor)),
                (None, Some(handled)) => Some((handled, LinkKind::Handler)),
                (None, None) => Some((String::new(), LinkKind::Inert)),
            }
        }
        "iframe" | "embed" | "frame" => of("src").map(|src| (src, LinkKind::Embed)),
        "object" => of("data").map(|data| (data, LinkKind::Embed)),
        "button" => button_address(element),
        "input" if matches!(element.attr("type"), Some("button" | "submit")) => button_address(element),
        _ => handler_address(element).map(|handled| (handled, LinkKind::Handler)),
    }
}

/// A button leads where its handler or its form leads. One around or inside an anchor is the anchor's.
fn button_address(element: ElementRef<'_>) -> Option<(String, LinkKind)> {
    let is_anchor = |element: ElementRef<'_>| element.value().name() == "a" && element.attr("href").is_some();
    let mut around = element.ancestors().take(MOST_NODES).filter_map(ElementRef::wrap);
    if around.any(is_anchor) || element.descendent_elements().take(MOST_NODES).any(is_anchor) {
        return None;
    }
    if let Some(handled) = handler_address(element) {
        return Some((handled, LinkKind::Handler));
    }
    let mut around = element.ancestors().take(MOST_NODES).filter_map(ElementRef::wrap);
    let form = around.find(|ancestor| ancestor.value().name() == "form");
    let action = element.attr("formaction").or_else(|| form.and_then(|form| form.attr("action")));
    let posts = form.and_then(|form| form.attr("method")).is_some_and(|m| m.eq_ignore_ascii_case("post"));
    match action.map(str::trim).filter(|action| !is_nowhere(action) && !posts) {
        Some(action) => Some((action.to_owned(), LinkKind::Handler)),
        None => Some((String::new(), LinkKind::Inert)),
    }
}

/// The address in `onclick="location.href='next.html'"` and its kin.
fn handler_address(element: ElementRef<'_>) -> Option<String> {
    let code = element.attr("onclick")?;
    let at = ["location", "open("].iter().filter_map(|mark| code.find(mark)).min()?;
    let rest = code.get(at..)?;
    let quote = rest.find(['\'', '"', '`'])?;
    let mark = rest.get(quote..=quote)?;
    let inner = rest.get(quote + 1..)?;
    let address = inner.get(..inner.find(mark)?)?.trim();
    (!is_nowhere(address)).then(|| address.to_owned())
}

/// What a link is called, best name first: text, `aria-label`, `title`, `value`, pictures' `alt`.
fn names(element: ElementRef<'_>) -> (String, Vec<Untrusted>) {
    let is_embed = matches!(element.value().name(), "iframe" | "embed" | "object" | "frame");
    let text = if is_embed { String::new() } else { text_of(element) };
    let own = ["aria-label", "title", "value", "alt"].map(|attribute| element.attr(attribute));
    let inner = element
        .descendent_elements()
        .skip(1)
        .take(MOST_NODES)
        .filter(|inner| matches!(inner.value().name(), "img" | "svg" | "i" | "span"))
        .flat_map(|inner| ["alt", "aria-label", "title"].map(|attribute| inner.attr(attribute)));
    let mut others: Vec<Untrusted> = Vec::new();
    for name in own.into_iter().chain(inner).flatten() {
        let name = Untrusted::new(name.trim().chars().take(LONGEST_NAME).collect::<String>());
        if !name.is_blank() && !others.contains(&name) {
            others.push(name);
        }
    }
    match others.first() {
        Some(first) if text.is_empty() => (first.as_written().to_owned(), others),
        _ => (text, others),
    }
}

/// True where nobody can follow the address: empty, `#`, `javascript:`.
pub(super) fn is_nowhere(href: &str) -> bool {
    let href = href.trim();
    let is_script = href.get(..11).is_some_and(|scheme| scheme.eq_ignore_ascii_case("javascript:"));
    href.is_empty() || href == "#" || href == "#!" || href == "#/" || is_script
}

fn whole(href: &str, base: &Url) -> Option<Untrusted> {
    if is_nowhere(href) {
        return None;
    }
    base.join(href).ok().map(|url| Untrusted::new(String::from(url)))
}
