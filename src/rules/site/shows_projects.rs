//! `site-shows-projects`: each project of the list stands on the site and links to its code.

use url::Url;

use super::spelling::squeezed;
use super::unread::unread;
use crate::facts::{Facts, Home, Link, Project, RepoName, Site, Untrusted, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

pub(super) const RULE: Rule = Rule {
    id: "site-shows-projects",
    statement: "Each project stands on the site and links to its code",
    group: Group::Site,
    severity: Severity::Advisory,
    since: "0.1.0",
    why: "A reader who likes a project wants to see its code in one click. A project that stands only in a file of the \
          repository is seen by nobody.",
    fix: "Show each project on the site with a link to its repository.",
    example: "```html\n<h3>Weather</h3>\n<a href=\"https://github.com/ada/weather\">Code of Weather</a>\n```",
    needs: &["site-answers"],
    check: Check::Portfolio(check),
};

/// Shorter names may be part of any word.
const SHORTEST_NAME: usize = 3;

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let projects = seen(&facts.projects)?;
    let site = &facts.site;
    seen(&site.home)?;
    if projects.is_empty() {
        return Ok(Answer::not_applicable(Text::plain("No project is known to look for"), site.place()));
    }
    let shown = Shown::on(site);
    let (linked, others): (Vec<&Project>, Vec<&Project>) =
        projects.iter().partition(|project| shown.links_code_of(project));
    let (unlinked, missing): (Vec<&Project>, Vec<&Project>) =
        others.into_iter().partition(|project| shown.names(project));
    if let Some(first) = missing.first() {
        if let Some(obstacle) = unread(site) {
            return Err(obstacle);
        }
        let text = named(&missing).then(if missing.len() == 1 { " is" } else { " are" });
        let answer = Answer::unmet(text.then(" not on the site"), first.found_at.clone());
        return Ok(with_fix(answer, first));
    }
    if let Some(first) = unlinked.first() {
        let text = named(&unlinked).then(if unlinked.len() == 1 {
            " stands on the site without a link to its code"
        } else {
            " stand on the site without links to their code"
        });
        let answer = Answer::doubtful(text, site.place());
        return Ok(with_fix(answer, first));
    }
    let text = Text::new().value(counted(linked.len(), "project stands", "projects stand"));
    Ok(Answer::met(text.then(" on the site, each with a link to its code"), site.place()))
}

fn named(projects: &[&Project]) -> Text {
    projects.iter().enumerate().fold(Text::new(), |text, (place, project)| {
        let text = if place == 0 { text } else { text.then(", ") };
        text.quote(&project.name)
    })
}

fn with_fix(answer: Answer, project: &Project) -> Answer {
    match &project.home {
        Home::Repository { name, .. } => answer.fix_by_pasting(
            Text::plain("Link the code beside the project, for example:"),
            "html",
            format!("<a href=\"https://github.com/{name}\">Code</a>"),
        ),
        Home::Folder(_) | Home::Elsewhere(_) | Home::Nowhere => answer,
    }
}

/// What the pages that were opened show.
struct Shown<'a> {
    links: Vec<&'a Link>,
    /// All text and all names of links, letters and digits only.
    text: String,
}

impl<'a> Shown<'a> {
    fn on(site: &'a Site) -> Self {
        let links: Vec<&Link> = site.seen_pages().flat_map(|page| &page.links).collect();
        let texts = site.seen_pages().map(|page| page.text.as_written());
        let names = links.iter().flat_map(|link| [&link.name].into_iter().chain(&link.other_names));
        let text = texts.chain(names.map(Untrusted::as_written)).map(squeezed).collect();
        Self { links, text }
    }

    fn links_code_of(&self, project: &Project) -> bool {
        let leads = |is_it: &dyn Fn(&str) -> bool| {
            let urls = self.links.iter().map(|link| link.url.as_ref().unwrap_or(&link.href));
            urls.map(Untrusted::as_written).any(is_it)
        };
        match &project.home {
            Home::Repository { name, .. } => {
                leads(&|url| leads_to(url, name) || project.also.iter().any(|also| leads_to(url, also)))
            }
            Home::Folder(path) => leads(&|url| url.contains(path.as_written())),
            Home::Elsewhere(address) => leads(&|url| url == address.as_written()),
            Home::Nowhere => false,
        }
    }

    fn names(&self, project: &Project) -> bool {
        let name = squeezed(project.name.as_written());
        let leads_to_demo = project.demo.as_ref().is_some_and(|demo| {
            let demo = demo.as_written().trim_end_matches('/');
            self.links.iter().any(|link| link.href.as_written().trim_end_matches('/') == demo)
        });
        leads_to_demo || (name.chars().count() >= SHORTEST_NAME && self.text.contains(&name))
    }
}

fn leads_to(url: &str, name: &RepoName) -> bool {
    let Ok(url) = Url::parse(url) else { return false };
    let mut parts = url.path_segments().into_iter().flatten();
    let found = parts.next().zip(parts.next()).and_then(|(owner, repo)| RepoName::new(owner, repo));
    found.as_ref() == Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{FoundIn, LinkKind, Obstacle, Page, Place, Visit};
    use crate::rule::Kind;

    fn project() -> Project {
        let name = RepoName::parse("ada/weather").unwrap();
        Project {
            shown: Ok(None),
            name: "Weather App".into(),
            home: Home::Repository { name, folder: None },
            also: Vec::new(),
            demo: Some("https://weather.example/".into()),
            demo_lead: None,
            kit: crate::facts::Kit::default(),
            work: Err(Obstacle::NotAsked),
            found_in: FoundIn::PortfolioFile,
            found_at: Place::Folder,
            repository: Err(Obstacle::NotAsked),
            readme: Err(Obstacle::NotAsked),
        }
    }

    fn link(url: &str) -> Link {
        Link {
            href: url.into(),
            url: Some(url.into()),
            name: "see".into(),
            other_names: Vec::new(),
            kind: LinkKind::Anchor,
            under: None,
        }
    }

    fn answer(text: &str, links: &[&str], has_scripts: bool) -> Result<Kind, Obstacle> {
        let links = links.iter().map(|url| link(url)).collect();
        let mut facts = Facts::sample();
        facts.site.home = Ok(Visit::Page(Page { text: text.into(), links, has_scripts, ..Page::sample() }));
        facts.projects = Ok(vec![project()]);
        check(&facts, &Policy::portfolio()).map(|answer| answer.kind)
    }

    #[test]
    fn answers() {
        assert_eq!(answer("", &["http://github.com/Ada/weather.git"], true), Ok(Kind::Met));
        assert_eq!(answer("The weather-app I made", &[], true), Ok(Kind::Doubtful));
        assert_eq!(answer("", &["https://weather.example"], false), Ok(Kind::Doubtful));
        assert_eq!(answer("Chess", &["https://github.com/ada/chess"], false), Ok(Kind::Unmet));
        assert_eq!(answer("Chess", &[], true), Err(Obstacle::NeedsJavaScript));
        let mut facts = Facts::sample();
        assert_eq!(check(&facts, &Policy::portfolio()).unwrap().kind, Kind::NotApplicable);
        facts.projects = Err(Obstacle::TimedOut);
        assert_eq!(check(&facts, &Policy::portfolio()).unwrap_err(), Obstacle::TimedOut);
    }
}
