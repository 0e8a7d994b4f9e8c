//! Which changed files are part of what was approved.

use crate::facts::{ChangedFile, Facts, Home, Place};

/// The file itself, or lines that name it: a link that was turned to another file.
pub(in crate::rules) fn is_resume(file: &ChangedFile, facts: &Facts) -> bool {
    let Ok(Some(link)) = &facts.resume.link else { return false };
    let href = link.href.as_written();
    let path = href.split(['?', '#']).next().unwrap_or(href);
    let name = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or(path);
    let spaced = name.replace("%20", " ");
    let changed = file.path.as_written();
    let is_file = changed.rsplit('/').next().is_some_and(|base| base == name || base == spaced);
    let is_page = || {
        matches!(
            changed.rsplit_once('.'),
            Some((_, "html" | "js" | "jsx" | "ts" | "tsx" | "json" | "yml" | "md"))
        )
    };
    is_file
        || match &file.lines {
            Some(lines) => lines.as_written().contains(name) || lines.as_written().contains(&spaced),
            // Too much was changed for the host to show it.
            None => is_page(),
        }
}

/// The resume, the list of projects, the READMEs.
pub(in crate::rules) fn is_portfolio(file: &ChangedFile, facts: &Facts) -> bool {
    let path = file.path.as_written();
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    path == "portfolio.yml"
        || name.starts_with("readme")
        || is_resume(file, facts)
        || lists_projects(file, facts)
}

/// A file that names the projects: where they were found, or with lines about one of them.
fn lists_projects(file: &ChangedFile, facts: &Facts) -> bool {
    let projects = facts.projects.as_deref().unwrap_or_default();
    let is_list = projects.iter().any(
        |project| matches!(&project.found_at, Place::File { repository: None, path, .. } if *path == file.path),
    );
    let Some(lines) = file.lines.as_ref().map(|lines| lines.as_written().to_lowercase()) else {
        return is_list;
    };
    let mut names = projects.iter().flat_map(|project| {
        let home = match &project.home {
            Home::Repository { name, .. } => Some(name.to_string()),
            Home::Folder(path) => Some(path.as_written().to_owned()),
            Home::Elsewhere(_) | Home::Nowhere => None,
        };
        home.into_iter().chain([project.name.as_written().to_owned()])
    });
    is_list || lines.contains("github.com/") || names.any(|name| lines.contains(&name.to_lowercase()))
}
