//! Where the browser of a machine may be (pure).

use std::ffi::OsStr;
use std::path::PathBuf;

use crate::settings::Environment;

/// Variables that name the browser itself; Lighthouse and GitHub's runners use them.
pub(super) const VARIABLES: [&str; 2] = ["CHROME_PATH", "CHROME_BIN"];

/// Names under which it is installed. Chrome before Chromium: Ubuntu's Chromium is a snap, which starts slowly and sees
/// no other program's folders.
const NAMES: [&str; 5] = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome"];

/// Folders and files that are not in everybody's `PATH`.
const FOLDERS: [&str; 4] = ["/usr/bin", "/usr/local/bin", "/opt/google/chrome", "/snap/bin"];
const APPLICATIONS: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// The files that may be a browser, best first. Where a variable names one, there is no other.
pub(super) fn places(environment: &Environment) -> Vec<PathBuf> {
    let named = VARIABLES.iter().find_map(|name| environment.get(*name).filter(|path| !path.is_empty()));
    if let Some(path) = named {
        return vec![path.into()];
    }
    let path = environment.get("PATH").map_or(OsStr::new(""), OsStr::new);
    let mut folders: Vec<_> = std::env::split_paths(path).filter(|folder| folder.is_absolute()).collect();
    folders.extend(FOLDERS.iter().map(PathBuf::from));
    let in_folders = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    in_folders.chain(APPLICATIONS.iter().map(PathBuf::from)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places_with(variables: &[(&str, &str)]) -> Vec<PathBuf> {
        places(&variables.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect())
    }

    #[test]
    fn a_variable_has_the_only_word() {
        let both = [("CHROME_BIN", "/b"), ("CHROME_PATH", "/a"), ("PATH", "/usr/bin")];
        assert_eq!(places_with(&both), [PathBuf::from("/a")]);
        assert_eq!(places_with(&both[..1]), [PathBuf::from("/b")]);
        assert!(places_with(&[("CHROME_PATH", "")]).len() > 1);
    }

    #[test]
    fn every_name_is_looked_for_everywhere_before_the_next() {
        let places = places_with(&[("PATH", "/first:relative:/second")]);
        let at = |path: &str| places.iter().position(|place| place == OsStr::new(path)).unwrap();
        assert!(at("/first/google-chrome") < at("/second/google-chrome"));
        assert!(at("/usr/bin/google-chrome") < at("/first/chromium"));
        assert!(at("/snap/bin/chrome") < at(APPLICATIONS[0]));
        assert!(!places.contains(&PathBuf::from("relative/chromium")));
    }
}
