//! What a section is about, in the categories of a published study of READMEs.

use super::outline::Outline;
use super::topic::Topic;
use crate::facts::{Meaning, Section, Untrusted};

/// The sections, in order.
pub(super) fn sections(outline: &Outline) -> Vec<Section> {
    let mut sections = Vec::new();
    for (part, topics, _) in outline.iter() {
        let (true, Some(heading)) = (part.is_section(), outline.heading(part)) else { continue };
        let shown: Vec<&str> = std::iter::once(heading.text.as_str())
            .chain(heading.images.iter().map(|image| image.alt.as_str()))
            .filter(|text| !text.is_empty())
            .collect();
        let mut meanings: Vec<Meaning> = topics.iter().take(1).map(|topic| of_topic(*topic)).collect();
        if meanings.is_empty() {
            meanings.push(if sections.is_empty() { Meaning::What } else { Meaning::How });
        }
        sections.push(Section { heading: Untrusted::new(shown.join(" ")), line: heading.line, meanings });
    }
    sections
}

fn of_topic(topic: Topic) -> Meaning {
    match topic {
        Topic::About | Topic::Features | Topic::Visual | Topic::Structure => Meaning::What,
        Topic::Why | Topic::Lessons => Meaning::Why,
        Topic::Install
        | Topic::Usage
        | Topic::Run
        | Topic::Deploy
        | Topic::Config
        | Topic::Tests
        | Topic::Demo
        | Topic::BuiltWith => Meaning::How,
        Topic::History | Topic::Status | Topic::Roadmap => Meaning::When,
        Topic::People | Topic::Credits | Topic::License | Topic::Contact => Meaning::Who,
        Topic::Docs | Topic::Api | Topic::Help => Meaning::References,
        Topic::Contributing => Meaning::Contribution,
        Topic::Contents => Meaning::Other,
    }
}
