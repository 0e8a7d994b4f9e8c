//! Projects as pages of text: one Markdown file each in a folder of projects, or one file that lists them.

use super::markdown::{links, to_html};
use super::pages::PageSource;
use super::records::{Form, Found, Records, Sign};
use super::words::{self, Topic};
use super::{Entry, Surroundings};
use crate::parse::data::{Node, front_matter};
use crate::parse::repo_link;
use crate::parse::tree::{SourceFile, parent};

/// The lists that a Markdown file gives: one entry where it lies in a folder of projects, else those of its headings.
pub(super) fn lists(file: &SourceFile, surroundings: Surroundings<'_>) -> Vec<Found> {
    let text = file.text();
    let matter = front_matter(&text);
    let page = PageSource { surroundings, path: &file.path, text: &text };
    if is_of_collection(&file.path) {
        let matter = matter.filter(|matter| !is_unpublished(matter));
        let entry = matter.and_then(|matter| entry(&page, &matter));
        return entry
            .map(|entry| Found { form: Form::Records, sign: Sign::Name, entries: vec![entry] })
            .into_iter()
            .collect();
    }
    let is_list = words::topic_of_path(&file.path) == Some(Topic::Projects) || name(&file.path) == "index";
    if is_list && !is_readme(&file.path) { page.lists(&to_html(&text)) } else { Vec::new() }
}

fn name(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn is_readme(path: &str) -> bool {
    name(path).eq_ignore_ascii_case("readme")
}

/// True for `_projects/chess.md` and `content/projects/chess/index.md`, not for the page that lists them.
fn is_of_collection(path: &str) -> bool {
    let is_index = matches!(name(path), "index" | "_index");
    let own = if is_index { parent(path) } else { path };
    let folder = parent(own).rsplit('/').next().unwrap_or_default();
    !is_readme(path) && own.contains('/') && words::topic(folder) == Some(Topic::Projects)
}

fn is_unpublished(matter: &Node) -> bool {
    let says = |wanted: &str, value: &str| {
        matter.fields().iter().any(|(key, field)| key == wanted && field.text() == Some(value))
    };
    says("draft", "true") || says("published", "false")
}

/// The entry of one page: its fields, and where they link no code, the repositories in its text.
fn entry(page: &PageSource<'_>, matter: &Node) -> Option<Entry> {
    let surroundings = page.surroundings;
    let mut entry = Records { surroundings, path: page.path }.entry(matter, name(page.path))?;
    let found = links(page.text);
    let in_text = found.iter().flat_map(|link| repo_link::read_all(&link.href, surroundings.server));
    if entry.repos.is_empty() {
        in_text.take(1).for_each(|link| {
            surroundings.add_code(&mut entry, link);
        });
    }
    Some(entry)
}
