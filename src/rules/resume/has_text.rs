//! The text of the resume can be read by a program.

use crate::facts::{DocumentKind, Facts, Obstacle, PdfFlaw, Place, Target, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

/// Fewer words than this are a heading, not a resume.
const FEWEST_WORDS: usize = 50;

pub(super) const RULE: Rule = Rule {
    id: "resume-has-text",
    statement: "The text of the resume can be read by a program",
    group: Group::Resume,
    severity: Severity::Advisory,
    since: "0.1.0",
    why: "Recruiting software and search read the text of the file; of a scan or a picture they see nothing.",
    fix: "Export the PDF from the program it was written in, instead of scanning or photographing it.",
    example: "In a word processor: File, Export or Download, PDF.",
    needs: &["resume-is-document"],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let Target::Document(document) = seen(&facts.resume.target)? else {
        return Err(Obstacle::DependsOn { what: "a resume that opens" });
    };
    let place = match &facts.resume.link {
        Ok(Some(link)) => link.place(),
        Ok(None) | Err(_) => Place::Page { url: document.url.clone(), quoted: None },
    };
    if document.kind == DocumentKind::Image || document.flaw == Some(PdfFlaw::NoText) {
        return Ok(Answer::unmet(
            Text::plain("There is no text in the file, only what looks like pictures"),
            place,
        ));
    }
    let words = *seen(&document.words)?;
    let text = Text::new().value(counted(words, "word", "words")).then(" can be read from it");
    if words < FEWEST_WORDS {
        return Ok(Answer::doubtful(text.then(", which is little for a resume"), place));
    }
    Ok(Answer::met(text, place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Document;
    use crate::rule::Kind;

    /// Its name, what is changed, and the answer.
    type Case<'a> = (&'a str, fn(&mut Document), Result<Kind, &'a str>);

    #[test]
    fn answers() {
        let table: [Case<'_>; 5] = [
            ("text", |_| (), Ok(Kind::Met)),
            ("little", |document| document.words = Ok(9), Ok(Kind::Doubtful)),
            ("none", |document| document.flaw = Some(PdfFlaw::NoText), Ok(Kind::Unmet)),
            ("picture", |document| document.kind = DocumentKind::Image, Ok(Kind::Unmet)),
            (
                "letters of an unknown form",
                |document| {
                    document.words = Err(Obstacle::Unreadable { why: "the way its letters are stored" });
                },
                Err("unreadable"),
            ),
        ];
        for (case, change, expected) in table {
            let mut document = Document::sample();
            change(&mut document);
            let mut facts = Facts::sample();
            facts.resume.target = Ok(Target::Document(document));
            let answer = check(&facts, &Policy::portfolio());
            assert_eq!(answer.map(|a| a.kind).map_err(|o| o.kind()), expected, "{case}");
        }
    }
}
