//! Which addresses somebody named as the site: every one of them, the most believed first.

use url::Url;

use crate::facts::{RepoName, SiteAddress, SiteSource};
use crate::parse::hosts::{Host, host};
use crate::parse::resume_words::fold;
use crate::parse::site_config;
use crate::settings::{Guard, SiteFlag};

/// Files of the portfolio repository that may name the site, by exact path; [`site_config::FILES`] do as well.
const OWN_FILES: &[&str] = &["CNAME", "public/CNAME", "static/CNAME", "docs/CNAME", "package.json"];

/// Words in the label of a README's link to the site itself.
const SITE_WORDS: &[&str] =
    &["portfolio", "website", "site", "homepage", "webpage", "portafolio", "deployed"];

/// Words that are said of a project's demonstration as well.
const DEMO_WORDS: &[&str] = &["live", "demo", "online", "visit", "deployment"];

/// A text file: its path from the top of the repository, and its text.
pub type NamedFile<'a> = (&'a str, &'a str);

/// What is known of a portfolio that may tell where its site is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signs<'a> {
    /// Whether an address may be private: a test's world is, and nobody else's site.
    pub guard: Guard,
    /// What the person running the program typed.
    pub flag: Option<&'a SiteFlag>,
    /// `site` of the student's `portfolio.yml`.
    pub declared: Option<&'a str>,
    /// The repository.
    pub repository: Option<&'a RepoName>,
    /// The address of a deployment of the commit that is looked at.
    pub deployment: Option<&'a str>,
    /// The address in its "About" box.
    pub homepage: Option<&'a str>,
    /// The address that GitHub Pages gives for it.
    pub pages: Option<&'a str>,
    /// Those of [`files`] that are there.
    pub files: &'a [NamedFile<'a>],
    /// The links of its README: what they are called, and where they lead.
    pub readme_links: &'a [(String, String)],
}

/// Every file that may name the site, by exact path.
pub fn files() -> impl Iterator<Item = &'static str> {
    OWN_FILES.iter().chain(site_config::FILES).copied()
}

/// Every address that is named, each once, the believed one first.
pub fn candidates(signs: &Signs<'_>) -> Vec<SiteAddress> {
    let mut found: Vec<SiteAddress> = signs.flag.map(flagged).into_iter().collect();
    let mut add = |url: Option<Url>, found_in| {
        let Some(url) = url else { return };
        let url = crate::facts::Untrusted::from(String::from(url));
        if !found.iter().any(|known| known.url == url) {
            found.push(SiteAddress { url, found_in });
        }
    };
    let package = signs.file("package.json").and_then(|text| serde_json::from_str(text).ok());
    let package: Option<&serde_json::Value> = package.as_ref();
    add(signs.declared.and_then(web_address), SiteSource::PortfolioFile);
    add(signs.deployment.and_then(web_address), SiteSource::Deployment);
    let homepage = signs.homepage.and_then(|homepage| signs.homepage_address(homepage));
    // A repository that was made from another one may still name that one's site.
    let (own, others) = homepage.into_iter().partition::<Vec<Url>, _>(|url| signs.is_own(url));
    add(own.into_iter().next(), SiteSource::Homepage);
    add(signs.pages.and_then(web_address).or_else(|| signs.published(package?)), SiteSource::Pages);
    for path in OWN_FILES.iter().filter(|path| path.ends_with("CNAME")) {
        add(signs.file(path).and_then(domain), SiteSource::Cname);
    }
    let homepage = package.and_then(|package| package.get("homepage")?.as_str());
    add(homepage.and_then(site).filter(|url| signs.is_own(url)), SiteSource::PackageJson);
    add(signs.user_site(), SiteSource::UserSite);
    for path in site_config::FILES {
        let config = signs.file(path).and_then(site_config::address);
        add(config.as_deref().and_then(site).filter(|url| signs.is_own(url)), SiteSource::SiteConfig);
    }
    add(signs.readme_link(), SiteSource::Readme);
    add(others.into_iter().next(), SiteSource::Homepage);
    found
}

