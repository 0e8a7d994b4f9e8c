//! The record of contacts is not open to everybody: it names other people.

use super::{line_of, log, no_record};
use crate::facts::{ContactLog, Facts, Place, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "outreach-private",
    statement: "The record of contacts is open only to those who need it",
    group: Group::Outreach,
    severity: Severity::Advisory,
    since: "0.1.0",
    why: "The people in it did not agree to be found in a public file, and some of them will read it before they answer.",
    fix: "Move the record into a private repository that the coordinator can read, and name it in `portfolio.yml`. Earlier versions stay in the history of the public one until that is rewritten.",
    example: "",
    needs: &[],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, _policy: &Policy) -> Outcome {
    let Ok(log) = log(facts)? else { return Ok(no_record()) };
    if !*seen(&log.is_public)? {
        return Ok(Answer::met(
            Text::plain("The record lies where only some may read it"),
            log.place.clone(),
        ));
    }
    let text = Text::plain("Anybody can read the record, and it names other people");
    let place = line_of(log, 1);
    let fix = Text::plain("Move it into a private repository, invite the coordinator there, and name it in ")
        .code("portfolio.yml")
        .then(". Earlier versions stay in the history of the public one until that is rewritten.");
    let answer = Answer::unmet(text, place);
    Ok(match moving(log, facts) {
        Some(lines) => answer.fix_by_pasting(fix, "sh", lines),
        None => answer.fix(fix),
    })
}

/// The commands that move it; none for a page, or a path that a shell would read otherwise.
fn moving(log: &ContactLog, facts: &Facts) -> Option<String> {
    let Place::File { path, .. } = &log.place else { return None };
    let path = path.as_written();
    let is_plain = path.chars().all(|c| c.is_alphanumeric() || "-_./".contains(c)) && !path.starts_with('-');
    let name = path.rsplit('/').next().filter(|_| is_plain)?;
    let owner = facts.portfolio.name.as_ref()?.owner();
    Some(format!(
        "gh repo create {owner}/job-hunt --private --add-readme --clone\n\
         mv {path} job-hunt/{name}\n\
         cd job-hunt && git add . && git commit -m \"Keep the record here\" && git push\n\
         # then in portfolio.yml: outreach: {owner}/job-hunt/{name}\n",
    ))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{facts, log as record, policy};
    use super::*;
    use crate::facts::{Obstacle, RepoName};
    use crate::rule::Kind;

    #[test]
    fn who_may_read_the_record() {
        let read_by = |is_public| Ok(Some(ContactLog { is_public, ..record(Vec::new()) }));
        let cases = [
            ("some", read_by(Ok(false)), Ok(Kind::Met)),
            ("anybody", read_by(Ok(true)), Ok(Kind::Unmet)),
            ("nobody knows", read_by(Err(Obstacle::NotInALocalRun)), Err(Obstacle::NotInALocalRun)),
            ("no record", Ok(None), Ok(Kind::NotApplicable)),
            ("not seen", Err(Obstacle::NoAccess), Err(Obstacle::NoAccess)),
        ];
        for (case, outreach, expected) in cases {
            let answer = check(&facts(outreach), &policy());
            assert_eq!(answer.map(|answer| answer.kind), expected, "{case}");
        }
    }

    #[test]
    fn commands_are_only_given_for_a_path_that_a_shell_reads_as_it_is() {
        let cases = [
            ("evidence/outreach.csv", Some("mv evidence/outreach.csv job-hunt/outreach.csv")),
            ("a; rm -rf ~.csv", None),
            ("$(id).csv", None),
            ("-rf", None),
        ];
        for (path, expected) in cases {
            let place = Place::File { repository: None, path: path.into(), line: None };
            let log = ContactLog { place, is_public: Ok(true), ..record(Vec::new()) };
            let mut facts = facts(Ok(Some(log)));
            facts.portfolio.name = RepoName::parse("ada/portfolio");
            let fix = check(&facts, &policy()).unwrap().fix.unwrap();
            let lines = fix.paste.map(|paste| paste.lines.as_written().to_owned());
            assert_eq!(lines.is_some(), expected.is_some(), "{path}: {lines:?}");
            assert!(expected.is_none_or(|line| lines.unwrap().contains(line)), "{path}");
        }
    }
}
