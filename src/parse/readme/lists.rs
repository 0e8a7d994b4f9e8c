//! The word lists that READMEs are read with. They are data: to teach a new phrase, add a line.

use std::sync::LazyLock;

use super::phrases::Phrases;

/// Reads all the lists, which takes some milliseconds, once: time that passes unnoticed while answers are under way.
pub fn prepare() {
    for list in [&STARTERS, &TEMPLATE_TALK, &ASSIGNMENT, &HEADINGS, &TOOLS, &CUES, &HINTS, &SLOTS, &LANGUAGES]
    {
        LazyLock::force(list);
    }
}

/// Sentences of generators, starters and themes.
pub(super) static STARTERS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("starters.txt")));
/// How a template speaks to the people who will fill it in.
pub(super) static TEMPLATE_TALK: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("template_talk.txt")));
/// How an assignment speaks to those who have to do it.
pub(super) static ASSIGNMENT: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("assignment.txt")));
/// What headings are called.
pub(super) static HEADINGS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("headings.txt")));
/// Languages, frameworks, data stores.
pub(super) static TOOLS: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("tools.txt")));
/// Words that make a sentence an answer.
pub(super) static CUES: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("cues.txt")));
/// Words that hint at what a section is about.
pub(super) static HINTS: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("hints.txt")));
/// Slots of templates.
pub(super) static SLOTS: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("slots.txt")));
/// Small words of languages.
pub(super) static LANGUAGES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("languages.txt")));