fn flagged(flag: &SiteFlag) -> SiteAddress {
    let url = match flag {
        SiteFlag::Url(url) | SiteFlag::Listed(url) => url.as_str().into(),
        SiteFlag::Folder(folder) => folder.display().to_string().into(),
    };
    SiteAddress { url, found_in: SiteSource::Flag }
}

impl<'a> Signs<'a> {
    fn file(&self, path: &str) -> Option<&'a str> {
        self.files.iter().find(|(known, _)| *known == path).map(|(_, text)| *text)
    }

    fn homepage_address(&self, homepage: &str) -> Option<Url> {
        match self.guard {
            Guard::PublicOnly => site(homepage),
            Guard::PrivateAllowed => web_address(homepage),
        }
    }

    /// `owner/owner.github.io` is published at that very address; its host is lower case.
    fn user_site(&self) -> Option<Url> {
        let repository = self.repository?;
        let host = format!("{}.github.io", repository.owner());
        let is_user_site = repository.name().eq_ignore_ascii_case(&host);
        if is_user_site { Url::parse(&format!("https://{}/", host.to_lowercase())).ok() } else { None }
    }

    /// A `package.json` that publishes with the tool `gh-pages`.
    fn published(&self, package: &serde_json::Value) -> Option<Url> {
        let repository = self.repository.filter(|_| self.user_site().is_none())?;
        let scripts = package.get("scripts")?.as_object()?;
        let is_published = scripts
            .values()
            .filter_map(serde_json::Value::as_str)
            .any(|script| script.contains("gh-pages -d") || script.contains("gh-pages --dist"));
        let address =
            format!("https://{}.github.io/{}/", repository.owner().to_lowercase(), repository.name());
        if is_published { Url::parse(&address).ok() } else { None }
    }

    /// False for the Pages of another account: a template that was copied still names its author's.
    fn is_own(&self, url: &Url) -> bool {
        let owner = url.host_str().and_then(|host| host.strip_suffix(".github.io"));
        match (owner, self.repository) {
            (Some(owner), Some(repository)) => repository.owner().eq_ignore_ascii_case(owner),
            (Some(_) | None, _) => true,
        }
    }

    /// The first link of the README that is called the site; one that is called a demonstration, where it is the only one.
    fn readme_link(&self) -> Option<Url> {
        let called = |words: &[&str], label: &str| {
            let label = fold(label);
            label.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
        };
        let links: Vec<(&str, Url)> = self
            .readme_links
            .iter()
            .filter_map(|(label, href)| Some((label.as_str(), site(href)?)))
            .filter(|(_, url)| host(url).is_none() && self.is_own(url))
            .collect();
        let named = links.iter().find(|(label, _)| called(SITE_WORDS, label));
        let mut demos = links.iter().filter(|(label, _)| called(DEMO_WORDS, label));
        let found = match (named, demos.next(), demos.next()) {
            (Some(named), ..) => Some(named),
            (None, Some(only), None) => Some(only),
            (None, ..) => None,
        };
        found.map(|(_, url)| url.clone())
    }
}

/// An address of the web; one without a scheme gets `https`.
fn web_address(text: &str) -> Option<Url> {
    let text = text.trim();
    let has_dot = text.split('/').next().is_some_and(|host| host.contains('.') && !host.starts_with('.'));
    let url = match Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => url,
        Ok(_) | Err(_) if has_dot && !text.contains(char::is_whitespace) => {
            Url::parse(&format!("https://{text}")).ok()?
        }
        Ok(_) | Err(_) => return None,
    };
    url.host_str()?.contains('.').then_some(url)
}

/// An address that can be a site: not the repository's own page, not a profile, not a placeholder.
fn site(text: &str) -> Option<Url> {
    let url = web_address(text)?;
    let name = url.host_str()?;
    let is_elsewhere = matches!(host(&url), Some(Host::CodePage | Host::CodeFile | Host::Profile));
    let is_example = ["example.com", "example.org", "localhost", "127.0.0.1", "0.0.0.0"].contains(&name)
        || ["yourusername", "your-username", "username", "yourname", "your-domain", "yourdomain"]
            .contains(&name.split('.').next().unwrap_or_default());
    (!is_elsewhere && !is_example).then_some(url)
}

