//! A link on the site leads to the resume.

use crate::facts::{DeadEnd, DeadEndKind, Facts, Place, ResumeLink, ResumeReason, SeenAs, Site, Visit, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

/// What to paste where there is no link.
const LINK: &str = "<a href=\"resume.pdf\">Resume</a>";

pub(super) const RULE: Rule = Rule {
    id: "resume-linked",
    statement: "The portfolio site links the resume",
    group: Group::Resume,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A hiring reader looks for the word \"resume\" on the first page, and stops looking after a few seconds.",
    fix: "Put the resume beside the home page as a PDF, and link it from the menu with the word \"Resume\".",
    example: "```html\n<a href=\"ada-lovelace.pdf\">Resume</a>\n```",
    needs: &[],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    match seen(&facts.resume.link)? {
        Some(link) => Ok(linked(link)),
        None => Ok(unlinked(&facts.site, &facts.resume.dead_ends)),
    }
}

fn linked(link: &ResumeLink) -> Answer {
    let text = name(link).then(" leads to ").code(link.href.clone());
    if link.seen_as == SeenAs::Source {
        let text = text.then("; found in the code, not seen on the site");
        return Answer::doubtful(text, link.place()).fix(Text::plain(
            "Open the site in a browser and click it once, to be sure that it shows and works.",
        ));
    }
    match link.reason {
        ResumeReason::Declared => {
            let text = Text::new()
                .code("portfolio.yml")
                .then(" names ")
                .code(link.href.clone())
                .then("; no link to it was seen on the site");
            Answer::doubtful(text, link.place()).fix_by_pasting(
                Text::plain("Link it from the home page, for example:"),
                "html",
                format!("<a href=\"{}\">Resume</a>", link.href.as_written()),
            )
        }
        ResumeReason::Address | ResumeReason::Heading => {
            let text = text.then("; only its address or its place tells that it is the resume");
            Answer::doubtful(text, link.place()).fix_by_pasting(
                Text::plain("Call the link by its name, so that a reader who searches the page for \"resume\" lands on it:"),
                "html",
                format!("<a href=\"{}\">Resume</a>", link.href.as_written()),
            )
        }
        ResumeReason::Text | ResumeReason::AccessibleName | ResumeReason::Embedded => {
            Answer::met(text, link.place())
        }
    }
}

fn name(link: &ResumeLink) -> Text {
    if link.reason == ResumeReason::Embedded {
        Text::plain("A document shown in the page itself")
    } else if link.label.is_blank() {
        Text::plain("A link without a name")
    } else {
        Text::plain("The link ").quote(&link.label)
    }
}

fn unlinked(site: &Site, dead_ends: &[DeadEnd]) -> Answer {
    let Some(end) = dead_ends.first() else {
        let is_shown = matches!(&site.home, Ok(Visit::Page(page)) if !page.is_shell);
        let looked_at = match (is_shown, site.pages.len()) {
            (false, _) => Text::plain("No link to a resume in any file of the portfolio"),
            (true, 0) => Text::plain("No link to a resume on the home page"),
            (true, pages) => Text::plain("No link to a resume on the home page or the ")
                .value(counted(pages, "page", "pages"))
                .then(" one click away"),
        };
        return Answer::unmet(looked_at, site.place()).fix_by_pasting(
            Text::plain("Put the resume beside the home page as ")
                .code("resume.pdf")
                .then(" and link it from the menu:"),
            "html",
            LINK,
        );
    };
    let place = match site.seen_as {
        SeenAs::Http | SeenAs::Chrome => {
            Place::Page { url: end.on_page.clone(), quoted: Some(end.label.clone()) }
        }
        SeenAs::Preview | SeenAs::PreviewInChrome | SeenAs::Source => {
            Place::File { repository: None, path: end.on_page.clone(), line: None }
        }
    };
    Answer::unmet(what_was_seen(end), place).fix_by_pasting(what_to_do(end), "html", LINK)
}

fn what_was_seen(end: &DeadEnd) -> Text {
    let named = |before: &'static str| Text::plain(before).quote(&end.label);
    match end.kind {
        DeadEndKind::Nowhere if end.href.is_blank() => named("The link ").then(" has no address"),
        DeadEndKind::Nowhere => {
            named("The link ").then(" leads nowhere: its address is ").code(end.href.clone())
        }
        DeadEndKind::Button => named("").then(" looks like a link and leads nowhere by itself"),
        DeadEndKind::Commented => {
            named("The link ").then(" stands in a comment of the page, where nobody sees it")
        }
        DeadEndKind::Mail => named("The link ").then(" begins a mail; no resume is linked"),
        DeadEndKind::SamePage => {
            named("The link ").then(" jumps to a section of the same page; no document is linked")
        }
    }
}

fn what_to_do(end: &DeadEnd) -> Text {
    match end.kind {
        DeadEndKind::Nowhere | DeadEndKind::Button => Text::plain("Put the resume beside the page as ")
            .code("resume.pdf")
            .then(" and give the link its address:"),
        DeadEndKind::Commented => {
            Text::plain("Take the link out of the comment, with the address of the resume:")
        }
        DeadEndKind::Mail | DeadEndKind::SamePage => {
            Text::plain("Keep it, and beside it offer the document that a reader can save and pass on:")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Obstacle;
    use crate::rule::Kind;

    fn with(change: impl Fn(&mut ResumeLink)) -> Facts {
        let mut link = ResumeLink::sample();
        change(&mut link);
        let mut facts = Facts::sample();
        facts.resume.link = Ok(Some(link));
        facts
    }

    fn without(dead_ends: Vec<DeadEnd>) -> Facts {
        let mut facts = Facts::sample();
        facts.resume.link = Ok(None);
        facts.resume.dead_ends = dead_ends;
        facts
    }

    #[test]
    fn answers() {
        let end = |kind| {
            vec![DeadEnd {
                label: "Resume".into(),
                href: "#".into(),
                on_page: "https://ada.example/".into(),
                kind,
            }]
        };
        let table = vec![
            ("by text", Facts::sample(), Kind::Met),
            ("by address", with(|link| link.reason = ResumeReason::Address), Kind::Doubtful),
            ("in the source", with(|link| link.seen_as = SeenAs::Source), Kind::Doubtful),
            ("in portfolio.yml", with(|link| link.reason = ResumeReason::Declared), Kind::Doubtful),
            ("none", without(Vec::new()), Kind::Unmet),
            ("a dead end", without(end(DeadEndKind::Nowhere)), Kind::Unmet),
            ("a button", without(end(DeadEndKind::Button)), Kind::Unmet),
            ("a section", without(end(DeadEndKind::SamePage)), Kind::Unmet),
        ];
        for (case, facts, expected) in table {
            assert_eq!(check(&facts, &Policy::portfolio()).unwrap().kind, expected, "{case}");
        }
    }

    #[test]
    fn a_shell_cannot_be_told() {
        let mut facts = Facts::sample();
        facts.resume.link = Err(Obstacle::NeedsJavaScript);
        assert_eq!(check(&facts, &Policy::portfolio()).unwrap_err(), Obstacle::NeedsJavaScript);
    }
}
