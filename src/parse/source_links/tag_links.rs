//! Links of components and templates: `<a>`, `<Link to>`, `routerLink`, buttons whose handler leads somewhere, embeds.

use std::collections::HashSet;

use super::comments::Language;
use super::pairs::strings;
use super::resolve::{Known, is_address, last_name, literal};
use super::tags::{Tag, Value, tags};
use super::{Lead, Source, Strength};
use crate::facts::{LinkKind, ResumeReason};
use crate::parse::resume_link::{Named, Verdict, judge_address};
use crate::parse::resume_words::{Claim, label_claim, name_claim};

/// Attributes that lead somewhere.
const ADDRESSES: &[&str] = &["href", "to", "xlink:href", "routerLink"];

/// Attributes that may; they count only beside a name.
const PERHAPS: &[&str] = &["location", "link", "url", "navigateTo", "data-href", "buttonLink", "path"];

/// Attributes that handle a click.
const HANDLERS: &[&str] = &["onClick", "click", "onPress"];

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

/// Elements that show a document.
const EMBEDS: &[&str] =
    &["iframe", "embed", "object", "Document", "PDFViewer", "Viewer", "PdfViewer", "DocViewer"];

/// Attributes of scrolling links.
const SCROLLS: &[&str] = &["smooth", "spy", "offset", "duration", "fragment"];

/// How far behind its name a handler's body is read.
const BODY: usize = 700;

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
    match value {
        Found::Address(_) if is_scroll => None,
        Found::Address(href) => match judge_address(&names.written, &href, kind) {
            Verdict::Resume(reason) => lead(reason, href, true, Strength::Link),
            Verdict::Section | Verdict::Nothing => {
                let is_named = names.code >= Claim::Mentions && !href.starts_with('#');
                if is_named { lead(ResumeReason::Text, href, true, Strength::Link) } else { None }
            }
        },
        Found::Expression(code) => {
            let claim = last_name(code).map_or(Claim::Nothing, name_claim);
            let says = names.claim();
            let is_resume = says == Claim::Says || (claim >= Claim::Mentions && says != Claim::Denied);
            if is_resume && !is_scroll {
                lead(ResumeReason::Text, code.trim().to_owned(), false, Strength::Link)
            } else {
                None
            }
        }
        Found::Handler(name) => {
            let is_resume = name_claim(name) >= Claim::Mentions && names.claim() >= Claim::Mentions;
            if is_resume { lead(ResumeReason::Text, name.to_owned(), false, Strength::Doubt) } else { None }
        }
    }
}

/// Where a tag leads.
enum Found<'a> {
    /// To an address that is written somewhere.
    Address(String),
    /// To what an expression will be.
    Expression(&'a str),
    /// Wherever a function leads that is not in this file.
    Handler(&'a str),
}

fn address<'a>(tag: &Tag<'a>, source: &'a Source<'_>, known: &Known<'_>) -> Option<(Found<'a>, LinkKind)> {
    if EMBEDS.contains(&tag.name) {
        let value = tag.attribute(&["src", "data", "file", "fileUrl", "documents", "uri"])?;
        return Some((found(value, known), LinkKind::Embed));
    }
    let perhaps = || tag.attribute(PERHAPS).filter(|_| is_link_like(tag.name));
    let direct = tag.attribute(ADDRESSES).or_else(perhaps);
    let direct = direct.map(|value| found(value, known));
    let is_nowhere = matches!(&direct, Some(Found::Address(href)) if href.is_empty() || href == "#");
    match direct {
        Some(found) if !is_nowhere => Some((found, LinkKind::Anchor)),
        Some(_) | None => {
            let code = tag.attribute(HANDLERS)?.written();
            Some((handler(code, source, known)?, LinkKind::Handler))
        }
    }
}

/// True for components that are called like something to click.
fn is_link_like(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["link", "button", "btn", "nav", "item", "menu", "icon", "anchor"].iter().any(|word| name.contains(word))
}

fn found<'a>(value: Value<'a>, known: &Known<'_>) -> Found<'a> {
    match value {
        Value::Text(text) if ["{{", "{%", "<%", "<?"].iter().any(|mark| text.contains(mark)) => {
            let written = literal(text);
            let inside = text.trim_matches(['{', '}', '<', '>', '%', '?', ' ']);
            if written.is_empty() || written == "/" {
                Found::Expression(inside)
            } else {
                Found::Address(written)
            }
        }
        Value::Text(text) => Found::Address(text.trim().to_owned()),
        Value::Code(code) => known.address(code).map_or(Found::Expression(code), Found::Address),
    }
}

/// Where a handler leads: an address in it, or in the function of this file that it calls.
fn handler<'a>(code: &'a str, source: &'a Source<'_>, known: &Known<'_>) -> Option<Found<'a>> {
    if let Some(address) = leads_to(code, known) {
        return Some(Found::Address(address));
    }
    let call = code.rsplit("=>").next().unwrap_or(code).trim();
    let name = call
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$' | '.')))
        .find(|name| !name.is_empty())?;
    let name = name.rsplit('.').next().unwrap_or(name);
    match body(name, &source.text) {
        Some(body) => leads_to(body, known).map(Found::Address),
        None => Some(Found::Handler(name)),
    }
}

/// The beginning of a function's body.
fn body<'a>(name: &str, text: &'a str) -> Option<&'a str> {
    let marks =
        [format!("function {name}"), format!("const {name} ="), format!("{name} = "), format!("{name}() {{")];
    let at = marks.iter().find_map(|mark| text.find(mark.as_str()))?;
    let mut end = (at + BODY).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let body = text.get(at..end)?;
    Some(body.split("\n}").next().unwrap_or(body))
}

/// The address that code opens: `window.open(x)`, `a.href = x`, `navigate(x)`.
fn leads_to(code: &str, known: &Known<'_>) -> Option<String> {
    const MARKS: &[&str] =
        &["open(", ".href", "location", "navigate(", "push(", "assign(", "saveAs(", "fetch(", "download("];
    MARKS.iter().find_map(|mark| {
        let rest = code.get(code.find(mark)? + mark.len()..)?;
        let rest = rest.split([';', '\n']).next().unwrap_or(rest).trim_start_matches([' ', '=', '.']);
        let argument = rest.split([',', ')']).next().unwrap_or(rest);
        let argument = argument.trim_start_matches("href").trim_start_matches([' ', '=']);
        known.address(argument).filter(|address| is_address(address))
    })
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
