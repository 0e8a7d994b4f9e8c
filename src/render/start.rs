//! The files that `init` writes: the workflow, and a `portfolio.yml` with what was found.

use std::fmt::Write;

use super::escape::link::to_folder;
use super::escape::terminal;
use super::escape::yaml::scalar;
use crate::facts::{Facts, Home, Project, Untrusted};

/// A `portfolio.yml` where nothing was found.
pub const EMPTY_PORTFOLIO_FILE: &str = "\
# What a visitor should look at. Every line is optional; without it, foliocheck looks for itself.
# site: https://ada.example
# resume: https://ada.example/ada-lovelace.pdf
# projects:
#   - name: Weather
#     repo: ada/weather
#     demo: https://weather.example
";

/// The action's reference: the commit where a release was built, else its tag.
const ACTION: &str = match option_env!("FOLIOCHECK_COMMIT") {
    Some(commit) => commit,
    None => concat!("v", env!("CARGO_PKG_VERSION")),
};

/// A README to start from, safe to be printed; empty where it is too long to be one.
pub fn readme(text: &Untrusted) -> String {
    terminal::block(text).unwrap_or_default()
}

/// The workflow to paste.
pub fn workflow() -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "\
name: Portfolio
on:
  pull_request:
  push:
    branches: [main]
permissions: {{}}
concurrency:
  group: portfolio-${{{{ github.ref }}}}
  cancel-in-progress: true
jobs:
  check:
    runs-on: ubuntu-24.04
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - uses: foliocheck/foliocheck@{ACTION} # v{version}
"
    )
}

/// A `portfolio.yml` with what was found.
pub fn portfolio_file(facts: &Facts) -> String {
    let mut file = String::from(
        "# What a visitor should look at. Every line is optional; without it, foliocheck looks for itself.\n",
    );
    // Writing to a string cannot fail.
    let _ = match facts.site.addresses.first() {
        Some(address) => writeln!(file, "site: {}", scalar(&address.url)),
        None => writeln!(file, "# site: https://ada.example"),
    };
    let resume = facts.resume.link.as_ref().ok().and_then(Option::as_ref).and_then(|link| link.url.as_ref());
    let _ = match resume {
        Some(url) => writeln!(file, "resume: {}", scalar(url)),
        None => writeln!(file, "# resume: https://ada.example/ada-lovelace.pdf"),
    };
    match facts.projects.as_deref() {
        Ok([_, ..]) => file.push_str("projects:\n"),
        Ok([]) | Err(_) => file.push_str("# projects:\n#   - name: Weather\n#     repo: ada/weather\n"),
    }
    for project in facts.projects.iter().flatten() {
        file.push_str(&entry(project));
    }
    file
}

fn entry(project: &Project) -> String {
    let mut entry = format!("  - name: {}\n", scalar(&project.name));
    let line = match &project.home {
        Home::Repository { name, folder: None } => format!("    repo: {name}\n"),
        Home::Repository { name, folder: Some(folder) } => {
            format!("    repo: {}\n", scalar(&to_folder(name, folder).into()))
        }
        Home::Folder(path) => format!("    path: {}\n", scalar(path)),
        Home::Elsewhere(url) => format!("    # its code is at {}\n", scalar(url)),
        Home::Nowhere => "    # repo: where is its code?\n".to_owned(),
    };
    entry.push_str(&line);
    if let Some(demo) = &project.demo {
        // Writing to a string cannot fail.
        let _ = writeln!(entry, "    demo: {}", scalar(demo));
    }
    entry
}
