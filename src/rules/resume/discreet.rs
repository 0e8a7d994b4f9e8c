//! `resume-discreet`: the public resume keeps the home address and the telephone number out. Neither is ever shown.

use crate::facts::{Facts, Obstacle, PrivateData, Target, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "resume-discreet",
    statement: "The public resume shows no home address or telephone number",
    group: Group::Resume,
    severity: Severity::Advisory,
    since: "0.1.0",
    why: "A file on a public site is read by anybody, kept by search engines, and stays findable for years.",
    fix: "Keep the town and an e-mail address on the public file; send the version with address and number to those who ask.",
    example: "Ada Lovelace, London, ada@ada.example",
    needs: &["resume-is-document"],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let Target::Document(document) = seen(&facts.resume.target)? else {
        return Err(Obstacle::DependsOn { what: "a resume that opens" });
    };
    let private = &seen(&document.marks)?.private;
    let place = super::place(facts);
    Ok(match private.as_slice() {
        [] => {
            Answer::met(Text::plain("Nothing in it looks like a home address or a telephone number"), place)
        }
        [PrivateData::HomeAddress] => {
            Answer::doubtful(Text::plain("Something in it looks like a home address"), place)
        }
        [PrivateData::Phone] => {
            Answer::doubtful(Text::plain("Something in it looks like a telephone number"), place)
        }
        [_, ..] => {
            Answer::doubtful(Text::plain("It seems to hold a home address and a telephone number"), place)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Document, ResumeMarks};
    use crate::rule::Kind;

    #[test]
    fn answers() {
        use PrivateData::{HomeAddress, Phone};
        let table: [(&[PrivateData], Kind); 4] = [
            (&[], Kind::Met),
            (&[Phone], Kind::Doubtful),
            (&[HomeAddress], Kind::Doubtful),
            (&[HomeAddress, Phone], Kind::Doubtful),
        ];
        for (private, expected) in table {
            let mut document = Document::sample();
            document.marks = document.marks.map(|marks| ResumeMarks { private: private.to_vec(), ..marks });
            let mut facts = Facts::sample();
            facts.resume.target = Ok(Target::Document(document));
            assert_eq!(check(&facts, &Policy::portfolio()).unwrap().kind, expected, "{private:?}");
        }
        let mut facts = Facts::sample();
        let marks = Err(Obstacle::NoAccess);
        facts.resume.target = Ok(Target::Document(Document { marks, ..Document::sample() }));
        assert_eq!(check(&facts, &Policy::portfolio()).unwrap_err(), Obstacle::NoAccess);
    }
}
