//! Rules x subjects -> findings. The only place where an obstacle becomes a verdict.

use std::collections::HashMap;

use crate::facts::{Facts, Obstacle, Place, Project, seen};
use crate::finding::{Finding, Subject, Verdict};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Kind, Outcome, Rule, Severity};
use crate::text::Text;

/// What every rule says about every subject, in the order of the rules.
///
/// A rule follows the rules it needs; where one of them is not met for the same subject, there is nothing to look at:
/// the obstacle is passed on, or the rule does not apply.
pub fn judge(rules: &[&'static Rule], facts: &Facts, policy: &Policy) -> Vec<Finding> {
    let mut bench = Bench { verdicts: HashMap::new(), findings: Vec::new() };
    for rule in rules {
        match rule.check {
            Check::Portfolio(check) => {
                bench.add(rule, Subject::whole(rule.group), &Place::Folder, || check(facts, policy));
            }
            Check::EachProject(check) => match seen(&facts.projects) {
                Ok(projects) => {
                    for project in projects {
                        bench.add(rule, Subject::project(project), &project.place(), || {
                            check(project, policy)
                        });
                    }
                }
                Err(obstacle) => {
                    bench.add(rule, Subject::whole(rule.group), &Place::Folder, || Err(obstacle));
                }
            },
        }
    }
    bench.findings
}

/// What the rules for projects say about one project.
pub fn judge_project(rules: &[&'static Rule], project: &Project, policy: &Policy) -> Vec<Finding> {
    let mut bench = Bench { verdicts: HashMap::new(), findings: Vec::new() };
    for rule in rules {
        if let Check::EachProject(check) = rule.check {
            bench.add(rule, Subject::project(project), &project.place(), || check(project, policy));
        }
    }
    bench.findings
}

/// The id of a rule, and the key of its subject.
type Case = (&'static str, Option<String>);

/// What has been found so far, and for each rule and subject the verdict, which later rules may need.
struct Bench {
    verdicts: HashMap<Case, (Verdict, Option<Obstacle>)>,
    findings: Vec<Finding>,
}

impl Bench {
    fn add(&mut self, rule: &'static Rule, subject: Subject, place: &Place, check: impl FnOnce() -> Outcome) {
        let outcome = self.unmet_need(rule, &subject, place).unwrap_or_else(check);
        let finding = finding(rule, subject, place, outcome);
        let key = (rule.id, finding.subject.key());
        self.verdicts.insert(key, (finding.verdict, finding.obstacle.clone()));
        self.findings.push(finding);
    }

    /// The outcome where a needed rule leaves nothing to look at.
    fn unmet_need(&self, rule: &Rule, subject: &Subject, place: &Place) -> Option<Outcome> {
        rule.needs.iter().find_map(|need| {
            let (verdict, obstacle) =
                self.verdicts.get(&(*need, subject.key())).or_else(|| self.verdicts.get(&(*need, None)))?;
            match verdict {
                Verdict::Pass | Verdict::Warn => None,
                Verdict::CannotTell => obstacle.clone().map(Err),
                Verdict::Fail | Verdict::Pending | Verdict::NotApplicable => {
                    let text = Text::plain("Nothing to look at before ").code(*need).then(" is met");
                    Some(Ok(Answer::not_applicable(text, place.clone())))
                }
            }
        })
    }
}

fn finding(rule: &'static Rule, subject: Subject, place: &Place, outcome: Outcome) -> Finding {
    let severity = rule.severity;
    match outcome {
        Ok(answer) => Finding {
            rule,
            subject,
            severity,
            verdict: verdict(answer.kind, severity),
            text: answer.text,
            place: answer.place,
            fix: answer.fix,
            obstacle: None,
        },
        Err(obstacle) => Finding {
            rule,
            subject,
            severity,
            verdict: Verdict::CannotTell,
            text: Text::new().value(obstacle.explanation()),
            place: place.clone(),
            fix: None,
            obstacle: Some(obstacle),
        },
    }
}

fn verdict(kind: Kind, severity: Severity) -> Verdict {
    match (kind, severity) {
        (Kind::Met, _) => Verdict::Pass,
        (Kind::Unmet, Severity::Required) => Verdict::Fail,
        (Kind::Unmet, Severity::Advisory) | (Kind::Doubtful, _) => Verdict::Warn,
        (Kind::Waiting, _) => Verdict::Pending,
        (Kind::NotApplicable, _) => Verdict::NotApplicable,
    }
}
