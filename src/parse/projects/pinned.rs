//! The repositories that a student pinned to the profile: the last resort, where nothing else lists projects.

use super::{Entry, Surroundings};
use crate::facts::{FoundIn, Place, RepoName};
use crate::parse::repo_link::RepoLink;

/// The entries of these repositories, without the portfolio itself and the profile page.
pub fn pinned(names: &[RepoName], surroundings: Surroundings<'_>) -> Vec<Entry> {
    let Some(owner) = surroundings.name.map(RepoName::owner) else { return Vec::new() };
    let profile = surroundings.server.join(owner).map_or_else(|_| owner.to_owned(), String::from);
    let entries = names.iter().filter_map(|name| {
        let at = Place::Page { url: profile.as_str().into(), quoted: Some(name.name().into()) };
        let mut entry = Entry::at(at, FoundIn::Pinned);
        let link = RepoLink { name: name.clone(), folder: None };
        surroundings.add_code(&mut entry, link).then_some(entry)
    });
    entries.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::tree::Tree;
    use url::Url;

    #[test]
    fn neither_the_portfolio_nor_the_profile_counts() {
        let name = |text| RepoName::parse(text).unwrap();
        let (own, server, tree) =
            (name("ada/portfolio"), Url::parse("https://github.com/").unwrap(), Tree::default());
        let surroundings = Surroundings { name: Some(&own), server: &server, tree: &tree };
        let names = ["ada/chess", "Ada/Portfolio", "ada/ada", "team/tea", "facebook/react"].map(name);
        let found = pinned(&names, surroundings);
        let repos: Vec<String> = found.iter().map(|entry| entry.repos[0].name.to_string()).collect();
        assert_eq!(repos, ["ada/chess", "team/tea"]);
        let profile = Place::Page { url: "https://github.com/ada".into(), quoted: Some("chess".into()) };
        assert_eq!((found[0].found_in, &found[0].at), (FoundIn::Pinned, &profile));
    }
}
