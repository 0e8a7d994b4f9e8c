//! Puts blocks together from what the Markdown and the HTML readers meet.

use super::block::{Block, Image, Kind, Link};

/// Collects blocks. A block is begun, filled, and closed by the beginning of the next.
#[derive(Debug, Default)]
pub(super) struct Builder {
    blocks: Vec<Block>,
    open: Block,
    /// Links that are open, with the byte of the text at which each began; an anchor without an address is none.
    links: Vec<(Option<String>, usize)>,
    bold: usize,
    has_plain: bool,
    /// A heading that HTML opened and did not close yet: Markdown below it belongs to it.
    html_heading: Option<u8>,
}

impl Builder {
    /// Closes the block that is open and begins another.
    pub(super) fn begin(&mut self, kind: Kind, line: u32) {
        let anchors = self.flush();
        let kind = match (self.html_heading, kind) {
            (Some(depth), Kind::Paragraph) => Kind::Heading(depth),
            _ => kind,
        };
        self.open = Block { line, kind, anchors, ..Block::default() };
    }

    /// Goes on below an HTML heading until it is closed, or has said something.
    pub(super) fn set_html_heading(&mut self, depth: Option<u8>) {
        self.html_heading = depth;
    }

    /// Text that a reader sees, which begins on a line.
    pub(super) fn text(&mut self, text: &str, line: u32) {
        let text = if self.open.text.is_empty() {
            let shown = text.trim_start();
            let skipped = text[..text.len() - shown.len()].matches('\n').count();
            self.open.line = line.saturating_add(u32::try_from(skipped).unwrap_or(u32::MAX));
            shown
        } else {
            text
        };
        self.has_plain |= self.bold == 0 && !text.trim().is_empty();
        self.open.text.push_str(text);
    }

    /// A short piece of code within text.
    pub(super) fn code(&mut self, code: &str, line: u32) {
        self.text(code, line);
        self.open.code.push(code.to_owned());
    }

    /// A whole block of code.
    pub(super) fn code_block(&mut self, code: &str, line: u32) {
        self.begin(Kind::Code, line);
        self.open.text.push_str(code);
        self.begin(Kind::Paragraph, line);
    }

    /// A picture; within an open link it leads where the link does.
    pub(super) fn image(&mut self, url: &str, alt: &str, line: u32) {
        let leads_to = self.links.last().and_then(|(url, _)| url.clone());
        if self.open.text.is_empty() && self.open.images.is_empty() {
            self.open.line = line;
        }
        self.open.images.push(Image { url: url.to_owned(), alt: alt.to_owned(), link: leads_to, line });
    }

    /// The beginning of a link, and the end of one that is still open.
    pub(super) fn open_link(&mut self, url: Option<&str>, line: u32) {
        // No link stands within another: what is open was never closed.
        self.close_link(line);
        self.links.push((url.map(str::to_owned), self.open.text.len()));
    }

    /// The end of a link; without a beginning it means nothing.
    pub(super) fn close_link(&mut self, line: u32) {
        if let Some((Some(url), start)) = self.links.pop() {
            let label = self.open.text.get(start..).unwrap_or_default().trim().to_owned();
            self.open.links.push(Link { url, label, start, line });
        }
    }

    /// A name by which an address can lead here.
    pub(super) fn anchor(&mut self, name: &str) {
        self.open.anchors.push(name.to_owned());
    }

    /// The beginning of bold text.
    pub(super) fn open_bold(&mut self) {
        self.bold += 1;
    }

    /// The end of bold text.
    pub(super) fn close_bold(&mut self) {
        self.bold = self.bold.saturating_sub(1);
    }

    /// All blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        let anchors = self.flush();
        if let Some(last) = self.blocks.last_mut() {
            last.anchors.extend(anchors);
        }
        self.blocks
    }

    /// Closes the block that is open; gives the names of one that shows nothing, which are those of the next.
    fn flush(&mut self) -> Vec<String> {
        let line = self.open.line;
        while !self.links.is_empty() {
            self.close_link(line);
        }
        let mut block = std::mem::take(&mut self.open);
        let has_plain = std::mem::take(&mut self.has_plain);
        block.text.truncate(block.text.trim_end().len());
        let is_empty = block.text.is_empty() && block.images.is_empty() && block.links.is_empty();
        if is_empty && block.depth().is_none() {
            return block.anchors;
        }
        if block.kind != Kind::Code {
            let text = std::mem::take(&mut block.text);
            block.set_text(text);
            block.is_bold = !has_plain && !block.text.is_empty();
        }
        if block.depth().is_some() && !block.text.is_empty() {
            self.html_heading = None;
        }
        self.blocks.push(block);
        Vec::new()
    }
}
