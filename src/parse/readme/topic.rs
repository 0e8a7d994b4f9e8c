//! What a heading says its section is about.

use super::lists::HEADINGS;
use super::phrases::Hit;
use super::words::Word;

macro_rules! topics {
    ($($name:ident = $label:literal,)+) => {
        /// What a heading says its section is about; finer than its public meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(super) enum Topic { $($name,)+ }

        impl Topic {
            /// The name of its group.
            pub(super) fn label(self) -> &'static str {
                match self {
                    $(Self::$name => $label,)+
                }
            }

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

/// The most words of a heading in which a word at the edge says what it is about.
const MAX_WORDS: usize = 8;

/// The topics of a heading, the one that its longest and first known phrase stands for before the others.
pub(super) fn topics(heading: &str, words: &[Word]) -> Vec<Topic> {
    let mut hits = HEADINGS.hits(heading, words);
    hits.retain(|hit| is_telling(hit, words.len()));
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

/// True for a heading that is one phrase of the list and nothing else.
pub(super) fn is_all_topic(heading: &str, words: &[Word]) -> bool {
    HEADINGS.hits(heading, words).iter().any(|hit| hit.first == 0 && hit.length >= words.len())
}

/// True for a phrase that is a third of the heading or more, or stands at its beginning or end.
fn is_telling(hit: &Hit, words: usize) -> bool {
    let is_edge = hit.first == 0 || hit.first + hit.length == words;
    hit.length * 3 >= words || (is_edge && words <= MAX_WORDS) || hit.tag.group == Topic::Contributing.label()
}
