//! `readme-commands-exist`: what the README tells its reader to type can be typed.

use crate::facts::{Backing, Command, Need, Obstacle, Project, Readme, Untrusted, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: "readme-commands-exist",
    statement: "The commands that the README names exist in the project",
    group: Group::Readme,
    severity: Severity::Advisory,
    since: "0.1.0",
    why: "A reader who tries a project types what its README says. The first command that fails is often the last one that \
          is tried.",
    fix: "Follow the README in a fresh clone, word by word, and correct each command that fails. Scripts stand in \
          `package.json`, targets in the `Makefile`.",
    example: "```sh\nnpm install\nnpm run dev     # \"dev\" stands in package.json under \"scripts\"\n```",
    needs: &["readme-own-text"],
    check: Check::EachProject(check),
};

/// How many commands are told, one sentence each.
const MAX_TOLD: usize = 3;

fn check(project: &Project, _: &Policy) -> Outcome {
    let Some(readme) = seen(&project.readme)? else {
        return Ok(Answer::not_applicable(Text::plain("There is no README"), project.place()));
    };
    let commands = || readme.commands.iter().filter(|command| !matches!(command.needs, Need::Folder(_)));
    let missing: Vec<Missing> = commands().filter_map(Missing::of).collect();
    if let Some(first) = missing.first() {
        return Ok(unmet(project, readme, first, &missing));
    }
    let unseen: Vec<&Obstacle> = commands().filter_map(|command| command.backing.as_ref().err()).collect();
    let known = commands().count() - unseen.len();
    match (known, unseen.first()) {
        (0, Some(obstacle)) => Err((*obstacle).clone()),
        (0, None) => {
            let text = Text::plain("It names no command that needs a file or script of the project");
            Ok(Answer::not_applicable(text, project.readme_place(None)))
        }
        (_, obstacle) => {
            let text = Text::new().value(counted(
                known,
                "command has what it needs",
                "commands have what they need",
            ));
            let text = match obstacle {
                Some(obstacle) => text
                    .then("; of ")
                    .number(unseen.len())
                    .then(" more it could not be told: ")
                    .value(obstacle.explanation()),
                None => text,
            };
            Ok(Answer::met(text, project.readme_place(None)))
        }
    }
}

/// A command without what it needs.
struct Missing<'a> {
    command: &'a Command,
    /// The manifest that would name it, where that is what is missing.
    manifest: Option<&'static str>,
    /// What the project has of that kind.
    others: &'a [Untrusted],
}

impl<'a> Missing<'a> {
    fn of(command: &'a Command) -> Option<Self> {
        match &command.backing {
            Ok(Backing::Missing(others)) => Some(Self { command, manifest: None, others }),
            Ok(Backing::NoManifest(name)) => Some(Self { command, manifest: Some(name), others: &[] }),
            Ok(Backing::There) | Err(_) => None,
        }
    }

    /// "`npm run dev` (line 14) needs a script `dev`, and `package.json` has none of that name"
    fn told(&self) -> Text {
        let line = usize::try_from(self.command.line).unwrap_or_default();
        let text = Text::new().code(self.command.typed.clone()).then(" (line ").number(line).then(")");
        if let Some(manifest) = self.manifest {
            return text.then(": there is no ").code(manifest);
        }
        let text = match &self.command.needs {
            Need::Script(name) => {
                text.then(": ").code("package.json").then(" has no script ").code(name.clone())
            }
            Need::Target(name) => text.then(": the Makefile has no target ").code(name.clone()),
            Need::Manifest([first, ..]) => text.then(": there is no ").code(*first),
            Need::File(path) => text.then(": there is no ").code(path.clone()),
            Need::Manifest([]) | Need::Folder(_) => text,
        };
        match self.others.split_first() {
            None => text,
            Some((first, rest)) => {
                rest.iter().fold(text.then(", but ").code(first.clone()), |text, other| {
                    text.then(", ").code(other.clone())
                })
            }
        }
    }

