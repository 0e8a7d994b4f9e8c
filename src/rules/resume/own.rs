//! `resume-own`: the resume is the student's, not the sample of a theme or a form that was never filled in.

use crate::facts::{Facts, Naming, Obstacle, Place, ResumeMarks, Target, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "resume-own",
    statement: "The resume is the student's own",
    group: Group::Resume,
    severity: Severity::Required,
    since: "0.1.0",
    why: "Themes bring a sample resume along, and its link works. A reader who opens it meets a stranger's name.",
    fix: "Replace the file with the own resume, under the same name, so that every link to it stays right.",
    example: "git add ada-lovelace.pdf && git commit -m \"Replace the sample resume\"",
    needs: &["resume-is-document"],
    check: Check::Portfolio(check),
};

/// Where one word of so many is filler, filler is what the resume says.
const FILLER_SHARE: usize = 3;

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let Target::Document(document) = seen(&facts.resume.target)? else {
        return Err(Obstacle::DependsOn { what: "a resume that opens" });
    };
    let (marks, words) = (seen(&document.marks)?, *seen(&document.words)?);
    let place = super::place(facts);
    let samples = marks.leftovers.samples();
    let filler = marks.leftovers.filler_words;
    if filler * FILLER_SHARE > words {
        return Ok(Answer::unmet(
            Text::plain("Filler (lorem ipsum or its kin) is what the resume says"),
            place,
        ));
    }
    if marks.leftovers.is_a_sample() && marks.naming != Naming::Named {
        let text = Text::plain("This is still a sample: it says ").quotes(&samples);
        return Ok(Answer::unmet(text, place));
    }
    if !samples.is_empty() || filler > 0 {
        let text = if samples.is_empty() {
            Text::plain("Filler (lorem ipsum or its kin) is left in it")
        } else {
            Text::plain("Sample text of a template is left in it: ").quotes(&samples)
        };
        let fix = Text::plain("Replace what the template left, and look once over the rest.");
        return Ok(Answer::doubtful(text, place).fix(fix));
    }
    Ok(signed(marks, place))
}

/// Whether a reader learns whose it is.
fn signed(marks: &ResumeMarks, place: Place) -> Answer {
    match (marks.naming, marks.has_email) {
        (Naming::Named, true) => {
            Answer::met(Text::plain("The student's name and an e-mail address stand in it"), place)
        }
        (Naming::Named, false) => Answer::doubtful(
            Text::plain("The student's name stands in it, an e-mail address does not"),
            place,
        )
        .fix(Text::plain("Put an e-mail address below the name, so that a reader can answer.")),
        (Naming::NotNamed | Naming::NotKnown, true) => {
            Answer::met(Text::plain("It shows no sample text, and an e-mail address stands in it"), place)
        }
        (Naming::NotNamed | Naming::NotKnown, false) => Answer::doubtful(
            Text::plain(
                "Neither a name that the site or the account says nor an e-mail address was found in it",
            ),
            place,
        )
        .fix(Text::plain("Put the name and an e-mail address at the top, as text and not as a picture.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Document, Leftover, LeftoverKind, Leftovers};
    use crate::rule::Kind;

    fn marks(kinds: &[LeftoverKind], naming: Naming, has_email: bool) -> ResumeMarks {
        let found = kinds.iter().map(|kind| Leftover { kind: *kind, words: "Your Name" }).collect();
        ResumeMarks {
            leftovers: Leftovers { found, filler_words: 0 },
            naming,
            has_email,
            private: Vec::new(),
        }
    }

    #[test]
    fn answers() {
        use LeftoverKind::{Contact, Sample, Slot};
        use Naming::{Named, NotKnown, NotNamed};
        let filler = ResumeMarks {
            leftovers: Leftovers { filler_words: 300, ..Leftovers::default() },
            ..marks(&[], Named, true)
        };
        let table = [
            ("own", Ok(marks(&[], Named, true)), Ok(Kind::Met)),
            ("no mail", Ok(marks(&[], Named, false)), Ok(Kind::Doubtful)),
            ("nobody says the name", Ok(marks(&[], NotKnown, true)), Ok(Kind::Met)),
            ("another name", Ok(marks(&[], NotNamed, false)), Ok(Kind::Doubtful)),
            ("a sample", Ok(marks(&[Slot, Contact], NotNamed, true)), Ok(Kind::Unmet)),
            ("a sample with the own name", Ok(marks(&[Slot, Contact], Named, true)), Ok(Kind::Doubtful)),
            (
                "an invented firm and number",
                Ok(marks(&[Sample, Contact], NotNamed, true)),
                Ok(Kind::Doubtful),
            ),
            ("one slot", Ok(marks(&[Slot], NotNamed, true)), Ok(Kind::Doubtful)),
            ("filler", Ok(filler), Ok(Kind::Unmet)),
            ("not read", Err(Obstacle::NoAccess), Err("no_access")),
        ];
        for (case, marks, expected) in table {
            let mut facts = Facts::sample();
            facts.resume.target = Ok(Target::Document(Document { marks, ..Document::sample() }));
            let answer = check(&facts, &Policy::portfolio());
            assert_eq!(answer.map(|a| a.kind).map_err(|o| o.kind()), expected, "{case}");
        }
    }
}
