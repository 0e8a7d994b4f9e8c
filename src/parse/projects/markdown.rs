//! Markdown -> its links, each with the words around it that may name what it leads to.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use scraper::{Html, Selector};

/// A heading, list item or row that a link stands in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Around {
    /// Its line, counted from 1.
    pub line: u32,
    /// Its text: of an item, what comes before its first line break.
    pub text: String,
}

/// A link of a Markdown text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownLink {
    /// What it is called.
    pub text: String,
    /// The address as written.
    pub href: String,
    /// Its line, counted from 1.
    pub line: u32,
    /// The heading above it.
    pub heading: Around,
    /// The list item or table row it stands in.
    pub item: Option<Around>,
}

/// The links of a Markdown text in order, those of raw HTML included; pictures are no links.
pub fn links(text: &str) -> Vec<MarkdownLink> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.extension.front_matter_delimiter = Some("---".into());
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options);
    let mut reader = Reader { heading: Around::default(), found: Vec::new() };
    for block in root.children() {
        reader.block(block, None);
    }
    reader.found
}

struct Reader {
    heading: Around,
    found: Vec<MarkdownLink>,
}

impl Reader {
    #[expect(clippy::wildcard_enum_match_arm, reason = "comrak knows kinds of nodes that no README has")]
    fn block<'a>(&mut self, node: &'a AstNode<'a>, item: Option<&Around>) {
        let line = line(node);
        let value = node.data.borrow().value.clone();
        match value {
            NodeValue::Heading(_) => {
                self.heading = Around { line, text: text_of(node) };
                self.children(node, None);
            }
            NodeValue::Item(_) | NodeValue::TaskItem(_) | NodeValue::TableRow(false) if item.is_none() => {
                self.children(node, Some(&Around { line, text: first_text(node) }));
            }
            NodeValue::Link(target) => self.push(text_of(node), target.url, line, item),
            NodeValue::HtmlBlock(block) => self.html(&block.literal, line, item),
            NodeValue::HtmlInline(tag) if tag.starts_with("<a") => {
                self.html(&format!("{tag}{}</a>", text_until_tag(node)), line, item);
            }
            _ => self.children(node, item),
        }
    }

    fn children<'a>(&mut self, node: &'a AstNode<'a>, item: Option<&Around>) {
        for child in node.children() {
            self.block(child, item);
        }
    }

    fn html(&mut self, html: &str, line: u32, item: Option<&Around>) {
        let Ok(parts) = Selector::parse("h1, h2, h3, h4, h5, h6, a[href]") else { return };
        for part in Html::parse_fragment(html).select(&parts) {
            let text = part.text().collect::<Vec<_>>().join(" ");
            match part.attr("href") {
                Some(href) => self.push(text, href.to_owned(), line, item),
                None => self.heading = Around { line, text },
            }
        }
    }

    fn push(&mut self, text: String, href: String, line: u32, item: Option<&Around>) {
        let (heading, item) = (self.heading.clone(), item.cloned());
        self.found.push(MarkdownLink { text, href, line, heading, item });
    }
}

fn line<'a>(node: &'a AstNode<'a>) -> u32 {
    u32::try_from(node.data.borrow().sourcepos.start.line).unwrap_or(u32::MAX)
}

/// The words of a node, without its pictures' alternative texts.
fn text_of<'a>(node: &'a AstNode<'a>) -> String {
    let mut text = String::new();
    push_text(node, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[expect(clippy::wildcard_enum_match_arm, reason = "only some kinds of nodes hold words")]
fn push_text<'a>(node: &'a AstNode<'a>, text: &mut String) {
    match &node.data.borrow().value {
        NodeValue::Text(words) => text.push_str(words),
        NodeValue::Code(code) => text.push_str(&code.literal),
        NodeValue::SoftBreak | NodeValue::LineBreak => text.push('\n'),
        NodeValue::Image(_) => return,
        _ => {}
    }
    for child in node.children() {
        push_text(child, text);
    }
}

/// The words between a raw tag and the next one.
fn text_until_tag<'a>(tag: &'a AstNode<'a>) -> String {
    let is_tag = |node: &&'a AstNode<'a>| matches!(node.data.borrow().value, NodeValue::HtmlInline(_));
    let words = tag.following_siblings().skip(1).take_while(|node| !is_tag(node));
    words.map(text_of).collect::<Vec<_>>().join(" ")
}

/// The words of the first block or cell, to its first line break.
fn first_text<'a>(node: &'a AstNode<'a>) -> String {
    let mut text = String::new();
    if let Some(first) = node.first_child() {
        push_text(first, &mut text);
    }
    text.trim_start().lines().next().unwrap_or_default().trim().to_owned()
}
