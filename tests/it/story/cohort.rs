//! The school: its world, its policy, and the run that writes the comments.

use foliocheck::facts::{Instant, Sighting, Sightings};
use foliocheck::finding::{Standing, Verdict};
use foliocheck::policy::Policy;
use foliocheck::render::{COMMENT_LIMIT, comment};
use foliocheck::report::Report;
use foliocheck::settings::Token;
use world::World;

use super::student::Student;
use crate::checking::{check_by, repository, settings};

/// The cohort's world and its rules.
pub(super) struct Cohort {
    pub(super) world: World,
    policy: Policy,
}

impl Cohort {
    pub(super) fn new(policy: Policy) -> Self {
        Self { world: World::new(), policy }
    }

    /// The school's own run on Monday at nine, on the last day at six in the evening; gives the comment as it then stands.
    pub(super) fn check(&self, student: &mut Student, week: &str) -> String {
        let hour = if week == "02-27" { "18:00" } else { "09:00" };
        let mut settings = settings(repository(&student.portfolio()), &self.world);
        settings.started = Instant::parse(&format!("2017-{week}T{hour}:00-07:00")).unwrap();
        settings.pull_request = Some(student.number);
        settings.sightings = student.sightings.clone();
        settings.token = Some(Token::new(world::Token::User("school-bot").text()));
        let report = check_by(&settings, &self.policy).unwrap();
        remember(&mut student.sightings, &report);
        let text = comment(&report, COMMENT_LIMIT);
        self.rewrite(student, &text);
        student.as_read(&text)
    }

    /// The comment as it stands.
    pub(super) fn comment_of(&self, student: &Student) -> String {
        self.world.comments(&student.portfolio(), student.number).pop().unwrap().body
    }

    /// Puts another text in place of the comment, or writes the first one.
    pub(super) fn rewrite(&self, student: &mut Student, text: &str) {
        let portfolio = student.portfolio();
        if let Some(id) = student.comment {
            self.world.rewrite(&portfolio, id, text);
        } else {
            student.comment = Some(self.world.comment(&portfolio, student.number, "school-bot", text));
        }
    }
}

/// What the next run knows of this one, as the cohort's file keeps it.
fn remember(sightings: &mut Sightings, report: &Report) {
    for finding in &report.findings {
        let seen = sightings.entry(finding.id().as_written().to_owned()).or_default();
        let in_time = finding.due.filter(|_| finding.standing == Some(Standing::InTime));
        match finding.verdict {
            Verdict::Pass | Verdict::Warn => {
                let by = in_time.map_or(report.as_of, |due| due.min(report.as_of));
                seen.met = seen.met.or(Some(by));
            }
            Verdict::Fail | Verdict::Pending => *seen = Sighting { met: None, unmet: Some(report.as_of) },
            Verdict::CannotTell | Verdict::NotApplicable => {}
        }
    }
}
