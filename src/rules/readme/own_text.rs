//! `readme-own-text`: what stands in the README was written for this project.

use crate::facts::{Blemish, BlemishKind, Level, Project, Readme, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: "readme-own-text",
    statement: "The README is the student's own text",
    group: Group::Readme,
    severity: Severity::Required,
    since: "0.1.0",
    why: "The text that a generator or an assignment left behind reads the same in a thousand repositories. It tells a \
          reader nothing about this project, and suggests that nobody looked after it.",
    fix: "Replace it with a few sentences about this project. Keep only the commands that were tried.",
    example: "```md\n# Chess\n\nTwo people play chess in one browser; illegal moves are refused and explained.\n```",
    needs: &["readme-present"],
    check: Check::EachProject(check),
};

fn check(project: &Project, _: &Policy) -> Outcome {
    let Some(readme) = seen(&project.readme)? else {
        return Ok(Answer::not_applicable(Text::plain("There is no README"), project.place()));
    };
    let first = |kinds: &[BlemishKind]| readme.blemishes.iter().find(|blemish| kinds.contains(&blemish.kind));
    if readme.level <= Level::Boilerplate {
        let blemish = first(&[BlemishKind::Boilerplate, BlemishKind::Assignment, BlemishKind::Filler]);
        return Ok(unmet(project, readme, blemish));
    }
    let leftovers =
        [BlemishKind::Boilerplate, BlemishKind::Assignment, BlemishKind::Slot, BlemishKind::Filler];
    if let Some(blemish) = first(&leftovers) {
        return Ok(doubtful(project, readme, blemish));
    }
    let text = Text::new().value(counted(readme.words, "word of its own", "words of its own"));
    Ok(Answer::met(text, project.readme_place(None)))
}

fn unmet(project: &Project, readme: &Readme, blemish: Option<&Blemish>) -> Answer {
    let text = match (readme.boilerplate, blemish.map(|blemish| blemish.kind)) {
        (_, Some(BlemishKind::Assignment)) => {
            Text::plain("This is the text of the assignment, not yet of the project")
        }
        (Some(name), _) => Text::plain("This is still the README of ").value(name),
        (None, _) => Text::plain("There are only slots and filler in it so far"),
    };
    let text = match blemish {
        Some(blemish) => text.then("; it begins with ").quote(&blemish.quoted),
        None => text,
    };
    let place = project.readme_place(blemish.map(|blemish| blemish.line));
    let paste = super::paste::whole(project);
    let fix = Text::plain("Replace it with this beginning of a README for ").code(project.name.clone());
    Answer::unmet(text, place).fix_by_pasting(super::paste::and_fill_in(fix, &paste), "md", paste)
}

/// Own text with something left over.
fn doubtful(project: &Project, readme: &Readme, blemish: &Blemish) -> Answer {
    let text = match blemish.kind {
        BlemishKind::Boilerplate => Text::plain("Own text, but some of ")
            .value(readme.boilerplate.unwrap_or("a template"))
            .then(" is still there: "),
        BlemishKind::Assignment => Text::plain("Own text, but some of the assignment is still there: "),
        BlemishKind::Slot => Text::plain("Own text, but a slot is not filled in: "),
        BlemishKind::Filler | BlemishKind::EmptyLink | BlemishKind::Localhost | BlemishKind::MergeMark => {
            Text::plain("Own text, but something only holds a place: ")
        }
    };
    let line = usize::try_from(blemish.line).unwrap_or_default();
    let fix = if matches!(blemish.kind, BlemishKind::Slot | BlemishKind::Filler) {
        Text::plain("Fill it in, or delete line ")
            .number(line)
            .then(" of ")
            .code(readme.path.clone())
            .then(".")
    } else {
        let from =
            Text::plain("Delete what begins on line ").number(line).then(" of ").code(readme.path.clone());
        from.then(", except commands that were tried.")
    };
    Answer::doubtful(text.quote(&blemish.quoted), project.readme_place(Some(blemish.line))).fix(fix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Obstacle;
    use crate::rule::Kind;
    use crate::rules::readme::sample::{project, readme};

    fn with(level: Level, kinds: &[BlemishKind]) -> Readme {
        let blemishes =
            kinds.iter().map(|kind| Blemish { kind: *kind, line: 3, quoted: "Available Scripts".into() });
        Readme { blemishes: blemishes.collect(), boilerplate: Some("create-react-app"), ..readme(level) }
    }

    #[test]
    fn says_whose_words_they_are() {
        let cases = [
            ("own", Ok(Some(with(Level::Thin, &[]))), Ok(Kind::Met)),
            ("template", Ok(Some(with(Level::Boilerplate, &[BlemishKind::Boilerplate]))), Ok(Kind::Unmet)),
            ("assignment", Ok(Some(with(Level::Boilerplate, &[BlemishKind::Assignment]))), Ok(Kind::Unmet)),
            ("kept below", Ok(Some(with(Level::Adequate, &[BlemishKind::Boilerplate]))), Ok(Kind::Doubtful)),
            ("a slot", Ok(Some(with(Level::Adequate, &[BlemishKind::Slot]))), Ok(Kind::Doubtful)),
            (
                "an empty link is another matter",
                Ok(Some(with(Level::Adequate, &[BlemishKind::EmptyLink]))),
                Ok(Kind::Met),
            ),
            ("not seen", Err(Obstacle::NoAccess), Err(Obstacle::NoAccess)),
        ];
        for (case, readme, expected) in cases {
            let project = Project { readme, ..project() };
            assert_eq!(check(&project, &Policy::portfolio()).map(|answer| answer.kind), expected, "{case}");
        }
    }
}
