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
