//! What a heading says its section is about.

use super::lists::HEADINGS;
use super::words::Word;

macro_rules! topics {
    ($($name:ident = $label:literal,)+) => {
        /// What a heading says its section is about; finer than its public meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(super) enum Topic { $($name,)+ }

        impl Topic {
            /// The topic of a group of the list of headings.
            fn of_group(group: &str) -> Option<Self> {
                match group {
                    $($label => Some(Self::$name),)+
                    _ => None,
                }
            }
        }
    };
}

topics! {
    About = "about",
    Features = "features",
    Why = "why",
    Install = "install",
    Usage = "usage",
    Run = "run",
    Deploy = "deploy",
    Config = "config",
    Tests = "tests",
    Demo = "demo",
    Visual = "visual",
    BuiltWith = "built_with",
    Structure = "structure",
    History = "history",
    Status = "status",
    Roadmap = "roadmap",
    Lessons = "lessons",
    People = "people",
    Credits = "credits",
    License = "license",
    Contact = "contact",
    Contributing = "contributing",
    Docs = "docs",
    Api = "api",
    Help = "help",
    Contents = "contents",
}

/// The topics of a heading, the one that its longest and first known phrase stands for before the others.
pub(super) fn topics(heading: &str, words: &[Word]) -> Vec<Topic> {
    let mut hits = HEADINGS.hits(heading, words);
    hits.sort_by_key(|hit| (std::cmp::Reverse(hit.length), hit.first));
    let mut taken = vec![false; words.len()];
    let mut topics = Vec::new();
    for hit in hits {
        let span = hit.first..(hit.first + hit.length).min(taken.len());
        let is_free = taken.get(span.clone()).is_some_and(|words| words.iter().all(|word| !word));
        let same_span = topics.is_empty() || is_free;
        if let (true, Some(topic)) = (same_span, Topic::of_group(hit.tag.group)) {
            taken[span].fill(true);
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
    }
    topics
}
