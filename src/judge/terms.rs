//! The terms on which a rule is judged: its weight, its date, and what was granted to the student.

use crate::facts::{Facts, Instant, Place, Sightings, Untrusted};
use crate::finding::{Excuse, Finding, Standing, Subject, Verdict};
use crate::policy::{Deadline, Policy, Stage, Waiver, Weight};
use crate::rule::{Answer, Fix, Kind, Outcome, Rule, Severity};
use crate::text::Text;

/// Whether the policy holds already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Force {
    InForce,
    NotYet,
}

/// The terms on which a rule is judged.
pub(super) struct Terms<'a> {
    /// The rule.
    pub(super) rule: &'static Rule,
    severity: Severity,
    deadline: Option<Deadline>,
    /// By what clock.
    now: Option<Instant>,
    /// How the policy stands by that clock.
    force: Force,
    excuse: Option<Excuse>,
    /// The school's own words about what to do.
    words: Option<String>,
    /// What the school's earlier runs saw; none where there is no student.
    sightings: Option<&'a Sightings>,
}

impl<'a> Terms<'a> {
    /// Those of a rule.
    pub(super) fn of(rule: &'static Rule, facts: &'a Facts, policy: &Policy) -> Self {
        let student = facts.portfolio.student.as_ref().map(Untrusted::as_written);
        let waiver = student.and_then(|student| policy.waiver(rule.id, student, facts.as_of));
        Self {
            deadline: policy.deadline(rule.id, student),
            now: Some(facts.as_of),
            force: if policy.is_in_force(facts.as_of) { Force::InForce } else { Force::NotYet },
            excuse: waiver.map(excuse),
            sightings: Some(&facts.sightings),
            ..Self::undated(rule, policy)
        }
    }

    /// Those of one stage of a rule.
    pub(super) fn of_stage(rule: &'static Rule, stage: &Stage, facts: &'a Facts, policy: &Policy) -> Self {
        let student = facts.portfolio.student.as_ref().map(Untrusted::as_written);
        Self { deadline: policy.stage_deadline(rule.id, stage, student), ..Self::of(rule, facts, policy) }
    }

    /// Those of a rule where there is no student and no clock.
    pub(super) fn undated(rule: &'static Rule, policy: &Policy) -> Self {
        let severity = match policy.weight(rule.id) {
            Some(Weight::Required) => Severity::Required,
            Some(Weight::Advisory) => Severity::Advisory,
            Some(Weight::Off) | None => rule.severity,
        };
        let words = policy.wording.get(rule.id).cloned();
        Self {
            rule,
            severity,
            deadline: None,
            now: None,
            force: Force::InForce,
            excuse: None,
            words,
            sightings: None,
        }
    }

    /// The finding that an outcome is on these terms.
    pub(super) fn finding(&self, subject: Subject, place: &Place, outcome: Outcome) -> Finding {
        let mut finding = Finding {
            rule: self.rule,
            subject,
            severity: self.severity,
            verdict: Verdict::CannotTell,
            text: Text::new(),
            place: place.clone(),
            fix: None,
            obstacle: None,
            due: self.deadline.map(Deadline::at),
            standing: None,
            excuse: None,
        };
        match outcome {
            Ok(answer) => self.answered(&mut finding, answer),
            Err(obstacle) => {
                finding.text = Text::new().value(obstacle.explanation());
                finding.obstacle = Some(obstacle);
            }
        }
        if !matches!(finding.verdict, Verdict::Pass | Verdict::NotApplicable) {
            finding.excuse.clone_from(&self.excuse);
        }
        finding
    }

    fn answered(&self, finding: &mut Finding, answer: Answer) {
        finding.standing = self.standing(&answer, &finding.id());
        finding.verdict = match (answer.kind, finding.standing) {
            (Kind::Unmet, Some(Standing::NotDueYet)) | (Kind::Waiting, _) => Verdict::Pending,
            (Kind::Met, _) => Verdict::Pass,
            (Kind::Unmet, _) if self.severity == Severity::Required => Verdict::Fail,
            (Kind::Unmet | Kind::Doubtful, _) => Verdict::Warn,
            (Kind::NotApplicable, _) => Verdict::NotApplicable,
        };
        finding.text = answer.text;
        finding.place = answer.place;
        finding.fix = self.in_the_schools_words(answer.fix);
    }

    fn standing(&self, answer: &Answer, id: &Untrusted) -> Option<Standing> {
        let dated = self.deadline.zip(self.now);
        match answer.kind {
            Kind::Waiting => Some(Standing::AwaitsApprover),
            Kind::NotApplicable => None,
            Kind::Unmet if self.force == Force::NotYet && self.severity == Severity::Required => {
                Some(Standing::NotDueYet)
            }
            Kind::Unmet => {
                dated.map(
                    |(deadline, now)| {
                        if deadline.is_past(now) { Standing::Missing } else { Standing::NotDueYet }
                    },
                )
            }
            Kind::Met | Kind::Doubtful => {
                let (deadline, now) = dated?;
                match answer.since {
                    Some(since) if deadline.is_past(since) => Some(Standing::Late { since }),
                    Some(_) => Some(Standing::InTime),
                    None if !deadline.is_past(now) => Some(Standing::InTime),
                    None => self.by_sight(answer, id, (deadline, now)),
                }
            }
        }
    }

    /// After the date, what no server has a time for was in time where it was seen in time, and late where it was seen to lack
    /// after the date; else nobody can tell.
    fn by_sight(
        &self,
        answer: &Answer,
        id: &Untrusted,
        (deadline, now): (Deadline, Instant),
    ) -> Option<Standing> {
        let seen =
            self.sightings.and_then(|sightings| sightings.get(id.as_written())).copied().unwrap_or_default();
        let is_past = |at: &Instant| deadline.is_past(*at);
        if answer.at_latest.into_iter().chain(seen.met).any(|at| !is_past(&at)) {
            return Some(Standing::InTime);
        }
        seen.unmet.filter(is_past).map(|_| Standing::Late { since: seen.met.unwrap_or(now) })
    }

    fn in_the_schools_words(&self, fix: Option<Fix>) -> Option<Fix> {
        let Some(words) = &self.words else { return fix };
        let Fix { text, paste } = fix.unwrap_or(Fix { text: Text::plain(self.rule.fix), paste: None });
        Some(Fix { text: text.then(" ").name(&words.as_str().into()), paste })
    }
}

fn excuse(waiver: &Waiver) -> Excuse {
    Excuse {
        by: waiver.by.as_str().into(),
        why: waiver.why.as_str().into(),
        until: waiver.ends().map(Deadline::at),
    }
}
