//! Where a tag leads: to an address, to what an expression will be, or wherever its handler opens.

use super::Source;
use super::resolve::{Known, is_address, last_name, literal};
use super::tags::{Tag, Value};
use crate::facts::LinkKind;
use crate::parse::resume_words::{Claim, name_claim};

/// Attributes that lead somewhere.
const ADDRESSES: &[&str] = &["href", "to", "xlink:href", "routerLink"];

/// Attributes that may; they count only beside a name.
const PERHAPS: &[&str] = &["location", "link", "url", "navigateTo", "data-href", "buttonLink", "path"];

/// Attributes that handle a click.
const HANDLERS: &[&str] = &["onClick", "click", "onPress"];

/// Elements that show a document.
const EMBEDS: &[&str] =
    &["iframe", "embed", "object", "Document", "PDFViewer", "Viewer", "PdfViewer", "DocViewer"];

/// How far behind its name a handler's body is read.
const BODY: usize = 700;

/// Where a tag leads.
pub(super) enum Found<'a> {
    /// To an address that is written somewhere.
    Address {
        /// The address.
        href: String,
        /// What the name says by which the code calls it.
        named: Claim,
    },
    /// To what an expression will be.
    Expression(&'a str),
    /// Wherever a function leads that is not in this file.
    Handler(&'a str),
}

impl Found<'_> {
    fn written(href: String) -> Self {
        Self::Address { href, named: Claim::Nothing }
    }
}

/// Where a tag leads, and how; none where it leads nowhere.
pub(super) fn address<'a>(
    tag: &Tag<'a>,
    source: &'a Source<'_>,
    known: &Known<'_>,
) -> Option<(Found<'a>, LinkKind)> {
    if EMBEDS.contains(&tag.name) {
        let value = tag.attribute(&["src", "data", "file", "fileUrl", "documents", "uri"])?;
        return Some((found(value, known), LinkKind::Embed));
    }
    let perhaps = || tag.attribute(PERHAPS).filter(|_| is_link_like(tag.name));
    let direct = tag.attribute(ADDRESSES).or_else(perhaps);
    let direct = direct.map(|value| found(value, known));
    let is_nowhere = matches!(&direct, Some(Found::Address { href, .. }) if href.is_empty() || href == "#");
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
                Found::written(written)
            }
        }
        Value::Text(text) => Found::written(text.trim().to_owned()),
        Value::Code(code) => match known.address(code) {
            Some(href) => Found::Address { href, named: last_name(code).map_or(Claim::Nothing, name_claim) },
            None => Found::Expression(code),
        },
    }
}

/// Where a handler leads: an address in it, or in the function of this file that it calls.
fn handler<'a>(code: &'a str, source: &'a Source<'_>, known: &Known<'_>) -> Option<Found<'a>> {
    if let Some(address) = leads_to(code, known) {
        return Some(Found::written(address));
    }
    let call = code.rsplit("=>").next().unwrap_or(code).trim();
    let name = call
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$' | '.')))
        .find(|name| !name.is_empty())?;
    let name = name.rsplit('.').next().unwrap_or(name);
    match body(name, &source.text) {
        Some(body) => leads_to(body, known).map(Found::written),
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
