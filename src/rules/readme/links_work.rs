//! `readme-links-work`: what the README links can be opened, and what it calls a demo is one.

use super::leads::{self, Words};
use crate::facts::{Lead, Project, Reference, ReferenceKind, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: "readme-links-work",
    statement: "The links of the README and the demo lead somewhere",
    group: Group::Readme,
    severity: Severity::Advisory,
    since: "0.1.0",
    why: "The link to try a project is the one that a reader follows first. A dead one, or one to the author's own machine, \
          takes away the best that the project has to show.",
    fix: "Open each link in a private window of a browser, where nobody is signed in. Correct or delete what does not open; \
          a host that is asleep or turns programs away does not count.",
    example: "```md\nTry it: <https://ada.github.io/weather>\n\n- [How it is built](docs/architecture.md)\n- [Run it](#run-it)\n```",
    needs: &["readme-present"],
    check: Check::EachProject(check),
};

const WORDS: Words =
    Words { one: "link leads somewhere", many: "links lead somewhere", none: "It has no link of its own" };

fn check(project: &Project, _: &Policy) -> Outcome {
    let Some(readme) = seen(&project.readme)? else {
        return Ok(Answer::not_applicable(Text::plain("There is no README"), project.place()));
    };
    let links: Vec<&Reference> =
        readme.references.iter().filter(|reference| !leads::is_picture(reference)).collect();
    let is_told = links.iter().any(|link| link.kind == ReferenceKind::Demo && link.lead != Ok(Lead::There));
    match (&project.demo, &project.demo_lead) {
        (Some(demo), Some(Ok(lead))) if *lead != Lead::There && !is_told => {
            Ok(leads::demo_astray(project, demo, lead))
        }
        _ => leads::answer(project, readme, &links, &WORDS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Obstacle;
    use crate::rule::Kind;
    use crate::rules::readme::sample::{project, with_references};

    #[test]
    fn only_what_is_proven_dead_is_unmet() {
        let link = |lead| (ReferenceKind::Link, lead);
        let cases = [
            ("there", vec![link(Ok(Lead::There)), link(Ok(Lead::There))], Ok(Kind::Met)),
            ("no heading", vec![link(Ok(Lead::There)), link(Ok(Lead::NoAnchor(None)))], Ok(Kind::Unmet)),
            ("own machine", vec![link(Ok(Lead::OwnMachine))], Ok(Kind::Unmet)),
            ("asleep", vec![link(Ok(Lead::There)), link(Err(Obstacle::TimedOut))], Ok(Kind::Met)),
            (
                "a wall",
                vec![link(Err(Obstacle::Blocked { status: 999 }))],
                Err(Obstacle::Blocked { status: 999 }),
            ),
            ("somebody's page", vec![link(Ok(Lead::OthersPage("grace".into())))], Ok(Kind::Doubtful)),
            ("none", vec![], Ok(Kind::NotApplicable)),
        ];
        for (case, references, expected) in cases {
            let outcome = check(&with_references(&references), &Policy::portfolio());
            assert_eq!(outcome.map(|answer| answer.kind), expected, "{case}");
        }
    }

    #[test]
    fn a_demo_counts_wherever_it_is_named() {
        let cases = [
            (Some(Ok(Lead::Code)), Kind::Unmet),
            (Some(Ok(Lead::There)), Kind::Met),
            (Some(Err(Obstacle::TimedOut)), Kind::Met),
            (None, Kind::Met),
        ];
        for (demo_lead, expected) in cases {
            let project = Project { demo_lead, ..with_references(&[(ReferenceKind::Link, Ok(Lead::There))]) };
            assert_eq!(check(&project, &Policy::portfolio()).map(|answer| answer.kind), Ok(expected));
        }
        let none = Project { readme: Ok(None), ..project() };
        assert_eq!(check(&none, &Policy::portfolio()).map(|answer| answer.kind), Ok(Kind::NotApplicable));
    }
}
