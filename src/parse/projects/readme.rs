//! The projects that a portfolio's README links.

use std::collections::BTreeMap;

use super::markdown::{Around, MarkdownLink, links};
use super::{Entry, Surroundings, words};
use crate::facts::FoundIn;
use crate::parse::repo_link;

/// The entries of the README at `path`, in order.
pub fn in_readme(path: &str, text: &str, surroundings: Surroundings<'_>) -> Vec<Entry> {
    let mut entries: BTreeMap<Unit, Entry> = BTreeMap::new();
    for link in links(text) {
        if words::is_credit_heading(&link.heading.text) {
            continue;
        }
        let (unit, name) = unit(&link);
        let new = || Entry::at(surroundings.place(path, link.line), FoundIn::Readme);
        let mut entry = entries.remove(&unit).unwrap_or_else(new);
        add(&mut entry, &link, path, surroundings);
        if entry.name.is_empty() {
            entry.name = name;
        }
        entries.insert(unit, entry);
    }
    entries.into_values().filter(|entry| !entry.repos.is_empty() || entry.folder.is_some()).collect()
}

/// What makes links belong to one entry: the line of their item, of their heading, or their own.
type Unit = (u32, u32);

fn unit(link: &MarkdownLink) -> (Unit, String) {
    if let Some(item) = &link.item {
        let name = name_of(item);
        if !words::is_label(&name) {
            return ((item.line, 0), name);
        }
    }
    let heading = &link.heading;
    if heading.line > 0 && !words::is_list_heading(&heading.text) {
        return ((heading.line, 0), heading.text.clone());
    }
    let name = if words::is_label(&link.text) { String::new() } else { link.text.clone() };
    ((link.line, 1), name)
}

/// "Weather: shows the weather" is called "Weather".
fn name_of(item: &Around) -> String {
    let end = [": ", " - ", " – ", " — ", " | "].iter().filter_map(|mark| item.text.find(mark)).min();
    let name = &item.text[..end.unwrap_or(item.text.len())];
    name.trim_end_matches(':').trim().to_owned()
}

fn add(entry: &mut Entry, link: &MarkdownLink, path: &str, surroundings: Surroundings<'_>) {
    for repo in repo_link::read_all(&link.href, surroundings.server) {
        surroundings.add_code(entry, repo);
    }
    if entry.folder.is_none() {
        entry.folder = folder(&link.href, path, surroundings);
    }
    if entry.demo.is_none() && words::is_demo_label(&link.text) && link.href.starts_with("http") {
        entry.demo = Some(link.href.clone());
    }
}

/// The folder of the portfolio that a relative link leads to, or whose README it leads to.
fn folder(href: &str, path: &str, surroundings: Surroundings<'_>) -> Option<String> {
    let href = href.split(['#', '?']).next()?;
    if href.is_empty() || href.contains(':') || href.starts_with("//") {
        return None;
    }
    let href = percent_encoding::percent_decode_str(href).decode_utf8_lossy();
    let base = if href.starts_with('/') { "" } else { super::super::tree::parent(path) };
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let target = parts.join("/");
    let tree = surroundings.tree;
    let folder =
        if tree.has(&target) { super::super::tree::parent(&target).to_owned() } else { target.clone() };
    let is_readme = tree.readme_path(&folder).is_some_and(|readme| readme == target);
    let is_project = !folder.is_empty() && tree.has_folder(&folder) && (is_readme || folder == target);
    is_project.then_some(folder)
}
