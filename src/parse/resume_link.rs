//! Which links of a page look like a resume's, ranked, with the reason; and what only looks like one.

use url::Url;

use super::hosts::{Host, host};
use super::resume_address::{Address, address};
use super::resume_words::{Claim, fold, is_generic, label_claim};
use crate::facts::{DeadEnd, DeadEndKind, Link, LinkKind, Page, ResumeLink, ResumeReason, SeenAs, Untrusted};

/// What the links of a page say about a resume.
#[derive(Debug, Clone, Default)]
pub struct Candidates {
    /// Links that a visitor can follow, best first.
    pub links: Vec<ResumeLink>,
    /// What says "resume" and is no link to one, likeliest first.
    pub dead_ends: Vec<DeadEnd>,
}

/// Looks through the links of a page.
pub fn candidates(page: &Page, seen_as: SeenAs) -> Candidates {
    let mut found = Candidates::default();
    let mut ranked: Vec<(Rank, ResumeLink)> = Vec::new();
    let surroundings =
        Surroundings { here: Url::parse(page.url.as_written()).ok(), is_resume_page: is_resume_page(page) };
    for link in &page.links {
        match judge(link, &surroundings) {
            Judgement::Resume(rank) => ranked.push((rank, resume_link(link, page, rank.reason, seen_as))),
            Judgement::DeadEnd(kind) => found.dead_ends.push(dead_end(link, page, kind)),
            Judgement::SomethingElse => {}
        }
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    found.links = ranked.into_iter().map(|(_, link)| link).collect();
    found.dead_ends.sort_by_key(|end| end.kind);
    found
}

/// A name of a link in source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// What is written.
    pub(super) text: String,
    /// True where an attribute says it, not the text.
    is_attribute: bool,
}

impl Named {
    /// Text that is shown.
    pub(super) fn text(text: String) -> Self {
        Self { text, is_attribute: false }
    }

    /// The value of an attribute.
    pub(super) fn attribute(text: String) -> Self {
        Self { text, is_attribute: true }
    }
}

/// What a link in source comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It leads to the resume; why.
    Resume(ResumeReason),
    /// It jumps to a section of its page.
    Section,
    /// It leads somewhere else, or nowhere.
    Nothing,
}

/// Judges a link that is no part of a page yet, by the same rules.
pub(super) fn judge_address(names: &[Named], href: &str, kind: LinkKind) -> Verdict {
    let Ok(here) = Url::parse("https://source.invalid/") else { return Verdict::Nothing };
    let written = |named: &&Named| !named.is_attribute;
    let text = names.iter().find(written).map_or("", |named| named.text.as_str());
    let is_nowhere = href.is_empty() || href == "#" || href.starts_with("javascript:");
    let link = Link {
        href: href.into(),
        url: if is_nowhere { None } else { here.join(href).ok().map(|url| String::from(url).into()) },
        name: text.into(),
        other_names: names
            .iter()
            .filter(|named| named.is_attribute)
            .map(|named| named.text.as_str().into())
            .collect(),
        kind,
        under: None,
    };
    match judge(&link, &Surroundings { here: Some(here), is_resume_page: false }) {
        Judgement::Resume(rank) => Verdict::Resume(rank.reason),
        Judgement::DeadEnd(DeadEndKind::SamePage) => Verdict::Section,
        Judgement::DeadEnd(_) | Judgement::SomethingElse => Verdict::Nothing,
    }
}

/// The page that a link stands on, as far as it matters.
struct Surroundings {
    here: Option<Url>,
    is_resume_page: bool,
}

/// What comes first: an address of this world, the stronger reason, a file rather than a page, the current one
/// rather than an old one; then the order on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    is_out_of_reach: bool,
    reason: ResumeReason,
    is_page: bool,
    is_old: bool,
}

enum Judgement {
    Resume(Rank),
    DeadEnd(DeadEndKind),
    SomethingElse,
}

fn judge(link: &Link, around: &Surroundings) -> Judgement {
    let named = naming(link);
    let says = named.is_some_and(|(claim, _)| claim >= Claim::Mentions);
    let dead = |kind| if says { Judgement::DeadEnd(kind) } else { Judgement::SomethingElse };
    match link.kind {
        LinkKind::Commented => return dead(DeadEndKind::Commented),
        LinkKind::Inert => return dead(DeadEndKind::Button),
        LinkKind::Anchor | LinkKind::Embed | LinkKind::Handler => {}
    }
    let Some(url) = link.url.as_ref().and_then(|url| Url::parse(url.as_written()).ok()) else {
        return dead(DeadEndKind::Nowhere);
    };
    let address = address(&url);
    if matches!(url.scheme(), "mailto" | "tel" | "sms") {
        return dead(DeadEndKind::Mail);
    }
    if around.here.as_ref().is_some_and(|here| jumps_within(&url, here)) {
        return dead(DeadEndKind::SamePage);
    }
    let reason = match link.kind {
        LinkKind::Embed => embedded(link, around, address),
        LinkKind::Anchor | LinkKind::Handler | LinkKind::Inert | LinkKind::Commented => {
            reason(link, address, &url)
        }
    };
    reason.map_or(Judgement::SomethingElse, |reason| {
        Judgement::Resume(Rank {
            is_out_of_reach: address.is_own_machine,
            reason,
            is_page: !address.is_document,
            is_old: is_old(&url),
        })
    })
}

