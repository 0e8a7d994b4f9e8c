//! The resume link can be followed by anyone.

use crate::facts::{Document, DocumentKind, Facts, Nearby, Place, Target, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "resume-opens",
    statement: "The resume opens for anyone, without signing in",
    group: Group::Resume,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A link that ends at an error or a sign-in page looks worse than no link.",
    fix: "Put the file into the repository beside the home page, and link it by its exact name: capitals count.",
    example: "```html\n<a href=\"ada-lovelace.pdf\">Resume</a>\n```",
    needs: &["resume-linked"],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let place = super::place(facts);
    Ok(match seen(&facts.resume.target)? {
        Target::Document(document) => opened(facts, document, place),
        Target::PageInsteadOfFile { .. } | Target::CatchAll => {
            Answer::met(Text::plain("The address answers"), place)
        }
        Target::Refused { status, nearby } => refused(*status, nearby.as_ref(), place),
        Target::NoSuchHost => Answer::unmet(leads(facts).then(" to a host that does not exist"), place),
        Target::RedirectLoop => {
            Answer::unmet(leads(facts).then(" round in a circle of redirects and never ends"), place)
        }
        Target::SignIn => Answer::unmet(leads(facts).then(" to a page that asks to sign in"), place).fix(
            Text::plain("Share the document with \"Anyone with the link\", or better, put the PDF itself beside the home page."),
        ),
        Target::OwnMachine => Answer::unmet(
            leads(facts).then(" to a place on the author's own machine, which nobody else can open"),
            place,
        ),
        Target::NotInSource { nearest } => not_in_source(facts, nearest.as_ref(), place),
    })
}

fn opened(facts: &Facts, document: &Document, place: Place) -> Answer {
    if document.is_shortened {
        let text =
            leads(facts).then(" through a service that makes addresses short to ").code(document.url.clone());
        return Answer::doubtful(text.then("; such services end, and some firms block them"), place)
            .fix(Text::plain("Link the address behind it: ").code(document.url.clone()).then("."));
    }
    if document.kind != DocumentKind::Shared {
        return Answer::met(
            leads(facts).then(" to ").code(document.url.clone()).then(", which opens"),
            place,
        );
    }
    let text = leads(facts).then(" to a page that shows the document, not to the file itself");
    if let Some(direct) = &document.direct {
        let fix =
            Text::plain("Put the PDF beside the home page and link that; until then, link the file itself: ");
        return Answer::doubtful(text, place).fix(fix.code(direct.clone()).then("."));
    }
    Answer::doubtful(text, place).fix(
        Text::plain("Download the PDF, put it beside the home page and link that: it opens faster, can be saved, and is not blocked at work."),
    )
}

fn refused(status: u16, nearby: Option<&Nearby>, place: Place) -> Answer {
    let text = Text::plain("The address of the resume answers ").number(status.into());
    if let Some(nearby) = nearby {
        return Answer::unmet(text.then(super::miss(nearby.miss)), place).fix(super::right_address(nearby));
    }
    match status {
        404 | 410 => Answer::unmet(text.then(": there is no such file"), place).fix(
            Text::plain("Compare the address with the file's name letter by letter: capitals, spaces and the folder count. A path that begins with / starts at the host, not at the site."),
        ),
        401 | 403 => Answer::unmet(text.then(": visitors are not let in"), place),
        _ => Answer::unmet(text, place),
    }
}

fn not_in_source(facts: &Facts, nearest: Option<&crate::facts::Untrusted>, place: Place) -> Answer {
    let text = leads(facts).then(" to a file that the repository does not hold");
    match nearest {
        // Some hosts do not tell capitals apart.
        Some(path) => {
            Answer::doubtful(text.then("; one differs in capitals only: ").code(path.clone()), place).fix(
                Text::plain("Link the file by its exact name and folder, as most hosts need it: ")
                    .code(path.clone())
                    .then("."),
            )
        }
        None => Answer::unmet(text, place),
    }
}

/// "`href` leads"
fn leads(facts: &Facts) -> Text {
    match &facts.resume.link {
        Ok(Some(link)) if !link.label.is_blank() => {
            Text::plain("The link ").quote(&link.label).then(" leads")
        }
        Ok(_) | Err(_) => Text::plain("The link leads"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Obstacle;
    use crate::rule::Kind;

    #[test]
    fn answers() {
        let shared = Document { kind: DocumentKind::Shared, ..Document::sample() };
        let shortened = Document { is_shortened: true, ..Document::sample() };
        let table = [
            (Target::Document(Document::sample()), Kind::Met),
            (Target::Document(shared), Kind::Doubtful),
            (Target::Document(shortened), Kind::Doubtful),
            (Target::PageInsteadOfFile { nearby: None }, Kind::Met),
            (Target::CatchAll, Kind::Met),
            (Target::Refused { status: 404, nearby: None }, Kind::Unmet),
            (Target::NoSuchHost, Kind::Unmet),
            (Target::RedirectLoop, Kind::Unmet),
            (Target::SignIn, Kind::Unmet),
            (Target::OwnMachine, Kind::Unmet),
            (Target::NotInSource { nearest: None }, Kind::Unmet),
            (Target::NotInSource { nearest: Some("CV.pdf".into()) }, Kind::Doubtful),
        ];
        for (target, expected) in table {
            let mut facts = Facts::sample();
            facts.resume.target = Ok(target);
            let answer = check(&facts, &Policy::portfolio()).unwrap();
            assert_eq!(answer.kind, expected, "{:?}", facts.resume.target);
        }
    }

    #[test]
    fn what_was_not_reached_cannot_be_told() {
        let mut facts = Facts::sample();
        facts.resume.target = Err(Obstacle::Blocked { status: 403 });
        assert_eq!(check(&facts, &Policy::portfolio()).unwrap_err(), Obstacle::Blocked { status: 403 });
    }
}
