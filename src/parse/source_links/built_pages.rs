//! Pages that a generator makes from a file called like a resume, and that its menu lists.

use super::comments::Language;
use super::pairs::groups;
use super::{Source, Sources, Strength};
use crate::facts::{ResumeLink, ResumeReason, SeenAs};
use crate::parse::resume_words::{Claim, label_claim, name_claim};
use crate::parse::tree::Tree;

/// Loops with which templates list the pages.
const LOOPS: &[&str] = &[
    "site.pages",
    "site.html_pages",
    "header_pages",
    "site.menu",
    ".Site.Pages",
    ".Site.RegularPages",
    "collections.all",
    "navPages",
];

/// A page of the generator that is called like a resume: sure where a template lists the pages, else a doubt.
pub(super) fn lead(sources: &Sources<'_>, tree: &Tree) -> Option<(Strength, ResumeLink)> {
    let (page, address) = sources.files.iter().find_map(|source| Some((source, page(source)?)))?;
    let lists = sources.files.iter().any(|source| {
        source.language == Language::Markup && LOOPS.iter().any(|mark| source.text.contains(mark))
    });
    let names_a_menu = page.front().is_some_and(|front| front.contains("\nmenu") || front.contains("\nnav"));
    // A theme that is not in the tree lists the pages or does not.
    let has_layouts = tree.has_folder("_layouts") || tree.has_folder("layouts");
    let strength = match (lists || names_a_menu, has_layouts) {
        (true, _) => Strength::Link,
        (false, false) => Strength::Doubt,
        (false, true) => return None,
    };
    let link = ResumeLink {
        href: address.as_str().into(),
        url: Some(address.into()),
        label: "Resume".into(),
        on_page: page.path.into(),
        line: Some(1),
        reason: ResumeReason::Text,
        seen_as: SeenAs::Source,
    };
    Some((strength, link))
}

/// The address of a page whose title, or whose name, says "resume".
fn page(source: &Source<'_>) -> Option<String> {
    let front = source.front()?;
    let is_page = source.path.starts_with("content/")
        || source.path.starts_with("_pages/")
        || !source.path.contains('/');
    let name = source.path.rsplit('/').next()?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if !is_page
        || stem.eq_ignore_ascii_case("readme")
        || front.contains("published: false")
        || front.contains("draft: true")
    {
        return None;
    }
    let pairs: Vec<_> = groups(front, Language::Lines).into_iter().flatten().collect();
    let value = |key: &str| pairs.iter().find(|pair| pair.key == key).map(|pair| pair.value.written());
    let is_resume =
        value("title").map_or(Claim::Nothing, label_claim) == Claim::Says || name_claim(stem) == Claim::Says;
    is_resume.then(|| value("permalink").or(value("url")).map_or_else(|| format!("/{stem}/"), str::to_owned))
}
