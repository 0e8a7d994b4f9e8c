//! An address in any spelling -> the repository, and the folder in it.

use url::Url;

use crate::facts::RepoName;

/// What an address of a repository leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepoLink {
    /// The repository.
    pub name: RepoName,
    /// The folder in it, where the address names one (or a file in one).
    pub folder: Option<String>,
}

/// First parts of the code host's own pages, which look like accounts.
const NOT_ACCOUNTS: &[&str] = &[
    "about",
    "account",
    "apps",
    "blog",
    "codespaces",
    "collections",
    "community",
    "contact",
    "copilot",
    "customer-stories",
    "dashboard",
    "education",
    "enterprise",
    "events",
    "explore",
    "features",
    "issues",
    "join",
    "login",
    "logout",
    "marketplace",
    "mobile",
    "new",
    "notifications",
    "organizations",
    "orgs",
    "premium-support",
    "pricing",
    "pulls",
    "resources",
    "search",
    "security",
    "sessions",
    "settings",
    "signup",
    "site",
    "solutions",
    "sponsors",
    "stars",
    "team",
    "topics",
    "trending",
    "user-attachments",
    "users",
    "watching",
];

/// Accounts of templates that nobody filled in.
const SLOT_ACCOUNTS: &[&str] = &[
    "githubusername",
    "github-username",
    "github_username",
    "user",
    "username",
    "user-name",
    "your-account",
    "your-github",
    "your-github-username",
    "your-name",
    "your-user-name",
    "your-username",
    "your_github_username",
    "your_name",
    "your_username",
    "your_username_",
    "yourgithub",
    "yourgithubusername",
    "yourname",
    "yourusername",
];

/// Second parts that belong to an account's own pages.
const NOT_REPOSITORIES: &[&str] = &["followers", "following", "repositories"];

/// Views of a repository that show a file by itself: a picture or a download, not the project.
const FILE_VIEWS: &[&str] = &["raw", "assets"];

/// Reads an address; `server` is the code host's (`https://github.com/`). None for profiles, organisations, gists,
/// the code host's own pages, templates' slots, pages served from repositories, and everything else.
pub fn read(address: &str, server: &Url) -> Option<RepoLink> {
    let host = server.host_str()?;
    let path = path_on(host, address.trim())?;
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let (owner, repo) = (parts.next()?, parts.next()?);
    let repo = repo.trim_end_matches(['.', ',', ';', ':', ')', ']', '>', '"', '\'', '`']);
    let is_among = |list: &[&str], word: &str| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    if is_among(NOT_ACCOUNTS, owner) || is_among(SLOT_ACCOUNTS, owner) || is_among(NOT_REPOSITORIES, repo) {
        return None;
    }
    let name = RepoName::new(owner, repo)?;
    let rest: Vec<&str> = parts.collect();
    let folder = match rest.as_slice() {
        [view, ..] if is_among(FILE_VIEWS, view) => return None,
        ["tree", _, folder @ ..] | ["blob", _, folder @ .., _] => folder_of(folder),
        _ => None,
    };
    Some(RepoLink { name, folder })
}

/// Reads every address in a text that joins several (`;`, `,`, white space, `|`).
pub fn read_all(text: &str, server: &Url) -> Vec<RepoLink> {
    text.split(|c: char| matches!(c, ';' | ',' | '|') || c.is_whitespace())
        .filter_map(|address| read(address, server))
        .collect()
}

/// True where the address lies on the code host, whatever it shows there.
pub fn is_on_host(address: &str, server: &Url) -> bool {
    server.host_str().is_some_and(|host| path_on(host, address.trim()).is_some())
}

/// What follows the host in an address on it, with or without a scheme.
fn path_on<'a>(host: &str, address: &'a str) -> Option<&'a str> {
    let address = address.strip_prefix("git+").unwrap_or(address);
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.trim_start_matches('/');
    let authority = rest.split(['/', '?', '#']).next()?;
    let rest = authority.rfind('@').map_or(rest, |at| &rest[at + 1..]);
    let end = rest.find(['/', ':', '?', '#']).unwrap_or(rest.len());
    let (found, path) = rest.split_at(end);
    let found = found.to_ascii_lowercase();
    let found = found.strip_prefix("www.").unwrap_or(&found);
    if found != host {
        return None;
    }
    let after_port =
        path.strip_prefix(':').map(|after| after.trim_start_matches(|c: char| c.is_ascii_digit()));
    Some(match after_port {
        Some(after) if after.starts_with('/') => after,
        Some(_) => path.trim_start_matches(':'),
        None => path,
    })
}

