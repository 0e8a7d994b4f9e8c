//! Somebody says where the site is, and those who say it agree.

use url::Url;

use crate::facts::{Facts, Place, SeenAs, Site, SiteAddress, SiteSource, Untrusted, Visit, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "site-known",
    statement: "The address of the portfolio site can be found from the repository",
    group: Group::Site,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A reader who lands on the repository wants to see the site, and follows the link in the \"About\" box or the README.",
    fix: "Put the address into the \"About\" box of the repository (the gear beside \"About\", field \"Website\"), or into `portfolio.yml`.",
    example: "```yaml\n# portfolio.yml\nsite: https://ada.example\n```",
    needs: &[],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let site = &facts.site;
    let Some(believed) = site.addresses.first() else {
        return unnamed(facts);
    };
    let rivals = rivals(site);
    let text = Text::new().code(believed.url.clone()).then(", named by ").then(source(believed.found_in));
    if rivals.is_empty() || believed.found_in == SiteSource::Flag {
        return Ok(Answer::met(text, place(site)));
    }
    let text = rivals.iter().fold(text, |text, rival| {
        text.then("; but ").then(source(rival.found_in)).then(" names ").code(rival.url.clone())
    });
    Ok(Answer::doubtful(text, place(site)).fix(
        Text::plain("Make them agree, or settle it in `portfolio.yml` with the line ")
            .code("site: …")
            .then("."),
    ))
}

/// Addresses that differ from the believed one. A preview of one commit has an address of its own, and one that the site
/// sends its visitors to is the same site.
fn rivals(site: &Site) -> Vec<&SiteAddress> {
    let mut lasting = site.addresses.iter().filter(|address| address.found_in != SiteSource::Deployment);
    let Some(believed) = lasting.next() else { return Vec::new() };
    let end = match &site.home {
        Ok(Visit::Page(page)) => Some(key(&page.url)),
        Ok(_) | Err(_) => None,
    };
    lasting.filter(|other| disagree(believed, other) && end.as_ref() != Some(&key(&other.url))).collect()
}

/// Nobody names an address. That is proven only where the "About" box was seen too.
fn unnamed(facts: &Facts) -> Outcome {
    if facts.site.seen_as.is_preview() && matches!(facts.site.home, Ok(Visit::Page(_))) {
        let text = Text::plain("No address is named anywhere; the folder's own pages were looked at");
        return Ok(Answer::doubtful(text, Place::Folder));
    }
    seen(&facts.portfolio.repository)?;
    let text = Text::plain("No address of a site in the \"About\" box, ")
        .code("portfolio.yml")
        .then(", ")
        .code("CNAME")
        .then(", ")
        .code("package.json")
        .then(" or the README");
    Ok(Answer::unmet(text, Place::Folder).fix_by_pasting(
        Text::plain("Put the address into the \"About\" box of the repository, or into ")
            .code("portfolio.yml")
            .then(":"),
        "yaml",
        "site: https://…",
    ))
}

fn place(site: &Site) -> Place {
    match (site.seen_as, site.addresses.first()) {
        (SeenAs::Http | SeenAs::Chrome, Some(address)) => {
            Place::Page { url: address.url.clone(), quoted: None }
        }
        (SeenAs::Preview | SeenAs::PreviewInChrome | SeenAs::Source, _) | (_, None) => Place::Folder,
    }
}

/// Two addresses that lead to different places. What is only guessed from a name disagrees with nothing.
fn disagree(believed: &SiteAddress, other: &SiteAddress) -> bool {
    let is_guess = matches!(other.found_in, SiteSource::UserSite | SiteSource::Pages | SiteSource::Readme);
    !is_guess && key(&believed.url) != key(&other.url)
}

/// The address without what does not matter: scheme, `www.`, the final slash, capitals in the host.
fn key(address: &Untrusted) -> String {
    let written = address.as_written();
    Url::parse(written).map_or_else(
        |_| written.to_owned(),
        |url| {
            let host = url.host_str().unwrap_or_default();
            let path = url.path().trim_end_matches("index.html").trim_end_matches('/');
            format!("{}{path}", host.trim_start_matches("www."))
        },
    )
}

fn source(source: SiteSource) -> &'static str {
    match source {
        SiteSource::Flag => "--site",
        SiteSource::PortfolioFile => "portfolio.yml",
        SiteSource::Deployment => "the deployment of this commit",
        SiteSource::Homepage => "the \"About\" box of the repository",
        SiteSource::Pages => "GitHub Pages",
        SiteSource::Cname => "the CNAME file",
        SiteSource::PackageJson => "\"homepage\" in package.json",
        SiteSource::UserSite => "the repository's own name",
        SiteSource::SiteConfig => "the site generator's configuration",
        SiteSource::Readme => "a link in the README",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Obstacle, RepoName, Repository};
    use crate::rule::Kind;

    fn named(addresses: &[(&str, SiteSource)]) -> Facts {
        let mut facts = Facts::sample();
        facts.site.addresses = addresses
            .iter()
            .map(|(url, found_in)| SiteAddress { url: (*url).into(), found_in: *found_in })
            .collect();
        facts
    }

    fn repository() -> Repository {
        Repository {
            name: RepoName::parse("ada/portfolio").unwrap(),
            is_empty: false,
            is_private: false,
            is_organisations: None,
            pushed: None,
            is_archived: false,
            fork_of: None,
            default_branch: None,
            head: None,
            homepage: None,
            description: None,
            top: Vec::new(),
        }
    }

    #[test]
    fn answers() {
        use SiteSource::{Cname, Deployment, Flag, Homepage, UserSite};
        let table: &[(&[(&str, SiteSource)], Kind)] = &[
            (&[("https://ada.example", Homepage)], Kind::Met),
            (&[("https://ada.example", Homepage), ("http://www.ada.example/", Cname)], Kind::Met),
            (&[("https://ada.example", Homepage), ("https://bob.example", Cname)], Kind::Doubtful),
            (&[("https://ada.example", Homepage), ("https://ada.github.io/", UserSite)], Kind::Met),
            (&[("https://x-git-new.example", Deployment), ("https://ada.example", Homepage)], Kind::Met),
            (&[("https://ada.github.io", Homepage), ("https://ada.example", Cname)], Kind::Met),
            (&[("http://localhost:1/", Flag), ("https://bob.example", Cname)], Kind::Met),
        ];
        for (addresses, expected) in table {
            let answer = check(&named(addresses), &Policy::portfolio()).unwrap();
            assert_eq!(answer.kind, *expected, "{addresses:?}");
        }
    }

    #[test]
    fn nobody_names_it() {
        let mut facts = named(&[]);
        facts.site.home = Err(Obstacle::DependsOn { what: "the address of the site" });
        assert_eq!(check(&facts, &Policy::portfolio()).unwrap_err(), Obstacle::NotInALocalRun);
        facts.portfolio.repository = Ok(repository());
        assert_eq!(check(&facts, &Policy::portfolio()).unwrap().kind, Kind::Unmet);
        let mut facts = named(&[]);
        facts.site.seen_as = SeenAs::Preview;
        assert_eq!(check(&facts, &Policy::portfolio()).unwrap().kind, Kind::Doubtful);
    }
}
