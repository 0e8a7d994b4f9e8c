//! Which changed files are part of what was approved. Where the host does not show what was changed, it may be anything.

use crate::facts::{ChangedFile, Facts, Home, Place};

/// The file itself, or lines that name it: a link that was turned to another file.
pub(in crate::rules) fn is_resume(file: &ChangedFile, facts: &Facts) -> bool {
    let at = facts.evidence.reviews.as_ref().ok().and_then(|reviews| reviews.resume_file.as_ref());
    if at.is_some_and(|at| *at == file.path) {
        return true;
    }
    let linked = facts.resume.link.as_ref().ok().and_then(Option::as_ref);
    let hrefs = linked.map(|link| &link.href).into_iter().chain(at);
    let names: Vec<String> =
        hrefs.map(|href| base_name(href.as_written())).filter(|name| !name.is_empty()).collect();
    let changed = base_name(file.path.as_written());
    names.contains(&changed)
        || match &file.lines {
            Some(lines) => {
                let lines = decoded(lines.as_written());
                names.iter().any(|name| lines.contains(name))
            }
            None => is_page(&changed),
        }
}

/// The resume, the list of projects, the READMEs.
pub(in crate::rules) fn is_portfolio(file: &ChangedFile, facts: &Facts) -> bool {
    let path = file.path.as_written();
    path == "portfolio.yml"
        || base_name(path).to_lowercase().starts_with("readme")
        || is_resume(file, facts)
        || lists_projects(file, facts)
}

/// A file that names the projects: where they were found, or with lines about one of them.
fn lists_projects(file: &ChangedFile, facts: &Facts) -> bool {
    let path = file.path.as_written();
    let projects = facts.projects.as_deref().unwrap_or_default();
    let is_list = projects.iter().any(
        |project| matches!(&project.found_at, Place::File { repository: None, path, .. } if *path == file.path),
    );
    let Some(lines) = file.lines.as_ref().map(|lines| lines.as_written().to_lowercase()) else {
        return is_list || is_page(path);
    };
    let mut names = projects.iter().flat_map(|project| {
        let home = match &project.home {
            Home::Repository { name, .. } => Some(name.to_string()),
            Home::Folder(path) => Some(path.as_written().to_owned()),
            Home::Elsewhere(_) | Home::Nowhere => None,
        };
        home.into_iter().chain([project.name.as_written().to_owned()])
    });
    // Lists of packages name repositories of other people.
    is_list
        || !is_lock(path)
            && (lines.contains("github.com/") || names.any(|name| lines.contains(&name.to_lowercase())))
}

fn is_lock(path: &str) -> bool {
    let name = base_name(path).to_lowercase();
    let kind = name.rsplit('.').next();
    name.contains("-lock.") || kind == Some("lock") || name == "npm-shrinkwrap.json"
}

/// A kind of file that can say which projects and which resume visitors see.
fn is_page(path: &str) -> bool {
    const KINDS: [&str; 18] = [
        "html", "htm", "js", "jsx", "ts", "tsx", "mjs", "vue", "svelte", "astro", "json", "yml", "yaml",
        "toml", "md", "mdx", "erb", "haml",
    ];
    path.rsplit_once('.').is_some_and(|(_, kind)| KINDS.contains(&kind))
}

/// The last part of an address or path, as a file is called.
fn base_name(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    decoded(path.rsplit('/').find(|part| !part.is_empty()).unwrap_or(path))
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}
