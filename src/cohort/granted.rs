//! The policy as it holds for one student: by the student's own start, with what the roster grants.

use jiff::civil::Date;

use super::roster::{Leave, Status, Student};
use crate::facts::Zone;
use crate::policy::{Calendar, Due, Policy, Waiver};

/// Who granted what the roster says.
const BY: &str = "the roster";

/// The policy for one student. `rules` are all ids, for those who are let off everything.
#[must_use]
pub fn policy_for(student: &Student, status: Status, policy: &Policy, rules: &[&str]) -> Policy {
    let mut policy = policy.clone();
    if let Some(start) = student.start {
        begin(&mut policy, start);
    }
    // The end of a waiver is the end of a day somewhere, even where the policy has no date and so no zone.
    let zone = policy.calendar.zone.clone().unwrap_or(Zone::UTC);
    let calendar = Calendar { zone: Some(zone), ..policy.calendar.clone() };
    let granted = student.waivers.iter().map(|leave| waiver(student, leave, &calendar));
    policy.waivers.extend(granted);
    if status == Status::Hired {
        policy.waivers.push(Waiver {
            student: student.login.to_string(),
            rules: rules.iter().map(|id| (*id).to_owned()).collect(),
            by: BY.into(),
            why: "found work".into(),
            until: None,
        });
    }
    policy
}

/// Counts every date that is given in weeks from another day on.
fn begin(policy: &mut Policy, start: Date) {
    policy.calendar.start = Some(start);
    let calendar = policy.calendar.clone();
    let again = |due: &mut Due| {
        if due.moment.is_relative() {
            due.deadline = due.moment.resolve(&calendar).unwrap_or(due.deadline);
        }
    };
    for requirement in policy.requirements.values_mut() {
        requirement.due.iter_mut().for_each(again);
        requirement.stages.iter_mut().for_each(|stage| again(&mut stage.due));
    }
    policy.extensions.iter_mut().for_each(|extension| again(&mut extension.until));
}

fn waiver(student: &Student, leave: &Leave, calendar: &Calendar) -> Waiver {
    let due = |moment: &crate::policy::Moment| Due {
        deadline: moment.resolve(calendar).ok().flatten(),
        moment: moment.clone(),
    };
    Waiver {
        student: student.login.to_string(),
        rules: vec![leave.rule.to_string()],
        by: BY.into(),
        why: leave.why.to_string(),
        until: leave.until.as_ref().map(due),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cohort::Roster;
    use crate::facts::Instant;
    use crate::policy::PolicySource;
    use crate::rules;

    const POLICY: &str = "\
name: school
version: 1
zone: America/Denver
cohort: {start: 2017-01-09}
requirements:
  site-answers: {due: week 2 Friday 16:00}
  resume-opens: {due: 2017-02-01 18:00}
";

    fn granted(row: &str, status: Status) -> Policy {
        let source = PolicySource::File("policy.yml".into());
        let policy = Policy::read(source, POLICY, &rules::ids()).unwrap();
        let text = format!("login,portfolio,start,waivers\n{row}\n");
        let roster = Roster::read("roster.csv", &text, &rules::ids()).unwrap();
        policy_for(&roster.students[0], status, &policy, &rules::ids())
    }

    #[test]
    fn weeks_count_from_the_students_own_start() {
        let due = |row| {
            let policy = granted(row, Status::Active);
            ["site-answers", "resume-opens"].map(|rule| policy.deadline(rule, None).unwrap().at().to_string())
        };
        assert_eq!(due("ada,ada/site,,"), ["2017-01-20T23:00:00Z", "2017-02-02T01:00:00Z"]);
        assert_eq!(due("ada,ada/site,2017-01-23,"), ["2017-02-03T23:00:00Z", "2017-02-02T01:00:00Z"]);
    }

    #[test]
    fn what_the_roster_grants_holds_for_that_student_and_that_time() {
        let policy = granted("ada,ada/site,,site-answers until 2017-02-01: ill", Status::Active);
        let at = |text| Instant::parse(text).unwrap();
        let waiver = |rule, now| policy.waiver(rule, "Ada", at(now)).map(|waiver| waiver.why.clone());
        assert_eq!(waiver("site-answers", "2017-02-02T06:59:00Z").as_deref(), Some("ill"));
        assert_eq!(waiver("site-answers", "2017-02-02T07:00:00Z"), None);
        assert_eq!(waiver("resume-opens", "2017-02-01T00:00:00Z"), None);
    }

    #[test]
    fn who_found_work_is_let_off_everything() {
        let policy = granted("ada,ada/site,,", Status::Hired);
        let now = Instant::parse("2017-02-01T00:00:00Z").unwrap();
        assert!(rules::ids().iter().all(|rule| policy.waiver(rule, "ada", now).is_some()));
    }
}
