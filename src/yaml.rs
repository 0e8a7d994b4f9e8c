//! YAML in which every value knows its place, so that all mistakes of a file are told at once, each with line and column.

mod node;
mod problem;
mod typed;

use std::fmt;

use serde::de::DeserializeOwned;

pub use node::{Node, Value};
use typed::Typed;

/// Where something stands in a file; both counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// The line.
    pub line: u32,
    /// The column, in characters.
    pub column: u32,
}

/// What is wrong with a file at one place, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// Where.
    pub mark: Mark,
    /// What, without a final period.
    pub what: String,
}

/// `line 2, column 1: ...`
impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}, column {}: {}", self.mark.line, self.mark.column, self.what)
    }
}

/// A value of a type, and every mistake on the way to it. What was mistaken is left out of the value and of the tree,
/// so that the tree can still tell where each part of the value stands.
pub fn read<T: DeserializeOwned + Default>(tree: &mut Node) -> (T, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    loop {
        match T::deserialize(Typed(tree)) {
            Ok(value) => return (value, mistakes),
            Err(problem) => {
                let mistake = problem.into_mistake(tree.mark);
                let can_go_on = tree.prune(mistake.mark);
                mistakes.push(mistake);
                if !can_go_on {
                    return (T::default(), mistakes);
                }
            }
        }
    }
}

/// "`proyects` is not a key here; `projects` is the nearest one", or the words that are known.
pub fn unknown(what: &str, word: &str, known: &[&str]) -> String {
    let word = word.escape_debug();
    match nearest(&word.to_string(), known) {
        Some(nearest) => format!("`{word}` is not {what}; `{nearest}` is the nearest one"),
        None => format!("`{word}` is not {what}; there is `{}`", known.join("`, `")),
    }
}

/// The known word that is most like this one, where one is like it at all.
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let similarity = |candidate: &str| strsim::jaro_winkler(&word.to_lowercase(), &candidate.to_lowercase());
    known
        .iter()
        .copied()
        .filter(|candidate| similarity(candidate) > 0.75)
        .max_by(|a, b| similarity(a).total_cmp(&similarity(b)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(default, deny_unknown_fields)]
    struct Garden {
        name: Option<String>,
        version: String,
        beds: Vec<Bed>,
        tools: BTreeMap<String, u8>,
        season: Option<Season>,
    }

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(default, deny_unknown_fields)]
    struct Bed {
        rows: usize,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "kebab-case")]
    enum Season {
        Spring,
        LateSummer,
    }

    fn mistakes(text: &str) -> Vec<String> {
        let mut tree = Node::read(text).unwrap();
        read::<Garden>(&mut tree).1.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn values_stay_as_they_were_written() {
        let mut tree = Node::read(
            "name: no\nversion: 1.10\nbeds: [{rows: 3}, {rows: \"4\"}]\ntools: {rake: 2}\nseason: late-summer\n",
        )
        .unwrap();
        let (garden, mistakes) = read::<Garden>(&mut tree);
        assert_eq!(mistakes, []);
        assert_eq!((garden.name.as_deref(), garden.version.as_str()), (Some("no"), "1.10"));
        assert_eq!(garden.beds, [Bed { rows: 3 }, Bed { rows: 4 }]);
        assert_eq!(garden.season, Some(Season::LateSummer));
        assert_eq!(tree.locate(&["beds", "1", "rows"]), Mark { line: 3, column: 26 });
    }

    #[test]
    fn every_mistake_is_told_once() {
        let text = "nme: x\nbeds:\n  - rows: three\n  - rows: 2\n    row: 3\ntools:\n  rake: -1\nseason: winter\nversion: [1]\n";
        assert_eq!(
            mistakes(text),
            [
                "line 1, column 1: `nme` is not a key here; `name` is the nearest one",
                "line 3, column 11: this wants a whole number, not `three`",
                "line 5, column 5: `row` is not a key here; `rows` is the nearest one",
                "line 7, column 9: this wants a whole number, not `-1`",
                "line 8, column 9: `winter` is not a word for this; there is `spring`, `late-summer`",
                "line 9, column 10: this wants a string, not a list",
            ]
        );
    }

    #[test]
    fn empty_keys_are_empty_values() {
        assert_eq!(mistakes("name:\nbeds:\ntools:\n"), Vec::<String>::new());
        assert_eq!(mistakes("# nothing\n"), Vec::<String>::new());
    }

    #[test]
    fn what_is_no_yaml_is_one_mistake() {
        for text in ["beds: [\n", "a: 1\na: 2\n", "a: b: c\n"] {
            assert!(Node::read(text).is_err(), "{text}");
        }
    }
}
