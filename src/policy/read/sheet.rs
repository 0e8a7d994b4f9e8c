//! The file that is being read: where its parts stand, and what was found wrong so far.

use jiff::civil::Date;

use crate::policy::file::Person;
use crate::policy::moment::Moment;
use crate::policy::{Account, Due, Policy, Role, Team};
use crate::yaml::{Mistake, Node, unknown};

/// The file that is being read.
pub(super) struct Sheet<'a> {
    /// Where everything stands.
    pub(super) tree: &'a Node,
    /// What was found wrong so far.
    pub(super) mistakes: Vec<Mistake>,
    /// The ids of the rules that there are.
    pub(super) rules: &'a [&'a str],
    /// True where nothing of the file had to be left out.
    pub(super) is_whole: bool,
}

impl Sheet<'_> {
    /// Notes that the value at a path is wrong.
    pub(super) fn wrong(&mut self, path: &[&str], what: impl Into<String>) {
        self.mistakes.push(Mistake { mark: self.tree.locate(path), what: what.into() });
    }

    /// Notes that a key of the map at a path is wrong.
    pub(super) fn wrong_key(&mut self, path: &[&str], key: &str, what: impl Into<String>) {
        self.mistakes.push(Mistake { mark: self.tree.locate_key(path, key), what: what.into() });
    }

    /// A text of the top that every policy has.
    pub(super) fn named(&mut self, key: &str, text: Option<String>) -> String {
        match text {
            Some(text) if !text.trim().is_empty() => text,
            Some(_) => {
                self.wrong(&[key], format!("`{key}` is empty"));
                String::new()
            }
            None => {
                // What was mistaken is left out of the file, and was told already.
                if self.is_whole {
                    self.wrong(
                        &[],
                        format!("`{key}` is missing; every policy has one, for the reports to name"),
                    );
                }
                String::new()
            }
        }
    }

    /// A day, with or without its weekday.
    pub(super) fn day(&mut self, path: &[&str], text: Option<&str>) -> Option<Date> {
        match Moment::day(text?) {
            Ok(day) => Some(day),
            Err(problem) => {
                self.wrong(path, problem);
                None
            }
        }
    }

    /// A date, not resolved yet.
    pub(super) fn due(&mut self, path: &[&str], text: &str) -> Option<Due> {
        match Moment::read(text) {
            Ok(moment) => Some(Due { moment, deadline: None }),
            Err(problem) => {
                self.wrong(path, problem);
                None
            }
        }
    }

    /// True where there is such a rule.
    pub(super) fn is_rule(&mut self, path: &[&str], id: &str) -> bool {
        let is_known = self.rules.contains(&id);
        if !is_known {
            let what = unknown("a rule", id, self.rules);
            // A list of all rules helps nobody.
            let what = if what.contains("nearest") {
                what
            } else {
                format!("`{}` is not a rule (`foliocheck explain` lists them)", id.escape_debug())
            };
            match path.split_last() {
                Some((key, around)) if *key == id => self.wrong_key(around, id, what),
                _ => self.wrong(path, what),
            }
        }
        is_known
    }

    /// Those who have a role.
    pub(super) fn role(&mut self, name: &str, people: Vec<Person>) -> Role {
        let mut role = Role::default();
        for (index, person) in people.into_iter().enumerate() {
            let index = index.to_string();
            let path = ["people", name, index.as_str()];
            match (person.login, person.team) {
                (Some(login), None) => {
                    self.account(&path, &role, &login, person.id);
                    role.accounts.push(Account { login, id: person.id });
                }
                (None, Some(team)) => {
                    match team.split_once('/').filter(|(a, b)| is_login(a) && is_login(b)) {
                        Some((organisation, name)) => {
                            role.teams.push(Team { organisation: organisation.into(), name: name.into() });
                        }
                        None => {
                            self.wrong(&[&path[..], &["team"]].concat(), "`team` wants `organisation/team`");
                        }
                    }
                }
                (Some(_), Some(_)) => {
                    self.wrong(&path, "this has a `login` and a `team`; make it two entries");
                }
                (None, None) => self.wrong(&path, "this wants a `login` or a `team`"),
            }
        }
        role
    }

    fn account(&mut self, path: &[&str], role: &Role, login: &str, id: Option<u64>) {
        if !is_login(login) {
            let shown = login.escape_debug();
            self.wrong(
                &[path, &["login"]].concat(),
                format!("`{shown}` cannot be a login: letters, digits and hyphens"),
            );
        }
        if id == Some(0) {
            self.wrong(&[path, &["id"]].concat(), "no account has the number 0");
        }
        let twice =
            |known: &&Account| known.login.eq_ignore_ascii_case(login) || id.is_some() && known.id == id;
        if let Some(known) = role.accounts.iter().find(twice) {
            self.wrong(path, format!("this is `{}` again", known.login));
        }
    }

    /// Finds out what every date means, now that zone and cohort are known.
    pub(super) fn resolve(&mut self, policy: &mut Policy) {
        let calendar = policy.calendar.clone();
        let mut settle = |path: &[&str], due: &mut Due| match due.moment.resolve(&calendar) {
            Ok(deadline) => due.deadline = deadline,
            Err(problem) => self.mistakes.push(Mistake { mark: self.tree.locate(path), what: problem }),
        };
        for (rule, requirement) in &mut policy.requirements {
            if let Some(due) = &mut requirement.due {
                settle(&["requirements", rule, "due"], due);
            }
            for (index, stage) in requirement.stages.iter_mut().enumerate() {
                settle(&["requirements", rule, "stages", &index.to_string(), "due"], &mut stage.due);
            }
        }
        for (index, waiver) in policy.waivers.iter_mut().enumerate() {
            if let Some(until) = &mut waiver.until {
                settle(&["waivers", &index.to_string(), "until"], until);
            }
        }
        for (index, extension) in policy.extensions.iter_mut().enumerate() {
            settle(&["extensions", &index.to_string(), "until"], &mut extension.until);
        }
        self.order(policy);
    }

    /// Dates that contradict each other: stages out of order, extensions that give no time.
    fn order(&mut self, policy: &Policy) {
        for (rule, requirement) in &policy.requirements {
            for (index, pair) in requirement.stages.windows(2).enumerate() {
                let [earlier, later] = pair else { continue };
                let dates = earlier.due.deadline.zip(later.due.deadline);
                if dates.is_some_and(|(earlier, later)| later <= earlier) {
                    let index = (index + 1).to_string();
                    self.wrong(
                        &["requirements", rule, "stages", &index, "due"],
                        "this stage is not due after the one before it",
                    );
                }
            }
        }
        for (index, extension) in policy.extensions.iter().enumerate() {
            let index = index.to_string();
            for rule in &extension.rules {
                let requirement = policy.requirements.get(rule);
                let own = requirement.into_iter().flat_map(|requirement| {
                    requirement.due.iter().chain(requirement.stages.iter().map(|stage| &stage.due))
                });
                let dates: Vec<_> = own.collect();
                if dates.is_empty() {
                    self.wrong(&["extensions", &index, "rules"], format!("`{rule}` has no date to move"));
                } else if extension.until.deadline.is_some()
                    && dates
                        .iter()
                        .all(|due| due.deadline.is_some() && due.deadline >= extension.until.deadline)
                {
                    self.wrong(
                        &["extensions", &index, "until"],
                        format!("`{rule}` is not due before this anyway"),
                    );
                }
            }
        }
    }
}

/// The form of a login, and of the name of a team.
pub(super) fn is_login(text: &str) -> bool {
    (1..=39).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}
