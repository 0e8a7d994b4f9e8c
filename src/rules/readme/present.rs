//! `readme-present`: there is a README, and something stands in it.

use crate::facts::{Home, Level, Project, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: "readme-present",
    statement: "The project has a README",
    group: Group::Readme,
    severity: Severity::Required,
    since: "0.1.0",
    why: "The README is the first thing that opens when somebody follows a link to a project. Without one a reader \
          sees a list of file names and leaves.",
    fix: "Create `README.md` at the top of the project and say in three short parts what it is, how to run it, and \
          what it is built with. Save it as UTF-8.",
    example: "```md\n# Weather\n\nShows the forecast for the next five days of any city.\n\n## Run it\n\nnpm install && npm \
              start\n\n## Built with\n\nReact and the OpenWeather API\n```",
    needs: &["projects-readable"],
    check: Check::EachProject(check),
};

fn check(project: &Project, _: &Policy) -> Outcome {
    if project.home == Home::Nowhere {
        let text = Text::plain("No code is linked for it, so there is no README to read");
        return Ok(Answer::not_applicable(text, project.place()));
    }
    Ok(match seen(&project.readme)? {
        None => Answer::unmet(Text::plain("There is no README"), project.place()).fix_by_pasting(
            Text::plain("Create ").code("README.md").then(" with these three parts, and fill them in."),
            "md",
            super::paste::whole(project),
        ),
        Some(readme) if readme.level == Level::Missing => {
            let text = Text::new().code(readme.path.clone()).then(" is there, but nothing stands in it");
            Answer::unmet(text, project.readme_place(None)).fix_by_pasting(
                Text::plain("Paste these three parts into it, and fill them in."),
                "md",
                super::paste::whole(project),
            )
        }
        Some(readme) => {
            let text = Text::new().code(readme.path.clone()).then(", ").value(crate::text::counted(
                readme.words,
                "word of its own",
                "words of its own",
            ));
            Answer::met(text, project.readme_place(None))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Obstacle;
    use crate::rule::Kind;
    use crate::rules::readme::sample::{project, readme};

    #[test]
    fn says_whether_there_is_something_to_read() {
        let cases = [
            ("thin is something", Ok(Some(readme(Level::Thin))), Ok(Kind::Met)),
            ("blank is nothing", Ok(Some(readme(Level::Missing))), Ok(Kind::Unmet)),
            ("none", Ok(None), Ok(Kind::Unmet)),
            ("not seen", Err(Obstacle::TimedOut), Err(Obstacle::TimedOut)),
        ];
        for (case, readme, expected) in cases {
            let project = Project { readme, ..project() };
            assert_eq!(check(&project, &Policy::portfolio()).map(|answer| answer.kind), expected, "{case}");
        }
        let nowhere = Project { home: Home::Nowhere, readme: Ok(None), ..project() };
        assert_eq!(check(&nowhere, &Policy::portfolio()).map(|answer| answer.kind), Ok(Kind::NotApplicable));
    }
}
