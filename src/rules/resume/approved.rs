//! Somebody at the school approved this very resume.

use crate::facts::{Facts, Instant};
use crate::policy::Policy;
use crate::rule::{Check, Group, Kind, Outcome, Rule, Severity};
use crate::rules::approval::{self, Item, Untied, content};
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "resume-approved",
    statement: "The school approved the resume as it is now",
    group: Group::Resume,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A second pair of eyes finds what the writer no longer sees. An approval is a review on the pull request by an account of the policy's list; labels, checkboxes, comments, commit authors and words in files prove nothing.",
    fix: "Ask for a review on the pull request, in the box “Reviewers”. After a change of the resume, ask again.",
    example: "",
    needs: &["resume-linked"],
    check: Check::Portfolio(check),
};

const ITEM: Item = Item { rule: "resume-approved", word: "resume", is_content: content::is_resume, untied };

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    approval::check(&ITEM, facts, policy)
}

/// A review looks at files of the repository: it says nothing of a file that visitors get from another place.
fn untied(facts: &Facts, _: Instant) -> Option<Untied> {
    let reviews = facts.evidence.reviews.as_ref().ok()?;
    reviews.resume_file.is_none().then(|| Untied {
        kind: Kind::Waiting,
        text: Text::plain("the resume link leads to bytes that no file of the repository has, so nothing shows that they are what was approved"),
        fix: Text::plain("Put the file into this repository and let the site serve it from there. Where the site still shows the earlier one, merge this pull request first."),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Obstacle, Review, ReviewState, Reviews};
    use crate::rules::approval::sample::{changed, facts, grace, policy, review, reviews};

    fn kind(given: Vec<Review>) -> Result<Kind, Obstacle> {
        check(&facts(Ok(reviews(given))), &policy()).map(|answer| answer.kind)
    }

    #[test]
    fn only_who_is_listed_approves() {
        let other = |login, id| review(login, id, "2017-01-30T10:00:00Z");
        let hidden = Err(Obstacle::NoAccess);
        let member = Ok(vec!["school/coordinators".to_owned()]);
        let cases = [
            ("nobody", Vec::new(), Ok(Kind::Unmet)),
            ("the coordinator", vec![grace()], Ok(Kind::Met)),
            ("a classmate", vec![other("bob", 8)], Ok(Kind::Unmet)),
            ("the student", vec![other("ada", 1001)], Ok(Kind::Unmet)),
            ("her login in other hands", vec![other("grace", 6666)], Ok(Kind::Unmet)),
            ("her number under another login", vec![other("amazing-grace", 1001)], Ok(Kind::Met)),
            ("a member of the team", vec![Review { teams: member, ..other("hedy", 77) }], Ok(Kind::Met)),
            (
                "a member of another team",
                vec![Review { teams: Ok(vec!["ada/coordinators".into()]), ..other("hedy", 77) }],
                Ok(Kind::Unmet),
            ),
            (
                "somebody whose teams are hidden",
                vec![Review { teams: hidden.clone(), ..other("hedy", 77) }],
                Err(Obstacle::NoAccess),
            ),
            (
                "the coordinator beside somebody hidden",
                vec![grace(), Review { teams: hidden, ..other("hedy", 77) }],
                Ok(Kind::Met),
            ),
        ];
        for (case, given, expected) in cases {
            assert_eq!(kind(given), expected, "{case}");
        }
    }

    #[test]
    fn the_last_word_about_the_resume_counts() {
        let later = |state| Review { state, ..review("grace", 1001, "2017-01-31T10:00:00Z") };
        let about = |word: &str| Review { scope: vec![word.into()], ..grace() };
        let cases = [
            ("a comment afterwards", vec![grace(), later(ReviewState::Commented)], Kind::Met),
            (
                "changes asked for afterwards",
                vec![grace(), later(ReviewState::ChangesRequested)],
                Kind::Unmet,
            ),
            ("taken back", vec![grace(), later(ReviewState::Dismissed)], Kind::Unmet),
            ("meant for the resume", vec![about("resume")], Kind::Met),
            ("meant for the portfolio only", vec![about("portfolio")], Kind::Unmet),
        ];
        for (case, given, expected) in cases {
            assert_eq!(kind(given), Ok(expected), "{case}");
        }
    }

    #[test]
    fn what_came_in_its_place_is_not_approved() {
        let cases = [
            ("other bytes", changed("resume.pdf", None), Kind::Waiting),
            (
                "a page that leads to another file",
                changed("index.html", Some("<a href=\"resume.pdf\">")),
                Kind::Waiting,
            ),
            ("a page whose changes are hidden", changed("index.html", None), Kind::Waiting),
            ("something else", changed("notes.txt", Some("more")), Kind::Met),
        ];
        for (case, given, expected) in cases {
            assert_eq!(kind(vec![given]), Ok(expected), "{case}");
        }
        let elsewhere = Reviews { resume_file: None, ..reviews(vec![grace()]) };
        let answer = check(&facts(Ok(elsewhere)), &policy()).unwrap();
        assert_eq!(answer.kind, Kind::Waiting, "bytes that no file of the repository has");
    }

    #[test]
    fn what_cannot_be_seen_is_neither_approved_nor_refused() {
        let unseen = Review { changes: Err(Obstacle::TimedOut), ..grace() };
        assert_eq!(kind(vec![unseen]), Err(Obstacle::TimedOut));
        assert_eq!(check(&facts(Err(Obstacle::NoAccess)), &policy()).unwrap_err(), Obstacle::NoAccess);
        let nobody = check(&facts(Ok(reviews(vec![grace()]))), &Policy::portfolio()).unwrap();
        assert_eq!(nobody.kind, Kind::Waiting, "the policy names nobody yet");
    }
}
