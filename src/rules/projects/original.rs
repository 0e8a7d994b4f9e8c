//! `projects-original`: the repository holds work, and not only somebody else's.

mod copy;
mod share;

use crate::facts::{Home, Level, Obstacle, Project, Repository, SourceKind, Work, seen};
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
    example: "```sh\ngit push origin main\n```\n\nA repository without a commit, an untouched copy of another one, and one of \
              somebody else without a commit by the student are not met. Where a small part of the commits is the \
              student's, the numbers are said and it is advice. Commits count for the account whose e-mail address they \
              carry, and for everybody named in a line like this at the end of the message:\n\n```text\nCo-authored-by: Ada \
              <1234+ada@users.noreply.github.com>\n```",
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
    match &project.work {
        Ok(work) => by_commits(project, repository, work),
        // Who made the commits is not known; only of a repository that is a copy that has to be known.
        Err(obstacle) if repository.fork_of.is_some() => Err(obstacle.clone()),
        Err(_) => Ok(archived(project, repository).unwrap_or_else(|| not_a_fork(project))),
    }
}

fn by_commits(project: &Project, repository: &Repository, work: &Work) -> Outcome {
    let is_fork = work.source.as_ref().is_some_and(|source| source.kind == SourceKind::Fork);
    if let Some(answer) = copy::untouched(project, repository, work) {
        return Ok(answer);
    }
    if work.seen == 0 {
        return Err(Obstacle::DependsOn { what: "a look at its commits" });
    }
    let Some(student) = &work.student else {
        if is_fork {
            return Err(Obstacle::DependsOn { what: "the account of the student" });
        }
        return Ok(archived(project, repository).unwrap_or_else(|| not_a_fork(project)));
    };
    if work.own == 0 {
        return Ok(share::none(project, repository, work, student));
    }
    let doubt = archived(project, repository).or_else(|| untouched_start(project, work));
    Ok(doubt.unwrap_or_else(|| share::some(project, work, student)))
}

fn not_a_fork(project: &Project) -> Answer {
    Answer::met(Text::plain("A repository of its own, not a fork"), project.place())
}

fn archived(project: &Project, repository: &Repository) -> Option<Answer> {
    let text =
        Text::plain("The repository is archived, which tells a reader that nobody works on it any more");
    let fix =
        Text::plain("Unarchive it (Settings, at the very bottom), or say in its README that it is finished.");
    repository.is_archived.then(|| Answer::doubtful(text, project.place()).fix(fix))
}

