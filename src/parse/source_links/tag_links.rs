//! Links of components and templates: `<a>`, `<Link to>`, `routerLink`, buttons whose handler leads somewhere, embeds.

use std::collections::HashSet;

use super::comments::Language;
use super::pairs::strings;
use super::resolve::{Known, last_name, literal};
use super::tag_targets::{Found, address};
use super::tags::{Tag, Value, tags};
use super::{Lead, Source, Strength};
use crate::facts::ResumeReason;
use crate::parse::resume_link::{Named, Verdict, judge_address};
use crate::parse::resume_words::{Claim, label_claim, name_claim};

/// Attributes that name an element.
const NAMES: &[&str] = &[
    "aria-label",
    "ariaLabel",
    "title",
    "alt",
    "label",
    "text",
    "name",
    "children",
    "content",
    "tooltip",
    "value",
];

/// Elements that are no links whatever their attributes are.
const OTHER_ELEMENTS: &[&str] = &[
    "link",
    "meta",
    "script",
    "source",
    "use",
    "base",
    "Route",
    "PrivateRoute",
    "Redirect",
    "Navigate",
    "Helmet",
    "Head",
    "path",
    "template",
    "style",
    "html",
    "head",
    "body",
    "form",
];

/// Attributes of scrolling links.
const SCROLLS: &[&str] = &["smooth", "spy", "offset", "duration", "fragment"];

/// What the tags of a file lead to.
pub(super) fn leads(source: &Source<'_>, known: &Known<'_>) -> Vec<Lead> {
    if !matches!(source.language, Language::Script | Language::Markup) {
        return Vec::new();
    }
    let tags = tags(&source.text);
    tags.iter().filter_map(|tag| lead(tag, source, known)).collect()
}

fn lead(tag: &Tag<'_>, source: &Source<'_>, known: &Known<'_>) -> Option<Lead> {
    if OTHER_ELEMENTS.contains(&tag.name) || tag.name.eq_ignore_ascii_case("img") {
        return None;
    }
    let names = names(tag);
    let (value, kind) = address(tag, source, known)?;
    let is_scroll = SCROLLS.iter().any(|name| tag.attribute(&[name]).is_some());
    let lead = |reason, href: String, is_address, strength| {
        Some(Lead { strength, reason, label: names.best(), href, is_address, at: tag.at })
    };
    let says = names.claim();
    match value {
        Found::Address { .. } | Found::Expression(_) if is_scroll => None,
        Found::Address { href, named } => match judge_address(&names.written, &href, kind) {
            Verdict::Resume(reason) => lead(reason, href, true, Strength::Link),
            Verdict::Section | Verdict::Nothing => {
                let is_named =
                    names.code >= Claim::Mentions || (named >= Claim::Mentions && says != Claim::Denied);
                let leads_on = !href.starts_with('#') && !href.is_empty();
                if is_named && leads_on { lead(ResumeReason::Text, href, true, Strength::Link) } else { None }
            }
        },
        Found::Expression(code) => {
            let claim = last_name(code).map_or(Claim::Nothing, name_claim);
            let is_shown = !source.is_template() || last_name(code).is_some_and(|name| known.is_filled(name));
            let is_resume = says == Claim::Says || (claim >= Claim::Mentions && says != Claim::Denied);
            let is_link = is_resume && is_shown;
            if is_link {
                lead(ResumeReason::Text, code.trim().to_owned(), false, Strength::Link)
            } else {
                None
            }
        }
        Found::Handler(name) => {
            let is_resume = name_claim(name) >= Claim::Mentions && says >= Claim::Mentions;
            if is_resume { lead(ResumeReason::Text, name.to_owned(), false, Strength::Doubt) } else { None }
        }
    }
}

/// What a tag is called.
struct Names {
    /// What is written out.
    written: Vec<Named>,
    /// What its expressions say.
    code: Claim,
}

impl Names {
    fn claim(&self) -> Claim {
        let written =
            self.written.iter().map(|name| label_claim(&name.text)).filter(|claim| *claim != Claim::Nothing);
        written
            .chain([self.code].into_iter().filter(|claim| *claim != Claim::Nothing))
            .max()
            .unwrap_or(Claim::Nothing)
    }

    fn best(&self) -> String {
        let best = self.written.iter().max_by_key(|name| label_claim(&name.text));
        best.map(|name| name.text.clone()).unwrap_or_default()
    }
}

fn names(tag: &Tag<'_>) -> Names {
    let mut written = vec![Named::text(plain(tag.inside))];
    let mut codes: HashSet<&str> = expressions(tag.inside).into_iter().collect();
    let inner = tags(tag.inside);
    for (name, value) in std::iter::once(tag).chain(&inner).flat_map(|tag| &tag.attributes) {
        if !NAMES.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            continue;
        }
        match value {
            Value::Text(text) => written.push(Named::attribute(literal(text))),
            Value::Code(code) => {
                codes.insert(code);
            }
        }
    }
    let claims = codes.into_iter().map(code_claim).filter(|claim| *claim != Claim::Nothing);
    Names { written, code: claims.max().unwrap_or(Claim::Nothing) }
}

/// What an expression shows: its strings, else its last name (`t.nav.resume`).
fn code_claim(code: &str) -> Claim {
    let strings = strings(code);
    let of_string = |string: &str| {
        let last = string.rsplit('.').next().unwrap_or(string);
        label_claim(string).max(if string.contains(' ') { Claim::Nothing } else { name_claim(last) })
    };
    let claims = strings.iter().map(|(string, _)| of_string(string)).filter(|claim| *claim != Claim::Nothing);
    let named =
        if strings.is_empty() { last_name(code).map_or(Claim::Nothing, name_claim) } else { Claim::Nothing };
    claims.max().unwrap_or(named)
}

/// The text of a piece of markup without tags and expressions.
fn plain(markup: &str) -> String {
    let mut text = String::new();
    let mut depth = 0_usize;
    for c in markup.chars() {
        match c {
            '<' | '{' => depth += 1,
            '>' | '}' => {
                depth = depth.saturating_sub(1);
                text.push(' ');
            }
            _ if depth == 0 => text.push(c),
            _ => {}
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// The expressions in a piece of markup, without the braces.
fn expressions(markup: &str) -> Vec<&str> {
    markup
        .split('{')
        .skip(1)
        .filter_map(|part| part.split('}').next())
        .map(|code| code.trim_matches(['{', '%', ' ']))
        .filter(|code| !code.is_empty())
        .collect()
}