/// The strongest thing that the names of a link say, and whether it is the text that says it.
fn naming(link: &Link) -> Option<(Claim, ResumeReason)> {
    let text = (!link.other_names.contains(&link.name)).then_some((&link.name, ResumeReason::Text));
    let others = link.other_names.iter().map(|name| (name, ResumeReason::AccessibleName));
    let claims = text
        .into_iter()
        .chain(others)
        .map(|(name, reason)| (label_claim(name.as_written()), reason))
        .filter(|(claim, _)| *claim != Claim::Nothing);
    claims.max_by_key(|(claim, reason)| (*claim, std::cmp::Reverse(*reason)))
}

/// Why a link that can be followed is the resume's, if it is.
fn reason(link: &Link, address: Address, url: &Url) -> Option<ResumeReason> {
    let is_shared = matches!(host(url), Some(Host::Sharing(_) | Host::CodeFile | Host::Shortener));
    let fits = address.is_document || is_shared || address.claim >= Claim::Mentions;
    match naming(link) {
        Some((Claim::Says, reason)) => return Some(reason),
        Some((Claim::Mentions, reason)) if fits => return Some(reason),
        Some((Claim::Denied, _)) => return None,
        Some((Claim::Mentions | Claim::Nothing, _)) | None => {}
    }
    let is_unnamed = is_generic(link.name.as_written());
    let heading = link.under.as_ref().map_or("", |under| under.as_written());
    if address.claim == Claim::Says && (address.is_document || is_unnamed || !is_about_projects(heading)) {
        return Some(ResumeReason::Address);
    }
    if address.claim == Claim::Mentions && is_unnamed {
        return Some(ResumeReason::Address);
    }
    let under_resume = label_claim(heading) == Claim::Says;
    (under_resume && is_unnamed && (address.is_document || is_shared)).then_some(ResumeReason::Heading)
}

/// A document shown in the page: it, its name, the heading above it or the page itself says that it is the resume.
fn embedded(link: &Link, around: &Surroundings, address: Address) -> Option<ResumeReason> {
    let is_shared = Url::parse(link.url.as_ref()?.as_written())
        .ok()
        .and_then(|url| host(&url))
        .is_some_and(|host| matches!(host, Host::Sharing(_)));
    let heading = link.under.as_ref().map_or("", |under| under.as_written());
    let names = naming(link).map_or(Claim::Nothing, |(claim, _)| claim);
    let says = address.claim == Claim::Says
        || names >= Claim::Mentions
        || label_claim(heading) == Claim::Says
        || around.is_resume_page;
    (says && (address.is_document || is_shared)).then_some(ResumeReason::Embedded)
}

/// True where the page is the resume's by its address or title.
pub fn is_resume_page(page: &Page) -> bool {
    let by_address = Url::parse(page.url.as_written()).is_ok_and(|url| address(&url).claim == Claim::Says);
    let title = page.title.as_written();
    let first = title.split(['|', '-', '–', '—', '·']).next().unwrap_or(title);
    by_address || label_claim(first) == Claim::Says
}

/// `#resume` on this very page, or the page itself. A route of a program (`#/resume`) is an address of its own.
fn jumps_within(url: &Url, here: &Url) -> bool {
    let is_route = url.fragment().is_some_and(|fragment| fragment.starts_with(['/', '!']));
    !is_route && url.query() == here.query() && without_index(url) == without_index(here)
}

fn without_index(url: &Url) -> (Option<&str>, &str) {
    (url.host_str(), url.path().trim_end_matches("index.html").trim_end_matches('/'))
}

/// True where the link stands among projects, where a page called "resume" is one of them.
fn is_about_projects(heading: &str) -> bool {
    let heading = fold(heading);
    ["project", "portfolio", "work", "proyecto", "projet", "projeto", "projekt", "プロジェクト"]
        .iter()
        .any(|word| heading.contains(word))
}

/// True for a copy in a folder that keeps old things.
fn is_old(url: &Url) -> bool {
    url.path_segments().is_some_and(|mut parts| {
        parts.any(|part| {
            let part = part.to_ascii_lowercase();
            ["old", "legacy", "archive", "archives", "backup", "previous"]
                .iter()
                .any(|word| part.split(|c: char| !c.is_ascii_alphanumeric()).any(|token| token == *word))
        })
    })
}

fn resume_link(link: &Link, page: &Page, reason: ResumeReason, seen_as: SeenAs) -> ResumeLink {
    ResumeLink {
        href: link.href.clone(),
        url: link.url.clone(),
        label: label(link),
        on_page: page.url.clone(),
        line: None,
        reason,
        seen_as,
    }
}

fn dead_end(link: &Link, page: &Page, kind: DeadEndKind) -> DeadEnd {
    DeadEnd { label: label(link), href: link.href.clone(), on_page: page.url.clone(), kind }
}

/// The name that speaks of the resume, else the first.
fn label(link: &Link) -> Untrusted {
    let names = std::iter::once(&link.name).chain(&link.other_names);
    names
        .max_by_key(|name| (label_claim(name.as_written()), std::cmp::Reverse(name.is_blank())))
        .filter(|name| label_claim(name.as_written()) >= Claim::Mentions)
        .unwrap_or(&link.name)
        .clone()
}

#[cfg(test)]
mod tests;
