//! The portfolio site: where it is, who said so, and what a visitor sees.

use super::{Obstacle, Page, Place, Seen, Untrusted};

/// Who named the address of the site; in the order in which they are believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SiteSource {
    /// `--site` or the action's input.
    Flag,
    /// The student's `portfolio.yml`.
    PortfolioFile,
    /// A deployment of the commit.
    Deployment,
    /// The repository's "About" box.
    Homepage,
    /// GitHub Pages' own answer.
    Pages,
    /// A `CNAME` file.
    Cname,
    /// `homepage` in `package.json`.
    PackageJson,
    /// The repository is named like a user site.
    UserSite,
    /// The configuration of a site generator.
    SiteConfig,
    /// A link in the portfolio's README.
    Readme,
}

impl SiteSource {
    /// The public word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::PortfolioFile => "portfolio_file",
            Self::Deployment => "deployment",
            Self::Homepage => "homepage",
            Self::Pages => "pages",
            Self::Cname => "cname",
            Self::PackageJson => "package_json",
            Self::UserSite => "user_site",
            Self::SiteConfig => "site_config",
            Self::Readme => "readme",
        }
    }
}

/// An address that somebody named as the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteAddress {
    /// The address. For a folder served on loopback, the folder's name.
    pub url: Untrusted,
    /// Who named it.
    pub found_in: SiteSource,
}

/// With which eyes something was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeenAs {
    /// By a plain request.
    Http,
    /// In Chrome, after the scripts.
    Chrome,
    /// A folder of the checkout, served on loopback.
    Preview,
    /// The same in Chrome, after the scripts.
    PreviewInChrome,
    /// Only in the source.
    Source,
}

impl SeenAs {
    /// The public word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Chrome | Self::PreviewInChrome => "chrome",
            Self::Preview => "preview",
            Self::Source => "source",
        }
    }

    /// True for a folder that was served.
    pub fn is_preview(self) -> bool {
        matches!(self, Self::Preview | Self::PreviewInChrome)
    }

    /// True where the scripts have run.
    pub fn is_in_chrome(self) -> bool {
        matches!(self, Self::Chrome | Self::PreviewInChrome)
    }

    /// The same, after the scripts.
    #[must_use]
    pub fn in_chrome(self) -> Self {
        match self {
            Self::Http | Self::Chrome => Self::Chrome,
            Self::Preview | Self::PreviewInChrome => Self::PreviewInChrome,
            Self::Source => Self::Source,
        }
    }
}

/// The site.
#[derive(Debug, Clone)]
pub struct Site {
    /// Every address that was named, the believed one first; empty where nobody named one.
    pub addresses: Vec<SiteAddress>,
    /// With which eyes it was seen.
    pub seen_as: SeenAs,
    /// What the first address answers.
    pub home: Seen<Visit>,
    /// True where the host had to wake the site up before it showed it.
    pub was_asleep: bool,
    /// Why the browser did not show the home page, where it was to.
    pub unshown: Option<Obstacle>,
    /// Further pages that were opened, one click away.
    pub pages: Vec<Page>,
}

impl Site {
    /// The home page and the pages one click away, as far as they were seen.
    pub fn seen_pages(&self) -> impl Iterator<Item = &Page> + Clone {
        let home = match &self.home {
            Ok(Visit::Page(page)) => Some(page),
            Ok(_) | Err(_) => None,
        };
        home.into_iter().chain(&self.pages)
    }

    /// The place to point at when the site as a whole is meant.
    pub fn place(&self) -> Place {
        match (self.seen_as, &self.home, self.addresses.first()) {
            (SeenAs::Http | SeenAs::Chrome, Ok(Visit::Page(page)), _) => {
                Place::Page { url: page.url.clone(), quoted: None }
            }
            (SeenAs::Http | SeenAs::Chrome, _, Some(address)) => {
                Place::Page { url: address.url.clone(), quoted: None }
            }
            (SeenAs::Preview | SeenAs::PreviewInChrome | SeenAs::Source, ..) | (_, _, None) => Place::Folder,
        }
    }
}

/// What an address answers to a visitor.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "a run makes a handful of visits, and nearly all are pages")]
pub enum Visit {
    /// A page.
    Page(Page),
    /// A status that says there is no such page (4xx).
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// The name of the host is not known anywhere.
    NoSuchHost,
    /// Redirects that never end.
    RedirectLoop,
    /// A page of the host in the place of a site.
    HostPage(HostPage),
    /// Something else than a page, an empty body included.
    NotAPage {
        /// The type it was sent as, or "nothing".
        content_type: Untrusted,
    },
}

/// What a host shows in the place of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostPage {
    /// Nothing is published at this address.
    NoSite,
    /// The domain is for sale, or shows advertising.
    Parked,
    /// The host has switched the site off.
    Suspended,
    /// The host's own first page: nothing of the student's was published yet.
    StartPage,
    /// A list of files.
    Listing,
    /// The site is asleep and is being woken.
    Asleep,
    /// A wall that lets browsers through and programs not.
    Wall,
}
