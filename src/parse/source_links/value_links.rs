//! Links in data: a label beside an address, a key that is called like a resume, a Markdown link, and the address of a
//! document called like a resume anywhere in code.

use super::pairs::{Group, Pair, groups, strings};
use super::resolve::{Known, is_address, literal};
use super::tags::Value;
use super::{Lead, Source, Strength, document_names};
use crate::facts::{LinkKind, ResumeReason};
use crate::parse::resume_address::ends_like_a_document;
use crate::parse::resume_link::{Named, Verdict, judge_address};
use crate::parse::resume_words::{Claim, name_claim};

/// Keys whose value names something.
const LABELS: &[&str] = &[
    "label",
    "name",
    "title",
    "text",
    "linktext",
    "caption",
    "children",
    "displayname",
    "content",
    "btntext",
    "buttontext",
    "value",
];

/// Keys whose value leads somewhere.
const ADDRESSES: &[&str] = &[
    "href",
    "to",
    "url",
    "link",
    "path",
    "src",
    "file",
    "route",
    "location",
    "slug",
    "routerlink",
    "address",
    "permalink",
    "ref",
    "relativeurl",
    "page",
];

/// Keys of a route of a program, which is no link by itself.
const ROUTES: &[&str] =
    &["component", "element", "loadcomponent", "loadchildren", "components", "redirectto", "redirect"];

/// Keys of a project's card.
const PROJECTS: &[&str] = &[
    "description",
    "desc",
    "tech",
    "technologies",
    "stack",
    "tools",
    "tags",
    "github",
    "githuburl",
    "repo",
    "image",
    "img",
    "screenshot",
    "demo",
    "live",
    "source",
    "code",
];

/// Keys of what describes a site or a page as a whole, whose title is no link.
const DESCRIBES_A_SITE: &[&str] = &[
    "@type",
    "@context",
    "baseurl",
    "baseURL",
    "theme",
    "remote_theme",
    "plugins",
    "markdown",
    "siteUrl",
    "openGraph",
    "siteName",
];

/// What the data of a file leads to.
pub(super) fn leads(source: &Source<'_>, known: &Known<'_>) -> Vec<Lead> {
    let mut leads = Vec::new();
    if source.path == "package.json" {
        return leads;
    }
    for group in groups(&source.text, source.language) {
        if !group.iter().any(|pair| DESCRIBES_A_SITE.contains(&pair.key)) {
            leads.extend(labelled(&group, known));
        }
        leads.extend(group.iter().filter_map(|pair| keyed(pair, known)));
    }
    if !is_post(source.path) {
        leads.extend(markdown(&source.text));
    }
    for (from, to) in source.code() {
        let text = source.text.get(from..to).unwrap_or_default();
        let found = document_names::leads(text);
        leads.extend(found.into_iter().map(|lead| Lead { at: from + lead.at, ..lead }));
    }
    leads
}

/// A post of a blog links whatever it writes about.
fn is_post(path: &str) -> bool {
    path.split('/').any(|part| matches!(part, "_posts" | "posts" | "blog" | "_drafts" | "articles"))
}

/// `{ label: "My resume", to: "/jo.pdf" }`
fn labelled(group: &Group<'_>, known: &Known<'_>) -> Option<Lead> {
    let of = |keys: &[&str]| group.iter().find(|pair| keys.contains(&pair.key.to_ascii_lowercase().as_str()));
    if of(ROUTES).is_some() {
        return None;
    }
    let names: Vec<Named> = group
        .iter()
        .filter(|pair| LABELS.contains(&pair.key.to_ascii_lowercase().as_str()))
        .filter_map(|pair| match pair.value {
            Value::Text(text) => Some(Named::text(text.to_owned())),
            Value::Code(code) => strings(code).first().map(|(string, _)| Named::text((*string).to_owned())),
        })
        .collect();
    let pair = of(ADDRESSES)?;
    let href = match pair.value {
        Value::Text(text) => Some(literal(text)),
        Value::Code(code) => known.address(code),
    };
    let label = names.first().map(|name| name.text.clone()).unwrap_or_default();
    let Some(href) = href else {
        // The address comes from somewhere else; that it is the resume's is plain only from the label.
        let says =
            names.iter().any(|name| crate::parse::resume_words::label_claim(&name.text) == Claim::Says);
        let href = pair.value.written().to_owned();
        let is_project = of(PROJECTS).is_some();
        let lead = Lead {
            strength: Strength::Data,
            reason: ResumeReason::Text,
            label,
            href,
            is_address: false,
            at: pair.at,
        };
        return (says && !is_project).then_some(lead);
    };
    let is_file = ends_like_a_document(&href);
    let looks_like_address = is_address(&href) || is_file;
    if !looks_like_address || (of(PROJECTS).is_some() && !is_file) {
        return None;
    }
    match judge_address(&names, &href, LinkKind::Anchor) {
        Verdict::Resume(reason @ (ResumeReason::Text | ResumeReason::AccessibleName)) => {
            Some(Lead { strength: Strength::Data, reason, label, href, is_address: true, at: pair.at })
        }
        Verdict::Resume(_) | Verdict::Section | Verdict::Nothing => None,
    }
}

/// `cvUrl: "https://drive.google.com/..."`, where something uses the key.
fn keyed(pair: &Pair<'_>, known: &Known<'_>) -> Option<Lead> {
    let Value::Text(text) = pair.value else { return None };
    let href = literal(text);
    let is_outside = href.starts_with("http://") || href.starts_with("https://");
    if name_claim(pair.key) < Claim::Mentions || !(is_outside || ends_like_a_document(&href)) {
        return None;
    }
    // The key is the name: what is called "resume" and leads to a project's page is judged by the address.
    let named = [Named::text("resume".to_owned())];
    let Verdict::Resume(_) = judge_address(&named, &href, LinkKind::Anchor) else { return None };
    if is_code_page(&href) {
        return None;
    }
    let strength = if known.is_used(pair.key) { Strength::Data } else { Strength::Doubt };
    Some(Lead {
        strength,
        reason: ResumeReason::Text,
        label: String::new(),
        href,
        is_address: true,
        at: pair.at,
    })
}

fn is_code_page(href: &str) -> bool {
    use crate::parse::hosts::{Host, host};
    url::Url::parse(href).is_ok_and(|url| matches!(host(&url), Some(Host::CodePage | Host::Profile)))
}

/// `[My resume](https://...)`
fn markdown(text: &str) -> Vec<Lead> {
    let mut leads = Vec::new();
    for (at, _) in text.match_indices("](") {
        let before = text.get(..at).unwrap_or_default();
        let Some(open) = before.rfind('[') else { continue };
        let label = before.get(open + 1..).unwrap_or_default();
        let rest = text.get(at + 2..).unwrap_or_default();
        let Some(end) = rest.find([')', '\n']) else { continue };
        let href = rest.get(..end).unwrap_or_default();
        let href = href.split(" \"").next().unwrap_or(href).trim_matches(['<', '>', ' ']);
        if label.len() > 200 || label.contains('\n') {
            continue;
        }
        if let Verdict::Resume(reason) =
            judge_address(&[Named::text(label.to_owned())], &literal(href), LinkKind::Anchor)
        {
            leads.push(Lead {
                strength: Strength::Link,
                reason,
                label: label.to_owned(),
                href: literal(href),
                is_address: true,
                at: open,
            });
        }
    }
    leads
}