    /// What to type instead: the same with the nearest name, where there is one.
    fn instead(&self) -> Option<String> {
        let name = match &self.command.needs {
            Need::Script(name) | Need::Target(name) | Need::File(name) => name.as_written(),
            Need::Manifest(_) | Need::Folder(_) => return None,
        };
        let nearest = self.others.first()?.as_written();
        Some(self.command.typed.as_written().replacen(name, nearest, 1))
    }
}

fn unmet(project: &Project, readme: &Readme, first: &Missing, missing: &[Missing]) -> Answer {
    let text = missing.iter().take(MAX_TOLD).enumerate().fold(Text::new(), |text, (index, missing)| {
        text.then(if index == 0 { "" } else { "; " }).append(missing.told())
    });
    let text = match missing.len().saturating_sub(MAX_TOLD) {
        0 => text,
        more => text.then("; and ").number(more).then(" more"),
    };
    let answer = Answer::unmet(text, project.readme_place(Some(first.command.line)));
    let line = usize::try_from(first.command.line).unwrap_or_default();
    let fix = Text::plain("On line ").number(line).then(" of ").code(readme.path.clone());
    match first.instead() {
        Some(instead) => {
            answer.fix_by_pasting(fix.then(", write a command that exists, such as:"), "sh", instead)
        }
        None if project.kit.start.is_empty() => {
            answer.fix(fix.then(", write the command that starts this project, or add what it needs."))
        }
        None => {
            let start: Vec<&str> = project.kit.start.iter().map(Untrusted::as_written).collect();
            let fix = fix.then(", write what starts this project. By its own files that is:");
            answer.fix_by_pasting(fix, "sh", start.join("\n"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Level, Seen};
    use crate::rule::Kind;
    use crate::rules::readme::sample::{project, readme};

    fn with(backings: &[Seen<Backing>]) -> Project {
        let command = |backing: &Seen<Backing>| Command {
            line: 7,
            typed: "npm run dev".into(),
            needs: Need::Script("dev".into()),
            backing: backing.clone(),
        };
        let commands = backings.iter().map(command).collect();
        Project { readme: Ok(Some(Readme { commands, ..readme(Level::Adequate) })), ..project() }
    }

    #[test]
    fn only_what_is_proven_missing_is_unmet() {
        let missing = || Ok(Backing::Missing(vec!["deploy".into()]));
        let unseen = || Err(Obstacle::TimedOut);
        let cases = [
            ("all there", with(&[Ok(Backing::There)]), Ok(Kind::Met)),
            ("one missing", with(&[Ok(Backing::There), missing(), unseen()]), Ok(Kind::Unmet)),
            ("one not seen", with(&[Ok(Backing::There), unseen()]), Ok(Kind::Met)),
            ("none seen", with(&[unseen()]), Err(Obstacle::TimedOut)),
            ("no command", with(&[]), Ok(Kind::NotApplicable)),
            ("no README", Project { readme: Ok(None), ..project() }, Ok(Kind::NotApplicable)),
        ];
        for (case, project, expected) in cases {
            assert_eq!(check(&project, &Policy::portfolio()).map(|answer| answer.kind), expected, "{case}");
        }
    }

    #[test]
    fn what_starts_the_project_is_offered_where_nothing_is_near() {
        let kit =
            crate::facts::Kit { start: vec!["npm ci".into(), "npm start".into()], ..Default::default() };
        let project = Project { kit, ..with(&[Ok(Backing::Missing(Vec::new()))]) };
        let answer = check(&project, &Policy::portfolio()).unwrap();
        let paste = answer.fix.and_then(|fix| fix.paste).unwrap();
        assert_eq!(paste.lines.as_written(), "npm ci\nnpm start");
    }

    #[test]
    fn the_nearest_script_is_offered_to_paste() {
        let answer =
            check(&with(&[Ok(Backing::Missing(vec!["deploy".into()]))]), &Policy::portfolio()).unwrap();
        let paste = answer.fix.and_then(|fix| fix.paste).unwrap();
        assert_eq!(paste.lines.as_written(), "npm run deploy");
    }
}
