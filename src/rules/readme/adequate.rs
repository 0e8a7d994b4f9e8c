//! `readme-adequate`: the README answers the questions that a reader has.

use super::question::{Question, line_to_add_below};
use crate::facts::{Extra, Project, Readme, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: "readme-adequate",
    statement: "The README says what the project is, how or where it runs, and what it is built with",
    group: Group::Readme,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A reader who decides in four minutes wants three answers: what is it, how do I run it or where does it run, and \
          what is it built with. Length does not matter; one sentence each is enough.",
    fix: "Add the answer that lacks: a sentence that says what it is, the commands or the link to try it, or a list of \
          what it is built with. Pictures, tests, names and lessons learned make it level 4.",
    example: "```md\n# Tea Timer\n\nCounts down the minutes for each kind of tea and plays a bell.\n\nTry it: \
              https://tea.example\n\n## Built with\n\nHTML, CSS and JavaScript\n```",
    needs: &["readme-own-text"],
    check: Check::EachProject(check),
};

fn check(project: &Project, policy: &Policy) -> Outcome {
    let Some(readme) = seen(&project.readme)? else {
        return Ok(Answer::not_applicable(Text::plain("There is no README"), project.place()));
    };
    let (answered, lacking): (Vec<_>, Vec<_>) =
        Question::ALL.into_iter().partition(|question| question.answer(readme.essentials).is_some());
    let seen = level_text(readme).append(answers(readme, &answered));
    if readme.level >= policy.readme_level {
        return Ok(Answer::met(seen, project.readme_place(None)));
    }
    let Some(first) = lacking.first() else {
        return Ok(lacks_extras(project, readme, seen));
    };
    let lacks = lacking.iter().enumerate().fold(Text::new(), |text, (index, question)| {
        let joint = match index {
            0 => ". Still missing: ",
            _ if index + 1 == lacking.len() => ", and ",
            _ => ", ",
        };
        text.then(joint).then(question.words())
    });
    let below = first.line_to_add_below(readme);
    let place = project.readme_place(Some(below.max(1)));
    let text = seen.append(lacks);
    let answer = if readme.is_language_known {
        Answer::unmet(text, place)
    } else {
        Answer::doubtful(text.then("; in this language only its structure could be judged"), place)
    };
    let fix = match usize::try_from(below).unwrap_or_default() {
        0 => Text::plain("At the top of "),
        line => Text::plain("Below line ").number(line).then(" of "),
    };
    let fix = fix.code(readme.path.clone()).then(", add this");
    let paste = super::paste::questions(project, &lacking);
    Ok(answer.fix_by_pasting(super::paste::and_fill_in(fix, &paste), "md", paste))
}

/// "Level 2 of 4: "
fn level_text(readme: &Readme) -> Text {
    Text::plain("Level ").number(readme.level.number().into()).then(" of 4: ")
}

/// "says what it is (line 3) and what it is built with (line 9)"
fn answers(readme: &Readme, answered: &[Question]) -> Text {
    if answered.is_empty() {
        return Text::plain("answers none of the three questions yet");
    }
    answered.iter().enumerate().fold(Text::new(), |text, (index, question)| {
        let joint = match index {
            0 => "says ",
            _ if index + 1 == answered.len() => " and ",
            _ => ", ",
        };
        let line = question.answer(readme.essentials).unwrap_or_default();
        text.then(joint).then(question.words()).value(format!(" (line {line})"))
    })
}

/// The answer where the policy asks for more than the three questions.
fn lacks_extras(project: &Project, readme: &Readme, seen: Text) -> Answer {
    let shows = readme.extras.iter().any(|extra| matches!(extra, Extra::Visual | Extra::Live));
    let lacks = if shows {
        "; for level 4 it takes three extras"
    } else {
        "; for level 4 it takes a picture or a link to try it"
    };
    let fix = "Add what applies: a picture, a link to try it, how to test it, who did what, what was hard, what it answers.";
    let below = line_to_add_below(readme);
    Answer::unmet(seen.then(lacks), project.readme_place(Some(below))).fix(Text::plain(fix))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Essentials, Level, Obstacle};
    use crate::rule::Kind;
    use crate::rules::readme::sample::{project, readme};

    #[test]
    fn says_which_question_lacks_its_answer() {
        let without_run = Readme {
            essentials: Essentials { what: Some(3), run: None, built_with: Some(9) },
            ..readme(Level::Thin)
        };
        let finnish = Readme { is_language_known: false, ..without_run.clone() };
        let cases = [
            ("adequate", Ok(Some(readme(Level::Adequate))), Ok(Kind::Met)),
            ("excellent", Ok(Some(readme(Level::Excellent))), Ok(Kind::Met)),
            ("without run steps", Ok(Some(without_run)), Ok(Kind::Unmet)),
            ("unknown language", Ok(Some(finnish)), Ok(Kind::Doubtful)),
            ("not seen", Err(Obstacle::RateLimited), Err(Obstacle::RateLimited)),
        ];
        for (case, readme, expected) in cases {
            let project = Project { readme, ..project() };
            assert_eq!(check(&project, &Policy::portfolio()).map(|answer| answer.kind), expected, "{case}");
        }
    }

    #[test]
    fn a_stricter_policy_asks_for_extras() {
        let policy = Policy { readme_level: Level::Excellent, ..Policy::portfolio() };
        let project = Project { readme: Ok(Some(readme(Level::Adequate))), ..project() };
        assert_eq!(check(&project, &policy).map(|answer| answer.kind), Ok(Kind::Unmet));
    }

    #[test]
    fn the_advice_is_made_for_the_project() {
        let readme = Readme {
            essentials: Essentials { what: Some(3), ..Essentials::default() },
            ..readme(Level::Thin)
        };
        let project = Project { readme: Ok(Some(readme)), ..project() };
        let answer = check(&project, &Policy::portfolio()).unwrap();
        let paste = answer.fix.and_then(|fix| fix.paste).unwrap();
        assert_eq!(
            paste.lines.as_written(),
            "## Run it\n\nTry it: https://weather.example\n\n```sh\ngit clone https://github.com/ada/weather.git\ncd weather\n\
             # here the commands that install and start it\n```\n\n## Built with\n\n\
             - <!-- the language, and the framework if there is one -->\n- <!-- the data store, services or other tools -->\n"
        );
    }
}
