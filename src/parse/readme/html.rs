//! The HTML inside a README, as tokens with lines. There is no tree, so that nesting costs nothing.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::block::Kind;
use super::builder::Builder;

/// Feeds a piece of HTML, which begins on a line, to the builder.
pub(super) fn read(html: &str, line: u32, builder: &mut Builder) {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    let sink = Sink { builder: RefCell::new(builder), line, is_muted: RefCell::new(false) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
}

struct Sink<'a> {
    builder: RefCell<&'a mut Builder>,
    /// The line of the README on which the piece begins.
    line: u32,
    /// True between the tags of scripts and styles.
    is_muted: RefCell<bool>,
}

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, line_number: u64) -> TokenSinkResult<()> {
        let below = u32::try_from(line_number.saturating_sub(1)).unwrap_or(u32::MAX);
        let line = self.line.saturating_add(below);
        match token {
            Token::TagToken(tag) => self.tag(&tag, line),
            Token::CharacterTokens(text) if !*self.is_muted.borrow() => {
                // The tokenizer tells the line on which the text ends.
                let breaks = u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX);
                let line = line.saturating_sub(breaks).max(self.line);
                self.builder.borrow_mut().text(&text, line);
            }
            Token::CharacterTokens(_)
            | Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

impl Sink<'_> {
    fn tag(&self, tag: &Tag, line: u32) {
        let builder = &mut **self.builder.borrow_mut();
        self.show(builder, tag, line);
        if tag.kind == TagKind::StartTag {
            ["id", "name"]
                .iter()
                .filter_map(|name| attribute(tag, name))
                .for_each(|name| builder.anchor(&name));
        }
    }

    fn show(&self, builder: &mut Builder, tag: &Tag, line: u32) {
        let is_start = tag.kind == TagKind::StartTag;
        match &*tag.name {
            "script" | "style" => *self.is_muted.borrow_mut() = is_start && !tag.self_closing,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading(builder, tag, line),
            "a" if is_start => builder.open_link(attribute(tag, "href").as_deref(), line),
            "a" => builder.close_link(line),
            "img" | "video" | "source" if is_start => {
                let alt = attribute(tag, "alt").unwrap_or_default();
                builder.image(&attribute(tag, "src").unwrap_or_default(), &alt, line);
            }
            "iframe" | "embed" if is_start => {
                builder.image(&attribute(tag, "src").unwrap_or_default(), "", line);
            }
            "b" | "strong" if is_start => builder.open_bold(),
            "b" | "strong" => builder.close_bold(),
            "br" => builder.text("\n", line),
            "li" | "tr" | "dt" | "dd" => builder.begin(Kind::Item, line),
            "td" | "th" => builder.text(" ", line),
            "p" | "div" | "ul" | "ol" | "table" | "blockquote" | "summary" | "details" | "center"
            | "section" | "article" | "hr" | "pre" => builder.begin(Kind::Paragraph, line),
            _ => {}
        }
    }
}

fn heading(builder: &mut Builder, tag: &Tag, line: u32) {
    let depth = tag.name.as_bytes().get(1).map_or(1, |digit| digit.saturating_sub(b'0'));
    if tag.kind == TagKind::StartTag {
        builder.set_html_heading(None);
        builder.begin(Kind::Heading(depth), line);
        builder.set_html_heading(Some(depth));
    } else {
        builder.set_html_heading(None);
        builder.begin(Kind::Paragraph, line);
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
    found.map(|attribute| attribute.value.trim().to_owned())
}
