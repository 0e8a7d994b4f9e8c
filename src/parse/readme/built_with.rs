//! What is it built with? A section, a list, badges, or prose that names tools as tools, not as the subject of a quiz.

use super::address::is_badge;
use super::block::{Block, Kind, Origin};
use super::lists::TOOLS;
use super::outline::Outline;
use super::phrases::Hit;
use super::topic::{self, Topic};
use super::words::words;

/// How many different tools make a sentence about tools, whatever its verbs are.
const MANY_TOOLS: usize = 3;
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
    let hits = TOOLS.hits(&block.text, &block.words);
    let label = label_topic(block);
    if label && !hits.is_empty() {
        return Some(block.line);
    }
    let firm: Vec<&Hit> = hits.iter().filter(|hit| !hit.tag.is_weak || is_name(block, hit)).collect();
    let first = firm.first()?;
    let mut names: Vec<u64> = firm.iter().map(|hit| block.words[hit.first].key).collect();
    names.sort_unstable();
    names.dedup();
    let is_subject = names.len() == 1 && near(&block.cues, "subject", first, 0..4);
    let is_told = firm.iter().any(|hit| {
        block.cues.iter().any(|cue| {
            cue.tag.group == "made" && cue.first < hit.first && hit.first - cue.first <= CUE_DISTANCE
        }) || near(&block.cues, "kind", hit, 0..2)
    });
    (names.len() >= MANY_TOOLS || (is_told && !is_subject))
        .then(|| block.line_at(block.words[first.first].start))
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
fn label_topic(block: &Block) -> bool {
    let Some((label, _)) = block.text.split_once(':') else { return false };
    let words = words(label);
    words.len() <= 4 && topic::topics(label, &words).contains(&Topic::BuiltWith)
}
