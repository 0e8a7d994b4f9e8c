//! Which addresses somebody named as the site: every one of them, the most believed first.

use crate::facts::{RepoName, SiteAddress};
use crate::settings::SiteFlag;

/// Files of the portfolio repository that may name the site, by exact path.
pub const FILES: &[&str] =
    &["CNAME", "public/CNAME", "static/CNAME", "docs/CNAME", "package.json", "_config.yml"];

/// A text file: its path from the top of the repository, and its text.
pub type NamedFile<'a> = (&'a str, &'a str);

/// What is known of a portfolio that may tell where its site is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signs<'a> {
    /// What the person running the program typed.
    pub flag: Option<&'a SiteFlag>,
    /// `site` of the student's `portfolio.yml`.
    pub declared: Option<&'a str>,
    /// The repository.
    pub repository: Option<&'a RepoName>,
    /// The address in its "About" box.
    pub homepage: Option<&'a str>,
    /// The address that GitHub Pages gives for it.
    pub pages: Option<&'a str>,
    /// Those of [`FILES`] that are there.
    pub files: &'a [NamedFile<'a>],
    /// The links of its README: what they are called, and where they lead.
    pub readme_links: &'a [(String, String)],
}

/// Every address that is named, each once, the believed one first.
pub fn candidates(signs: &Signs<'_>) -> Vec<SiteAddress> {
    let _ = signs;
    Vec::new()
}
