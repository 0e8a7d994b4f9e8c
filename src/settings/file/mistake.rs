//! What can be wrong with the file, each with line, column and what would be right.

use serde_saphyr::{Error, Location, UserMessageFormatter};
use url::Url;

use super::{Entry, Line, PortfolioFile};
use crate::facts::RepoName;
use crate::yaml;

/// The mistake that keeps the file from being read at all.
pub(super) fn of_form(error: &Error) -> String {
    let error = error.without_snippet();
    let what = if let Error::SerdeUnknownField { field, expected, .. } = error {
        yaml::unknown("a key here", field, expected)
    } else {
        let text = error.render_with_formatter(&UserMessageFormatter);
        text.lines().next().unwrap_or("it is not YAML").to_owned()
    };
    error.location().map_or(what.clone(), |location| at(location, &what))
}

/// The values that mean nothing, each on a line of its own.
pub(super) fn of_meaning(file: &PortfolioFile) -> Vec<String> {
    let entries = || file.projects.iter().flatten();
    let addresses = [("site", &file.site), ("resume", &file.resume)]
        .into_iter()
        .chain(entries().map(|entry| ("demo", &entry.demo)));
    let not_web = addresses.filter_map(|(key, line)| not_a_web_address(key, line.as_ref()?));
    not_web.chain(entries().filter_map(of_entry)).collect()
}

fn of_entry(entry: &Entry) -> Option<String> {
    if let (Some(_), Some(path)) = (&entry.repo, &entry.path) {
        return Some(at(path.location, "a project has either `repo` or `path`, not both"));
    }
    if let Some(repo) = entry.repo.as_ref().filter(|repo| !could_be_repository(&repo.text)) {
        return Some(at(repo.location, "`repo` wants `owner/name` or the address of a repository"));
    }
    let path = entry.path.as_ref()?;
    let leaves = path.text.starts_with(['/', '~']) || path.text.split(['/', '\\']).any(|part| part == "..");
    leaves.then(|| at(path.location, "`path` wants a folder of this repository, such as `projects/weather`"))
}

/// Only the form; what the address leads to is found out later, against the hosts that are in use.
fn could_be_repository(text: &str) -> bool {
    text.contains("://")
        || text.contains('@')
        || text.contains('.') && text.matches('/').count() > 1
        || text.splitn(3, '/').count() >= 2
            && RepoName::parse(&text.splitn(3, '/').take(2).collect::<Vec<_>>().join("/")).is_some()
}

fn not_a_web_address(key: &str, line: &Line) -> Option<String> {
    let is_web = Url::parse(line.text.trim())
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    (!is_web).then(|| {
        at(line.location, &format!("`{key}` wants an address that begins with `https://` or `http://`"))
    })
}

fn at(location: Location, what: &str) -> String {
    format!("line {}, column {}: {what}", location.line(), location.column())
}
