//! What the resume link leads to is a document that looks like a resume.

use crate::facts::{Document, DocumentKind, Facts, Nearby, Obstacle, PdfFlaw, Place, Target, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

/// A reader gives a resume a minute; more pages than this are not read.
const MOST_PAGES: usize = 2;

/// Above this a reader on a phone waits.
const MOST_BYTES: u64 = 5_000_000;

/// A page with fewer words is no resume yet.
const FEWEST_WORDS: usize = 150;

pub(super) const RULE: Rule = Rule {
    id: "resume-is-document",
    statement: "The resume link leads to a resume",
    group: Group::Resume,
    severity: Severity::Required,
    since: "0.1.0",
    why: "Many hosts answer any address with the home page, so a link can look right and show no resume.",
    fix: "Export the resume as a PDF of one page, put it beside the home page, and open the link once in a private window.",
    example: "```html\n<a href=\"ada-lovelace.pdf\">Resume</a>\n```",
    needs: &["resume-opens"],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let place = super::place(facts);
    match seen(&facts.resume.target)? {
        Target::Document(document) => judge(document, place),
        Target::PageInsteadOfFile { nearby } => Ok(page_instead(nearby.as_ref(), place)),
        Target::CatchAll => {
            let text =
                Text::plain("The host gives the same page for any address: there is no resume at this one");
            Ok(Answer::unmet(text, place))
        }
        Target::Refused { .. }
        | Target::NoSuchHost
        | Target::RedirectLoop
        | Target::SignIn
        | Target::OwnMachine
        | Target::NotInSource { .. } => Err(Obstacle::DependsOn { what: "a resume that opens" }),
    }
}

fn page_instead(nearby: Option<&Nearby>, place: Place) -> Answer {
    let text = Text::plain("The address ends like a file, and what comes back is a page, not the file");
    match nearby {
        Some(nearby) => {
            Answer::unmet(text.then(super::miss(nearby.miss)), place).fix(super::right_address(nearby))
        }
        None => Answer::unmet(text, place).fix(
            Text::plain("Put the file into the folder that is published (often ").code("public").then(
                ") and check its name: this host answers unknown addresses with a page instead of an error.",
            ),
        ),
    }
}

fn judge(document: &Document, place: Place) -> Outcome {
    if document.bytes == Some(0) {
        return Ok(Answer::unmet(Text::plain("The file is empty"), place));
    }
    match document.kind {
        DocumentKind::Pdf => pdf(document, place),
        DocumentKind::Document => Ok(Answer::doubtful(
            Text::plain("It is a word processor's file, which looks different on every machine"),
            place,
        )
        .fix(Text::plain("Link a PDF of it; keep the original for forms that ask for it."))),
        DocumentKind::Page => page(document, place),
        DocumentKind::Shared => {
            let text = Text::plain("A sharing service shows it in its own viewer");
            let text = match &document.pages {
                Ok(pages) => text.then(": a PDF of ").value(counted(*pages, "page", "pages")),
                Err(_) => text.then("; what it shows was not read"),
            };
            Ok(Answer::doubtful(text, place)
                .fix(Text::plain("Put the PDF itself beside the home page and link that.")))
        }
        DocumentKind::Image => Ok(Answer::doubtful(
            Text::plain("It is a picture: its text can be neither searched nor copied, nor read by recruiting software"),
            place,
        )
        .fix(Text::plain("Link a PDF with real text instead."))),
        DocumentKind::Unknown => Err(Obstacle::Unreadable { why: "its kind, which is neither PDF, page nor Word file" }),
    }
}

fn pdf(document: &Document, place: Place) -> Outcome {
    match document.flaw {
        Some(PdfFlaw::Password) => {
            let text = Text::plain("The PDF asks for a password");
            return Ok(Answer::unmet(text, place).fix(Text::plain("Export it again without a password.")));
        }
        Some(PdfFlaw::Cut) => {
            let text = Text::plain("The PDF is cut short: its end is missing");
            return Ok(Answer::unmet(text, place).fix(Text::plain("Export it again and replace the file.")));
        }
        Some(PdfFlaw::Damaged) => {
            return Err(Obstacle::Unreadable { why: "damage, or a form of PDF that is not known here" });
        }
        Some(PdfFlaw::Bomb) => return Err(Obstacle::Unreadable { why: "the size that it unfolds to" }),
        Some(PdfFlaw::NoPages) => {
            let text = Text::plain("No page was found in the PDF");
            return Ok(Answer::doubtful(text, place)
                .fix(Text::plain("Export it again, and open the file once to see that it shows.")));
        }
        Some(PdfFlaw::NoText) | None => {}
    }
    let pages = *seen(&document.pages)?;
    let text = Text::plain("A PDF of ").value(counted(pages, "page", "pages"));
    if pages > MOST_PAGES {
        return Ok(Answer::doubtful(text, place)
            .fix(Text::plain("Shorten it to one page: what matters first, what is old or small left out.")));
    }
    if let Some(bytes) = document.bytes.filter(|bytes| *bytes > MOST_BYTES) {
        let text = text.then(" and ").value((bytes / 1_000_000).to_string()).then(" MB");
        return Ok(Answer::doubtful(text, place)
            .fix(Text::plain("Make it smaller: pictures are usually what weighs.")));
    }
    Ok(Answer::met(text, place))
}

fn page(document: &Document, place: Place) -> Outcome {
    let words = *seen(&document.words)?;
    let text = Text::plain("A page of ").value(counted(words, "word", "words"));
    if document.has_resume_sections && words > FEWEST_WORDS {
        return Ok(Answer::met(text.then(" with the sections of a resume"), place));
    }
    let text = if document.has_resume_sections {
        text.then(", which is little for a resume")
    } else {
        text.then(" without the usual sections (experience, education, skills)")
    };
    Ok(Answer::doubtful(text, place).fix(Text::plain(
        "Offer the resume as a PDF on that page too, so that a reader can save it and pass it on.",
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Kind;

    fn with(change: impl Fn(&mut Document)) -> Target {
        let mut document = Document::sample();
        change(&mut document);
        Target::Document(document)
    }

    #[test]
    fn answers() {
        let kind = |kind| with(move |document| document.kind = kind);
        let flaw = |flaw| with(move |document| document.flaw = Some(flaw));
        let short_page = with(|document| {
            document.kind = DocumentKind::Page;
            document.words = Ok(20);
        });
        let table = [
            ("a PDF", with(|_| ()), Ok(Kind::Met)),
            ("many pages", with(|document| document.pages = Ok(4)), Ok(Kind::Doubtful)),
            ("huge", with(|document| document.bytes = Some(9_000_000)), Ok(Kind::Doubtful)),
            ("empty", with(|document| document.bytes = Some(0)), Ok(Kind::Unmet)),
            ("password", flaw(PdfFlaw::Password), Ok(Kind::Unmet)),
            ("cut", flaw(PdfFlaw::Cut), Ok(Kind::Unmet)),
            ("no pages", flaw(PdfFlaw::NoPages), Ok(Kind::Doubtful)),
            ("no text", flaw(PdfFlaw::NoText), Ok(Kind::Met)),
            ("a page", kind(DocumentKind::Page), Ok(Kind::Met)),
            ("a short page", short_page, Ok(Kind::Doubtful)),
            ("Word", kind(DocumentKind::Document), Ok(Kind::Doubtful)),
            ("shared", kind(DocumentKind::Shared), Ok(Kind::Doubtful)),
            ("picture", kind(DocumentKind::Image), Ok(Kind::Doubtful)),
            ("the home page", Target::PageInsteadOfFile { nearby: None }, Ok(Kind::Unmet)),
            ("any page", Target::CatchAll, Ok(Kind::Unmet)),
            ("unknown", kind(DocumentKind::Unknown), Err("unreadable")),
            ("damaged", flaw(PdfFlaw::Damaged), Err("unreadable")),
            ("a bomb", flaw(PdfFlaw::Bomb), Err("unreadable")),
        ];
        for (case, target, expected) in table {
            let mut facts = Facts::sample();
            facts.resume.target = Ok(target);
            let answer = check(&facts, &Policy::portfolio());
            assert_eq!(answer.map(|a| a.kind).map_err(|o| o.kind()), expected, "{case}");
        }
    }
}
