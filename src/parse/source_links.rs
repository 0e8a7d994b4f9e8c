//! Resume links in the source of a site: components, templates, data files and scripts. What is found here was not seen
//! on the site, and is said so.

mod built_pages;
mod comments;
mod document_names;
mod doubts;
mod files;
mod lexer;
mod modules;
mod pairs;
mod resolve;
mod tag_links;
mod tag_targets;
mod tags;
mod value_links;

use std::borrow::Cow;
use std::collections::HashSet;

use comments::{Language, script_blocks, without_comments};
pub use files::{InSource, file_of};
use resolve::Known;

use super::tree::Tree;
use crate::facts::{ResumeLink, ResumeReason, SeenAs, Untrusted};

/// What source says about a resume link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceSays {
    /// Here it is.
    Link(ResumeLink),
    /// Something may be one, or not everything could be read.
    Unclear,
    /// Everything was read, and nothing in it leads to a resume.
    Nothing,
}

impl SourceSays {
    /// The stronger word of two: a link, else a doubt.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Link(link), _) | (_, Self::Link(link)) => Self::Link(link),
            (Self::Unclear, _) | (_, Self::Unclear) => Self::Unclear,
            (Self::Nothing, Self::Nothing) => Self::Nothing,
        }
    }
}

/// A file of the source.
#[derive(Debug)]
struct Source<'a> {
    path: &'a str,
    language: Language,
    /// Without its comments.
    text: Cow<'a, str>,
}

impl Source<'_> {
    /// The parts that are code: all of a script, the script elements of a page.
    fn code(&self) -> Vec<(usize, usize)> {
        match self.language {
            Language::Script => vec![(0, self.text.len())],
            Language::Markup => script_blocks(&self.text),
            Language::Lines | Language::Plain => Vec::new(),
        }
    }

    /// What stands between the marks at the top of a content file.
    fn front(&self) -> Option<&str> {
        let mark = ["---", "+++"].into_iter().find(|mark| self.text.starts_with(mark))?;
        self.text.get(3..)?.split_once(&format!("\n{mark}")).map(|(front, _)| front)
    }

    /// True for what a program shows by itself, by a way that may not be seen here.
    fn is_component(&self) -> bool {
        let ending = self.path.rsplit('.').next().unwrap_or_default();
        self.language == Language::Script || matches!(ending, "vue" | "svelte" | "astro" | "mdx")
    }

    /// True for what a generator fills from data and content.
    fn is_template(&self) -> bool {
        self.language == Language::Markup && !self.is_component()
    }

    /// The line of a place, counted from 1.
    fn line(&self, at: usize) -> Option<u32> {
        let before = self.text.get(..at)?;
        u32::try_from(before.split('\n').count()).ok()
    }
}

/// The files of a site's source.
#[derive(Debug)]
struct Sources<'a> {
    files: Vec<Source<'a>>,
    /// The texts of every `package.json`.
    packages: Vec<&'a str>,
}

/// A place in the source that leads to a resume, or may.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Lead {
    strength: Strength,
    reason: ResumeReason,
    label: String,
    /// The address, as far as it is written anywhere; else the expression it comes from.
    href: String,
    /// True where the address is written somewhere.
    is_address: bool,
    /// Where in the file it stands.
    at: usize,
}

/// How sure a lead is, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// A link of a component or template.
    Link,
    /// A label with its address in data that a component shows.
    Data,
    /// The address of a document called like a resume, in code.
    Address,
    /// It may be one.
    Doubt,
}

/// Packages and services that bring content from elsewhere, where this source cannot see it.
const CONTENT_ELSEWHERE: &[&str] = &[
    "\"contentful\"",
    "gatsby-source-contentful",
    "\"@sanity/client\"",
    "\"next-sanity\"",
    "\"@prismicio/client\"",
    "gatsby-source-prismic",
    "gatsby-source-strapi",
    "\"@notionhq/client\"",
    "\"graphql-request\"",
    "gatsby-source-datocms",
    "\"storyblok-js-client\"",
    "gatsby-source-wordpress",
];

