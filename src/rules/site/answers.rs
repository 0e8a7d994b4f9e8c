//! The site answers with a page, over HTTPS.

use crate::facts::{Facts, HostPage, Obstacle, Page, RepoName, Site, Visit, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "site-answers",
    statement: "The portfolio site answers with a page",
    group: Group::Site,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A reader who meets an error page does not come back.",
    fix: "Open the address in a private window, and publish the site again where it does not show.",
    example: "On GitHub: Settings, Pages, then choose the branch that holds `index.html`.",
    needs: &["site-known"],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let site = &facts.site;
    let text = match seen(&site.home)? {
        Visit::Page(page) => return Ok(page_answer(site, page)),
        Visit::Refused { status } => {
            Text::plain("The site answers ").number((*status).into()).then(words(*status))
        }
        Visit::NoSuchHost => Text::plain("No host of that name is known"),
        Visit::RedirectLoop => Text::plain("The address redirects in a circle and never ends at a page"),
        Visit::HostPage(page) => return host_page(*page, facts),
        Visit::NotAPage { content_type } => {
            Text::plain("The address gives ").code(content_type.clone()).then(", which is no page")
        }
    };
    Ok(with_right_address(Answer::unmet(text, site.place()), facts))
}

/// The address that GitHub Pages gives the repository, where another one on the same host is named.
fn with_right_address(answer: Answer, facts: &Facts) -> Answer {
    let named = facts.site.addresses.first().map(|address| address.url.as_written());
    let right = named.zip(facts.portfolio.name.as_ref()).and_then(|(named, name)| pages_address(named, name));
    match right {
        Some(right) => answer.fix(
            Text::plain("GitHub Pages would serve this repository, in these very letters, at ")
                .code(right)
                .then("."),
        ),
        None => answer,
    }
}

fn pages_address(named: &str, name: &RepoName) -> Option<String> {
    let host = format!("{}.github.io", name.owner().to_lowercase());
    let path = named.split_once("://")?.1.strip_prefix(&host)?.trim_matches('/');
    let is_user_site = name.name().eq_ignore_ascii_case(&host);
    let right = if is_user_site { String::new() } else { format!("{}/", name.name()) };
    (path != right.trim_matches('/')).then(|| format!("https://{host}/{right}"))
}

/// Browsers mark plain HTTP, but not on this very machine.
fn is_marked_not_secure(url: &str) -> bool {
    let rest = url.strip_prefix("http://");
    rest.is_some_and(|rest| !rest.starts_with("127.") && !rest.starts_with("localhost"))
}

fn page_answer(site: &Site, page: &Page) -> Answer {
    if site.seen_as.is_preview() {
        let text = Text::plain("The folder's own pages, served as GitHub Pages serves them, show ");
        return Answer::met(titled(text, page), site.place());
    }
    if site.was_asleep {
        let text = Text::plain("The host had put the site to sleep, and showed it only at the second try");
        return Answer::doubtful(text, site.place()).fix(Text::plain(
            "Move the site to a host that never sleeps; for a static one GitHub Pages is enough.",
        ));
    }
    if is_marked_not_secure(page.url.as_written()) {
        let text = Text::plain("The site answers over plain HTTP, which browsers mark as not secure");
        return Answer::doubtful(text, site.place()).fix(Text::plain(
            "Turn on \"Enforce HTTPS\" (on GitHub: Settings, Pages) and link the address with https.",
        ));
    }
    Answer::met(titled(Text::plain("The site answers with "), page), site.place())
}

/// A page of the host in the place of the site. Whether what is there is the student's is another question.
fn host_page(page: HostPage, facts: &Facts) -> Outcome {
    let site = &facts.site;
    let (text, fix) = match page {
        HostPage::NoSite => (
            "The host says that nothing is published at this address",
            "Publish the site, and compare the address letter by letter: the host tells capitals in a path apart.",
        ),
        HostPage::Suspended => (
            "The host has switched the site off",
            "Sign in at the host to see why; a free plan may have run out.",
        ),
        HostPage::Listing => (
            "The address shows a list of files instead of a page",
            "Call the first page `index.html`, in small letters, and put it at the top of what is published.",
        ),
        HostPage::Parked | HostPage::StartPage => {
            let text = Text::plain("The address answers with a page of the host, not of a site");
            return Ok(Answer::doubtful(text, site.place()));
        }
        HostPage::Asleep => return Err(Obstacle::Asleep),
        HostPage::Wall => return Err(Obstacle::Blocked { status: 200 }),
    };
    let answer = Answer::unmet(Text::plain(text), site.place()).fix(Text::plain(fix));
    Ok(if page == HostPage::NoSite { with_right_address(answer, facts) } else { answer })
}

fn titled(text: Text, page: &Page) -> Text {
    if page.title.is_blank() {
        text.then("a page without a title")
    } else {
        text.then("the page ").quote(&page.title)
    }
}

fn words(status: u16) -> &'static str {
    match status {
        401 | 403 => ": visitors are not let in",
        404 | 410 => ": there is no page at this address",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Kind;

    fn plain_http() -> Visit {
        Visit::Page(Page { url: "http://ada.example/".into(), ..Page::sample() })
    }

    #[test]
    fn answers() {
        let table = [
            (Ok(Visit::Page(Page::sample())), Ok(Kind::Met)),
            (Ok(plain_http()), Ok(Kind::Doubtful)),
            (Ok(Visit::Refused { status: 404 }), Ok(Kind::Unmet)),
            (Ok(Visit::HostPage(HostPage::NoSite)), Ok(Kind::Unmet)),
            (Ok(Visit::HostPage(HostPage::Suspended)), Ok(Kind::Unmet)),
            (Ok(Visit::HostPage(HostPage::Listing)), Ok(Kind::Unmet)),
            (Ok(Visit::HostPage(HostPage::Parked)), Ok(Kind::Doubtful)),
            (Ok(Visit::HostPage(HostPage::Asleep)), Err(Obstacle::Asleep)),
            (Ok(Visit::NoSuchHost), Ok(Kind::Unmet)),
            (Ok(Visit::RedirectLoop), Ok(Kind::Unmet)),
            (Ok(Visit::NotAPage { content_type: "nothing".into() }), Ok(Kind::Unmet)),
            (Err(Obstacle::TimedOut), Err(Obstacle::TimedOut)),
        ];
        for (home, expected) in table {
            let mut facts = Facts::sample();
            facts.site.home = home;
            let answer = check(&facts, &Policy::portfolio()).map(|answer| answer.kind);
            assert_eq!(answer, expected, "{:?}", facts.site.home);
        }
    }

    #[test]
    fn a_site_that_had_to_be_woken() {
        let mut facts = Facts::sample();
        facts.site.was_asleep = true;
        assert_eq!(check(&facts, &Policy::portfolio()).unwrap().kind, Kind::Doubtful);
    }

    #[test]
    fn the_address_that_pages_gives() {
        let name = RepoName::parse("Ada/Portfolio").unwrap();
        let table = [
            ("https://ada.github.io/", Some("https://ada.github.io/Portfolio/")),
            ("https://ada.github.io/portfolio/", Some("https://ada.github.io/Portfolio/")),
            ("https://ada.github.io/Portfolio", None),
            ("https://ada.example/", None),
        ];
        for (named, expected) in table {
            assert_eq!(pages_address(named, &name).as_deref(), expected, "{named}");
        }
        let user_site = RepoName::parse("ada/ada.github.io").unwrap();
        let right = pages_address("https://ada.github.io/ada.github.io/", &user_site);
        assert_eq!(right.as_deref(), Some("https://ada.github.io/"));
    }
}
