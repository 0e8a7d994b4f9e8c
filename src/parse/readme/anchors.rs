//! The places within a README that an address can lead to: its headings, and what HTML gives a name.

use super::block::Block;
use super::outline::Outline;

/// Places of the page around every README.
const OF_THE_PAGE: [&str; 3] = ["readme", "top", "start-of-content"];

/// The places, as the letters and digits of their names: hosts differ in what they make of the rest.
#[derive(Debug, Default)]
pub(super) struct Anchors(Vec<(String, String)>);

impl Anchors {
    /// Those of a README.
    pub(super) fn of(outline: &Outline) -> Self {
        let headings =
            outline.parts.iter().filter_map(|part| outline.heading(part)).map(|block| block.text.as_str());
        let named = outline.blocks.iter().flat_map(|block: &Block| block.anchors.iter().map(String::as_str));
        Self(headings.chain(named).map(|name| (letters(name), slug(name))).collect())
    }

    /// True where an address after its `#` names one of them.
    pub(super) fn have(&self, fragment: &str) -> bool {
        let wanted = letters(fragment);
        // A second heading of the same name has a number behind it.
        let numbered = fragment.rsplit_once('-').filter(|(_, number)| number.parse::<u8>().is_ok());
        let first = numbered.map(|(name, _)| letters(name));
        wanted.is_empty()
            || OF_THE_PAGE.contains(&fragment)
            || self.0.iter().any(|(name, _)| *name == wanted || first.as_ref() == Some(name))
    }

    /// The address of the heading that may be meant, where one is near enough.
    pub(super) fn nearest(&self, fragment: &str) -> Option<String> {
        let wanted = letters(fragment);
        let most = wanted.len().max(3) / 3;
        let distance = |name: &str| {
            let is_close = !name.is_empty() && name.len().abs_diff(wanted.len()) <= most;
            let distance = if is_close { strsim::levenshtein(name, &wanted) } else { usize::MAX };
            if distance <= most { Some(distance) } else { name.contains(&wanted).then_some(most + 1) }
        };
        let near = self.0.iter().take(MAX_COMPARED).filter_map(|(name, slug)| Some((distance(name)?, slug)));
        near.min_by_key(|(distance, _)| *distance).map(|(_, slug)| format!("#{slug}"))
    }
}

/// The most headings that a wrong address is compared with.
const MAX_COMPARED: usize = 30;
/// So many letters tell two headings apart.
const MAX_LETTERS: usize = 40;

fn letters(name: &str) -> String {
    let name = name.strip_prefix("user-content-").unwrap_or(name);
    name.chars()
        .filter(|next| next.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .take(MAX_LETTERS)
        .collect()
}

/// The name that GitHub gives a heading.
fn slug(heading: &str) -> String {
    let kept =
        heading.trim().chars().filter(|next| next.is_alphanumeric() || matches!(next, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|next| if next == ' ' { '-' } else { next }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::markdown;
    use super::*;

    #[test]
    fn headings_and_names_are_places() {
        let text = "# Tea timer\n\n## 🚀 Getting started!\n\n### Usage\n\n### Usage\n\n<a name=\"faq\"></a>\n\nText\n\n<h2 id=\"x-y\">Z</h2>\n";
        let anchors = Anchors::of(&Outline::new(markdown::blocks(text)));
        for (fragment, expected) in [
            ("tea-timer", true),
            ("getting-started", true),
            ("-getting-started", true),
            ("usage-1", true),
            ("faq", true),
            ("x-y", true),
            ("z", true),
            ("readme", true),
            ("instalation", false),
            ("getting-strated", false),
        ] {
            assert_eq!(anchors.have(fragment), expected, "{fragment}");
        }
        assert_eq!(anchors.nearest("getting-strated").as_deref(), Some("#-getting-started"));
        assert_eq!(anchors.nearest("roadmap"), None);
    }
}