/// Reads a script of a page. `shown` is how the report names it.
pub fn read_script(shown: &str, text: &str) -> SourceSays {
    let source = Source {
        path: shown,
        language: Language::Script,
        text: Cow::Owned(without_comments(text, Language::Script)),
    };
    let sources = Sources { files: vec![source], packages: Vec::new() };
    // The page loads it, so whatever it makes is shown.
    says(&sources, &HashSet::from([shown]), &Tree::default())
}

/// Reads the source of a site.
pub fn read_tree(tree: &Tree) -> SourceSays {
    let texts: Vec<(&str, Language, Cow<'_, str>)> = tree
        .files()
        .iter()
        .filter_map(|file| Some((file.path.as_str(), Language::of(&file.path)?, file.text())))
        .filter(|(path, ..)| files::is_of_the_site(path, tree))
        .collect();
    let is_package = |path: &str| path.rsplit('/').next() == Some("package.json");
    let packages =
        texts.iter().filter(|(path, ..)| is_package(path)).map(|(_, _, text)| text.as_ref()).collect();
    let files = texts
        .iter()
        .map(|(path, language, text)| Source {
            path,
            language: *language,
            text: Cow::Owned(without_comments(text, *language)),
        })
        .collect();
    let sources = Sources { files, packages };
    let is_elsewhere = CONTENT_ELSEWHERE.iter().any(|name| sources.depends_on(name))
        || files::is_theme_of_a_content_system(tree);
    let is_whole = tree.cut().is_none() && !is_elsewhere;
    says(&sources, &modules::shown(&sources), tree).or(if is_whole {
        SourceSays::Nothing
    } else {
        SourceSays::Unclear
    })
}

impl Sources<'_> {
    /// True where a `package.json` names a package.
    fn depends_on(&self, name: &str) -> bool {
        self.packages.iter().any(|package| package.contains(name))
    }
}

/// What these files say; `shown` are the paths of those that a visitor may meet.
fn says(sources: &Sources<'_>, shown: &HashSet<&str>, tree: &Tree) -> SourceSays {
    let known = Known::new(sources);
    let mut best: Option<(Strength, ResumeLink)> = None;
    for source in &sources.files {
        let leads = tag_links::leads(source, &known).into_iter().chain(value_links::leads(source, &known));
        for lead in leads {
            let Some(strength) = lead.strength_in(source, shown) else { continue };
            if best.as_ref().is_none_or(|(known, link)| (strength, lead.reason) < (*known, link.reason)) {
                best = Some((strength, lead.into_link(source)));
            }
        }
    }
    match best.or_else(|| built_pages::lead(sources, tree)) {
        Some((Strength::Doubt, _)) => SourceSays::Unclear,
        // Only a string in code, and no such file: it may be a decoration.
        Some((Strength::Data | Strength::Address, link))
            if link.label.is_blank() && is_missing(tree, &link) =>
        {
            SourceSays::Unclear
        }
        Some((_, link)) => SourceSays::Link(link),
        None if doubts::any(sources) => SourceSays::Unclear,
        None => SourceSays::Nothing,
    }
}

fn is_missing(tree: &Tree, link: &ResumeLink) -> bool {
    tree.paths().next().is_some() && file_of(tree, link) == InSource::Missing { nearest: None }
}

impl Lead {
    /// How sure it is where it stands: a component that nothing seems to show is a doubt, a page or a data file that
    /// nothing leads to is nothing.
    fn strength_in(&self, source: &Source<'_>, shown: &HashSet<&str>) -> Option<Strength> {
        if shown.contains(source.path) {
            return Some(self.strength);
        }
        source.is_component().then_some(Strength::Doubt)
    }

    fn into_link(self, source: &Source<'_>) -> ResumeLink {
        ResumeLink {
            url: self.is_address.then(|| Untrusted::from(self.href.as_str())),
            href: self.href.into(),
            label: self.label.into(),
            on_page: source.path.into(),
            line: source.line(self.at),
            reason: self.reason,
            seen_as: SeenAs::Source,
        }
    }
}

#[cfg(test)]
mod tests;
