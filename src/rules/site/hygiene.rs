//! `site-hygiene`: the title, the small screens, the pictures and the secure parts of the home page.

use super::unread::unshown;
use crate::facts::{Facts, Obstacle, Page, Visit, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

pub(super) const RULE: Rule = Rule {
    id: "site-hygiene",
    statement: "The home page has a title, fits small screens and describes its pictures",
    group: Group::Site,
    severity: Severity::Advisory,
    since: "0.1.0",
    why: "The title is what a search result and a tab show. Many readers open a portfolio on a telephone, and some of \
          them have it read aloud.",
    fix: "Put a title and the viewport line into the head of the page, and an `alt` text on each picture; an empty one \
          where the picture is decoration.",
    example: "```html\n<title>Ada Lovelace, web developer</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<img src=\"chess.png\" alt=\"The board of the chess program\">\n```",
    needs: &["site-answers"],
    check: Check::Portfolio(check),
};

/// Titles that editors put in for a start.
const TITLES: &[&str] =
    &["document", "untitled", "untitled document", "index", "title", "page title", "new page"];

/// What a phone needs.
const VIEWPORT: &str = "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let Visit::Page(page) = seen(&facts.site.home)? else {
        return Err(Obstacle::DependsOn { what: "a site that answers" });
    };
    let place = facts.site.place();
    let flaws = flaws(page);
    if flaws.is_empty() {
        if page.is_shell {
            return Err(unshown(&facts.site));
        }
        return Ok(Answer::met(Text::plain("The page has what it needs"), place));
    }
    let text = flaws.into_iter().enumerate().fold(Text::new(), |text, (index, flaw)| {
        let text = if index == 0 { text } else { text.then("; ") };
        text.append(flaw)
    });
    let answer = Answer::unmet(text, place);
    Ok(if page.has_viewport {
        answer
    } else {
        answer.fix_by_pasting(Text::plain("Put this line into the head of the page:"), "html", VIEWPORT)
    })
}

fn flaws(page: &Page) -> Vec<Text> {
    let mut flaws = Vec::new();
    let title = page.title.as_written().trim().to_lowercase();
    if title.is_empty() {
        flaws.push(Text::plain("The page has no title"));
    } else if TITLES.contains(&title.as_str()) {
        flaws.push(Text::plain("The title is still ").quote(&page.title));
    }
    if !page.has_viewport {
        flaws.push(Text::plain(
            "A telephone shows the page as wide as a large screen, in tiny letters: its head has no viewport line",
        ));
    }
    if page.images_without_alt > 0 {
        let pictures = counted(page.images_without_alt, "picture has", "pictures have");
        flaws.push(Text::new().value(pictures).then(" no `alt` text"));
    }
    if page.insecure_parts > 0 {
        let parts = counted(page.insecure_parts, "part is", "parts are");
        flaws.push(
            Text::new()
                .value(parts)
                .then(" asked for over plain HTTP, which browsers block on a secure page"),
        );
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Kind;

    /// Its name, what is changed, and the answer.
    type Case<'a> = (&'a str, fn(&mut Page), Result<Kind, &'a str>);

    #[test]
    fn answers() {
        let table: [Case<'_>; 7] = [
            ("all there", |_| (), Ok(Kind::Met)),
            ("no title", |page| page.title = " ".into(), Ok(Kind::Unmet)),
            ("an editor's title", |page| page.title = "Document".into(), Ok(Kind::Unmet)),
            ("no viewport", |page| page.has_viewport = false, Ok(Kind::Unmet)),
            ("pictures", |page| page.images_without_alt = 2, Ok(Kind::Unmet)),
            ("plain parts", |page| page.insecure_parts = 1, Ok(Kind::Unmet)),
            ("a shell", |page| page.is_shell = true, Err("needs_javascript")),
        ];
        for (case, change, expected) in table {
            let mut page = Page::sample();
            change(&mut page);
            let mut facts = Facts::sample();
            facts.site.home = Ok(Visit::Page(page));
            let answer = check(&facts, &Policy::portfolio());
            assert_eq!(answer.map(|a| a.kind).map_err(|o| o.kind()), expected, "{case}");
        }
    }
}
