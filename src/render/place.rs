//! Where a finding points: what the place is called, and the address of its page on the code host or the site.

use super::escape::link;
use crate::facts::{Home, Place, Project, RepoName, Untrusted};
use crate::finding::Finding;
use crate::report::Report;
use crate::text::Text;

/// A place as formats show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// What it is called, without the line.
    pub(super) label: Text,
    /// The line of a file, counted from 1.
    pub(super) line: Option<u32>,
    /// Its page, safe to follow.
    pub(super) href: Option<String>,
}

/// The place of a finding; none where there is nothing to point at.
pub(super) fn spot(report: &Report, finding: &Finding) -> Option<Spot> {
    let server = report.server.as_str();
    match &finding.place {
        Place::File { repository, path, line } => {
            let home = repository.as_ref().or(report.portfolio.as_ref());
            let href = home.map(|home| link::to_file(server, home, commit(report, home), (path, *line)));
            Some(Spot { label: file(repository.as_ref(), path), line: *line, href })
        }
        Place::Repository(name) => Some(repository(server, name)),
        Place::Page { url, quoted } => Some(page(url, quoted.as_ref())),
        Place::PullRequest { repository, number } => Some(Spot {
            label: Text::plain("pull request ").value(number.to_string()),
            line: None,
            href: Some(format!("{server}/{repository}/pull/{number}")),
        }),
        Place::Folder => report.portfolio.as_ref().map(|name| repository(server, name)),
    }
}

fn file(repository: Option<&RepoName>, path: &Untrusted) -> Text {
    let label = match repository {
        Some(name) => Text::new().code(name.to_string()).then(" "),
        None => Text::new(),
    };
    label.code(path.clone())
}

fn repository(server: &str, name: &RepoName) -> Spot {
    Spot { label: Text::new().code(name.to_string()), line: None, href: Some(format!("{server}/{name}")) }
}

fn page(url: &Untrusted, quoted: Option<&Untrusted>) -> Spot {
    let label = match quoted {
        Some(words) if !words.is_blank() => Text::new().quote(words).then(" on "),
        _ => Text::new(),
    };
    Spot { label: label.code(link::spoken(url)), line: None, href: link::to_visit(url) }
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
