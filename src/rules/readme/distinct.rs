//! `readme-distinct`: each project has a README of its own, not the same text under another title.

use crate::facts::{Facts, Place, Project, Readme, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::text::Text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: "readme-distinct",
    statement: "Each project has a README of its own",
    group: Group::Readme,
    severity: Severity::Required,
    since: "0.1.0",
    why: "Projects are opened one after the other. The same text twice looks like one project shown twice, and leaves open \
          what the second one does.",
    fix: "Say in each README what only this project does, and what was hard about it. Parts that are alike, such as how to \
          install, may stay.",
    example: "```md\n# Chess\n\nTwo people play chess in one browser; illegal moves are refused and explained.\n\n# Weather\n\n\
              Shows the forecast for the next five days of any city, in the units of its country.\n```",
    needs: &["projects-enough"],
    check: Check::Portfolio(check),
};

/// Fewer marks say nothing: two short READMEs may well share a sentence.
const MIN_MARKS: usize = 12;
/// From this share of common text on, in hundredths, it is one text.
const SAME: usize = 80;
/// From this share on it looks copied.
const ALIKE: usize = 50;

/// A project and its README.
type Written<'a> = (&'a Project, &'a Readme);

fn check(facts: &Facts, _: &Policy) -> Outcome {
    let mut written: Vec<Written> = Vec::new();
    for project in seen(&facts.projects)? {
        let readme = seen(&project.readme)?.as_ref();
        written.extend(
            readme.filter(|readme| readme.fingerprint.len() >= MIN_MARKS).map(|readme| (project, readme)),
        );
    }
    if written.len() < 2 {
        let text = Text::plain("There are no two READMEs with enough text of their own to compare");
        return Ok(Answer::not_applicable(text, Place::Folder));
    }
    let pairs = written.iter().enumerate().flat_map(|(index, one)| {
        written[index + 1..].iter().map(move |other| (share(one.1, other.1), *one, *other))
    });
    let most = pairs.max_by_key(|(share, ..)| *share);
    Ok(match most {
        Some((share, one, other)) if share >= SAME => {
            Answer::unmet(told(share, one, other), other.0.readme_place(Some(1)))
        }
        Some((share, one, other)) if share >= ALIKE => {
            Answer::doubtful(told(share, one, other), other.0.readme_place(Some(1)))
        }
        Some(_) | None => {
            let text = Text::new().number(written.len()).then(" READMEs, each with a text of its own");
            Answer::met(text, Place::Folder)
        }
    })
}

fn told(share: usize, one: Written, other: Written) -> Text {
    Text::plain("The READMEs of ")
        .quote(&one.0.name)
        .then(" and ")
        .quote(&other.0.name)
        .then(" share ")
        .value(format!("{share} %"))
        .then(" of their text")
}

/// How much of their text two READMEs share, in hundredths: told by the smallest marks of both together.
fn share(one: &Readme, other: &Readme) -> usize {
    let (one, other) = (&one.fingerprint, &other.fingerprint);
    let mut both: Vec<u64> = one.iter().chain(other).copied().collect();
    both.sort_unstable();
    both.dedup();
    both.truncate(one.len().max(other.len()));
    let has = |marks: &[u64], mark: &u64| marks.binary_search(mark).is_ok();
    let common = both.iter().filter(|mark| has(one, mark) && has(other, mark)).count();
    common * 100 / both.len().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Level, Obstacle};
    use crate::rule::Kind;
    use crate::rules::readme::sample::{project, readme};

    fn facts(fingerprints: &[std::ops::Range<u64>]) -> Facts {
        let project = |marks: &std::ops::Range<u64>| Project {
            readme: Ok(Some(Readme { fingerprint: marks.clone().collect(), ..readme(Level::Adequate) })),
            ..project()
        };
        Facts { projects: Ok(fingerprints.iter().map(project).collect()), ..Facts::sample() }
    }

    #[test]
    fn the_same_text_is_proven_by_what_is_shared() {
        let unseen = Facts {
            projects: Ok(vec![project(), Project { readme: Err(Obstacle::TimedOut), ..project() }]),
            ..Facts::sample()
        };
        let cases = vec![
            ("own texts", facts(&[0..40, 40..80, 80..99]), Ok(Kind::Met)),
            ("the same", facts(&[0..40, 40..80, 40..80]), Ok(Kind::Unmet)),
            ("nearly the same", facts(&[0..40, 3..42]), Ok(Kind::Unmet)),
            ("half", facts(&[0..40, 10..40]), Ok(Kind::Doubtful)),
            ("set-up in common", facts(&[0..40, 30..70]), Ok(Kind::Met)),
            ("too short to tell", facts(&[0..5, 0..5]), Ok(Kind::NotApplicable)),
            ("one not seen", unseen, Err(Obstacle::TimedOut)),
        ];
        for (case, facts, expected) in cases {
            assert_eq!(check(&facts, &Policy::portfolio()).map(|answer| answer.kind), expected, "{case}");
        }
    }
}
