//! The policies that come with the program, each a file of its own with its source in a comment.

use super::{Policy, PolicyError, PolicySource, read};
use crate::yaml::unknown;

/// By name: the text of the file.
const PRESETS: [(&str, &str); 9] = [
    ("portfolio", include_str!("presets/portfolio.yml")),
    ("turing-2017", include_str!("presets/turing-2017.yml")),
    ("turing-2017-final", include_str!("presets/turing-2017-final.yml")),
    ("turing-2020", include_str!("presets/turing-2020.yml")),
    ("turing-2024", include_str!("presets/turing-2024.yml")),
    ("general-assembly", include_str!("presets/general-assembly.yml")),
    ("trilogy", include_str!("presets/trilogy.yml")),
    ("app-academy", include_str!("presets/app-academy.yml")),
    ("odin", include_str!("presets/odin.yml")),
];

/// Rules that only a school can ask for: the default leaves them out.
pub(super) const OFF: [&str; 11] = [
    "site-host-allowed",
    "resume-host-allowed",
    "resume-approved",
    "portfolio-approved",
    "evidence-submitted",
    "outreach-contacts",
    "outreach-complete",
    "outreach-distinct",
    "outreach-private",
    "interview-evidenced",
    "plan-written",
];

pub(super) fn names() -> Vec<&'static str> {
    PRESETS.iter().map(|(name, _)| *name).collect()
}

/// The text of a preset.
///
/// # Errors
/// When there is none of that name.
pub(super) fn text(name: &str) -> Result<&'static str, String> {
    let found = PRESETS.iter().find(|(preset, _)| *preset == name);
    found.map(|(_, text)| *text).ok_or_else(|| unknown("a preset", name, &names()))
}

pub(super) fn read(name: &str, rules: &[&str]) -> Result<Policy, PolicyError> {
    read::read(PolicySource::Preset, text(name).map_err(PolicyError::NoPreset)?, rules)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn every_preset_is_read_without_a_mistake() {
        for name in names() {
            let policy = Policy::preset(name, &rules::ids()).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(policy.name, name);
            assert!(text(name).unwrap().starts_with("# "), "{name} tells its source first");
        }
    }

    #[test]
    fn the_default_is_what_its_file_says() {
        assert_eq!(Policy::preset("portfolio", &rules::ids()).unwrap(), Policy::portfolio());
    }

    #[test]
    fn an_unknown_preset_names_the_nearest() {
        let error = Policy::preset("turing2017", &rules::ids()).unwrap_err();
        assert_eq!(error.to_string(), "`turing2017` is not a preset; `turing-2017` is the nearest one");
    }
}
