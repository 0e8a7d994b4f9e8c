//! Where a finding points: what the place is called, and the address of its page on the code host or the site.

use super::escape::link;
use crate::facts::{Home, Place, Project, RepoName, Untrusted};
use crate::finding::Finding;
use crate::report::Report;
use crate::text::Text;

/// A place as formats show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// The repository, where it is not the portfolio's own.
    pub(super) elsewhere: Option<RepoName>,
    /// What it is called: a path, a page, a pull request.
    pub(super) label: Text,
    /// The line of a file, counted from 1.
    pub(super) line: Option<u32>,
    /// Its page, safe to follow.
    pub(super) href: Option<String>,
}

/// The place of a finding; none where it is the portfolio as a whole.
pub(super) fn spot(report: &Report, finding: &Finding) -> Option<Spot> {
    let server = report.server.as_str();
    let (home, label, line, href) = match &finding.place {
        Place::File { repository, path, line } => {
            let home = repository.as_ref().or(report.portfolio.as_ref());
            let href = home.and_then(|home| link::to_file(server, home, commit(report, home), (path, *line)));
            (home, Text::new().code(path.clone()), *line, href)
        }
        Place::Repository(name) => {
            (None, Text::new().code(name.to_string()), None, Some(format!("{server}/{name}")))
        }
        Place::Page { url, quoted } => (None, page(url, quoted.as_ref()), None, link::to_visit(url)),
        Place::PullRequest { repository, number } => {
            let label = Text::plain("pull request ").value(number.to_string());
            (Some(repository), label, None, Some(format!("{server}/{repository}/pull/{number}")))
        }
        Place::Folder => return None,
    };
    let elsewhere = home.filter(|home| report.portfolio.as_ref() != Some(home)).cloned();
    Some(Spot { elsewhere, label, line, href })
}

fn page(url: &Untrusted, quoted: Option<&Untrusted>) -> Text {
    let label = match quoted {
        Some(words) if !words.is_blank() => Text::new().quote(words).then(" on "),
        _ => Text::new(),
    };
    label.code(link::spoken(url))
}

/// The commit of a repository that was read, so that a line stays the line that was meant.
fn commit<'a>(report: &'a Report, name: &RepoName) -> Option<&'a str> {
    if report.portfolio.as_ref() == Some(name) {
        return report.commit.as_deref();
    }
    let is_of =
        |project: &&Project| matches!(&project.home, Home::Repository { name: home, .. } if home == name);
    let project = report.projects.iter().find(is_of)?;
    project.repository.as_ref().ok()?.as_ref()?.head.as_deref()
}
