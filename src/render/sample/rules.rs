//! Rules of the sample: the words of real ones, so that its pictures look real; the functions are never called.

use crate::facts::Obstacle;
use crate::rule::{Check, Group, Rule, Severity};

const fn rule(
    id: &'static str,
    group: Group,
    statement: &'static str,
    (why, fix): (&'static str, &'static str),
) -> Rule {
    Rule {
        id,
        statement,
        group,
        severity: Severity::Required,
        since: "0.1.0",
        why,
        fix,
        example: "",
        needs: &[],
        check: Check::Portfolio(|_, _| Err(Obstacle::NotAsked)),
    }
}

pub(super) const ENOUGH: Rule = rule(
    "projects-enough",
    Group::Projects,
    "The portfolio shows three projects",
    ("Three pieces of work show more than one lucky evening.", "Link three repositories."),
);
pub(super) const PRESENT: Rule = rule(
    "readme-present",
    Group::Readme,
    "The project has a README",
    ("It is the first thing that a reader opens.", "Add `README.md` at the top of the repository."),
);
pub(super) const ADEQUATE: Rule = rule(
    "readme-adequate",
    Group::Readme,
    "The README says what the project is, how to run it and what it is built with",
    (
        "Whoever reads many portfolios gives each project a minute; without instructions nobody tries it.",
        "Add what is missing, one short section each.",
    ),
);
pub(super) const IMAGES: Rule = rule(
    "readme-images-load",
    Group::Readme,
    "The pictures in the README load",
    (
        "A broken picture is the first thing that a reader sees.",
        "Use the path exactly as it is spelled in the repository.",
    ),
);
pub(super) const ANSWERS: Rule = rule(
    "site-answers",
    Group::Site,
    "The site answers",
    (
        "A link that leads nowhere ends the visit.",
        "Publish the site, then open its address in a private window.",
    ),
);
pub(super) const CONTACT: Rule = rule(
    "site-contact",
    Group::Site,
    "The site says how to get in touch",
    ("An interested reader wants to write at once.", "Add a mail address or a profile to every page."),
);
pub(super) const LINKED: Rule = rule(
    "resume-linked",
    Group::Resume,
    "The site links to the resume",
    ("Many readers look for it first.", "Add a link called “Resume” to the menu."),
);
pub(super) const OPENS: Rule = rule(
    "resume-opens",
    Group::Resume,
    "The resume opens for anyone",
    (
        "A resume that does not open on the first click is rarely asked for twice.",
        "Put the PDF into the repository and link to it.",
    ),
);
pub(super) const HAS_TEXT: Rule = rule(
    "resume-has-text",
    Group::Resume,
    "Text can be read from the resume",
    ("Programs sort resumes before people see them.", "Export it as a PDF with text, not as a picture."),
);
pub(super) const APPROVED: Rule = rule(
    "resume-approved",
    Group::Resume,
    "The coordinator approved the resume",
    ("A second pair of eyes finds what the author cannot see.", "Ask the coordinator for a review."),
);
pub(super) const CONTACTS: Rule = rule(
    "outreach-contacts",
    Group::Outreach,
    "The contacts are written down",
    (
        "Most first jobs come through people, not through forms.",
        "Write each contact down on the day it is made.",
    ),
);
pub(super) const PLAN: Rule = rule(
    "plan-written",
    Group::Plan,
    "The plan is written",
    ("A plan with dates is kept more often than a wish.", "Write down three goals, each with its date."),
);
