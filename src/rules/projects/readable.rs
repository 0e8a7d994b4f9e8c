//! `projects-readable`: the code of each project is there for every visitor.

use crate::facts::{FoundIn, Home, Project, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: "projects-readable",
    statement: "The code of the project is public",
    group: Group::Projects,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A reader who follows the link to a project and gets an error page does not ask for access. A private \
          repository looks to everybody else as if it did not exist.",
    fix: "Correct the link, or make the repository public: Settings, Danger Zone, Change visibility. Where the code may \
          not be shown, another project serves better.",
    example: "```yaml\nprojects:\n  - name: Weather\n    repo: ada/weather\n```",
    needs: &[],
    check: Check::EachProject(check),
};

fn check(project: &Project, _: &Policy) -> Outcome {
    Ok(match &project.home {
        Home::Nowhere => without_code(project),
        Home::Elsewhere(address) => {
            seen(&project.repository)?;
            Answer::met(Text::plain("Its code lies at ").code(address.clone()), project.place())
        }
        Home::Folder(path) if matches!(project.repository, Ok(None)) => {
            let text =
                Text::plain("There is no folder ").code(path.clone()).then(" in the portfolio repository");
            Answer::unmet(text, project.found_at.clone())
        }
        Home::Folder(path) => {
            let text = Text::plain("Its code lies in ").code(path.clone()).then(" of the portfolio itself");
            Answer::met(text, project.place())
        }
        Home::Repository { name, .. } => match seen(&project.repository)? {
            None => {
                let name = Text::new().code(name.to_string());
                Answer::unmet(
                    name.then(" does not exist, or is private: a visitor sees 404"),
                    project.found_at.clone(),
                )
            }
            Some(repository) => {
                let archived = if repository.is_archived { " is public, and archived" } else { " is public" };
                Answer::met(Text::new().code(repository.name.to_string()).then(archived), project.place())
            }
        },
    })
}

/// A declared project has to say where its code is; one that only a page shows may be the work for a client.
fn without_code(project: &Project) -> Answer {
    let place = project.found_at.clone();
    if project.found_in == FoundIn::PortfolioFile {
        let fix = Text::plain("Add ")
            .code("repo: owner/name")
            .then(" or ")
            .code("path: folder")
            .then(" to its entry.");
        return Answer::unmet(Text::plain("Declared, but no code is named for it"), place).fix(fix);
    }
    let fix = Text::plain(
        "Link its repository beside the live link, so that a reader can open the code and its README.",
    );
    Answer::doubtful(Text::plain("Shown, but no code is linked"), place).fix(fix)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{project, repository};
    use super::*;
    use crate::facts::{Obstacle, Repository};
    use crate::rule::Kind;

    #[test]
    fn says_what_a_visitor_sees() {
        let folder = || Home::Folder("projects/chess".into());
        let elsewhere = || Home::Elsewhere("https://code.example/ada/chess".into());
        let home = || project().home;
        let archived = Repository { is_archived: true, ..repository() };
        let cases = [
            ("public", home(), Ok(Some(repository())), Ok(Kind::Met)),
            ("archived", home(), Ok(Some(archived)), Ok(Kind::Met)),
            ("missing or private", home(), Ok(None), Ok(Kind::Unmet)),
            ("not seen", home(), Err(Obstacle::RateLimited), Err(Obstacle::RateLimited)),
            ("folder", folder(), Err(Obstacle::NotInALocalRun), Ok(Kind::Met)),
            ("no such folder", folder(), Ok(None), Ok(Kind::Unmet)),
            ("other host", elsewhere(), Err(Obstacle::NotAsked), Err(Obstacle::NotAsked)),
            ("no code on a page", Home::Nowhere, Err(Obstacle::NotAsked), Ok(Kind::Doubtful)),
        ];
        for (case, home, repository, expected) in cases {
            let project = Project { home, repository, ..project() };
            assert_eq!(check(&project, &Policy::portfolio()).map(|answer| answer.kind), expected, "{case}");
        }
        let declared = Project { home: Home::Nowhere, found_in: FoundIn::PortfolioFile, ..project() };
        assert_eq!(check(&declared, &Policy::portfolio()).map(|answer| answer.kind), Ok(Kind::Unmet));
    }
}
