//! What a person typed as the target -> a folder, a repository, or a pull request.

use url::Url;

use super::{Hosts, Target};
use crate::facts::RepoName;

/// A target, and the pull request that its address names.
pub type Aim = (Target, Option<u64>);

/// Reads a target. `is_folder` says whether a folder of that name is there: what exists is meant.
///
/// # Errors
/// What would be right, as a lowercase fragment.
pub fn parse(text: &str, hosts: &Hosts, is_folder: impl Fn(&str) -> bool) -> Result<Aim, String> {
    if let Ok(url) = Url::parse(text)
        && matches!(url.scheme(), "http" | "https")
    {
        return from_url(&url, hosts);
    }
    let (name, git_ref) = match text.split_once('@') {
        Some((name, git_ref)) => (name, Some(git_ref.to_owned()).filter(|git_ref| !git_ref.is_empty())),
        None => (text, None),
    };
    let is_path = text.starts_with(['.', '/', '~']) || is_folder(text);
    match RepoName::parse(name) {
        Some(name) if !is_path => Ok((Target::Repository { name, git_ref }, None)),
        Some(_) | None => Ok((Target::Folder(text.into()), None)),
    }
}

fn from_url(url: &Url, hosts: &Hosts) -> Result<Aim, String> {
    let wrong = || {
        format!(
            "`{url}` is not a repository's address; right forms are {server}OWNER/REPO, {server}OWNER/REPO/tree/REF and {server}OWNER/REPO/pull/N",
            server = hosts.server
        )
    };
    if url.host_str().map(|host| host.trim_start_matches("www.")) != hosts.server.host_str() {
        return Err(wrong());
    }
    let parts: Vec<&str> = url.path().split('/').filter(|part| !part.is_empty()).collect();
    let [owner, name, rest @ ..] = parts.as_slice() else { return Err(wrong()) };
    let name = RepoName::new(owner, name).ok_or_else(wrong)?;
    match rest {
        [] => Ok((Target::Repository { name, git_ref: None }, None)),
        ["tree", git_ref @ ..] if !git_ref.is_empty() => {
            Ok((Target::Repository { name, git_ref: Some(git_ref.join("/")) }, None))
        }
        ["pull", number, ..] => {
            let number = number.parse().map_err(|_| wrong())?;
            Ok((Target::Repository { name, git_ref: None }, Some(number)))
        }
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts() -> Hosts {
        Hosts {
            api: Url::parse("https://api.github.com").unwrap(),
            graphql: Url::parse("https://api.github.com/graphql").unwrap(),
            server: Url::parse("https://github.com").unwrap(),
        }
    }

    fn repository(name: &str, git_ref: Option<&str>) -> Target {
        Target::Repository { name: RepoName::parse(name).unwrap(), git_ref: git_ref.map(str::to_owned) }
    }

    #[test]
    fn every_form_of_a_target_is_read() {
        let cases = [
            ("ada/portfolio", (repository("ada/portfolio", None), None)),
            ("ada/portfolio@draft", (repository("ada/portfolio", Some("draft")), None)),
            ("https://github.com/ada/portfolio", (repository("ada/portfolio", None), None)),
            ("https://github.com/ada/portfolio.git", (repository("ada/portfolio", None), None)),
            ("https://www.github.com/ada/portfolio/", (repository("ada/portfolio", None), None)),
            (
                "https://github.com/ada/portfolio/tree/new/look",
                (repository("ada/portfolio", Some("new/look")), None),
            ),
            ("https://github.com/ada/portfolio/pull/7/files", (repository("ada/portfolio", None), Some(7))),
            (".", (Target::Folder(".".into()), None)),
            ("sites/mine", (Target::Folder("sites/mine".into()), None)),
            ("./ada/portfolio", (Target::Folder("./ada/portfolio".into()), None)),
        ];
        for (text, aim) in cases {
            assert_eq!(parse(text, &hosts(), |path| path == "sites/mine"), Ok(aim), "{text}");
        }
    }

    #[test]
    fn an_address_elsewhere_is_refused_with_the_right_forms() {
        for text in
            ["https://example.com/ada/portfolio", "https://github.com/ada", "https://github.com/ada/x/pull/y"]
        {
            let error = parse(text, &hosts(), |_| false).unwrap_err();
            assert!(error.contains("/pull/N"), "{error}");
        }
    }
}
