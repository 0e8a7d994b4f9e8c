//! The browsers that testing tools keep for themselves, for machines that have no other.

use std::path::PathBuf;

use super::places::VARIABLES;
use crate::settings::Environment;

const IN_PLAYWRIGHT: &[&str] =
    &["chrome-linux64/chrome", "chrome-linux/chrome", "chrome-mac/Chromium.app/Contents/MacOS/Chromium"];
const IN_PUPPETEER: &[&str] = &["chrome-linux64/chrome"];

/// A folder in which a testing tool keeps browsers, one folder for each version.
#[derive(Debug, Clone)]
pub(super) struct Store {
    folder: PathBuf,
    /// How the names of its versions begin.
    version: &'static str,
    /// Where in a version's folder the browser may lie.
    inside: &'static [&'static str],
}

impl Store {
    /// The files that may be a browser, the newest version first; none where the folder cannot be listed.
    pub(super) fn list_browsers(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return Vec::new() };
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let mut versions: Vec<String> = names.filter(|name| name.starts_with(self.version)).collect();
        versions.sort_unstable_by_key(|name| std::cmp::Reverse((name.len(), name.clone())));
        let versions = versions.iter().map(|version| self.folder.join(version));
        versions.flat_map(|version| self.inside.iter().map(move |path| version.join(path))).collect()
    }
}

/// Where Playwright and Puppeteer keep theirs; for machines that have no other.
pub(super) fn stores(environment: &Environment) -> Vec<Store> {
    let variable = |name: &str| environment.get(name).filter(|path| !path.is_empty()).map(PathBuf::from);
    if VARIABLES.iter().any(|name| variable(name).is_some()) {
        return Vec::new();
    }
    let caches: Vec<PathBuf> = variable("HOME")
        .into_iter()
        .flat_map(|home| [home.join(".cache"), home.join("Library/Caches")])
        .collect();
    let playwright = variable("PLAYWRIGHT_BROWSERS_PATH")
        .into_iter()
        .chain(caches.iter().map(|cache| cache.join("ms-playwright")));
    let puppeteer = caches.iter().map(|cache| cache.join("puppeteer/chrome"));
    let playwright = playwright.map(|folder| Store { folder, version: "chromium-", inside: IN_PLAYWRIGHT });
    playwright.chain(puppeteer.map(|folder| Store { folder, version: "", inside: IN_PUPPETEER })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stores_of_testing_tools_come_last_and_only_where_nothing_is_named() {
        let of = |variables: &[(&str, &str)]| {
            let environment =
                variables.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
            stores(&environment)
                .into_iter()
                .map(|store| store.folder.display().to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(of(&[]), Vec::<String>::new());
        assert_eq!(of(&[("HOME", "/home/ada"), ("CHROME_BIN", "/b")]), Vec::<String>::new());
        let found = of(&[("HOME", "/home/ada"), ("PLAYWRIGHT_BROWSERS_PATH", "/ms-playwright")]);
        assert_eq!(found[..2], ["/ms-playwright", "/home/ada/.cache/ms-playwright"]);
        assert!(found.contains(&"/home/ada/.cache/puppeteer/chrome".to_owned()));
    }

    #[test]
    fn the_newest_version_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["chromium-999", "chromium-1091", "firefox-2000", "chromium-1200"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        let store = Store { folder: folder.path().into(), version: "chromium-", inside: &["chrome"] };
        let browsers = store.list_browsers();
        let names: Vec<_> = browsers.iter().map(|path| path.strip_prefix(folder.path()).unwrap()).collect();
        assert_eq!(
            names,
            ["chromium-1200/chrome", "chromium-1091/chrome", "chromium-999/chrome"].map(std::path::Path::new)
        );
        assert!(Store { folder: "/nowhere/at/all".into(), ..store }.list_browsers().is_empty());
    }
}