/// The one domain of a `CNAME` file.
fn domain(text: &str) -> Option<Url> {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    site(line.split_once("//").map_or(line, |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(signs: &Signs<'_>) -> Vec<(String, SiteSource)> {
        candidates(signs)
            .into_iter()
            .map(|known| (known.url.as_written().to_owned(), known.found_in))
            .collect()
    }

    #[test]
    fn the_believed_one_comes_first() {
        let repository = RepoName::parse("Ada/Ada.github.io").unwrap();
        let links = [("my portfolio".to_owned(), "https://ada.example/".to_owned())];
        let files = [
            ("CNAME", "ada.example\n"),
            ("package.json", r#"{"homepage": "https://ada.github.io/"}"#),
            ("_config.yml", "title: x\nurl: \"https://blog.ada.example\" # mine\nbaseurl: /notes\n"),
        ];
        let signs = Signs {
            repository: Some(&repository),
            homepage: Some("https://www.ada.example"),
            files: &files,
            readme_links: &links,
            ..Signs::default()
        };
        let expected = [
            ("https://www.ada.example/", SiteSource::Homepage),
            ("https://ada.example/", SiteSource::Cname),
            ("https://ada.github.io/", SiteSource::PackageJson),
            ("https://blog.ada.example/notes/", SiteSource::SiteConfig),
        ];
        assert_eq!(named(&signs), expected.map(|(url, source)| (url.to_owned(), source)));
    }

    #[test]
    fn what_is_no_site() {
        for homepage in [
            "https://github.com/ada/portfolio",
            "https://github.com/ada/portfolio#readme",
            "https://www.linkedin.com/in/ada",
            "http://localhost:3000",
            "http://example.com",
            ".",
            "/portfolio",
            "",
            "not an address",
        ] {
            let signs = Signs { homepage: Some(homepage), ..Signs::default() };
            assert_eq!(named(&signs), [], "{homepage}");
        }
        let repository = RepoName::parse("ada/portfolio").unwrap();
        let files = [
            ("package.json", r#"{"homepage": "https://template-author.github.io/theme"}"#),
            ("_config.yml", "url: https://yourusername.github.io"),
        ];
        let signs = Signs { repository: Some(&repository), files: &files, ..Signs::default() };
        assert_eq!(named(&signs), []);
    }

    #[test]
    fn the_site_that_a_copy_still_names_comes_last() {
        let repository = RepoName::parse("ada/ada.github.io").unwrap();
        let theme = Some("https://theme-author.github.io/theme/");
        let signs = Signs { repository: Some(&repository), homepage: theme, ..Signs::default() };
        let expected = [
            ("https://ada.github.io/".to_owned(), SiteSource::UserSite),
            ("https://theme-author.github.io/theme/".to_owned(), SiteSource::Homepage),
        ];
        assert_eq!(named(&signs), expected);
    }

    #[test]
    fn published_by_a_script() {
        let repository = RepoName::parse("Ada/portfolio").unwrap();
        let files = [("package.json", r#"{"scripts": {"deploy": "gh-pages -d build"}}"#)];
        let signs = Signs { repository: Some(&repository), files: &files, ..Signs::default() };
        assert_eq!(named(&signs), [("https://ada.github.io/portfolio/".to_owned(), SiteSource::Pages)]);
    }

    /// Labels with their addresses, and the one that is the site.
    type Case<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>);

    #[test]
    fn links_of_the_readme() {
        let table: &[Case<'_>] = &[
            (&[("Live demo", "https://ada.example")], Some("https://ada.example/")),
            (&[("Live demo", "https://a.example"), ("Live demo", "https://b.example")], None),
            (
                &[("demo", "https://a.example"), ("My website", "https://b.example")],
                Some("https://b.example/"),
            ),
            (&[("portfolio", "https://github.com/ada/portfolio")], None),
            (&[("Documentation", "https://a.example")], None),
        ];
        for (links, expected) in table {
            let links: Vec<(String, String)> =
                links.iter().map(|(label, href)| ((*label).to_owned(), (*href).to_owned())).collect();
            let signs = Signs { readme_links: &links, ..Signs::default() };
            let found = named(&signs);
            assert_eq!(found.first().map(|(url, _)| url.as_str()), *expected, "{links:?}");
        }
    }
}
