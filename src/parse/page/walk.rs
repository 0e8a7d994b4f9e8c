//! One walk over the elements of a page, in order.

use std::collections::{BTreeSet, HashMap};

use scraper::{ElementRef, Html, Node};
use url::Url;

use super::count_words;
use super::links;
use crate::facts::Link;
use crate::parse::resume_sections::{ResumeSection, resume_section};

/// Links beyond this many are not kept: no visitor looks at them.
const MOST_LINKS: usize = 2000;

/// The most of a page's text that is kept, in bytes.
const MOST_TEXT: usize = 100_000;

/// A page with fewer words around an empty root of a framework is filled by its scripts.
const SHELL_WORDS: usize = 100;

/// Ids of the elements that frameworks fill.
const ROOTS: &[&str] = &[
    "root",
    "app",
    "__next",
    "___gatsby",
    "__nuxt",
    "__layout",
    "svelte",
    "q-app",
    "app-root",
    "react-root",
    "main-app",
];

/// What was seen on the way.
#[derive(Debug, Default)]
pub(super) struct Walk {
    pub(super) title: String,
    pub(super) text: String,
    pub(super) words: usize,
    pub(super) headings: Vec<String>,
    pub(super) sections: BTreeSet<ResumeSection>,
    pub(super) links: Vec<Link>,
    pub(super) scripts: Vec<Url>,
    pub(super) inline_scripts: String,
    pub(super) moves_to: Option<Url>,
    pub(super) has_viewport: bool,
    pub(super) images_without_alt: usize,
    pub(super) insecure_parts: usize,
    pub(super) text_fields: usize,
    pub(super) has_program: bool,
    base: Option<Url>,
    has_empty_root: bool,
}

/// What stands around a piece of text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Around {
    /// No visitor with scripts reads it.
    is_hidden: bool,
    /// It is part of a menu or a link.
    is_menu: bool,
}

impl Around {
    fn inside(self, name: &str) -> Self {
        Self {
            is_hidden: self.is_hidden
                || matches!(name, "head" | "script" | "style" | "noscript" | "template"),
            is_menu: self.is_menu || matches!(name, "a" | "nav" | "button"),
        }
    }
}

/// Walks over a page that was found at `url`.
pub(super) fn walk(document: &Html, url: &Url) -> Walk {
    let mut walk = Walk { base: Some(url.clone()), ..Walk::default() };
    let mut known = HashMap::new();
    for node in document.tree.root().descendants() {
        let outside: Around =
            node.parent().and_then(|parent| known.get(&parent.id()).copied()).unwrap_or_default();
        if let Some(element) = ElementRef::wrap(node) {
            let around = outside.inside(element.value().name());
            if around != Around::default() {
                known.insert(node.id(), around);
            }
            walk.open(element, url);
        } else if let Node::Text(text) = node.value() {
            walk.text(text, outside);
        } else if let Node::Comment(comment) = node.value() {
            walk.add(links::commented(comment));
        }
    }
    walk
}

impl Walk {
    /// True where a visitor sees next to nothing before the scripts have run.
    pub(super) fn is_shell(&self) -> bool {
        let followable = self.links.iter().filter(|link| link.url.is_some()).count();
        self.has_program
            && ((self.has_empty_root && self.words < SHELL_WORDS) || (self.words < 10 && followable < 3))
    }

    fn open(&mut self, element: ElementRef<'_>, url: &Url) {
        match element.value().name() {
            "base" => {
                self.base = element.attr("href").and_then(|href| url.join(href).ok()).or(self.base.take());
            }
            "title" if self.title.is_empty() => self.title = links::text_of(element),
            "meta" => self.meta(element),
            "script" => self.script(element),
            "img" => self.images_without_alt += usize::from(element.attr("alt").is_none()),
            "textarea" => self.text_fields += 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(element),
            _ => {}
        }
        self.insecure_parts += usize::from(url.scheme() == "https" && is_insecure_part(element));
        if is_root(element) && count_words(&links::text_of(element)) < 10 && !has_link(element) {
            self.has_empty_root = true;
        }
        let under = self.headings.last().map(String::as_str);
        if let Some(link) = self.base.as_ref().and_then(|base| links::link(element, base, under)) {
            self.add([link]);
        }
    }

    fn add(&mut self, links: impl IntoIterator<Item = Link>) {
        let room = MOST_LINKS.saturating_sub(self.links.len());
        self.links.extend(links.into_iter().take(room));
    }

    fn text(&mut self, text: &str, around: Around) {
        if around.is_hidden {
            return;
        }
        self.words += count_words(text);
        if self.text.len() + text.len() < MOST_TEXT {
            self.text.push_str(text);
            self.text.push('\n');
        }
        if !around.is_menu {
            self.sections.extend(resume_section(text));
        }
    }

    fn heading(&mut self, element: ElementRef<'_>) {
        let text = links::text_of(element);
        if !text.is_empty() {
            self.sections.extend(resume_section(&text));
            self.headings.push(text);
        }
    }

    fn meta(&mut self, element: ElementRef<'_>) {
        let content = element.attr("content").unwrap_or_default();
        if element.attr("name").is_some_and(|name| name.eq_ignore_ascii_case("viewport")) {
            self.has_viewport = true;
        }
        if element.attr("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh")) {
            self.moves_to =
                refresh_address(content).zip(self.base.as_ref()).and_then(|(to, base)| base.join(to).ok());
        }
    }

    fn script(&mut self, element: ElementRef<'_>) {
        let is_program = element
            .attr("type")
            .is_none_or(|kind| kind.is_empty() || kind == "module" || kind.contains("javascript"));
        self.has_program |= is_program;
        if let Some((src, base)) = element.attr("src").zip(self.base.as_ref()) {
            self.scripts.extend(base.join(src).ok());
        } else {
            self.inline_scripts.extend(element.text());
            self.inline_scripts.push('\n');
        }
    }
}

/// True for the element that a framework fills: a known id, or an element of the framework's own (`<app-root>`).
fn is_root(element: ElementRef<'_>) -> bool {
    element.attr("id").is_some_and(|id| ROOTS.contains(&id))
        || matches!(element.value().name(), "app-root" | "my-app")
}

/// True for what a browser blocks, or asks for over HTTPS instead, on a secure page.
fn is_insecure_part(element: ElementRef<'_>) -> bool {
    let address = match element.value().name() {
        "img" | "script" | "iframe" | "audio" | "video" | "source" | "embed" => element.attr("src"),
        "link" if element.attr("rel").is_some_and(|rel| rel.contains("stylesheet")) => element.attr("href"),
        _ => None,
    };
    address.is_some_and(|address| address.trim().starts_with("http://"))
}

fn has_link(element: ElementRef<'_>) -> bool {
    element
        .descendent_elements()
        .take(500)
        .any(|inner| inner.value().name() == "a" && inner.attr("href").is_some())
}

/// `0; URL='home.html'` -> `home.html`.
fn refresh_address(content: &str) -> Option<&str> {
    let at = content.to_ascii_lowercase().find("url=")?;
    let address = content.get(at + 4..)?.trim().trim_matches(['"', '\'']);
    (!address.is_empty()).then_some(address)
}
