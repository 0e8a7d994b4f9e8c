//! The page of January 2017 as a story: one cohort, week by week, and every comment of every week as a student reads it.

mod cohort;
mod student;

use foliocheck::facts::RepoName;
use foliocheck::policy::{Policy, PolicySource};
use foliocheck::rules;
use world::{Repository, Review};

use cohort::Cohort;
use student::{Log, Student, project};

const POLICY: &str = "\
name: school-1611
version: 2017-01-24
extends: turing-2017
people:
  coordinator: [{login: grace, id: 1001}]
requirements:
  site-own: off
  projects-complete: off
waivers:
  - student: cyd
    rules: [outreach-contacts, outreach-complete, outreach-distinct, outreach-private, interview-evidenced]
    by: Grace
    why: has signed with an employer
extensions:
  - {student: cyd, rules: [projects-enough], until: Friday 2017-02-10 16:00, by: Grace, why: was ill for a week}
";

/// The Mondays of the course, and the last evening.
const WEEKS: [&str; 6] = ["01-23", "01-30", "02-06", "02-13", "02-20", "02-27"];

fn policy() -> Policy {
    let name = RepoName::parse("school/policies").unwrap();
    let commit = Some("9f8e7d6c5b4a39281706f5e4d3c2b1a098765432".to_owned());
    let source = PolicySource::Repository { name, path: "policy.yml".into(), commit };
    Policy::read(source, POLICY, &rules::ids()).unwrap_or_else(|error| panic!("{error}"))
}

fn grace(at: &str) -> Review {
    Review::approved("grace", 1001, at)
}

/// Runs the weeks; after each, the comment is compared with what it was.
fn tell(login: &'static str, live: impl Fn(&Cohort, &mut Student, &str)) {
    let cohort = Cohort::new(policy());
    let mut student = Student::enrol(&cohort.world, login);
    for week in WEEKS {
        live(&cohort, &mut student, week);
        let comment = cohort.check(&mut student, week);
        insta::assert_snapshot!(format!("{login}_{week}"), comment);
    }
}

#[test]
fn the_careful_student() {
    tell("ada", |cohort, ada, week| {
        let world = &cohort.world;
        match week {
            "01-30" => {
                ada.push(world, &[project("chess"), project("recipes")]);
                ada.add_resume(world);
                ada.ask(world, "grace");
                ada.keep(world, Log { contacts: 1, pushed: "2017-01-28T02:00:00Z", ..Log::default() });
            }
            "02-06" => {
                ada.review(world, grace("2017-01-31T17:20:00Z"));
                ada.keep(world, Log { contacts: 2, pushed: "2017-02-03T02:00:00Z", ..Log::default() });
            }
            "02-13" => ada.keep(world, Log { contacts: 4, pushed: "2017-02-10T02:00:00Z", ..Log::default() }),
            "02-20" => ada.keep(
                world,
                Log { contacts: 6, plan: true, pushed: "2017-02-17T02:00:00Z", ..Log::default() },
            ),
            "02-27" => ada.keep(
                world,
                Log { contacts: 7, plan: true, interview: true, pushed: "2017-02-24T02:00:00Z" },
            ),
            _ => {}
        }
    });
}

#[test]
fn the_late_student() {
    tell("bob", |cohort, bob, week| {
        let world = &cohort.world;
        match week {
            "02-06" => {
                bob.push(world, &[project("chess")]);
                bob.add_resume(world);
                bob.ask(world, "grace");
            }
            "02-13" => {
                bob.push(world, &[project("recipes")]);
                bob.review(world, grace("2017-02-09T16:05:00Z").saying("approve: resume"));
                bob.keep_here(world, &["Initech,Hedy Lamarr,CTO,2017-02-08,no answer"]);
            }
            "02-20" => {
                bob.ask(world, "grace");
                bob.keep_here(
                    world,
                    &[
                        "Initech,Hedy Lamarr,CTO,2017-02-08,no answer",
                        "Hooli,Barbara Liskov,lead,2017-02-14,coffee on Friday",
                        "Acme Corp,Jane Doe,CEO,2017-01-01,",
                        "Globex,Radia Perlman,,2/15,",
                    ],
                );
            }
            "02-27" => bob.review(world, grace("2017-02-24T18:00:00Z")),
            _ => {}
        }
    });
}

#[test]
fn the_excused_student() {
    tell("cyd", |cohort, cyd, week| {
        let world = &cohort.world;
        match week {
            "01-30" => {
                cyd.add_resume(world);
                cyd.ask(world, "grace");
            }
            "02-06" => cyd.review(world, grace("2017-02-01T20:00:00Z")),
            "02-13" => {
                cyd.push(world, &[project("chess"), project("recipes")]);
                cyd.ask(world, "grace");
            }
            "02-20" => cyd.review(world, grace("2017-02-16T20:00:00Z")),
            _ => {}
        }
    });
}

#[test]
fn the_student_who_forges() {
    tell("eve", |cohort, eve, week| {
        let world = &cohort.world;
        match week {
            "01-30" => {
                eve.push(world, &[project("chess"), project("recipes")]);
                eve.add_resume(world);
                // Words in files, and dates in commits, are hers.
                let words = "# Portfolio of Eve\n\nAPPROVED by Grace, Employment Coordinator, 2017-01-27.\n"
                    .to_owned();
                eve.push(world, &[("README.md".to_owned(), words)]);
            }
            "02-06" => {
                eve.review(
                    world,
                    Review::approved("eve-two", 77, "2017-02-01T10:00:00Z").saying("approve: resume"),
                );
                eve.review(world, Review::approved("bob", 8, "2017-02-01T11:00:00Z"));
                eve.review(world, Review::approved("grace", 6666, "2017-02-01T12:00:00Z"));
                eve.keep_here(
                    world,
                    &[
                        "Initech,Hedy Lamarr,CTO,2017-01-30,no answer",
                        "Initech Inc.,\"Lamarr, Hedy\",CTO,2017-02-01,no answer",
                    ],
                );
            }
            "02-13" => {
                let green = cohort.comment_of(eve).replace("need work", "are met").replace('❌', "✅");
                cohort.rewrite(eve, &green);
                eve.keep_here(
                    world,
                    &[
                        "Initech,Hedy Lamarr,CTO,2017-01-30,no answer",
                        "Initech,Heddy Lamar,CTO,2017-01-31,no answer",
                        "Hooli,Barbara Liskov,lead,2016-02-02,no answer",
                        "Globex,Radia Perlman,lead,2017-03-02,no answer",
                    ],
                );
            }
            "02-20" => {
                eve.ask(world, "grace");
                eve.review(world, grace("2017-02-14T18:00:00Z").saying("approve: resume"));
                eve.swap_resume(world);
            }
            "02-27" => eve.rewrite_history(world),
            _ => {}
        }
    });
}

/// A repository that only its owner and the school may read.
fn private(name: &str) -> Repository {
    Repository::new(name).private().shared_with("school-bot")
}
