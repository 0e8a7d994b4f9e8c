//! Which blocks stand word for word in the README of the repository that this one is a copy of.

use std::collections::HashSet;

use super::block::{Block, Kind, Origin};
use super::markdown;

/// The README of the repository that another one began as a copy of.
#[derive(Debug, Clone, Copy)]
pub struct Original<'a> {
    /// What it is of, as the end of a sentence ("the template that it was made from").
    pub of: &'static str,
    /// Its Markdown.
    pub text: &'a str,
}

/// Fewer words than this are said of many projects alike ("Install it").
const MIN_WORDS: usize = 4;

/// Marks what both have, wherever it stands.
pub(super) fn mark(blocks: &mut [Block], original: Original<'_>) {
    let known: HashSet<Vec<u64>> = markdown::blocks(original.text).iter().filter_map(mark_of).collect();
    for block in blocks {
        if mark_of(block).is_some_and(|mark| known.contains(&mark)) {
            block.origin = Origin::Starter(original.of);
        }
    }
}

/// What two blocks of the same words share; none for headings, which name the same things everywhere.
fn mark_of(block: &Block) -> Option<Vec<u64>> {
    match block.kind {
        Kind::Heading(_) => None,
        Kind::Code => Some(super::words::words(&block.text).iter().map(|word| word.key).collect()),
        Kind::Paragraph | Kind::Item if block.count() < MIN_WORDS => None,
        Kind::Paragraph | Kind::Item => Some(block.words.iter().map(|word| word.key).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{read, read_copy};
    use super::*;
    use crate::facts::{Level, Readme};

    const STARTER: &str = "# Chess\n\nA board on which two people can play chess, for the third week.\n\n## Run it\n\n\
        ```sh\nnpm start\n```\n\nIt is built with React and a server in Ruby.\n";

    fn copy(text: &str) -> Readme {
        let original = Original { of: "the template that it was made from", text: STARTER };
        read_copy(&"README.md".into(), text.as_bytes(), Some(original)).unwrap()
    }

    #[test]
    fn only_what_was_added_counts() {
        assert_eq!(read(&"README.md".into(), STARTER.as_bytes()).unwrap().level, Level::Adequate);
        let untouched = copy(STARTER);
        assert_eq!(untouched.level, Level::Boilerplate);
        assert_eq!(untouched.boilerplate, Some("the template that it was made from"));
        assert_eq!(copy(&STARTER.replace("# Chess", "# Ada's chess")).level, Level::Boilerplate);
        let own = "\nIllegal moves are refused and explained, and a game that was broken off goes on where it stopped. \
            Two people on two machines see the same board within a second. Built with React and Sinatra.\n";
        assert_eq!(copy(&format!("{STARTER}{own}")).level, Level::Adequate);
    }
}
