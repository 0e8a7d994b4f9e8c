//! `readme-images-load`: the pictures of the README are seen by everybody.

use super::leads::{self, Words};
use crate::facts::{Project, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: "readme-images-load",
    statement: "The pictures of the README load",
    group: Group::Readme,
    severity: Severity::Advisory,
    since: "0.1.0",
    why: "A picture is what most readers look at first, and a broken one looks like neglect. On the author's own machine \
          `Town.PNG` and `town.png` may be the same file; on the code host they are not.",
    fix: "Commit the picture, and write its path as it is spelled in the repository. A page that shows a picture is not the \
          picture itself.",
    example: "```md\n![Three forecasts for one town, side by side](docs/town.png)\n```",
    needs: &["readme-present"],
    check: Check::EachProject(check),
};

const WORDS: Words = Words {
    one: "picture loads",
    many: "pictures load",
    none: "It shows no picture; a screenshot says a lot in little room",
};

fn check(project: &Project, _: &Policy) -> Outcome {
    let Some(readme) = seen(&project.readme)? else {
        return Ok(Answer::not_applicable(Text::plain("There is no README"), project.place()));
    };
    let pictures: Vec<_> =
        readme.references.iter().filter(|reference| leads::is_picture(reference)).collect();
    leads::answer(project, readme, &pictures, &WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Lead, Obstacle, ReferenceKind};
    use crate::rule::Kind;
    use crate::rules::readme::sample::{project, with_references};

    #[test]
    fn only_what_is_proven_missing_is_unmet() {
        let picture = |lead| (ReferenceKind::Picture, lead);
        let cases = [
            ("there", vec![picture(Ok(Lead::There))], Ok(Kind::Met)),
            (
                "other spelling",
                vec![picture(Ok(Lead::OtherSpelling("docs/Town.png".into())))],
                Ok(Kind::Unmet),
            ),
            ("gone", vec![picture(Ok(Lead::Refused { status: 404 }))], Ok(Kind::Unmet)),
            (
                "one is not seen",
                vec![picture(Ok(Lead::There)), picture(Err(Obstacle::TimedOut))],
                Ok(Kind::Met),
            ),
            ("none is seen", vec![picture(Err(Obstacle::TimedOut))], Err(Obstacle::TimedOut)),
            (
                "a link is another matter",
                vec![(ReferenceKind::Link, Ok(Lead::NoFile))],
                Ok(Kind::NotApplicable),
            ),
        ];
        for (case, references, expected) in cases {
            let outcome = check(&with_references(&references), &Policy::portfolio());
            assert_eq!(outcome.map(|answer| answer.kind), expected, "{case}");
        }
        let none = Project { readme: Ok(None), ..project() };
        assert_eq!(check(&none, &Policy::portfolio()).map(|answer| answer.kind), Ok(Kind::NotApplicable));
    }
}
