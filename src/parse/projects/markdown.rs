//! Markdown -> its links, each with the words around it that may name what it leads to.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use scraper::{Html, Selector};

/// A heading, list item, row or paragraph that a link stands in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Around {
    /// Its line, counted from 1.
    pub line: u32,
    /// The level of a heading, 1 to 6; 0 for anything else.
    pub level: u8,
    /// True for a list item or a row, false for a heading or a paragraph.
    pub is_listed: bool,
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
    /// The headings above it, the outermost first.
    pub headings: Vec<Around>,
    /// The list items, table row or paragraph it stands in, the innermost first.
    pub items: Vec<Around>,
}

/// The links of a Markdown text in order, those of raw HTML included; pictures are no links.
pub fn links(text: &str) -> Vec<MarkdownLink> {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    let mut reader = Reader { headings: Vec::new(), items: Vec::new(), found: Vec::new() };
    reader.children(root);
    reader.found
}

/// The HTML of a Markdown text, for the readers of pages; it is never shown.
pub(super) fn to_html(text: &str) -> String {
    comrak::markdown_to_html(text, &options())
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.extension.front_matter_delimiter = Some("---".into());
    options.render.r#unsafe = true;
    options
}

struct Reader {
    /// The headings above, the outermost first.
    headings: Vec<Around>,
    /// What is being read, the outermost first.
    items: Vec<Around>,
    found: Vec<MarkdownLink>,
}

impl Reader {
    #[expect(clippy::wildcard_enum_match_arm, reason = "comrak knows kinds of nodes that no README has")]
    fn block<'a>(&mut self, node: &'a AstNode<'a>) {
        let line = line(node);
        let value = node.data.borrow().value.clone();
        match value {
            NodeValue::Heading(heading) => {
                self.go_below(Around { line, level: heading.level, is_listed: false, text: text_of(node) });
                self.children(node);
            }
            NodeValue::Item(_)
            | NodeValue::TaskItem(_)
            | NodeValue::TableRow(false)
            | NodeValue::Paragraph => {
                let is_listed = !matches!(value, NodeValue::Paragraph);
                self.items.push(Around { line, level: 0, is_listed, text: first_text(node) });
                self.children(node);
                self.items.pop();
            }
            NodeValue::Link(target) => self.push(text_of(node), target.url, line),
            NodeValue::HtmlBlock(block) => self.html(&block.literal, line),
            NodeValue::HtmlInline(tag) if tag.starts_with("<a") => {
                self.html(&format!("{tag}{}</a>", text_until_tag(node)), line);
            }
            _ => self.children(node),
        }
    }

    fn children<'a>(&mut self, node: &'a AstNode<'a>) {
        for child in node.children() {
            self.block(child);
        }
    }

    fn go_below(&mut self, heading: Around) {
        self.headings.retain(|above| above.level < heading.level);
        self.headings.push(heading);
    }

    fn html(&mut self, html: &str, line: u32) {
        let Ok(parts) = Selector::parse("h1, h2, h3, h4, h5, h6, a[href]") else { return };
        for part in Html::parse_fragment(html).select(&parts) {
            let text = part.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
            let level = part.value().name().strip_prefix('h').and_then(|level| level.parse().ok());
            match (level, part.attr("href")) {
                (Some(level), _) => self.go_below(Around { line, level, is_listed: false, text }),
                (None, Some(href)) => self.push(text, href.to_owned(), line),
                (None, None) => {}
            }
        }
    }

    fn push(&mut self, text: String, href: String, line: u32) {
        let items = self.items.iter().rev().cloned().collect();
        self.found.push(MarkdownLink { text, href, line, headings: self.headings.clone(), items });
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
