//! The job hunt of the imaginary cohort: pull requests with the resume, records of contacts and interviews, and what the
//! school's reviewer says.

use std::fmt::Write as _;

use super::{Kind, Student};
use crate::{Repository, Review, World};

/// The school's reviewer, by login and number.
pub const REVIEWER: (&str, u64) = ("rosa-okafor", 1_001);

/// People whom the students write to.
const CONTACTS: [&str; 6] = [
    "Harbour Pilots,Noor Haddad,lead developer,2017-01-24,coffee on Friday,mail",
    "Two Ovens,Ines Brandao,owner,2017-01-27,no answer,mail",
    "Night Lines,Tomas Vesely,engineer,2017-02-01,asked for my resume,mail",
    "Seed Library,Mei Lindqvist,head of engineering,2017-02-03,no answer,mail",
    "Chordwise,Kofi Mensah,engineer,2017-02-05,call next week,mail",
    "Rain Works,Sanne de Wit,team lead,2017-02-06,no answer,mail",
];

const INTERVIEW: &str = "Kind: practice\nWith: Noor Haddad\nRole: lead developer at Harbour Pilots\nDate: 2017-02-02\n\n\
    We drew a queue on a whiteboard. I said each step aloud before I wrote it. The hardest part was the end of the queue. \
    Next time I will ask about edge cases first.\n";

/// The roster of these students, with the pull request of each who has one.
pub fn roster(students: &[Student]) -> String {
    let plain = super::roster(students);
    let mut text = String::new();
    for (number, line) in plain.lines().enumerate() {
        let cell = match number.checked_sub(1).map(|place| students[place].hunts()) {
            None => "pull-request",
            Some(true) => "1",
            Some(false) => "",
        };
        let _ = writeln!(text, "{line},{cell}");
    }
    text
}

impl Student {
    /// True where there is something to hand in.
    pub fn hunts(&self) -> bool {
        !matches!(self.kind, Kind::Private | Kind::NoPortfolio | Kind::WrongFile | Kind::TwoProjects)
    }

    /// Opens the pull request that hands the resume in, and asks the reviewer for a look.
    pub fn hand_in(&self, world: &World) {
        let portfolio = self.portfolio();
        world.commit_bytes(&portfolio, "hunt", "resume.pdf", &self.resume());
        let log = format!("{}/job-hunt", self.login);
        let file = format!("evidence:\n  outreach: {log}/outreach.csv\n  interview: {log}/interview.md\n");
        let head = world.commit(&portfolio, "hunt", &[("portfolio.yml", &file)]);
        let number = world.open_pull_request(&portfolio, &self.login, &head);
        world.opened(&portfolio, number, "2017-01-25T17:00:00Z");
        world.ask_review(&portfolio, number, REVIEWER.0);
    }

    /// Keeps a private record that the school may read.
    pub fn keep(&self, world: &World, contacts: usize) {
        let rows = CONTACTS[..contacts.min(CONTACTS.len())].join("\n");
        let table = format!("company,person,position,date,outcome,channel\n{rows}\n");
        let log = Repository::new(&format!("{}/job-hunt", self.login)).private().shared_with("coordinator");
        let log = log.file("outreach.csv", table);
        let log = if contacts > 3 { log.file("interview.md", INTERVIEW) } else { log };
        world.replace(log);
    }

    /// The reviewer approves what was handed in.
    pub fn approve(&self, world: &World, at: &str) {
        world.review(&self.portfolio(), 1, Review::approved(REVIEWER.0, REVIEWER.1, at));
    }

    fn portfolio(&self) -> String {
        format!("{}/portfolio", self.login)
    }
}