/// One commit and the README of a generator: it may be what the generator made and nothing else.
fn untouched_start(project: &Project, work: &Work) -> Option<Answer> {
    let readme =
        project.readme.as_ref().ok()?.as_ref().filter(|readme| readme.level == Level::Boilerplate)?;
    let generator = readme.boilerplate.filter(|_| work.commits == 1)?;
    let text = Text::plain("One commit, and the README of ").value(generator);
    let text = text.then(": a reader takes it for an untouched start");
    let fix = Text::plain(
        "Push the work in the steps in which it was made, and replace the README by one about it.",
    );
    Some(Answer::doubtful(text, project.place()).fix(fix))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{project, repository};
    use super::*;
    use crate::facts::{RepoName, Source};
    use crate::rule::Kind;

    fn name(text: &str) -> RepoName {
        RepoName::parse(text).unwrap()
    }

    /// All of ten commits by Ada, to change one thing of.
    fn work() -> Work {
        Work {
            student: Some("ada".into()),
            commits: 10,
            seen: 10,
            own: 10,
            unclaimed: 0,
            others: 0,
            source: None,
        }
    }

    /// The work on a copy of a repository with so many commits.
    fn copied(kind: SourceKind, files: Files, commits: usize, work: Work) -> Work {
        let has_same_files = Some(files == Files::Same);
        let source = Source { name: name("school/chess"), kind, has_same_files, commits: Some(commits) };
        Work { source: Some(source), ..work }
    }

    #[derive(Clone, Copy, PartialEq)]
    enum Files {
        Same,
        Other,
    }

    fn others(commits: usize, own: usize, others: usize) -> Work {
        Work { commits, seen: commits, own, others, ..work() }
    }

    fn judged(project: &Project) -> Result<Kind, &'static str> {
        let outcome = check(project, &Policy::portfolio());
        outcome.map(|answer| answer.kind).map_err(|obstacle| obstacle.kind())
    }

    #[test]
    fn without_the_commits_only_what_is_plain_is_said() {
        let fork = Repository { fork_of: Some(name("school/chess")), ..repository() };
        let cases = [
            ("own", Ok(Some(repository())), Ok(Kind::Met)),
            ("empty", Ok(Some(Repository { is_empty: true, ..repository() })), Ok(Kind::Unmet)),
            ("archived", Ok(Some(Repository { is_archived: true, ..repository() })), Ok(Kind::Doubtful)),
            ("fork", Ok(Some(fork)), Err("not_asked")),
            ("not there", Ok(None), Ok(Kind::NotApplicable)),
            ("not seen", Err(Obstacle::TimedOut), Err("timed_out")),
        ];
        for (case, repository, expected) in cases {
            assert_eq!(judged(&Project { repository, ..project() }), expected, "{case}");
        }
        let folder = Project { home: Home::Folder("chess".into()), ..project() };
        assert_eq!(judged(&folder), Ok(Kind::NotApplicable));
    }

    #[test]
    fn commits_tell_whose_work_it_is() {
        let team = || Repository { name: name("team/weather"), ..repository() };
        let cases = [
            ("all own", repository(), work(), Kind::Met),
            ("half of a pair", team(), others(10, 5, 1), Kind::Met),
            ("one of sixty in a team", team(), others(60, 1, 4), Kind::Doubtful),
            ("few, and some of nobody's", team(), Work { unclaimed: 30, ..others(60, 1, 4) }, Kind::Met),
            ("none in a team", team(), others(60, 0, 4), Kind::Unmet),
            ("none of the newest", team(), Work { commits: 200, ..others(60, 0, 4) }, Kind::Doubtful),
            ("some of nobody's", team(), Work { unclaimed: 1, ..others(60, 0, 4) }, Kind::Doubtful),
            ("none in an own one", repository(), others(10, 0, 1), Kind::Doubtful),
            ("whose", team(), Work { student: None, ..others(10, 0, 2) }, Kind::Met),
        ];
        for (case, repository, work, expected) in cases {
            let project = Project { repository: Ok(Some(repository)), work: Ok(work), ..project() };
            assert_eq!(judged(&project), Ok(expected), "{case}");
        }
        for commits in [0, 12] {
            let unseen = Project { work: Ok(Work { commits, seen: 0, own: 0, ..work() }), ..project() };
            assert_eq!(judged(&unseen), Err("depends_on"), "none of {commits} was looked at");
        }
    }

    #[test]
    fn a_copy_is_told_from_work_on_top_of_it() {
        use Files::{Other, Same};
        use SourceKind::{Fork, Template};
        let cases = [
            ("untouched fork", copied(Fork, Same, 10, others(10, 0, 2)), Ok(Kind::Unmet)),
            ("stale fork", copied(Fork, Other, 12, others(10, 0, 2)), Ok(Kind::Unmet)),
            ("fork that somebody went on with", copied(Fork, Other, 7, others(10, 0, 2)), Ok(Kind::Doubtful)),
            ("fork of the own team's", copied(Fork, Same, 10, others(10, 4, 2)), Ok(Kind::Met)),
            ("own fork", copied(Fork, Other, 4, others(10, 6, 1)), Ok(Kind::Met)),
            ("untouched template", copied(Template, Same, 40, others(1, 1, 0)), Ok(Kind::Unmet)),
            ("from a template", copied(Template, Other, 40, work()), Ok(Kind::Met)),
            (
                "untouched template of one's own",
                copied(Template, Same, 40, Work { student: Some("School".into()), ..work() }),
                Ok(Kind::Met),
            ),
            (
                "whose fork",
                copied(Fork, Other, 4, Work { student: None, ..others(10, 0, 2) }),
                Err("depends_on"),
            ),
        ];
        for (case, work, expected) in cases {
            assert_eq!(judged(&Project { work: Ok(work), ..project() }), expected, "{case}");
        }
    }

    #[test]
    fn one_commit_with_a_generators_readme_is_doubted() {
        use crate::rules::readme::sample::readme;
        let start = |level, boilerplate| Project {
            work: Ok(others(1, 1, 0)),
            readme: Ok(Some(crate::facts::Readme { boilerplate, ..readme(level) })),
            ..project()
        };
        assert_eq!(judged(&start(Level::Boilerplate, Some("create-react-app"))), Ok(Kind::Doubtful));
        assert_eq!(judged(&start(Level::Adequate, Some("create-react-app"))), Ok(Kind::Met));
        assert_eq!(judged(&start(Level::Boilerplate, None)), Ok(Kind::Met));
    }
}
