//! What is it built with? A section, a list, badges, or prose that names tools as tools, not as the subject of a quiz.

use super::address::{Leads, is_badge, is_domain, leads};
use super::block::{Block, Kind, Origin};
use super::lists::TOOLS;
use super::outline::Outline;
use super::phrases::Hit;
use super::topic::{self, Topic};
use super::words::words;

/// How many different tools make a sentence about tools, whatever its verbs are.
const MANY_TOOLS: usize = 3;
/// The most tools of a block that are looked at.
const MAX_HITS: usize = 50;
/// How many words before a tool a verb may stand that says it was used.
const CUE_DISTANCE: usize = 8;

/// The line that says what it is built with.
pub(super) fn line(outline: &Outline) -> Option<u32> {
    let in_section = outline.iter().find_map(|(_, topics, body)| {
        let is_promised = topics.contains(&Topic::BuiltWith);
        body.iter().filter(|_| is_promised).find(|block| is_listed(block)).map(|block| block.line)
    });
    let badges = || outline.blocks.iter().find_map(badge_line);
    let told = || {
        let blocks = outline.blocks.iter().filter(|block| block.kind != Kind::Code && block.is_own());
        blocks.into_iter().find_map(told_line)
    };
    [in_section, badges(), told()].into_iter().flatten().min()
}

/// Something below a heading that promises tools: a name is enough, even an unknown one.
fn is_listed(block: &Block) -> bool {
    !matches!(block.origin, Origin::Filler | Origin::Assignment)
        && (!block.words.is_empty() || !block.images.is_empty() || block.kind == Kind::Code)
}

fn badge_line(block: &Block) -> Option<u32> {
    let names_tool = |text: &str| {
        let spaced = text.replace("%20", " ");
        TOOLS.hits(&spaced, &words(&spaced)).iter().any(|hit| !hit.tag.is_weak || text.contains("logo="))
    };
    let is_tool = |url: &str, alt: &str| {
        is_badge(url) && !is_about_state(url) && (names_tool(url_name(url)) || names_tool(alt))
    };
    let found = block.images.iter().find(|image| is_tool(&image.url, &image.alt))?;
    (block.origin != Origin::Assignment).then_some(found.line)
}

/// What a badge's address says, without its host.
fn url_name(url: &str) -> &str {
    url.split_once("//").and_then(|(_, rest)| rest.split_once('/')).map_or(url, |(_, path)| path)
}

/// Badges that tell a state or a count: builds, licences, versions, sizes.
fn is_about_state(url: &str) -> bool {
    const STATES: [&str; 12] = [
        "license",
        "/build",
        "/github/",
        "/npm/v",
        "/npm/dm",
        "coverage",
        "/tests-",
        "/stars",
        "workflow",
        "codecov",
        "visitor",
        "deploys.netlify",
    ];
    STATES.iter().any(|state| url.to_ascii_lowercase().contains(state)) && !url.contains("languages")
}

/// The line of a block that names tools as tools.
fn told_line(block: &Block) -> Option<u32> {
    let hits: Vec<Hit> = TOOLS
        .hits(&block.text, &block.words)
        .into_iter()
        .filter(|hit| !is_in_address(block, hit))
        .take(MAX_HITS)
        .collect();
    if is_list(block, &hits) {
        return Some(block.line);
    }
    let firm: Vec<&Hit> = hits.iter().filter(|hit| !hit.tag.is_weak || is_name(block, hit)).collect();
    let first = firm.first()?;
    let is_made = firm.iter().any(|hit| {
        block.cues.iter().any(|cue| {
            cue.tag.group == "made" && cue.first < hit.first && hit.first - cue.first <= CUE_DISTANCE
        })
    });
    let is_kind = firm.iter().any(|hit| near(&block.cues, "kind", hit, 0..2));
    let is_subject = match distinct(block, &firm) {
        1 => near(&block.cues, "subject", first, 0..4),
        _ => block.has_cue("subject") && !is_made,
    };
    let is_told = is_made || is_kind || distinct(block, &firm) >= MANY_TOOLS;
    (is_told && !is_subject).then(|| block.line_at(block.words[first.first].start))
}

/// How many different tools there are.
fn distinct(block: &Block, hits: &[&Hit]) -> usize {
    let mut names: Vec<u64> = hits.iter().map(|hit| block.words[hit.first].key).collect();
    names.sort_unstable();
    names.dedup();
    names.len()
}

/// True for a label and tools (`Technologies: ...`), and for two tools with hardly another word between them.
fn is_list(block: &Block, hits: &[Hit]) -> bool {
    let named: usize = hits.iter().map(|hit| hit.length).sum();
    let all: Vec<&Hit> = hits.iter().collect();
    (is_labelled(block) && !hits.is_empty())
        || (distinct(block, &all) >= 2 && named * 3 >= block.words.len() * 2)
}

/// True for a name that is part of an address (`lamp.netlify.app`).
fn is_in_address(block: &Block, hit: &Hit) -> bool {
    let word = block.words[hit.first];
    let is_gap = |next: char| next.is_whitespace() || matches!(next, '(' | ')' | '[' | ']');
    let start = block.text[..word.start].rfind(is_gap).map_or(0, |gap| gap + 1);
    let end = block.text[word.end..].find(is_gap).map_or(block.text.len(), |gap| word.end + gap);
    let piece = block.text.get(start..end).unwrap_or_default();
    piece.contains("//") || is_domain(piece) || leads(piece) == Leads::Live
}

/// True where a word of a group stands right after a tool, within a range of words.
fn near(cues: &[Hit], group: &str, tool: &Hit, range: std::ops::Range<usize>) -> bool {
    let from = tool.first + tool.length;
    cues.iter().any(|cue| {
        cue.tag.group == group
            && cue.first.checked_sub(from).is_some_and(|distance| range.contains(&distance))
    })
}

/// True for a word that is a name by its capital in the middle of a sentence (`in Go`, `with React`).
fn is_name(block: &Block, hit: &Hit) -> bool {
    let word = block.words[hit.first];
    let is_capital = block.text[word.start..].starts_with(char::is_uppercase);
    let is_after_word =
        block.text[..word.start].trim_end().ends_with(|last: char| last.is_alphanumeric() || last == ',');
    is_capital && is_after_word
}

/// True for "Technologies: ..." in one line.
fn is_labelled(block: &Block) -> bool {
    let Some((label, _)) = block.text.split_once(':') else { return false };
    let words = words(label);
    words.len() <= 4 && topic::topics(label, &words).contains(&Topic::BuiltWith)
}
