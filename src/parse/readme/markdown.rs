//! Markdown -> blocks, each with its line. Raw HTML in it becomes blocks of the same kind.

use std::borrow::Cow;

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Ast, AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::block::{Block, Kind};
use super::builder::Builder;
use super::html;

/// The most tags within paragraphs that are looked at; a person's README has dozens.
const MAX_INLINE_TAGS: usize = 5_000;

/// The blocks of a Markdown text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let arena = Arena::new();
    let root = parse_document(&arena, &with_spaces_after_marks(text), &options());
    let mut walk = Walk::default();
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => walk.enter(node),
            NodeEdge::End(node) => walk.leave(node),
        }
    }
    walk.builder.finish()
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.front_matter_delimiter = Some("---".into());
    options
}

/// Many students write `#Title`, which old Markdown took for a heading and readers still do.
fn with_spaces_after_marks(text: &str) -> Cow<'_, str> {
    let needs = |line: &str| {
        let rest = line.trim_start_matches('#');
        let marks = line.len() - rest.len();
        (1..=6).contains(&marks)
            && rest.chars().next().is_some_and(|next| next.is_alphabetic() || "<[*_`(:".contains(next))
    };
    if !text.lines().any(needs) {
        return Cow::Borrowed(text);
    }
    let mut fixed = String::with_capacity(text.len() + 64);
    for line in text.split_inclusive('\n') {
        let marks = if needs(line) { line.len() - line.trim_start_matches('#').len() } else { 0 };
        fixed.push_str(&line[..marks]);
        if marks > 0 {
            fixed.push(' ');
        }
        fixed.push_str(&line[marks..]);
    }
    Cow::Owned(fixed)
}

#[derive(Default)]
struct Walk {
    builder: Builder,
    tags: usize,
    /// How many pictures are open (one within another is legal), and what is said in place of the outermost.
    images: usize,
    alternative: String,
}

impl Walk {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the other kinds of nodes show nothing by themselves")]
    fn enter<'a>(&mut self, node: &'a AstNode<'a>) {
        let ast = node.data.borrow();
        let line = line(&ast);
        if self.images > 0 {
            return self.enter_image(&ast.value);
        }
        let builder = &mut self.builder;
        match &ast.value {
            NodeValue::Heading(heading) => builder.begin(Kind::Heading(heading.level), line),
            NodeValue::Paragraph => builder.begin(paragraph_kind(node), line),
            NodeValue::TableRow(_) => builder.begin(Kind::Item, line),
            NodeValue::TableCell => builder.text(" ", line),
            NodeValue::CodeBlock(code) => {
                builder.code_block(&code.literal, line.saturating_add(u32::from(code.fenced)));
            }
            NodeValue::HtmlBlock(block) => {
                builder.begin(Kind::Paragraph, line);
                html::read(&block.literal, line, builder);
            }
            NodeValue::HtmlInline(tag) => {
                self.tags += 1;
                if self.tags <= MAX_INLINE_TAGS {
                    html::read(tag, line, builder);
                }
            }
            NodeValue::Text(text) => builder.text(text, line),
            NodeValue::Code(code) => builder.code(&code.literal, line),
            NodeValue::SoftBreak | NodeValue::LineBreak => builder.text("\n", line),
            NodeValue::Strong => builder.open_bold(),
            NodeValue::Link(target) => builder.open_link(Some(&target.url), line),
            NodeValue::Image(_) => self.images = 1,
            _ => {}
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "only words can be said in place of a picture")]
    fn enter_image(&mut self, value: &NodeValue) {
        match value {
            NodeValue::Image(_) => self.images += 1,
            NodeValue::Text(text) => self.alternative.push_str(text),
            NodeValue::Code(code) => self.alternative.push_str(&code.literal),
            NodeValue::SoftBreak => self.alternative.push(' '),
            _ => {}
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the other kinds of nodes end without a trace")]
    fn leave<'a>(&mut self, node: &'a AstNode<'a>) {
        let ast = node.data.borrow();
        let line = line(&ast);
        match &ast.value {
            NodeValue::Image(image) => {
                self.images -= 1;
                if self.images == 0 {
                    self.builder.image(&image.url, &std::mem::take(&mut self.alternative), line);
                }
            }
            _ if self.images > 0 => {}
            NodeValue::Heading(_) => self.builder.begin(Kind::Paragraph, line),
            NodeValue::Strong => self.builder.close_bold(),
            NodeValue::Link(_) => self.builder.close_link(line),
            _ => {}
        }
    }
}

fn line(ast: &Ast) -> u32 {
    u32::try_from(ast.sourcepos.start.line).unwrap_or(u32::MAX)
}

fn paragraph_kind<'a>(node: &'a AstNode<'a>) -> Kind {
    let is_item = node.parent().is_some_and(|parent| {
        matches!(parent.data.borrow().value, NodeValue::Item(_) | NodeValue::TaskItem(_))
    });
    if is_item { Kind::Item } else { Kind::Paragraph }
}
