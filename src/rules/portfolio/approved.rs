//! Somebody at the school approved what the portfolio shows now.

use crate::facts::Facts;
use crate::policy::Policy;
use crate::rule::{Check, Group, Outcome, Rule, Severity};
use crate::rules::approval::{self, Item, content};

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

const ITEM: Item = Item { rule: "portfolio-approved", word: "portfolio", is_content: content::is_portfolio };

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    approval::check(&ITEM, facts, policy)
}