fn folder_of(parts: &[&str]) -> Option<String> {
    let path = parts.join("/");
    let path = percent_encoding::percent_decode_str(&path).decode_utf8_lossy();
    (!path.is_empty()).then(|| path.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn github() -> Url {
        Url::parse("https://github.com/").unwrap()
    }

    fn shown(link: &RepoLink) -> String {
        match &link.folder {
            Some(folder) => format!("{} {folder}", link.name),
            None => link.name.to_string(),
        }
    }

    #[test]
    fn every_spelling_is_one_repository() {
        for address in [
            "https://github.com/ada/weather",
            "http://github.com/ada/weather",
            "HTTPS://GitHub.com/Ada/Weather",
            "https://www.github.com/ada/weather",
            "//github.com/ada/weather",
            "github.com/ada/weather",
            "www.github.com/ada/weather/",
            "https://github.com//ada/weather//",
            "https://github.com/ada/weather.git",
            "git@github.com:ada/weather.git",
            "ssh://git@github.com/ada/weather.git",
            "ssh://git@github.com:22/ada/weather.git",
            "https://token:x-oauth@github.com/ada/weather.git",
            "git://github.com/ada/weather.git",
            "git+https://github.com/ada/weather.git",
            "https://github.com/ada/weather#readme",
            "https://github.com/ada/weather?tab=readme-ov-file#run-it",
            "https://github.com/ada/weather/tree/main",
            "https://github.com/ada/weather/tree/main/",
            "https://github.com/ada/weather/blob/main/REPORT.md",
            "https://github.com/ada/weather/pull/12",
            "https://github.com/ada/weather/issues",
            "https://github.com/ada/weather/wiki/Home",
            "https://github.com/ada/weather/releases/tag/v1.0",
            "https://github.com/ada/weather/commit/0123abc",
            " https://github.com/ada/weather). ",
        ] {
            let link = read(address, &github()).unwrap_or_else(|| panic!("{address}"));
            assert_eq!(shown(&link).to_lowercase(), "ada/weather", "{address}");
        }
    }

    #[test]
    fn folders_are_kept() {
        for (address, expected) in [
            ("https://github.com/ada/class/tree/main/week-3/chess", "ada/class week-3/chess"),
            ("https://github.com/ada/class/blob/main/chess/README.md", "ada/class chess"),
            ("https://github.com/ada/class/tree/main/week%203/", "ada/class week 3"),
            ("https://github.com/ada/class/tree/main/chess?plain=1#L3", "ada/class chess"),
        ] {
            assert_eq!(shown(&read(address, &github()).unwrap()), expected);
        }
    }

    #[test]
    fn other_addresses_are_none() {
        for address in [
            "",
            "#",
            "https://github.com",
            "https://github.com/",
            "https://github.com/ada",
            "https://github.com/ada/",
            "https://github.com/ada?tab=repositories",
            "https://github.com/orgs/acme/repositories",
            "https://github.com/topics/rust",
            "https://github.com/sponsors/ada",
            "https://github.com/features/actions",
            "https://github.com/username/project",
            "https://github.com/your-username/project-one",
            "https://github.com/user-attachments/assets/0000",
            "https://github.com/ada/weather/assets/1/2",
            "https://github.com/ada/weather/raw/main/resume.pdf",
            "https://gist.github.com/ada/0123456789abcdef",
            "https://raw.githubusercontent.com/ada/weather/main/a.png",
            "https://ada.github.io/weather/",
            "https://github.community/ada/weather",
            "https://notgithub.com/ada/weather",
            "https://example.com/github.com/ada/weather",
            "https://gitlab.com/ada/weather",
            "mailto:ada@github.com",
            "javascript:void(0)",
            "https://github.com/ada/we%20ather",
        ] {
            assert_eq!(read(address, &github()), None, "{address}");
        }
    }

    #[test]
    fn joined_addresses_are_told_apart() {
        let found = read_all("https://github.com/ada/front; github.com/ada/back.git, #", &github());
        assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), ["ada/front", "ada/back"]);
    }

    #[test]
    fn an_enterprise_host_is_the_only_one() {
        let server = Url::parse("https://git.school.example/").unwrap();
        assert!(read("https://git.school.example/ada/weather", &server).is_some());
        assert!(read("https://github.com/ada/weather", &server).is_none());
        assert!(is_on_host("https://git.school.example/ada", &server));
    }
}
