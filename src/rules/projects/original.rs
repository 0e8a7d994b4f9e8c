//! `projects-original`: the repository holds work, and not only somebody else's.

use crate::facts::{Home, Obstacle, Project, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: "projects-original",
    statement: "The project is the student's own work",
    group: Group::Projects,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A reader opens a repository to see how its author works. An empty repository or somebody else's code shows \
          nothing of that.",
    fix: "Push the work, or show another project. For work in a team, link the repository in which the own commits are, \
          and say in its README who did what.",
    example: "```sh\ngit push origin main\n```",
    needs: &["projects-readable"],
    check: Check::EachProject(check),
};

fn check(project: &Project, _: &Policy) -> Outcome {
    if !matches!(project.home, Home::Repository { .. }) {
        let text = Text::plain("It has no repository of its own to compare");
        return Ok(Answer::not_applicable(text, project.place()));
    }
    let Some(repository) = seen(&project.repository)? else {
        return Ok(Answer::not_applicable(Text::plain("There is no repository to look at"), project.place()));
    };
    if repository.is_empty {
        return Ok(Answer::unmet(Text::plain("The repository has no commits"), project.place()));
    }
    if repository.fork_of.is_some() {
        return Err(Obstacle::DependsOn { what: "the commits that the student made to this fork" });
    }
    if repository.is_archived {
        let text =
            Text::plain("The repository is archived, which tells a reader that nobody works on it any more");
        let fix = Text::plain(
            "Unarchive it (Settings, at the very bottom), or say in its README that it is finished.",
        );
        return Ok(Answer::doubtful(text, project.place()).fix(fix));
    }
    Ok(Answer::met(Text::plain("A repository of its own, not a fork"), project.place()))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{project, repository};
    use super::*;
    use crate::facts::{RepoName, Repository};
    use crate::rule::Kind;

    #[test]
    fn empty_is_proven_and_a_fork_is_not() {
        let fork = Repository { fork_of: RepoName::parse("school/chess"), ..repository() };
        let cases = [
            ("own", Ok(Some(repository())), Ok(Kind::Met)),
            ("empty", Ok(Some(Repository { is_empty: true, ..repository() })), Ok(Kind::Unmet)),
            ("archived", Ok(Some(Repository { is_archived: true, ..repository() })), Ok(Kind::Doubtful)),
            ("fork", Ok(Some(fork)), Err("depends_on")),
            ("not there", Ok(None), Ok(Kind::NotApplicable)),
            ("not seen", Err(Obstacle::TimedOut), Err("timed_out")),
        ];
        for (case, repository, expected) in cases {
            let project = Project { repository, ..project() };
            let outcome = check(&project, &Policy::portfolio());
            let outcome = outcome.map(|answer| answer.kind).map_err(|obstacle| obstacle.kind());
            assert_eq!(outcome, expected, "{case}");
        }
        let folder = Project { home: Home::Folder("chess".into()), ..project() };
        assert_eq!(check(&folder, &Policy::portfolio()).map(|answer| answer.kind), Ok(Kind::NotApplicable));
    }
}
