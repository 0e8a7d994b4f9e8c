//! What is it? A sentence of own prose that says what the project is or does; a title alone does not.

use super::block::{Block, Kind};
use super::outline::Outline;
use super::topic::Topic;

/// The fewest words of a sentence that says what something is.
const MIN_WORDS: usize = 4;
/// The same below a heading that promises it.
const MIN_PROMISED_WORDS: usize = 3;
/// The fewest words of a heading that is really a sentence.
const MIN_HEADING_WORDS: usize = 6;
/// The fewest words that say it in a section about something else.
const MIN_ELSEWHERE_WORDS: usize = 15;

/// The line that says what the project is.
pub(super) fn line(outline: &Outline) -> Option<u32> {
    let promised = outline.iter().find_map(|(_, topics, body)| {
        let min = match topics.first() {
            None => MIN_WORDS,
            Some(topic) if promises(*topic) => MIN_PROMISED_WORDS,
            Some(_) => return None,
        };
        body.iter().find(|block| says(block, min)).map(|block| block.line)
    });
    let heading = || {
        let headings = outline.blocks.iter().filter(|block| matches!(block.kind, Kind::Heading(_)));
        headings.skip(1).find(|block| block.is_own() && block.count_without_links() >= MIN_HEADING_WORDS)
    };
    let elsewhere = || {
        outline.iter().find_map(|(_, topics, body)| {
            let is_near = topics.first().is_some_and(|topic| is_near(*topic));
            let mut prose = body.iter().filter(|_| is_near);
            prose.find(|block| says(block, MIN_ELSEWHERE_WORDS)).map(|block| block.line)
        })
    };
    promised.or_else(|| heading().map(|block| block.line)).or_else(elsewhere)
}

/// True for sections that are there to say what the project is.
fn promises(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::About | Topic::Features | Topic::Why | Topic::Visual | Topic::Demo | Topic::Structure
    )
}

/// True for sections in which it is said by the way.
fn is_near(topic: Topic) -> bool {
    matches!(topic, Topic::Usage | Topic::Lessons | Topic::Status | Topic::Run | Topic::Roadmap | Topic::Api)
}

fn says(block: &Block, min: usize) -> bool {
    block.is_prose()
        && block.is_own()
        && block.count_without_links() >= min
        && !says_only_how_it_was_made(block)
        && !block.text.ends_with(':')
}

/// "Made using Unity" says with what, not what.
fn says_only_how_it_was_made(block: &Block) -> bool {
    const STARTS: [&str; 12] = [
        "made ",
        "built ",
        "created ",
        "written ",
        "developed ",
        "coded ",
        "using ",
        "powered ",
        "hecho ",
        "feito ",
        "erstellt ",
        "realise ",
    ];
    let lower = block.text.chars().take(12).collect::<String>().to_lowercase();
    block.count() < 10 && STARTS.iter().any(|start| lower.starts_with(start))
}
