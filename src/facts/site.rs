//! The portfolio site: where it is, who said so, and what a visitor sees.

use super::{Place, Seen, Untrusted};

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
    /// Further pages that were opened, one click away.
    pub pages: Vec<Page>,
}

impl Site {
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
    /// Something else than a page, an empty body included.
    NotAPage {
        /// The type it was sent as, or "nothing".
        content_type: Untrusted,
    },
}

/// One page as a visitor gets it.
#[derive(Debug, Clone)]
pub struct Page {
    /// The address after redirects.
    pub url: Untrusted,
    /// Its title.
    pub title: Untrusted,
    /// Words of visible text.
    pub words: usize,
    /// True where it shows nothing before scripts have run.
    pub is_shell: bool,
    /// Its links, in order.
    pub links: Vec<Link>,
    /// Its headings, in order.
    pub headings: Vec<Untrusted>,
    /// How many kinds of resume section (experience, education, skills, ...) it has a title for.
    pub resume_sections: usize,
    /// True where it tells small screens how to show it.
    pub has_viewport: bool,
    /// Pictures without alternative text.
    pub images_without_alt: usize,
}

/// How a link is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// `<a href>` or `<area href>`.
    Anchor,
    /// `<iframe>`, `<embed>`, `<object>`: a document shown in the page.
    Embed,
    /// A button or a handler that leads somewhere.
    Handler,
    /// Looks like a link or a button and leads nowhere by itself: it switches a tab, plays a joke, or waits for a script.
    Inert,
    /// Stands in a comment of the page, where no visitor sees it.
    Commented,
}

/// A link on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The address as written.
    pub href: Untrusted,
    /// The address made whole against the page; none where it is no address.
    pub url: Option<Untrusted>,
    /// What it is called: text, else `aria-label`, `title`, or the picture's `alt`.
    pub name: Untrusted,
    /// Its names that are not text, each once: `aria-label`, `title` and the `alt` of its pictures.
    pub other_names: Vec<Untrusted>,
    /// How it is made.
    pub kind: LinkKind,
    /// The line of the heading above it, if any.
    pub under: Option<Untrusted>,
}
