//! One page of the site: its text, its links, and the ways it offers to reach its author.

use super::{Leftovers, Untrusted, View};

/// One page as a visitor gets it.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The address after redirects.
    pub url: Untrusted,
    /// Its title.
    pub title: Untrusted,
    /// Its visible text, from its beginning; what is beyond the room for it is left out.
    pub text: Untrusted,
    /// Words of visible text.
    pub words: usize,
    /// True where it shows nothing before scripts have run.
    pub is_shell: bool,
    /// True where scripts may change what it shows.
    pub has_scripts: bool,
    /// Its links, in order.
    pub links: Vec<Link>,
    /// Its headings, in order.
    pub headings: Vec<Untrusted>,
    /// What it shows as projects, in order.
    pub cards: Vec<Card>,
    /// How many kinds of resume section (experience, education, skills, ...) it has a title for.
    pub resume_sections: usize,
    /// True where it tells small screens how to show it.
    pub has_viewport: bool,
    /// Pictures without alternative text.
    pub images_without_alt: usize,
    /// Pictures, scripts and styles of a secure page that are asked for over plain HTTP.
    pub insecure_parts: usize,
    /// The ways to reach its author, each once.
    pub contacts: Vec<ContactWay>,
    /// What a template brought along and nobody replaced.
    pub leftovers: Leftovers,
    /// How a browser showed it; none where it was not seen in one.
    pub view: Option<Box<View>>,
}

/// What a page shows as one project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// Its name as shown.
    pub name: Untrusted,
    /// Its links: what they are called, and the addresses as written.
    pub links: Vec<(Untrusted, Untrusted)>,
    /// True where it shows a picture or a recording.
    pub has_picture: bool,
    /// Its words, the name included.
    pub text: Untrusted,
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

/// A way to reach the author of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactWay {
    /// By what.
    pub means: Means,
    /// The address as written; empty for a form.
    pub href: Untrusted,
    /// True where it reaches nobody: the bare address of a network, or a name that a template left to be filled in.
    pub is_unfilled: bool,
}

/// By what somebody can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    /// An e-mail address.
    Email,
    /// A form to write into.
    Form,
    /// A profile on `LinkedIn`.
    LinkedIn,
    /// A profile on a code host.
    CodeHost,
    /// A profile on another network.
    OtherProfile,
    /// A telephone number.
    Phone,
}
