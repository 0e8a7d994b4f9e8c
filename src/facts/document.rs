//! The resume: the link that a visitor follows, and the document it leads to.

use super::{Place, ResumeMarks, Seen, SeenAs, Untrusted, View};

/// Why a link was taken for the resume's, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResumeReason {
    /// The student's `portfolio.yml` says so.
    Declared,
    /// Its text says so.
    Text,
    /// Its `aria-label`, `title`, or the `alt` of its picture says so.
    AccessibleName,
    /// Its address says so.
    Address,
    /// The heading above it says so, and it leads to a document.
    Heading,
    /// The page shows the document itself.
    Embedded,
}

/// A link to the resume.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResumeLink {
    /// The address as written.
    pub href: Untrusted,
    /// The address made whole; none where a visitor cannot follow it (`#`, empty, `javascript:`).
    pub url: Option<Untrusted>,
    /// What the link is called.
    pub label: Untrusted,
    /// The page it stands on; a path where that is a file of a folder or of the source.
    pub on_page: Untrusted,
    /// The line of the source, counted from 1, where it was read there.
    pub line: Option<u32>,
    /// Why it was taken for the resume's.
    pub reason: ResumeReason,
    /// With which eyes it was seen.
    pub seen_as: SeenAs,
}

/// Something that says "resume" and is no link to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadEnd {
    /// What it is called.
    pub label: Untrusted,
    /// The address as written; may be empty.
    pub href: Untrusted,
    /// The page it stands on; a path where that is a file of a folder or of the source.
    pub on_page: Untrusted,
    /// Why it is no link.
    pub kind: DeadEndKind,
}

/// Why something that says "resume" is no link to one, likeliest to be meant as one first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeadEndKind {
    /// `#`, empty, or `javascript:`: nobody can follow it.
    Nowhere,
    /// A button, or something made to look like one, that leads nowhere by itself.
    Button,
    /// It stands in a comment of the page.
    Commented,
    /// It begins a mail.
    Mail,
    /// It jumps to a place on the same page.
    SamePage,
}

/// The resume.
#[derive(Debug, Clone)]
pub struct Resume {
    /// The best link; none where every page that was asked for was seen and has none.
    pub link: Seen<Option<ResumeLink>>,
    /// What says "resume" and is no link to one, likeliest first.
    pub dead_ends: Vec<DeadEnd>,
    /// What the link leads to.
    pub target: Seen<Target>,
}

/// What a resume link leads to.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "a run has one, and nearly all are documents")]
pub enum Target {
    /// A document.
    Document(Document),
    /// A status that says there is nothing (4xx).
    Refused {
        /// The HTTP status.
        status: u16,
        /// An address nearby that does give a document, and why the link misses it.
        nearby: Option<Nearby>,
    },
    /// The name of the host is not known anywhere.
    NoSuchHost,
    /// Redirects that never end.
    RedirectLoop,
    /// A page that the host gives for any address whatever.
    CatchAll,
    /// A page that asks to sign in.
    SignIn,
    /// A page where a document was promised: the address ends like a file and the answer is HTML.
    PageInsteadOfFile {
        /// An address nearby that does give a document, and why the link misses it.
        nearby: Option<Nearby>,
    },
    /// The address names a place on the author's own machine (`file:`, `C:\`).
    OwnMachine,
    /// The link was read in the source, and the source holds no file of that name.
    NotInSource {
        /// A file of nearly that name, where there is one: other case, or another folder.
        nearest: Option<Untrusted>,
    },
}

/// A document that lies near the place that a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearby {
    /// Its address, which was opened.
    pub url: Untrusted,
    /// Why the link misses it.
    pub miss: Miss,
}

/// How a link misses a document that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Miss {
    /// It names the folder of the source that is published as the top of the site (`public/`).
    SourceFolder,
    /// It begins at the top of the host, and the site lies in a folder of it.
    BasePath,
    /// It has other capitals.
    Capitals,
}

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// A PDF, by its content.
    Pdf,
    /// A word processor's file, by its content.
    Document,
    /// A page of a site.
    Page,
    /// A page of a sharing service that shows the document to anyone.
    Shared,
    /// A picture.
    Image,
    /// Something else.
    Unknown,
}

impl ResumeLink {
    /// The place to point at.
    pub fn place(&self) -> Place {
        match self.seen_as {
            SeenAs::Http | SeenAs::Chrome => {
                Place::Page { url: self.on_page.clone(), quoted: Some(self.label.clone()) }
            }
            SeenAs::Preview | SeenAs::PreviewInChrome | SeenAs::Source => {
                Place::File { repository: None, path: self.on_page.clone(), line: self.line }
            }
        }
    }
}

impl DocumentKind {
    /// The public word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Document => "document",
            Self::Page => "page",
            Self::Shared => "shared",
            Self::Image => "image",
            Self::Unknown => "unknown",
        }
    }
}

/// What keeps a PDF from being read as it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfFlaw {
    /// It asks for a password.
    Password,
    /// It is cut short: its end is missing, and nothing can be read from it.
    Cut,
    /// It cannot be taken apart, though its end is there.
    Damaged,
    /// It has no page.
    NoPages,
    /// It has no font, so no text: pictures, or nothing.
    NoText,
    /// It unfolds to more than any resume needs.
    Bomb,
}

/// The document behind a resume link.
#[derive(Debug, Clone)]
pub struct Document {
    /// The address after redirects.
    pub url: Untrusted,
    /// What it is.
    pub kind: DocumentKind,
    /// Its size in bytes, where it was told or read to the end.
    pub bytes: Option<u64>,
    /// Its pages; only for a PDF.
    pub pages: Seen<usize>,
    /// Words that can be read from it.
    pub words: Seen<usize>,
    /// What is wrong with it; only for a PDF.
    pub flaw: Option<PdfFlaw>,
    /// True for a page that shows the headings of a resume (experience, education, skills), at least two of them.
    pub has_resume_sections: bool,
    /// What its text tells; nothing of the text itself.
    pub marks: Seen<ResumeMarks>,
    /// The address that gives the file itself, where a service or code host shows it in a page of its own.
    pub direct: Option<Untrusted>,
    /// True where the link goes through a service that makes addresses short.
    pub is_shortened: bool,
    /// The SHA-256 of its bytes, in hexadecimal, where the whole file was read.
    pub sha256: Option<String>,
    /// The name that git gives its bytes, where the whole file was read.
    pub git_name: Option<String>,
    /// How a browser showed it; only for a page.
    pub view: Option<Box<View>>,
}
