//! `projects-complete`: each project is shown with what makes a reader open it.

use crate::facts::{Project, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: "projects-complete",
    statement: "The project is shown with a few words, a picture and a link to its code",
    group: Group::Projects,
    severity: Severity::Advisory,
    since: "0.1.0",
    why: "A reader gives each project a few seconds. A picture and two sentences decide whether the link beside them is \
          followed at all.",
    fix: "Say in one or two sentences what it does and for whom, and what it is built with. Put a screenshot beside them, \
          and links to the code and to the running thing.",
    example: "```html\n<article>\n  <h3>Weather</h3>\n  <img src=\"weather.png\" alt=\"Three forecasts side by side\">\n  <p>Compares \
              three forecasts for one place and keeps score. Built with Rust and SQLite.</p>\n  <a \
              href=\"https://github.com/ada/weather\">Code</a> <a href=\"https://weather.example\">Live</a>\n</article>\n```",
    needs: &[],
    check: Check::EachProject(check),
};

/// Words of real project descriptions: one in four has fewer than fifteen, one in ten fewer than four.
const ENOUGH_WORDS: usize = 15;

fn check(project: &Project, _: &Policy) -> Outcome {
    let Some(shown) = seen(&project.shown)? else {
        let text = Text::plain("It is named in a list, not shown as a card");
        return Ok(Answer::not_applicable(text, project.found_at.clone()));
    };
    let text = Text::new().value(counted(shown.words, "word", "words"));
    let text = text.then(if shown.has_picture { ", a picture" } else { ", no picture" });
    let text = text.then(if shown.links_code { ", a link to its code" } else { ", no link to its code" });
    let text = text.then(if project.demo.is_some() { ", a link to try it" } else { ", nothing to try" });
    let parts = [
        (shown.has_title, "a title"),
        (shown.words >= ENOUGH_WORDS, "a sentence or two on what it does and what it is built with"),
        (shown.has_picture, "a screenshot"),
        (shown.links_code, "a link to its code"),
    ];
    let missing: Vec<&str> = parts.iter().filter(|(is_there, _)| !is_there).map(|(_, part)| *part).collect();
    if missing.is_empty() {
        return Ok(Answer::met(text, shown.at.clone()));
    }
    let fix = Text::plain("Its entry still needs ").value(missing.join(", and ")).then(".");
    Ok(Answer::unmet(text, shown.at.clone()).fix(fix))
}

#[cfg(test)]
mod tests {
    use super::super::sample::project;
    use super::*;
    use crate::facts::{Obstacle, Shown};
    use crate::rule::Kind;

    #[test]
    fn words_picture_and_code_make_it_complete() {
        let whole = || Shown {
            at: project().found_at,
            has_title: true,
            words: 15,
            has_picture: true,
            links_code: true,
        };
        let cases = [
            ("complete", Ok(Some(whole())), Ok(Kind::Met)),
            ("few words", Ok(Some(Shown { words: 14, ..whole() })), Ok(Kind::Unmet)),
            ("no title", Ok(Some(Shown { has_title: false, ..whole() })), Ok(Kind::Unmet)),
            ("no picture", Ok(Some(Shown { has_picture: false, ..whole() })), Ok(Kind::Unmet)),
            ("no code", Ok(Some(Shown { links_code: false, ..whole() })), Ok(Kind::Unmet)),
            ("in a README", Ok(None), Ok(Kind::NotApplicable)),
            ("not seen", Err(Obstacle::NeedsJavaScript), Err(Obstacle::NeedsJavaScript)),
        ];
        for (case, shown, expected) in cases {
            let project = Project { shown, demo: None, ..project() };
            assert_eq!(check(&project, &Policy::portfolio()).map(|answer| answer.kind), expected, "{case}");
        }
    }
}
