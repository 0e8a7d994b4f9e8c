//! What has been found so far, and what later rules need of it.

use std::collections::HashMap;

use super::terms::Terms;
use crate::facts::{Obstacle, Place};
use crate::finding::{Finding, Subject, Verdict};
use crate::rule::{Answer, Outcome, Rule};
use crate::text::Text;

/// The id of a rule, and the key of its subject.
type Case = (&'static str, Option<String>);

/// What has been found so far, and for each rule and subject the verdict, which later rules may need.
#[derive(Default)]
pub(super) struct Bench {
    verdicts: HashMap<Case, (Verdict, Option<Obstacle>)>,
    /// In the order of the rules.
    pub(super) findings: Vec<Finding>,
}

impl Bench {
    /// Judges one subject by one rule.
    pub(super) fn add(
        &mut self,
        terms: &Terms<'_>,
        subject: Subject,
        place: &Place,
        check: impl FnOnce() -> Outcome,
    ) {
        let outcome = self.unmet_need(terms.rule, &subject, place).unwrap_or_else(check);
        let finding = terms.finding(subject, place, outcome);
        let key = (terms.rule.id, finding.subject.key());
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
