//! The site answers with a page, over HTTPS.

use crate::facts::{Facts, Page, Site, Visit, seen};
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
        Visit::NotAPage { content_type } => {
            Text::plain("The address gives ").code(content_type.clone()).then(", which is no page")
        }
    };
    Ok(Answer::unmet(text, site.place()))
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
    if is_marked_not_secure(page.url.as_written()) {
        let text = Text::plain("The site answers over plain HTTP, which browsers mark as not secure");
        return Answer::doubtful(text, site.place()).fix(Text::plain(
            "Turn on \"Enforce HTTPS\" (on GitHub: Settings, Pages) and link the address with https.",
        ));
    }
    Answer::met(titled(Text::plain("The site answers with "), page), site.place())
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
    use crate::facts::Obstacle;
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
}
