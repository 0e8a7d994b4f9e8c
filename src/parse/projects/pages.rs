//! Pages and components of a site's source -> the entries of the lists that they show.

use super::cards::{self, Card};
use super::records::{Form, Found, Sign};
use super::{Entry, Surroundings, words};
use crate::facts::FoundIn;
use crate::parse::repo_link;
use crate::parse::tree::parent;

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
        let lists = cards::lists(html, words::topic_of_path(self.path));
        let found = lists
            .into_iter()
            .map(|cards| self.found(Sign::Name, cards))
            .filter(|found| !found.entries.is_empty());
        let found: Vec<Found> = found.collect();
        if !found.is_empty() {
            return found;
        }
        let server = self.surroundings.server;
        let around = cards::around_links(html, |href| repo_link::read(href, server).is_some());
        let mut found = self.found(Sign::Repositories, around);
        found.entries.retain(|entry| !entry.repos.is_empty());
        if found.entries.is_empty() { Vec::new() } else { vec![found] }
    }

    fn found(&self, sign: Sign, cards: Vec<Card>) -> Found {
        Found { form: Form::Page, sign, entries: cards.into_iter().map(|card| self.entry(card)).collect() }
    }

    fn entry(&self, card: Card) -> Entry {
        let line = self.line(&card);
        let mut entry = Entry::at(self.surroundings.place(self.path, line), FoundIn::DataFile);
        for (label, href) in &card.links {
            let mut is_code = false;
            for link in repo_link::read_all(href, self.surroundings.server) {
                is_code |= self.surroundings.add_code(&mut entry, link);
            }
            entry.folder =
                entry.folder.take().or_else(|| self.surroundings.folder_at(parent(self.path), href));
            let is_web = href.starts_with("http://") || href.starts_with("https://");
            if !is_web || is_code || repo_link::is_on_host(href, self.surroundings.server) {
                continue;
            }
            if words::is_code_label(label) {
                entry.elsewhere = entry.elsewhere.take().or_else(|| Some(href.clone()));
            } else {
                entry.demo = entry.demo.take().or_else(|| Some(href.clone()));
            }
        }
        entry.name = card.name;
        entry
    }

    /// The line on which the name or the first link of a card stands.
    fn line(&self, card: &Card) -> u32 {
        let wanted = card.links.first().map_or(card.name.as_str(), |(_, href)| href);
        let at = self.text.find(wanted).or_else(|| self.text.find(&card.name)).unwrap_or_default();
        u32::try_from(self.text[..at].matches('\n').count() + 1).unwrap_or(u32::MAX)
    }
}
