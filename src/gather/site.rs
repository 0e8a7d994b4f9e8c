//! The site as a visitor meets it: the home page, by a plain request or from a folder served on loopback.

use std::path::{Path, PathBuf};

use crate::facts::{Obstacle, SeenAs, Site, SiteAddress};
use crate::net::http::Web;
use crate::net::preview::Preview;
use crate::settings::SiteFlag;

/// What is asked of the site.
#[derive(Debug, Clone, Default)]
pub struct SiteAsk<'a> {
    /// Every address that was named, the believed one first.
    pub addresses: Vec<SiteAddress>,
    /// What the person running the program typed.
    pub flag: Option<&'a SiteFlag>,
    /// The folder of this machine that holds the portfolio, where there is one.
    pub folder: Option<&'a Path>,
}

/// The site, and what the search for the resume needs of it.
#[derive(Debug)]
pub struct SiteView {
    /// The site.
    pub site: Site,
    /// The folder of this machine that holds the portfolio, where there is one.
    pub(super) folder: Option<PathBuf>,
    /// Serves the pages for as long as they are looked at.
    pub(super) preview: Option<Preview>,
}

/// Opens the home page: one step.
pub async fn fetch_site(ask: SiteAsk<'_>, web: &Web) -> SiteView {
    let _ = (ask.flag, web);
    SiteView {
        site: Site {
            addresses: ask.addresses,
            seen_as: SeenAs::Http,
            home: Err(Obstacle::Unreachable),
            pages: Vec::new(),
        },
        folder: ask.folder.map(Path::to_path_buf),
        preview: None,
    }
}
