//! `site-contact`: a reader who likes the work finds a way to write to its author. Nothing is contacted to prove it:
//! networks that turn programs away never count against a student.

use super::unread::unread;
use crate::facts::{ContactWay, Facts, Means, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "site-contact",
    statement: "The site offers a way to write to its author",
    group: Group::Site,
    severity: Severity::Advisory,
    since: "0.1.0",
    why: "A reader who wants to invite somebody looks for an e-mail address or LinkedIn, and does not search for long.",
    fix: "Link an e-mail address and the LinkedIn profile from the menu or the foot of the home page.",
    example: "```html\n<a href=\"mailto:ada@ada.example\">E-mail</a>\n<a href=\"https://www.linkedin.com/in/ada\">LinkedIn</a>\n```",
    needs: &["site-answers"],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let site = &facts.site;
    seen(&site.home)?;
    let ways: Vec<&ContactWay> = site.seen_pages().flat_map(|page| &page.contacts).collect();
    let (unfilled, filled): (Vec<&ContactWay>, Vec<&ContactWay>) =
        ways.into_iter().partition(|way| way.is_unfilled);
    let direct = [Means::Email, Means::Form, Means::LinkedIn];
    let mut means: Vec<Means> = filled.iter().map(|way| way.means).collect();
    means.sort_unstable();
    means.dedup();
    if let Some(way) = unfilled.iter().find(|way| !means.contains(&way.means)) {
        let text = Text::plain("The link for ").then(words(way.means)).then(" reaches nobody: ");
        let answer = text.code(way.href.clone());
        let fix = Text::plain("Put the own address into that link, or remove it.");
        let is_all = !means.iter().any(|means| direct.contains(means));
        return Ok(if is_all && unread(site).is_none() {
            Answer::unmet(answer, site.place()).fix(fix)
        } else {
            Answer::doubtful(answer, site.place()).fix(fix)
        });
    }
    if means.iter().any(|means| direct.contains(means)) {
        return Ok(Answer::met(listed(Text::plain("There is "), &means), site.place()));
    }
    if let Some(obstacle) = unread(site) {
        return Err(obstacle);
    }
    Ok(match means.as_slice() {
        [] => Answer::unmet(
            Text::plain("No e-mail address, form or profile was found on the site"),
            site.place(),
        ),
        some => Answer::doubtful(
            listed(Text::plain("There is only "), some).then("; no e-mail address, form or LinkedIn profile"),
            site.place(),
        ),
    })
}

fn listed(text: Text, means: &[Means]) -> Text {
    means.iter().enumerate().fold(text, |text, (place, means)| {
        let text = if place == 0 { text } else { text.then(", ") };
        text.then(words(*means))
    })
}

fn words(means: Means) -> &'static str {
    match means {
        Means::Email => "an e-mail address",
        Means::Form => "a form",
        Means::LinkedIn => "a LinkedIn profile",
        Means::CodeHost => "a profile on a code host",
        Means::OtherProfile => "a profile on another network",
        Means::Phone => "a telephone number",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Obstacle, Page, Visit};
    use crate::rule::Kind;

    fn way(means: Means, is_unfilled: bool) -> ContactWay {
        ContactWay { means, href: "https://linkedin.com/".into(), is_unfilled }
    }

    fn answer(contacts: Vec<ContactWay>, has_scripts: bool) -> Result<Kind, Obstacle> {
        let mut facts = Facts::sample();
        facts.site.home = Ok(Visit::Page(Page { has_scripts, contacts, ..Page::sample() }));
        check(&facts, &Policy::portfolio()).map(|answer| answer.kind)
    }

    #[test]
    fn answers() {
        use Means::{CodeHost, Email, LinkedIn};
        assert_eq!(answer(vec![way(Email, false)], true), Ok(Kind::Met));
        assert_eq!(answer(vec![way(CodeHost, false)], false), Ok(Kind::Doubtful));
        assert_eq!(answer(vec![way(CodeHost, false)], true), Err(Obstacle::NeedsJavaScript));
        assert_eq!(answer(vec![], false), Ok(Kind::Unmet));
        assert_eq!(answer(vec![], true), Err(Obstacle::NeedsJavaScript));
        assert_eq!(answer(vec![way(LinkedIn, true)], false), Ok(Kind::Unmet));
        assert_eq!(answer(vec![way(LinkedIn, true)], true), Ok(Kind::Doubtful));
        assert_eq!(answer(vec![way(Email, false), way(LinkedIn, true)], false), Ok(Kind::Doubtful));
    }
}
