//! The student's own pull request asks the school for a review.

use crate::facts::{Facts, Instant, Untrusted};
use crate::policy::{Deadline, Policy};
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::rules::approval::Desk;
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "evidence-submitted",
    statement: "The student's own pull request asks the school for a review",
    group: Group::Portfolio,
    severity: Severity::Required,
    since: "0.1.0",
    why: "What is handed in has one place and one time, by the host's clock, that both sides can look up.",
    fix: "Ask for a review on the pull request, in the box “Reviewers”.",
    example: "",
    needs: &[],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    let desk = match Desk::of(RULE.id, facts, policy)? {
        Ok(desk) => desk,
        Err(answer) => return Ok(answer),
    };
    let (role, people) = desk.role;
    if let Some(author) =
        desk.pull_request.author.as_ref().filter(|author| !is_students(author, &desk, facts))
    {
        let text = Text::plain("The pull request was opened by ").name(author).then(", not by the student");
        let fix = Text::plain("Open the pull request from the student’s own account.");
        return Ok(Answer::unmet(text, desk.place()).fix(fix));
    }
    let student = facts.portfolio.student.as_ref().map(Untrusted::as_written);
    let deadline = policy.deadline(RULE.id, student);
    for review in desk.reviews.last_words(None) {
        if desk.may_approve(review).is_ok_and(|may| may) {
            let text = Text::new().name(&review.login).then(" has looked at it");
            return Ok(submitted(text, Some(review.submitted), &desk, deadline));
        }
    }
    if let Some(asked) = desk.asked() {
        return Ok(submitted(Text::plain("A review is asked of ").name(asked), None, &desk, deadline));
    }
    let fix = Text::plain("Ask for a review on the pull request, in the box “Reviewers”: ");
    let text = Text::plain("No review is asked of the ").value(role.to_owned());
    Ok(Answer::unmet(text, desk.place()).fix(fix.code(people.in_words())))
}

/// False for an account of the school, and for one that proposes to change another person's portfolio.
fn is_students(author: &Untrusted, desk: &Desk<'_>, facts: &Facts) -> bool {
    let (_, people) = desk.role;
    let author = author.as_written();
    let is_schools = people.accounts.iter().any(|account| account.is(author, None));
    let is_a_persons =
        matches!(&facts.portfolio.repository, Ok(repository) if repository.is_organisations == Some(false));
    !is_schools && (!is_a_persons || desk.pull_request.repository.owner().eq_ignore_ascii_case(author))
}

/// When it was handed in, as far as a clock of the host tells: it was late where the pull request was opened late, and in time
/// where somebody had looked at it in time. In between the host does not say when the review was asked for.
fn submitted(text: Text, looked: Option<Instant>, desk: &Desk<'_>, deadline: Option<Deadline>) -> Answer {
    let answer = Answer::met(text, desk.place());
    let is_past = |at: &Instant| deadline.is_some_and(|deadline| deadline.is_past(*at));
    let known = desk.reviews.opened.filter(is_past).or(looked.filter(|at| !is_past(at)));
    match known {
        Some(at) => answer.since(at),
        None => answer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Obstacle, PullRequest, Repository, Review, ReviewState, Reviews};
    use crate::rule::Kind;
    use crate::rules::approval::sample::{facts, grace, policy, review, reviews};
    use crate::rules::projects::sample::repository;

    fn asked(whom: &str) -> Reviews {
        Reviews { asked: vec![whom.into()], ..reviews(Vec::new()) }
    }

    fn kind(given: Reviews) -> Kind {
        check(&facts(Ok(given)), &policy()).unwrap().kind
    }

    #[test]
    fn somebody_at_the_school_is_asked_or_has_looked() {
        let commented = Review { state: ReviewState::Commented, ..grace() };
        let refused = Review { state: ReviewState::ChangesRequested, ..grace() };
        let cases = [
            ("nobody is asked", reviews(Vec::new()), Kind::Unmet),
            ("the coordinator is", asked("Grace"), Kind::Met),
            ("the team is", asked("school/coordinators"), Kind::Met),
            ("a classmate is", asked("bob"), Kind::Unmet),
            ("a team of that name elsewhere is", asked("ada/coordinators"), Kind::Unmet),
            ("the coordinator approved", reviews(vec![grace()]), Kind::Met),
            ("the coordinator asks for changes", reviews(vec![refused]), Kind::Met),
            ("the coordinator said something", reviews(vec![commented]), Kind::Unmet),
            ("a classmate approved", reviews(vec![review("bob", 8, "2017-01-30T10:00:00Z")]), Kind::Unmet),
        ];
        for (case, given, expected) in cases {
            assert_eq!(kind(given), expected, "{case}");
        }
    }

    #[test]
    fn it_is_the_students_own() {
        let opened_by = |author: &str| {
            let mut facts = facts(Ok(asked("grace")));
            facts.pull_request = facts
                .pull_request
                .map(|pull_request| PullRequest { author: Some(author.into()), ..pull_request });
            facts.portfolio.repository = Ok(Repository { is_organisations: Some(false), ..repository() });
            check(&facts, &policy()).unwrap().kind
        };
        assert_eq!(opened_by("ada"), Kind::Met);
        assert_eq!(opened_by("bob"), Kind::Unmet, "for another person's portfolio");
        assert_eq!(opened_by("grace"), Kind::Unmet, "by the school");
    }

    #[test]
    fn without_sight_of_reviews_nothing_is_told() {
        assert_eq!(check(&facts(Err(Obstacle::NoAccess)), &policy()).unwrap_err(), Obstacle::NoAccess);
    }
}
