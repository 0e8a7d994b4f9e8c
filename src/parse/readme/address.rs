//! What an address in a README leads to, as far as the address itself tells.

use std::collections::{HashMap, HashSet};
use std::iter;
use std::sync::LazyLock;

/// What an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leads {
    /// To an application or page of somebody: hosts where people publish what they made.
    Live,
    /// To code.
    Code,
    /// To a tool, a profile, a picture, a document: not to the thing itself.
    Elsewhere,
    /// To another host that is not known.
    Unknown,
    /// To a file of the repository, or a heading of the page.
    Inside,
    /// To the author's own machine.
    Localhost,
    /// Nowhere.
    Nowhere,
}

/// The hosts that are known, by group.
static HOSTS: LazyLock<HashMap<&str, HashSet<&str>>> = LazyLock::new(|| groups(include_str!("hosts.txt")));

fn groups(data: &'static str) -> HashMap<&'static str, HashSet<&'static str>> {
    let mut groups: HashMap<&str, HashSet<&str>> = HashMap::new();
    let mut group = "";
    for line in data.lines().filter(|line| !line.is_empty() && !line.starts_with("//")) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => group = name,
            None => {
                groups.entry(group).or_default().insert(line);
            }
        }
    }
    groups
}

/// A host, and every domain that it lies in.
fn domains(host: &str) -> impl Iterator<Item = &str> {
    iter::successors(Some(host), |host| host.split_once('.').map(|(_, above)| above))
}

/// True for a domain of a group.
fn is_of(group: &str, domain: &str) -> bool {
    HOSTS.get(group).is_some_and(|hosts| hosts.contains(domain))
}

/// What an address leads to.
pub(super) fn leads(url: &str) -> Leads {
    let url = url.trim().trim_end_matches(['.', ',', ';', ')', ']', '>']);
    if url.is_empty() || url == "#" || url.eq_ignore_ascii_case("url") || url.eq_ignore_ascii_case("link") {
        return Leads::Nowhere;
    }
    let Some(rest) = after_scheme(url) else { return without_scheme(url) };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let is_one_of = |group| domains(host).any(|domain| is_of(group, domain));
    if matches!(host, "localhost" | "127.0.0.1" | "0.0.0.0") {
        Leads::Localhost
    } else if host.is_empty() || is_one_of("slot") || !host.contains('.') {
        Leads::Nowhere
    } else if is_one_of("live")
        || rest.contains("huggingface.co/spaces/")
        || rest.contains("/webstore/detail/")
    {
        Leads::Live
    } else if is_one_of("code") {
        Leads::Code
    } else if is_one_of("elsewhere") {
        Leads::Elsewhere
    } else {
        Leads::Unknown
    }
}

fn after_scheme(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("//")?;
    matches!(scheme.to_ascii_lowercase().as_str(), "" | "http:" | "https:").then_some(rest)
}

fn without_scheme(url: &str) -> Leads {
    if url.starts_with("mailto:") || url.starts_with("tel:") {
        return Leads::Elsewhere;
    }
    let host = url.split('/').next().unwrap_or_default().to_ascii_lowercase();
    if domains(&host).skip(1).any(|domain| is_of("live", domain)) {
        return Leads::Live;
    }
    if host.starts_with("www.") { Leads::Unknown } else { Leads::Inside }
}

/// True for a bare domain in prose (`see tea.example.com`), without the names of tools that look like one.
pub(super) fn is_domain(word: &str) -> bool {
    const ENDINGS: [&str; 15] = [
        ".com", ".net", ".org", ".dev", ".app", ".me", ".site", ".tech", ".xyz", ".codes", ".design",
        ".info", ".de", ".fr", ".co.uk",
    ];
    let word = word.trim_matches(|next: char| !next.is_alphanumeric()).to_ascii_lowercase();
    let is_free = |group| !domains(&word).any(|domain| is_of(group, domain));
    !word.contains(['@', '/', ':'])
        && ENDINGS.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
        && is_free("elsewhere")
        && is_free("code")
        && is_free("slot")
}

/// A picture that says something about the project in a word or two, instead of showing it.
pub(super) fn is_badge(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    HOSTS.get("badge").is_some_and(|badges| badges.iter().any(|badge| lower.contains(badge)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_where_an_address_leads() {
        for (url, expected) in [
            ("https://ada.github.io/tea", Leads::Live),
            ("https://Tea-Time.netlify.app]", Leads::Live),
            ("ada.github.io", Leads::Live),
            ("https://huggingface.co/spaces/ada/tea", Leads::Live),
            ("https://github.com/ada/tea", Leads::Code),
            ("https://www.npmjs.com/package/jest", Leads::Elsewhere),
            ("mailto:ada@tea.example", Leads::Elsewhere),
            ("https://tea.dev", Leads::Unknown),
            ("http://localhost:3000", Leads::Localhost),
            ("docs/a.md", Leads::Inside),
            ("#usage", Leads::Inside),
            ("", Leads::Nowhere),
            ("#", Leads::Nowhere),
            ("https://www.example.com", Leads::Nowhere),
            ("https://", Leads::Nowhere),
        ] {
            assert_eq!(leads(url), expected, "{url}");
        }
    }
}
