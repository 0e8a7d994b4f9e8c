//! Somebody at the school approved what the portfolio shows now.

use crate::facts::{Facts, Home, Instant, Project};
use crate::policy::Policy;
use crate::rule::{Check, Group, Kind, Outcome, Rule, Severity};
use crate::rules::approval::{self, Item, Untied, content};
use crate::text::{Text, counted};

pub(super) const RULE: Rule = Rule {
    id: "portfolio-approved",
    statement: "The school approved the portfolio as it is now",
    group: Group::Portfolio,
    severity: Severity::Required,
    since: "0.1.0",
    why: "The school stands behind what it sends employers to. An approval is a review on the pull request by an account of the policy's list; labels, checkboxes, comments, commit authors and words in files prove nothing.",
    fix: "Ask for a review on the pull request, in the box “Reviewers”. After a change of the projects, a README or the resume, ask again.",
    example: "",
    needs: &[],
    check: Check::Portfolio(check),
};

const ITEM: Item =
    Item { rule: "portfolio-approved", word: "portfolio", is_content: content::is_portfolio, untied };

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    approval::check(&ITEM, facts, policy)
}

/// A review looks at one repository: it says nothing of what is pushed to others afterwards.
fn untied(facts: &Facts, since: Instant) -> Option<Untied> {
    let projects = facts.projects.as_deref().unwrap_or_default();
    let moved: Vec<&Project> = projects.iter().filter(|project| may_have_moved(project, since)).collect();
    let first = moved.first()?;
    let text = Text::new().name(&first.name);
    let text = match moved.len() {
        1 => text.then(" was"),
        more => text.then(" and ").value(counted(more - 1, "other project", "other projects")).then(" were"),
    };
    Some(Untied {
        kind: Kind::Doubtful,
        text: text.then(" pushed to since then, which a review here does not see"),
        fix: Text::plain("Where the README changed, ask for another look."),
    })
}

/// True for a project in a repository of its own that was pushed to since, or of which that is not known.
fn may_have_moved(project: &Project, since: Instant) -> bool {
    let is_elsewhere = matches!(project.home, Home::Repository { .. });
    let pushed = project.repository.as_ref().ok().and_then(|repository| repository.as_ref()?.pushed);
    is_elsewhere && pushed.is_none_or(|pushed| pushed > since)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Obstacle, Place, Project, Repository, Review};
    use crate::rules::approval::sample::{changed, facts, grace, policy, reviews};
    use crate::rules::projects::sample::{project, repository};

    /// A project in a repository of its own, as far as it is known when that was pushed to.
    fn pushed(at: Option<&str>) -> Project {
        let pushed = at.map(|at| Instant::parse(at).unwrap());
        let found_at = Place::File { repository: None, path: "projects.md".into(), line: Some(3) };
        Project { repository: Ok(Some(Repository { pushed, ..repository() })), found_at, ..project() }
    }

    fn kind(given: Review, projects: Vec<Project>) -> Result<Kind, Obstacle> {
        let facts = Facts { projects: Ok(projects), ..facts(Ok(reviews(vec![given]))) };
        check(&facts, &policy()).map(|answer| answer.kind)
    }

    #[test]
    fn a_change_of_what_it_shows_is_not_approved() {
        let cases = [
            ("nothing", grace(), Kind::Met),
            ("notes", changed("notes.txt", Some("more")), Kind::Met),
            ("a README", changed("docs/readme.md", Some("more")), Kind::Waiting),
            ("the student's file", changed("portfolio.yml", Some("projects: []")), Kind::Waiting),
            ("where the projects are listed", changed("projects.md", Some("more")), Kind::Waiting),
            ("lines about a project", changed("src/cards.js", Some("WEATHER: 1")), Kind::Waiting),
            (
                "a link to another's code",
                changed("src/cards.js", Some("github.com/bob/chess")),
                Kind::Waiting,
            ),
            ("a page whose changes are hidden", changed("src/cards.js", None), Kind::Waiting),
            ("a list of packages", changed("package-lock.json", Some("github.com/bob/chess")), Kind::Met),
            ("the resume", changed("resume.pdf", None), Kind::Waiting),
        ];
        for (case, given, expected) in cases {
            assert_eq!(kind(given, vec![pushed(Some("2017-01-20T10:00:00Z"))]), Ok(expected), "{case}");
        }
    }

    #[test]
    fn a_project_elsewhere_that_moved_since_is_said() {
        let cases = [
            ("before", Some("2017-01-30T09:59:00Z"), Kind::Met),
            ("since", Some("2017-01-30T10:01:00Z"), Kind::Doubtful),
            ("at a time that nobody told", None, Kind::Doubtful),
        ];
        for (case, at, expected) in cases {
            assert_eq!(kind(grace(), vec![pushed(at)]), Ok(expected), "{case}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_neither_approved_nor_refused() {
        let unseen = Review { changes: Err(Obstacle::TimedOut), ..grace() };
        assert_eq!(kind(unseen, Vec::new()), Err(Obstacle::TimedOut));
        assert_eq!(check(&facts(Err(Obstacle::NoAccess)), &policy()).unwrap_err(), Obstacle::NoAccess);
        let alone = Facts { pull_request: None, ..facts(Ok(reviews(vec![grace()]))) };
        assert!(matches!(check(&alone, &policy()), Err(Obstacle::DependsOn { .. })), "no pull request");
    }
}
