//! `site-own`: the page is the student's, not what a generator, a theme or a host put there.

use super::spelling::squeezed;
use super::unread::unshown;
use crate::facts::{Facts, HostPage, LeftoverKind, Leftovers, Obstacle, Page, Untrusted, Visit, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

pub(super) const RULE: Rule = Rule {
    id: "site-own",
    statement: "The site shows the student's own content",
    group: Group::Site,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A template with its sample text still in it tells a reader that nobody looked at the page. Names and numbers \
          that were invented for a theme read as a mistake.",
    fix: "Replace the sample text with own words, and delete the parts that there is nothing to say for yet.",
    example: "```html\n<title>Ada Lovelace, web developer</title>\n<h1>Ada Lovelace</h1>\n```",
    needs: &["site-answers"],
    check: Check::Portfolio(check),
};

/// Where one word of so many is filler, filler is what the page says.
const FILLER_SHARE: usize = 3;

/// A start page says little else; a longer page may tell of one.
const MOST_WORDS_OF_A_START_PAGE: usize = 150;

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let place = facts.site.place();
    let page = match seen(&facts.site.home)? {
        Visit::Page(page) => page,
        Visit::HostPage(HostPage::Parked) => {
            let text = Text::plain("The domain is parked: the page offers it for sale or shows advertising");
            return Ok(Answer::unmet(text, place).fix(Text::plain(
                "Renew the domain or point it at the site again; until then, name another address everywhere.",
            )));
        }
        Visit::HostPage(HostPage::StartPage) => {
            let text = Text::plain("This is the host's own first page: nothing was published yet");
            return Ok(Answer::unmet(text, place).fix(Text::plain("Publish the site at this address.")));
        }
        Visit::HostPage(_)
        | Visit::Refused { .. }
        | Visit::NoSuchHost
        | Visit::RedirectLoop
        | Visit::NotAPage { .. } => return Err(Obstacle::DependsOn { what: "a site that answers" }),
    };
    if let Some(text) = proof(page, facts.portfolio.student.as_ref()) {
        return Ok(Answer::unmet(text, place));
    }
    if let Some(text) = doubt(&page.leftovers) {
        return Ok(Answer::doubtful(text, place));
    }
    if page.is_shell {
        return Err(unshown(&facts.site));
    }
    Ok(Answer::met(Text::plain("No sample text of a template was found on the page"), place))
}

/// What shows that nothing of the page is the student's.
fn proof(page: &Page, student: Option<&Untrusted>) -> Option<Text> {
    let left = &page.leftovers;
    let start = left.first(LeftoverKind::StartPage);
    if let Some(words) = start.filter(|_| page.words <= MOST_WORDS_OF_A_START_PAGE) {
        return Some(
            Text::plain("This is still the page that a generator makes: it says ").quote(&words.into()),
        );
    }
    if left.filler_words > 0 && left.filler_words * FILLER_SHARE >= page.words {
        return Some(
            Text::plain("Filler is what the page says: ")
                .value(counted(left.filler_words, "word", "words"))
                .then(" of ")
                .number(page.words)
                .then(" are lorem ipsum or its kin"),
        );
    }
    let is_template = left.is_a_sample() && !names(page, student);
    is_template
        .then(|| Text::plain("This is still the sample of a template: it says ").quotes(&left.samples()))
}

/// What of a template is left on a page that is the student's.
fn doubt(left: &Leftovers) -> Option<Text> {
    let samples = left.samples();
    if !samples.is_empty() {
        return Some(Text::plain("Sample text of a template is left: ").quotes(&samples));
    }
    if left.filler_words > 0 {
        return Some(
            Text::plain("Filler is left on the page: ")
                .value(counted(left.filler_words, "word", "words"))
                .then(" of lorem ipsum or its kin"),
        );
    }
    if let Some(words) = left.first(LeftoverKind::StartPage) {
        return Some(Text::plain("Words of a generator's first page are left: ").quote(&words.into()));
    }
    let title = left.first(LeftoverKind::Title)?;
    Some(
        Text::plain("The title of the page, which tabs and search results show, is still ")
            .quote(&title.into()),
    )
}

/// True where the page leads to the student's account, or names it.
fn names(page: &Page, student: Option<&Untrusted>) -> bool {
    let Some(account) = student.map(|student| student.as_written().to_lowercase()) else { return false };
    let leads_to_account = |href: &str| href.to_lowercase().split('/').any(|part| part == account);
    page.links.iter().any(|link| leads_to_account(link.href.as_written()))
        || squeezed(page.text.as_written()).contains(&squeezed(&account))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Leftover;
    use crate::rule::Kind;

    fn left(kinds: &[LeftoverKind]) -> Leftovers {
        let found = kinds.iter().map(|kind| Leftover { kind: *kind, words: "Your Name" }).collect();
        Leftovers { found, filler_words: 0 }
    }

    /// Its name, what is on the page, its text, and the answer.
    type Case<'a> = (&'a str, Leftovers, &'a str, Result<Kind, &'a str>);

    #[test]
    fn answers() {
        use LeftoverKind::{Contact, Sample, Slot, StartPage, Title};
        let filler = |filler_words| Leftovers { filler_words, ..Leftovers::default() };
        let table: [Case<'_>; 9] = [
            ("own", left(&[]), "Ada", Ok(Kind::Met)),
            ("start page", left(&[StartPage]), "Ada", Ok(Kind::Unmet)),
            ("slots and an invented number", left(&[Slot, Contact]), "", Ok(Kind::Unmet)),
            ("the same, and the student's name", left(&[Slot, Contact]), "Ada Lovelace", Ok(Kind::Doubtful)),
            ("two of one kind", left(&[Sample, Sample]), "", Ok(Kind::Doubtful)),
            ("a generator's title", left(&[Title]), "Ada", Ok(Kind::Doubtful)),
            ("a little filler", filler(9), "Ada", Ok(Kind::Doubtful)),
            ("much filler", filler(60), "Ada", Ok(Kind::Unmet)),
            ("a shell", left(&[]), "shell", Err("needs_javascript")),
        ];
        for (case, leftovers, text, expected) in table {
            let mut facts = Facts::sample();
            facts.portfolio.student = Some("ada-lovelace".into());
            facts.site.home = Ok(Visit::Page(Page {
                leftovers,
                text: text.into(),
                is_shell: text == "shell",
                ..Page::sample()
            }));
            let answer = check(&facts, &Policy::portfolio());
            assert_eq!(answer.map(|a| a.kind).map_err(|o| o.kind()), expected, "{case}");
        }
    }

    #[test]
    fn pages_of_a_host_are_nobodys() {
        for page in [HostPage::Parked, HostPage::StartPage] {
            let mut facts = Facts::sample();
            facts.site.home = Ok(Visit::HostPage(page));
            assert_eq!(check(&facts, &Policy::portfolio()).unwrap().kind, Kind::Unmet);
        }
    }
}
