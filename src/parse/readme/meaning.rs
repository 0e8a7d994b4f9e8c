//! What a section is about, in the categories of a published study of READMEs. Every sign of a section speaks for and
//! against each meaning; `meanings.txt` says how much.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::block::Block;
use super::outline::Outline;
use super::part::Part;
use super::signs::{self, Sign};
use crate::facts::{Meaning, Section, Untrusted};

/// The meanings, in the order of the columns.
const MEANINGS: [Meaning; 7] = [
    Meaning::What,
    Meaning::Why,
    Meaning::How,
    Meaning::When,
    Meaning::Who,
    Meaning::References,
    Meaning::Contribution,
];
/// The sums from which on a section has each meaning: odds of one to two, and of less for the rarest.
const LIMITS: Weights = [-0.7, -1.5, -0.7, -0.7, -0.7, -0.7, -0.7];

/// How much a sign speaks for each meaning.
type Weights = [f32; MEANINGS.len()];

static TABLE: LazyLock<HashMap<(&'static str, &'static str), Weights>> =
    LazyLock::new(|| include_str!("meanings.txt").lines().filter_map(row).collect());

/// A row of the table: the kind and the name of a sign, and its weights.
fn row(line: &'static str) -> Option<((&'static str, &'static str), Weights)> {
    let mut cells = line.split_whitespace();
    let sign = cells.next().filter(|sign| *sign != "//")?;
    let mut weights = Weights::default();
    for (weight, cell) in weights.iter_mut().zip(cells) {
        *weight = cell.parse().ok()?;
    }
    Some((sign.split_once(':').unwrap_or((sign, "")), weights))
}

/// The sections, in order.
pub(super) fn sections(outline: &Outline) -> Vec<Section> {
    let parts = outline.parts.iter().zip(signs::signs(outline)).filter(|(part, _)| part.is_section());
    parts
        .filter_map(|(part, signs)| {
            let heading = outline.heading(part)?;
            let heading_text = Untrusted::new(shown(heading));
            Some(Section { heading: heading_text, line: heading.line, meanings: meanings(part, &signs) })
        })
        .collect()
}

/// A heading as it is shown, with what is said in place of its pictures.
fn shown(heading: &Block) -> String {
    let pictures = heading.images.iter().map(|image| image.alt.as_str());
    let texts = std::iter::once(heading.text.as_str()).chain(pictures);
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The meanings of a section: those above their limits, else the best of them; a table of contents has none.
fn meanings(part: &Part, signs: &[Sign]) -> Vec<Meaning> {
    if part.topics.first() == Some(&super::topic::Topic::Contents) {
        return vec![Meaning::Other];
    }
    let sums = sums(signs);
    let found = MEANINGS.iter().zip(sums).zip(LIMITS).filter(|((_, sum), limit)| sum >= limit);
    let found: Vec<Meaning> = found.map(|((meaning, _), _)| *meaning).collect();
    if !found.is_empty() {
        return found;
    }
    let best = MEANINGS.iter().zip(sums).max_by(|(_, one), (_, other)| one.total_cmp(other));
    best.map(|(meaning, _)| *meaning).into_iter().collect()
}

fn sums(signs: &[Sign]) -> Weights {
    let mut sums = TABLE.get(&("always", "")).copied().unwrap_or_default();
    for weights in signs.iter().filter_map(|sign| TABLE.get(&(sign.kind, sign.name))) {
        sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::super::markdown;
    use super::*;

    fn found(text: &str) -> Vec<(String, Vec<&'static str>)> {
        let sections = sections(&Outline::new(markdown::blocks(text)));
        let labels = |section: &Section| section.meanings.iter().map(|meaning| meaning.label()).collect();
        sections.iter().map(|section| (section.heading.as_written().to_owned(), labels(section))).collect()
    }

    #[test]
    fn a_heading_says_what_its_section_is_about() {
        for (heading, meaning) in [
            ("Installation", "how"),
            ("How to use", "how"),
            ("Contributing", "contribution"),
            ("Mitmachen", "contribution"),
            ("License", "who"),
            ("ライセンス", "who"),
            ("Roadmap", "when"),
            ("Próximos pasos", "when"),
            ("Documentation", "references"),
            ("À propos", "what"),
            ("사용법", "how"),
            ("Table of contents", "other"),
        ] {
            let text = format!("# Tea\n\nA timer.\n\n## {heading}\n\nIt is here.\n");
            let sections = found(&text);
            assert!(sections[1].1.contains(&meaning), "{heading}: {sections:?}");
            assert_eq!(sections[0], ("Tea".to_owned(), vec!["what"]));
        }
    }

    #[test]
    fn every_heading_is_a_section_however_it_is_written() {
        let text = "Tea\n===\n\n<h2 align=\"center\">Use <b>it</b></h2>\n\n##Test\n\n## [Docs](d.md) ![ci](ci.svg)\n\n```\n# no\n```\n";
        let headings: Vec<String> = found(text).into_iter().map(|(heading, _)| heading).collect();
        assert_eq!(headings, ["Tea", "Use it", "Test", "Docs ci"]);
    }

    #[test]
    fn every_row_of_the_table_names_a_sign() {
        let rows = include_str!("meanings.txt").lines().filter(|line| !line.starts_with("//"));
        let table = LazyLock::force(&TABLE);
        assert_eq!(table.len(), rows.count());
        assert!(table.keys().all(|(kind, name)| *kind == "always" || !name.is_empty()));
    }
}
