//! Rules x subjects -> findings. The only place where an obstacle becomes a verdict.

mod bench;
mod either;
mod terms;

use crate::facts::{Facts, Place, Project, seen};
use crate::finding::{Finding, Subject};
use crate::policy::Policy;
use crate::rule::{Check, Outcome, Rule};
use bench::Bench;
use terms::Terms;

/// What every rule says about every subject, in the order of the rules. Rules that the policy does not ask for are left out.
///
/// A rule follows the rules it needs; where one of them is not met for the same subject, there is nothing to look at:
/// the obstacle is passed on, or the rule does not apply.
pub fn judge(rules: &[&'static Rule], facts: &Facts, policy: &Policy) -> Vec<Finding> {
    let mut bench = Bench::default();
    for rule in rules.iter().filter(|rule| policy.demands(rule.id)) {
        let terms = Terms::of(rule, facts, policy);
        match rule.check {
            Check::Portfolio(check) => judge_whole((rule, check), facts, policy, &mut bench),
            Check::EachProject(check) => match seen(&facts.projects) {
                Ok(projects) => {
                    for project in projects {
                        let subject = Subject::project(project);
                        bench.add(&terms, subject, &project.place(), || check(project, policy));
                    }
                }
                Err(obstacle) => {
                    bench.add(&terms, Subject::whole(rule.group), &Place::Folder, || Err(obstacle));
                }
            },
        }
    }
    either::settle(&policy.either, &mut bench.findings);
    bench.findings
}

/// A rule and its function.
type Asked = (&'static Rule, fn(&Facts, &Policy) -> Outcome);

/// Once for the whole, or once for each stage that the policy asks for.
fn judge_whole((rule, check): Asked, facts: &Facts, policy: &Policy, bench: &mut Bench) {
    let stages = policy.stages(rule.id);
    if stages.is_empty() {
        let terms = Terms::of(rule, facts, policy);
        bench.add(&terms, Subject::whole(rule.group), &Place::Folder, || check(facts, policy));
    }
    for stage in stages {
        let terms = Terms::of_stage(rule, stage, facts, policy);
        let subject = Subject::stage(rule.group, stage.count);
        bench.add(&terms, subject, &Place::Folder, || check(facts, &policy.at_stage(rule.id, stage)));
    }
}

/// What the rules for projects say about one project.
pub fn judge_project(rules: &[&'static Rule], project: &Project, policy: &Policy) -> Vec<Finding> {
    let mut bench = Bench::default();
    for rule in rules.iter().filter(|rule| policy.demands(rule.id)) {
        if let Check::EachProject(check) = rule.check {
            let terms = Terms::undated(rule, policy);
            bench.add(&terms, Subject::project(project), &project.place(), || check(project, policy));
        }
    }
    bench.findings
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unnecessary_wraps, reason = "a rule may be kept from answering")]

    use super::*;
    use crate::facts::{Instant, Sighting};
    use crate::finding::{Standing, Verdict};
    use crate::policy::PolicySource;
    use crate::rule::{Answer, Group, Severity};
    use crate::text::Text;

    const POLICY: &str = "\
name: school
version: 1
zone: America/Denver
requirements:
  site-known: {due: 2017-02-01 18:00}
  site-answers: {severity: advisory, due: 2017-02-01 18:00}
  resume-opens: off
  outreach-contacts:
    stages:
      - {count: 2, due: 2017-02-03 16:00}
      - {count: 4, due: 2017-02-10 16:00}
waivers:
  - {student: ada, rules: [site-own], by: grace, why: has a job}
";

    fn rule(id: &'static str, check: fn(&Facts, &Policy) -> Outcome) -> &'static Rule {
        Box::leak(Box::new(Rule {
            id,
            statement: "It is so",
            group: Group::Outreach,
            severity: Severity::Required,
            since: "0.1.0",
            why: "",
            fix: "Make it so.",
            example: "",
            needs: &[],
            check: Check::Portfolio(check),
        }))
    }

    fn judged(id: &'static str, now: &str, check: fn(&Facts, &Policy) -> Outcome) -> Vec<Finding> {
        let source = PolicySource::File("policy.yml".into());
        let policy = Policy::read(source, POLICY, &crate::rules::ids()).unwrap();
        let mut facts = Facts::sample();
        facts.portfolio.student = Some("Ada".into());
        facts.as_of = Instant::parse(now).unwrap();
        judge(&[rule(id, check)], &facts, &policy)
    }

    fn verdict(findings: &[Finding]) -> (Verdict, Option<Standing>) {
        (findings[0].verdict, findings[0].standing)
    }

    fn unmet(_: &Facts, _: &Policy) -> Outcome {
        Ok(Answer::unmet(Text::plain("It is not"), Place::Folder))
    }

    fn met_on_the_third(_: &Facts, _: &Policy) -> Outcome {
        let since = Instant::parse("2017-02-03T12:00:00Z").unwrap();
        Ok(Answer::met(Text::plain("It is"), Place::Folder).since(since))
    }

    fn waiting(_: &Facts, _: &Policy) -> Outcome {
        Ok(Answer::waiting(Text::plain("Asked"), Place::Folder))
    }

    const BEFORE: &str = "2017-02-02T01:00:59Z";
    const AFTER: &str = "2017-02-02T01:01:00Z";

    #[test]
    fn late_missing_waiting_and_not_due_yet_differ() {
        let cases = [
            (BEFORE, unmet as fn(&Facts, &Policy) -> Outcome, Verdict::Pending, Standing::NotDueYet),
            (AFTER, unmet, Verdict::Fail, Standing::Missing),
            (AFTER, waiting, Verdict::Pending, Standing::AwaitsApprover),
        ];
        for (now, check, expected, standing) in cases {
            assert_eq!(verdict(&judged("site-known", now, check)), (expected, Some(standing)));
        }
        let late = judged("site-known", AFTER, met_on_the_third);
        let since = Instant::parse("2017-02-03T12:00:00Z").unwrap();
        assert_eq!(verdict(&late), (Verdict::Pass, Some(Standing::Late { since })), "late is no failure");
        assert_eq!(late[0].due.unwrap().to_string(), "2017-02-02T01:00:00Z");
    }

    #[test]
    fn what_no_server_dates_is_dated_by_the_schools_own_runs() {
        fn met(_: &Facts, _: &Policy) -> Outcome {
            Ok(Answer::met(Text::plain("It is"), Place::Folder))
        }
        let policy =
            Policy::read(PolicySource::File("policy.yml".into()), POLICY, &crate::rules::ids()).unwrap();
        let at = |text: &str| Instant::parse(text).unwrap();
        let (before, after) = ("2017-02-01T09:00:00Z", "2017-02-03T09:00:00Z");
        let late = |since| Some(Standing::Late { since: at(since) });
        let cases = [
            ("never seen before", None, None, None),
            ("seen met in time", Some(before), None, Some(Standing::InTime)),
            ("seen to lack in time", None, Some(before), None),
            ("seen met after the date only", Some(after), None, None),
            ("seen to lack after the date", None, Some(after), late(AFTER)),
            (
                "seen to lack after the date, then met",
                Some("2017-02-04T09:00:00Z"),
                Some(after),
                late("2017-02-04T09:00:00Z"),
            ),
        ];
        for (case, met_at, unmet_at, expected) in cases {
            let mut facts = Facts::sample();
            facts.as_of = at(AFTER);
            let sighting = Sighting { met: met_at.map(at), unmet: unmet_at.map(at) };
            facts.sightings.insert("site-known".into(), sighting);
            assert_eq!(verdict(&judge(&[rule("site-known", met)], &facts, &policy)).1, expected, "{case}");
        }
    }

    #[test]
    fn the_policy_weighs_and_leaves_out() {
        assert_eq!(verdict(&judged("site-answers", AFTER, unmet)), (Verdict::Warn, Some(Standing::Missing)));
        assert_eq!(judged("resume-opens", AFTER, unmet).len(), 0);
        assert_eq!(
            verdict(&judged("site-contact", AFTER, unmet)),
            (Verdict::Fail, None),
            "no date, no standing"
        );
    }

    #[test]
    fn nothing_is_missing_before_the_policy_holds() {
        let text = POLICY.replace("version: 1", "version: 1\neffective-from: 2017-02-02");
        let policy =
            Policy::read(PolicySource::File("policy.yml".into()), &text, &crate::rules::ids()).unwrap();
        let mut facts = Facts::sample();
        for (now, expected) in [
            // The day begins at the school, not in Greenwich.
            ("2017-02-02T06:59:59Z", (Verdict::Pending, Some(Standing::NotDueYet))),
            ("2017-02-02T07:00:00Z", (Verdict::Fail, Some(Standing::Missing))),
        ] {
            facts.as_of = Instant::parse(now).unwrap();
            assert_eq!(verdict(&judge(&[rule("site-known", unmet)], &facts, &policy)), expected, "{now}");
        }
    }

    #[test]
    fn an_excuse_keeps_what_was_seen() {
        let findings = judged("site-own", AFTER, unmet);
        assert_eq!(findings[0].verdict, Verdict::Fail);
        assert!(!findings[0].is_red());
        assert_eq!(findings[0].excuse.as_ref().unwrap().why.as_written(), "has a job");
        assert!(judged("site-own", AFTER, met_on_the_third)[0].excuse.is_none(), "nothing to excuse");
    }

    #[test]
    fn each_stage_is_judged_by_its_own_count_and_date() {
        fn three(_: &Facts, policy: &Policy) -> Outcome {
            let text = Text::plain("Three");
            Ok(if policy.contacts.wanted <= 3 {
                Answer::met(text, Place::Folder)
            } else {
                Answer::unmet(text, Place::Folder)
            })
        }
        let findings = judged("outreach-contacts", "2017-02-05T00:00:00Z", three);
        let seen: Vec<_> = findings
            .iter()
            .map(|finding| (finding.id().as_written().to_owned(), finding.verdict, finding.standing))
            .collect();
        assert_eq!(
            seen,
            [
                ("outreach-contacts@2".into(), Verdict::Pass, None),
                ("outreach-contacts@4".into(), Verdict::Pending, Some(Standing::NotDueYet)),
            ]
        );
    }

    #[test]
    fn one_of_a_group_is_enough() {
        let mut facts = Facts::sample();
        facts.portfolio.student = None;
        let policy = Policy { either: vec![vec!["a".into(), "b".into()]], ..Policy::portfolio() };
        let findings = judge(&[rule("a", unmet), rule("b", met_on_the_third)], &facts, &policy);
        let verdicts: Vec<_> = findings.iter().map(|finding| finding.verdict).collect();
        assert_eq!(verdicts, [Verdict::NotApplicable, Verdict::Pass]);
        let findings = judge(&[rule("a", unmet), rule("b", unmet)], &facts, &policy);
        assert!(findings.iter().all(|finding| finding.verdict == Verdict::Fail));
    }
}
