//! An address that a README names, and what it leads to.

use super::{Seen, Untrusted};

/// An address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What it is there for.
    pub kind: ReferenceKind,
    /// The address as written.
    pub address: Untrusted,
    /// Its line, counted from 1.
    pub line: u32,
    /// What it leads to.
    pub lead: Seen<Lead>,
}

/// What an address is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReferenceKind {
    /// To try the project.
    Demo,
    /// To be seen in the README.
    Picture,
    /// To read on.
    Link,
}

/// What an address leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lead {
    /// To what it names.
    There,
    /// Nowhere: it is empty, or a slot of a template.
    Nowhere,
    /// To the machine of its author.
    OwnMachine,
    /// To a file of that name, for it lacks `https://`.
    NoScheme,
    /// To a heading that is not there; the nearest one, as an address.
    NoAnchor(Option<Untrusted>),
    /// To a file that is not there.
    NoFile,
    /// To a file that is not there, and one of that name lies elsewhere; the address that is right.
    Moved(Untrusted),
    /// To a file that is spelled differently in upper and lower case; the address that is right.
    OtherSpelling(Untrusted),
    /// To a page that the host says it does not have.
    Refused {
        /// The HTTP status: 404 or 410.
        status: u16,
    },
    /// To a host whose name is not known anywhere.
    NoSuchHost,
    /// To redirects that never end.
    RedirectLoop,
    /// To a page, where a picture was wanted.
    NotAPicture,
    /// To the code, where the project in use was wanted.
    Code,
    /// To the page of another account; its name.
    OthersPage(Untrusted),
}
