//! The visit to the site: its address from all that names it, its pages, and the resume on it.

use super::deployment;
use super::eyes::Eyes;
use super::ground::Ground;
use super::project_pages::{Hunt, fetch_project_pages, home};
use super::resume::fetch_resume;
use super::site::{Opened, SiteAsk, fetch_site};
use super::site_address::{self, NamedFile, Signs};
use crate::facts::{self, Obstacle, Page, Resume, Seen, Shown, Site, SiteAddress, Untrusted};
use crate::net::github::GitHub;
use crate::parse::projects::links;
use crate::settings::Settings;

/// What a visitor met.
pub(super) struct Visit {
    pub(super) site: Site,
    pub(super) resume: Resume,
    /// Every page that was opened, the home page first; a file of a folder that is served by its path.
    pub(super) pages: Vec<Page>,
    /// Why scripts may add to the home page what was not seen; none where nothing can come to it.
    pub(super) unrun: Option<Obstacle>,
}

impl Visit {
    /// How a project is shown that none of the pages shows: not at all, or nobody knows.
    pub(super) fn unshown(&self) -> Seen<Option<Shown>> {
        match &self.site.home {
            Err(_) if self.site.addresses.is_empty() => Ok(None),
            Err(obstacle) => Err(obstacle.clone()),
            Ok(facts::Visit::Page(page)) if page.is_shell => self.unrun.clone().map_or(Ok(None), Err),
            Ok(_) => Ok(None),
        }
    }
}

/// What a visit sets out with.
pub(super) struct Outing<'a> {
    pub(super) eyes: Eyes<'a>,
    pub(super) github: &'a GitHub,
    pub(super) hunt: Hunt,
    /// The home page, where it was opened before the repository was read.
    pub(super) opened: Option<Opened>,
}

/// Opens the site, the pages that list its projects, and the resume that it links.
pub(super) async fn fetch_visit(ground: &Ground, settings: &Settings, outing: Outing<'_>) -> Visit {
    let Outing { eyes, github, hunt, opened } = outing;
    let declared = ground.declared.as_ref().ok().and_then(Option::as_ref);
    let mut named = addresses(ground, settings, None);
    if named.is_empty() {
        let pages = fetch_pages(ground, github).await;
        named = addresses(ground, settings, pages.as_ref());
    }
    let ask = SiteAsk {
        addresses: named,
        flag: settings.site.as_ref(),
        folder: ground.folder.as_deref(),
        tree: Some(&ground.tree),
        account: ground.student(settings).map(|student| student.as_written().to_owned()),
    };
    let mut view = fetch_site(ask, opened, eyes).await;
    let resume = declared.and_then(|file| file.resume.as_ref()).map(|line| Untrusted::from(line.text.trim()));
    let search = fetch_resume(&mut view, resume.as_ref(), eyes).await;
    let mut opened = search.pages;
    opened.extend(fetch_project_pages(&mut view, &opened, hunt, eyes).await);
    let shown = |page: &Page| Page { url: view.ground.shown(page.url.as_written()), ..page.clone() };
    let pages = home(&view.site).into_iter().chain(&opened).map(shown).collect();
    let unrun = view.site.unshown.clone().unwrap_or(Obstacle::NeedsJavaScript);
    let unrun = (!view.is_whole()).then_some(unrun);
    let mut site = view.site;
    site.pages.extend(opened);
    Visit { site, resume: search.resume, pages, unrun }
}

/// The address that GitHub Pages gives, where nothing else names one. What it does not tell, nobody holds against it.
async fn fetch_pages(ground: &Ground, github: &GitHub) -> Option<Untrusted> {
    let is_known = ground.host.as_ref().is_none_or(|host| host.repository.is_ok());
    let name = ground.name.as_ref().filter(|_| is_known && !ground.shows_itself())?;
    github.fetch_pages(name).await.ok().flatten()
}

fn addresses(ground: &Ground, settings: &Settings, pages: Option<&Untrusted>) -> Vec<SiteAddress> {
    let declared = ground.declared.as_ref().ok().and_then(Option::as_ref);
    let texts: Vec<(&str, String)> = site_address::files()
        .filter_map(|path| Some((path, ground.tree.file(path)?.text().into_owned())))
        .collect();
    let files: Vec<NamedFile<'_>> = texts.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let readme = ground.readme.as_ref().ok().and_then(Option::as_ref);
    let readme_links: Vec<(String, String)> = readme
        .map(|source| links(&source.text()).into_iter().map(|link| (link.text, link.href)).collect())
        .unwrap_or_default();
    site_address::candidates(&Signs {
        guard: settings.guard,
        flag: settings.site.as_ref(),
        declared: declared.and_then(|file| file.site.as_ref()).map(|line| line.text.as_str()),
        repository: ground.name.as_ref(),
        deployment: deployment::ready(ground.deployments()),
        homepage: ground.homepage(settings),
        pages: pages.map(Untrusted::as_written),
        files: &files,
        readme_links: &readme_links,
    })
}
