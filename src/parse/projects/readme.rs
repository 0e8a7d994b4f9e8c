//! The projects that a portfolio's README links.

use std::collections::BTreeMap;

use super::markdown::{Around, MarkdownLink, links};
use super::{Entry, Surroundings, words};
use crate::facts::FoundIn;
use crate::parse::repo_link;
use crate::parse::tree::parent;

/// The entries of the README at `path`, in order.
///
/// Under a heading such as "Projects" every repository counts, elsewhere only those of the portfolio's own account. Where
/// that is not known, it is the account of which several are linked: a single link may be to a theme or a tool.
pub(super) fn in_readme(path: &str, text: &str, surroundings: Surroundings<'_>) -> Vec<Entry> {
    let mut drafts: BTreeMap<Unit, Draft> = BTreeMap::new();
    for (index, link) in links(text).into_iter().enumerate() {
        if link.headings.iter().any(|heading| words::is_credit_heading(&heading.text)) {
            continue;
        }
        let (unit, name) = unit(&link, index);
        let draft = drafts.entry(unit).or_insert_with(|| Draft {
            entry: Entry::at(surroundings.place(path, link.line), FoundIn::Readme),
            is_listed: link.headings.iter().any(|heading| words::is_list_heading(&heading.text)),
        });
        add(&mut draft.entry, &link, path, surroundings);
        if draft.entry.name.is_empty() {
            draft.entry.name = name;
        }
    }
    let drafts: Vec<Draft> = drafts
        .into_values()
        .filter(|draft| !draft.entry.repos.is_empty() || draft.entry.folder.is_some())
        .collect();
    believed(drafts, surroundings)
}

struct Draft {
    entry: Entry,
    /// It stands under a heading of a list of projects.
    is_listed: bool,
}

fn believed(drafts: Vec<Draft>, surroundings: Surroundings<'_>) -> Vec<Entry> {
    let owner = |draft: &Draft| draft.entry.repos.first().map(|link| link.name.owner().to_lowercase());
    let own = surroundings.name.map(|name| name.owner().to_lowercase());
    let is_own = |draft: &Draft| draft.entry.folder.is_some() || own.is_some() && owner(draft) == own;
    if own.is_some() || drafts.iter().any(|draft| draft.is_listed) {
        return drafts
            .into_iter()
            .filter(|draft| draft.is_listed || is_own(draft))
            .map(|draft| draft.entry)
            .collect();
    }
    let count = |wanted: &Draft| drafts.iter().filter(|draft| owner(draft) == owner(wanted)).count();
    let most =
        drafts.iter().filter(|draft| count(draft) > 1).max_by_key(|draft| count(draft)).and_then(owner);
    let is_most = |draft: &Draft| is_own(draft) || most.is_some() && owner(draft) == most;
    drafts.into_iter().filter(is_most).map(|draft| draft.entry).collect()
}

/// What makes links belong to one entry: the line of their item or heading, or their own place among the links.
type Unit = (u32, usize);

fn unit(link: &MarkdownLink, index: usize) -> (Unit, String) {
    let is_label = words::is_label(&link.text) || link.text.contains("://");
    let heading =
        link.headings.last().filter(|heading| heading.level > 1 && !words::is_list_heading(&heading.text));
    // Below the heading of a project, a paragraph tells about it and does not name another one.
    let items = link.items.iter().filter(|item| item.is_listed || heading.is_none());
    let item = items.map(|item| (item, name_of(item))).find(|(_, name)| !words::is_label(name));
    if let Some((item, name)) = item.filter(|(_, name)| is_label || name.contains(link.text.as_str())) {
        return ((item.line, 0), name);
    }
    match heading {
        Some(heading) if is_label || link.items.is_empty() => ((heading.line, 0), heading.text.clone()),
        Some(_) | None => ((link.line, index + 1), if is_label { String::new() } else { link.text.clone() }),
    }
}

/// "Weather: shows the weather" is called "Weather".
fn name_of(item: &Around) -> String {
    let marks = [": ", " - ", " – ", " — ", " | ", " ("];
    let end = marks.iter().filter_map(|mark| item.text.find(mark)).min();
    let name = &item.text[..end.unwrap_or(item.text.len())];
    name.trim_end_matches(':').trim().to_owned()
}

fn add(entry: &mut Entry, link: &MarkdownLink, path: &str, surroundings: Surroundings<'_>) {
    for repo in repo_link::read_all(&link.href, surroundings.server) {
        surroundings.add_code(entry, repo);
    }
    entry.folder = entry.folder.take().or_else(|| surroundings.folder_at(parent(path), &link.href));
    let is_demo = words::is_demo_label(&link.text) && link.href.starts_with("http");
    entry.demo = entry.demo.take().or_else(|| is_demo.then(|| link.href.clone()));
}
