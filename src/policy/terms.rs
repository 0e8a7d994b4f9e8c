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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{PolicySource, Weight};
    use crate::rules;

    fn read(text: &str) -> Policy {
        let source = PolicySource::File("policy.yml".into());
        Policy::read(source, text, &rules::ids()).unwrap_or_else(|error| panic!("{error}"))
    }

    const SCHOOL: &str = "\
name: school
version: 3
extends: turing-2017
cohort: {start: 2017-03-06}
people:
  coordinator: [{login: grace, id: 1001}, {team: school/coordinators}]
requirements:
  projects-enough: {count: 2, due: none}
  outreach-contacts: {stages: [{count: 3, due: week 2 Friday 16:00}, {count: 7, due: week 4 Friday}]}
  plan-written: off
waivers: [{student: Alan, rules: [interview-evidenced], by: grace, why: hired already, until: 2017-04-01}]
extensions: [{student: ada, rules: [outreach-contacts], until: 2017-03-21, by: grace, why: ill}]
wording: {plan-written: Ask Grace.}
";

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    #[test]
    fn what_a_policy_does_not_say_is_as_in_the_one_it_extends() {
        let policy = read(SCHOOL);
        let base = Policy::preset("turing-2017", &rules::ids()).unwrap();
        assert_eq!((policy.projects_wanted, policy.contacts.wanted), (2, 7));
        assert_eq!(policy.deadline("projects-enough", None), None, "`none` takes the date away");
        assert_eq!(policy.deadline("resume-opens", None), base.deadline("resume-opens", None));
        assert_eq!(policy.weight("plan-written"), Some(Weight::Off));
        assert_eq!(policy.weight("resume-approved"), None, "asked for, with the rule's own severity");
        let (role, people) = policy.approvers("resume-approved").unwrap();
        assert_eq!((role, people.in_words().as_str()), ("coordinator", "grace, school/coordinators"));
    }

    #[test]
    fn weeks_count_from_the_cohorts_start() {
        let policy = read(SCHOOL);
        let dates: Vec<String> = policy
            .stages("outreach-contacts")
            .iter()
            .map(|stage| policy.stage_deadline("outreach-contacts", stage, None).unwrap().at().to_string())
            .collect();
        // Denver is at UTC-6 from 2017-03-12 on.
        assert_eq!(dates, ["2017-03-17T22:00:00Z", "2017-04-01T05:59:00Z"]);
    }

    #[test]
    fn what_is_granted_holds_for_that_student_and_that_time() {
        let policy = read(SCHOOL);
        let stages = policy.stages("outreach-contacts");
        let first = |student| policy.stage_deadline("outreach-contacts", &stages[0], student).unwrap().at();
        assert_eq!(first(Some("ADA")).to_string(), "2017-03-22T05:59:00Z");
        assert_eq!(first(Some("alan")), first(None));
        let last = |student| policy.stage_deadline("outreach-contacts", &stages[1], student);
        assert_eq!(last(Some("ada")), last(None), "a later date is not moved");
        let waiver = |student, now| policy.waiver("interview-evidenced", student, at(now)).is_some();
        assert!(waiver("alan", "2017-04-02T05:59:59Z"));
        assert!(!waiver("alan", "2017-04-02T06:00:00Z"));
        assert!(!waiver("ada", "2017-03-01T00:00:00Z"));
    }

    #[test]
    fn the_conflict_of_the_page_is_told() {
        let policy = Policy::preset("turing-2017", &rules::ids()).unwrap();
        let interview = &policy.requirements["interview-evidenced"];
        assert_eq!(policy.deadline("interview-evidenced", None).unwrap().at(), at("2017-02-27T23:00:00Z"));
        assert!(interview.note.as_ref().unwrap().contains("“Friday 2/27”"));
    }
}
