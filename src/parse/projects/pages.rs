//! Pages and components -> the entries of the lists that they show.

use scraper::Html;
use url::Url;

use super::cards;
use super::placeholder::without_placeholders;
use super::records::{Form, Found, Sign};
use super::words::{self, Topic};
use super::{Entry, Surroundings};
use crate::facts::{Card, FoundIn, LinkKind, Page, Place, Shown, Untrusted};
use crate::parse::repo_link;
use crate::parse::tree::parent;

/// The cards of the lists of projects of a page that was found at `url`.
pub fn cards_of(page: &Html, url: &Url) -> Vec<Card> {
    cards::of_lists(page, words::topic_of_path(url.path().trim_matches('/')))
}

/// True where a link's name or address says that it leads to a list of projects.
pub fn is_page_of_projects(name: &str, url: &Url) -> bool {
    let path = url.path().trim_matches('/');
    words::is_list_heading(name) || !path.contains('/') && words::topic_of_path(path) == Some(Topic::Projects)
}

/// The entries of the pages that a visitor opened.
pub(super) fn in_pages(pages: &[Page], surroundings: Surroundings<'_>) -> Vec<Entry> {
    let cards = pages.iter().flat_map(|page| page.cards.iter().map(move |card| (page, card)));
    let entries = cards.map(|(page, card)| {
        entry(
            card,
            Entry::at(place(page, &card.name, surroundings), FoundIn::Site),
            folder(page),
            surroundings,
        )
    });
    without_placeholders(entries.collect())
}

/// The repositories that these pages link, wherever on them.
pub(super) fn linked_by_pages(pages: &[Page], surroundings: Surroundings<'_>) -> Vec<Entry> {
    let links = pages.iter().flat_map(|page| page.links.iter().map(move |link| (page, link)));
    let entries = links.filter(|(_, link)| link.kind == LinkKind::Anchor).map(|(page, link)| {
        let is_label = words::is_label(link.name.as_written());
        let name = link.under.as_ref().filter(|_| is_label).unwrap_or(&link.name);
        let card = Card {
            name: name.clone(),
            links: vec![(link.name.clone(), link.href.clone())],
            ..Card::default()
        };
        Entry {
            shown: None,
            ..entry(&card, Entry::at(place(page, &link.name, surroundings), FoundIn::Site), "", surroundings)
        }
    });
    entries.filter(|entry| !entry.repos.is_empty()).collect()
}

/// Where a card or link stands: on a page or, of a folder that is served, in a file.
fn place(page: &Page, quoted: &Untrusted, surroundings: Surroundings<'_>) -> Place {
    match Url::parse(page.url.as_written()) {
        Ok(_) => Place::Page { url: page.url.clone(), quoted: Some(quoted.clone()) },
        Err(_) => Place::File { repository: surroundings.name.cloned(), path: page.url.clone(), line: None },
    }
}

/// The folder of the tree that a page lies in.
fn folder(page: &Page) -> &str {
    if Url::parse(page.url.as_written()).is_ok() { "" } else { parent(page.url.as_written()) }
}

/// A page or component as it lies in the tree.
pub(super) struct PageSource<'a> {
    pub(super) surroundings: Surroundings<'a>,
    pub(super) path: &'a str,
    /// Its text, in which lines are counted.
    pub(super) text: &'a str,
}

impl PageSource<'_> {
    /// The lists of projects of its HTML.
    pub(super) fn lists(&self, html: &str) -> Vec<Found> {
        let page = Html::parse_document(html);
        let listed = self.entries(&cards::of_lists(&page, words::topic_of_path(self.path)));
        if !listed.is_empty() {
            return vec![Found { form: Form::Page, sign: Sign::Name, entries: listed }];
        }
        let server = self.surroundings.server;
        let around = cards::around_links(&page, |href| repo_link::read(href, server).is_some());
        let mut entries = self.entries(&around);
        entries.retain(|entry| !entry.repos.is_empty());
        let found = Found { form: Form::Page, sign: Sign::Repositories, entries };
        if found.entries.is_empty() { Vec::new() } else { vec![found] }
    }

    fn entries(&self, cards: &[Card]) -> Vec<Entry> {
        let start =
            |card: &Card| Entry::at(self.surroundings.place(self.path, self.line(card)), FoundIn::DataFile);
        cards.iter().map(|card| entry(card, start(card), parent(self.path), self.surroundings)).collect()
    }

    /// The line on which the first link or the name of a card stands.
    fn line(&self, card: &Card) -> u32 {
        let wanted = card.links.first().map_or(&card.name, |(_, href)| href);
        let at = [wanted, &card.name].into_iter().find_map(|words| self.text.find(words.as_written()));
        let before = &self.text[..at.unwrap_or_default()];
        u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX)
    }
}

/// Fills an entry from a card on a page that lies in `folder`.
fn entry(card: &Card, mut entry: Entry, folder: &str, surroundings: Surroundings<'_>) -> Entry {
    card.name.as_written().clone_into(&mut entry.name);
    for (label, href) in &card.links {
        let href = href.as_written();
        let mut is_code = false;
        for link in repo_link::read_all(href, surroundings.server) {
            is_code |= surroundings.add_code(&mut entry, link);
        }
        entry.folder = entry.folder.take().or_else(|| surroundings.folder_at(folder, href));
        let is_web = href.starts_with("http://") || href.starts_with("https://");
        if !is_web || is_code || repo_link::is_on_host(href, surroundings.server) {
            continue;
        }
        let place =
            if words::is_code_label(label.as_written()) { &mut entry.elsewhere } else { &mut entry.demo };
        place.get_or_insert_with(|| href.to_owned());
    }
    entry.shown = Some(Shown {
        at: entry.at.clone(),
        has_title: !entry.name.is_empty(),
        words: card.text.as_written().split_whitespace().count(),
        has_picture: card.has_picture,
        links_code: entry.has_code(),
    });
    entry
}
