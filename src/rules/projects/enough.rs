//! `projects-enough`: as many distinct projects as the school asks for, and it is said how they were found.

use crate::facts::{Facts, FoundIn, Home, Place, Project, Untrusted, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::{Text, counted};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: "projects-enough",
    statement: "The portfolio shows enough distinct projects",
    group: Group::Projects,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A hiring reader compares projects: one may be luck, three show a habit. The same repository under two names \
          counts once, and the portfolio itself does not count.",
    fix: "Show one more finished project on the site. A `portfolio.yml` at the top of the portfolio repository says \
          which projects count, in which order, whatever the site is made with.",
    example: "```yaml\n# portfolio.yml\nprojects:\n  - name: Weather\n    repo: ada/weather\n    demo: https://weather.example\n  \
              - name: Chess\n    path: projects/chess   # a folder of this repository\n```",
    needs: &[],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    let projects = seen(&facts.projects)?;
    let wanted = policy.projects_wanted;
    if projects.len() >= wanted && projects.iter().all(|project| project.found_in == FoundIn::Pinned) {
        let text = found(projects).then("; the portfolio itself shows none");
        let fix = Text::plain("Show them on the site, or put the list into ").code("portfolio.yml").then(":");
        let paste = portfolio_file(projects, wanted);
        return Ok(Answer::doubtful(text, place(facts)).fix_by_pasting(fix, "yaml", paste));
    }
    if projects.len() >= wanted {
        return Ok(Answer::met(found(projects), place(facts)));
    }
    if let Some(obstacle) = &facts.projects_unseen {
        return Err(obstacle.clone());
    }
    let text = found(projects).then("; ").value(counted(wanted, "is asked for", "are asked for"));
    let fix = Text::plain("Add what is missing, or put the whole list into ").code("portfolio.yml").then(":");
    Ok(Answer::unmet(text, place(facts)).fix_by_pasting(fix, "yaml", portfolio_file(projects, wanted)))
}

/// "3 projects, named in `src/data/projects.js`: "Weather", "Chess", "Tea"".
fn found(projects: &[Project]) -> Text {
    let Some(first) = projects.first() else {
        return Text::plain("No projects were found on the site, in its source, or in the README");
    };
    let text = Text::new().value(counted(projects.len(), "project", "projects")).then(", ");
    let text = match (&first.found_at, first.found_in) {
        (Place::Page { url, .. }, FoundIn::Pinned) => text.then("pinned on ").code(url.clone()),
        (Place::File { path, .. }, _) => text.then("named in ").code(path.clone()),
        (Place::Page { url, .. }, _) => text.then("shown on ").code(url.clone()),
        (Place::Repository(_) | Place::PullRequest { .. } | Place::Folder, _) => text.then("found"),
    };
    projects.iter().enumerate().fold(text, |text, (index, project)| {
        text.then(if index == 0 { ": " } else { ", " }).quote(&project.name)
    })
}

fn place(facts: &Facts) -> Place {
    facts.portfolio.name.clone().map_or(Place::Folder, Place::Repository)
}

/// What is known, with open places for what is missing.
fn portfolio_file(projects: &[Project], wanted: usize) -> Untrusted {
    let known = projects.iter().map(entry);
    let open = (projects.len()..wanted).map(|_| "  - name: \n    repo: ".to_owned());
    Untrusted::new(format!("projects:\n{}", known.chain(open).collect::<Vec<_>>().join("\n")))
}

fn entry(project: &Project) -> String {
    let code = match &project.home {
        Home::Repository { name, folder: None } => format!("repo: {name}"),
        Home::Repository { name, folder: Some(folder) } => format!("repo: {name}/{}", folder.as_written()),
        Home::Folder(path) => format!("path: {}", quoted(path)),
        Home::Elsewhere(address) => format!("repo: {}", quoted(address)),
        Home::Nowhere => "repo: ".to_owned(),
    };
    let demo = project.demo.as_ref().map(|demo| format!("\n    demo: {}", quoted(demo)));
    format!("  - name: {}\n    {code}{}", quoted(&project.name), demo.unwrap_or_default())
}

/// A YAML string, whose escapes are those of JSON.
fn quoted(text: &Untrusted) -> String {
    serde_json::Value::from(text.as_written()).to_string()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{facts, project};
    use super::*;
    use crate::facts::Obstacle;
    use crate::rule::Kind;

    #[test]
    fn counts_and_never_blames_for_what_was_not_seen() {
        let list = |count: usize| Ok((0..count).map(|_| project()).collect());
        let pinned = |projects: Vec<Project>| -> Vec<Project> {
            let pinned = |project| Project { found_in: FoundIn::Pinned, ..project };
            projects.into_iter().map(pinned).collect()
        };
        let cases = [
            ("three", list(3), None, Ok(Kind::Met)),
            ("three pinned", list(3).map(pinned), None, Ok(Kind::Doubtful)),
            ("two pinned", list(2).map(pinned), None, Ok(Kind::Unmet)),
            ("three and more unseen", list(3), Some(Obstacle::NeedsJavaScript), Ok(Kind::Met)),
            ("two", list(2), None, Ok(Kind::Unmet)),
            ("none", list(0), None, Ok(Kind::Unmet)),
            ("two and more unseen", list(2), Some(Obstacle::NeedsJavaScript), Err(Obstacle::NeedsJavaScript)),
            ("not seen", Err(Obstacle::TimedOut), None, Err(Obstacle::TimedOut)),
        ];
        for (case, projects, projects_unseen, expected) in cases {
            let facts = Facts { projects, projects_unseen, ..facts() };
            assert_eq!(check(&facts, &Policy::portfolio()).map(|answer| answer.kind), expected, "{case}");
        }
    }

    #[test]
    fn the_file_to_paste_holds_what_is_known() {
        let folder =
            Project { home: Home::Folder("projects/chess".into()), name: "Chess: \"2\"".into(), ..project() };
        let facts = Facts { projects: Ok(vec![project(), folder]), projects_unseen: None, ..facts() };
        let answer = check(&facts, &Policy::portfolio()).unwrap();
        let paste = answer.fix.unwrap().paste.unwrap();
        assert_eq!(
            paste.lines.as_written(),
            "projects:\n  - name: \"Weather\"\n    repo: ada/weather\n    demo: \"https://weather.example\"\n  \
             - name: \"Chess: \\\"2\\\"\"\n    path: \"projects/chess\"\n    demo: \"https://weather.example\"\n  \
             - name: \n    repo: "
        );
    }
}
