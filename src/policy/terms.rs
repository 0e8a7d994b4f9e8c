//! What holds for one student at one moment: deadlines with what was granted, and waivers.

use super::{Deadline, Policy, Stage, Waiver};
use crate::facts::Instant;

impl Policy {
    /// True from the day on from which it holds.
    pub fn is_in_force(&self, now: Instant) -> bool {
        self.effective_from.is_none_or(|day| self.calendar.day(now) >= day)
    }

    /// Until when a student has time for a rule, after what the policy grants that student.
    pub fn deadline(&self, rule: &str, student: Option<&str>) -> Option<Deadline> {
        let due = self.requirements.get(rule)?.due.as_ref()?;
        self.extended(due.deadline?, rule, student)
    }

    /// The same for a stage.
    pub fn stage_deadline(&self, rule: &str, stage: &Stage, student: Option<&str>) -> Option<Deadline> {
        self.extended(stage.due.deadline?, rule, student)
    }

    fn extended(&self, deadline: Deadline, rule: &str, student: Option<&str>) -> Option<Deadline> {
        let granted = student.into_iter().flat_map(|student| {
            let ours = self.extensions.iter().filter(move |extension| extension.is_for(student, rule));
            ours.filter_map(|extension| extension.until.deadline)
        });
        granted.chain([deadline]).max()
    }

    /// The waiver that lets a student off a rule at a moment.
    pub fn waiver(&self, rule: &str, student: &str, now: Instant) -> Option<&Waiver> {
        let holds = |waiver: &&Waiver| !waiver.ends().is_some_and(|end| end.is_past(now));
        self.waivers.iter().filter(|waiver| waiver.is_for(student, rule)).find(holds)
    }
}
