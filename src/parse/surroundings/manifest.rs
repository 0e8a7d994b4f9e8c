//! The names in the manifests of a project: scripts of a `package.json`, targets of a `Makefile`.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What is read of a `package.json`.
#[derive(Deserialize)]
struct Package {
    #[serde(default)]
    scripts: BTreeMap<String, serde_json::Value>,
}

/// The names of the scripts; none where it is no JSON of that kind.
pub(super) fn scripts(text: &str) -> Option<Vec<String>> {
    let package: Package = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    Some(package.scripts.into_keys().collect())
}

/// The names of the targets; none where other files or patterns may add more.
pub(super) fn targets(text: &str) -> Option<Vec<String>> {
    let mut targets = Vec::new();
    for line in text.lines() {
        if line.starts_with("include") || line.starts_with("-include") || line.starts_with("sinclude") {
            return None;
        }
        let Some((names, after)) = line.split_once(':').filter(|_| !line.starts_with(['\t', ' ', '#']))
        else {
            continue;
        };
        if names.contains(['%', '$']) {
            return None;
        }
        if !after.starts_with('=') && !names.contains('=') {
            targets.extend(names.split_whitespace().map(str::to_owned));
        }
    }
    Some(targets)
}

/// The names of the packages that a manifest of any kind asks for, in lower case: each stands at the beginning of its line,
/// in quotation marks where the form has them.
pub(super) fn packages(text: &str) -> Vec<String> {
    let is_part = |next: char| next.is_alphanumeric() || "-_./@".contains(next);
    let mut packages = Vec::new();
    for entry in text.split(['\n', ',', '{']) {
        let entry = entry.trim();
        let entry = entry.strip_prefix("gem ").unwrap_or(entry).trim_start_matches(['"', '\'', ' ']);
        let name: String = entry.chars().take_while(|next| is_part(*next)).collect();
        if !name.is_empty() {
            packages.push(name.to_lowercase());
        }
    }
    packages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_nothing_else() {
        let package = r#"{"name": "tea", "scripts": {"start": "vite", "test": "jest"}}"#;
        assert_eq!(scripts(package), Some(vec!["start".into(), "test".into()]));
        assert_eq!(scripts("{}"), Some(Vec::new()));
        assert_eq!(scripts("<html>"), None);
        let makefile = ".PHONY: all\nCC := gcc\nall clean: main.o\n\techo a: b\n# no: no\nX = a:b\n";
        assert_eq!(targets(makefile), Some(vec![".PHONY".into(), "all".into(), "clean".into()]));
        assert_eq!(targets("include x.mk\nall:\n"), None);
        assert_eq!(targets("%.o: %.c\n"), None);
    }
}
