//! How a cohort stood at every run before: plain text with a line for each run and requirement, so that a person can read
//! what changed between two of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::state::State;
use super::totals::{Totals, concerned, count};

/// The first line.
const HEADS: &str = "as_of,requirement,met,not_met,of";

/// The line for students who have everything.
pub const EVERYTHING: &str = "everything";

/// Every run that is known, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History(BTreeMap<(String, String), Point>);

/// How a requirement stood at one run, in students.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// They met it.
    pub met: usize,
    /// They did not.
    pub not_met: usize,
    /// It concerned so many.
    pub of: usize,
}

impl History {
    /// Reads what earlier runs wrote. A line that none of them wrote is left out.
    pub fn read(text: &str) -> Self {
        Self(text.lines().filter_map(line).collect())
    }

    /// Adds a run; one that judged by the same moment is replaced.
    pub fn add(&mut self, as_of: &str, totals: &Totals) {
        self.0.retain(|(at, _), _| at != as_of);
        let of = |outcome| totals.outcomes.get(outcome).copied().unwrap_or_default();
        let everything = Point { met: of("pass"), not_met: of("fail"), of: totals.students };
        self.0.insert((as_of.into(), EVERYTHING.into()), everything);
        for (requirement, standing) in &totals.requirements {
            let all = &standing.all;
            let met = count(all, &[State::Met, State::Advice]);
            let point = Point { met, not_met: count(all, &[State::NotMet]), of: concerned(all) };
            if point.of > 0 {
                self.0.insert((as_of.into(), requirement.to_string()), point);
            }
        }
    }

    /// How a requirement stood from run to run: the moment in RFC 3339, and the counts.
    pub fn of<'a>(&'a self, requirement: &'a str) -> impl Iterator<Item = (&'a str, Point)> {
        let of_it = self.0.iter().filter(move |((_, name), _)| name == requirement);
        of_it.map(|((at, _), point)| (at.as_str(), *point))
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let mut text = format!("{HEADS}\n");
        for ((at, requirement), Point { met, not_met, of }) in &self.0 {
            let _ = writeln!(text, "{at},{requirement},{met},{not_met},{of}");
        }
        text
    }
}

fn line(text: &str) -> Option<((String, String), Point)> {
    let mut cells = text.trim_end().split(',');
    let (at, requirement) = (cells.next()?, cells.next()?);
    let [met, not_met, of] = [cells.next()?, cells.next()?, cells.next()?].map(|cell| cell.parse().ok());
    Some(((at.into(), requirement.into()), Point { met: met?, not_met: not_met?, of: of? }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cohort::totals::{Requirement, Standing};

    fn totals(met: usize, not_met: usize) -> Totals {
        let requirement = Requirement { rule: "outreach-contacts".into(), stage: Some(2) };
        let all = [(State::Met, met), (State::NotMet, not_met), (State::NotApplicable, 9)].into();
        Totals {
            students: met + not_met,
            outcomes: [("pass".into(), met), ("fail".into(), not_met)].into(),
            requirements: [(requirement, Standing { all, ..Standing::default() })].into(),
            ..Totals::default()
        }
    }

    #[test]
    fn runs_follow_each_other_and_one_of_the_same_moment_takes_the_place() {
        let mut history = History::default();
        history.add("2017-02-06T14:00:00Z", &totals(3, 2));
        history.add("2017-01-30T14:00:00Z", &totals(1, 4));
        history.add("2017-02-06T14:00:00Z", &totals(4, 1));
        let text = "as_of,requirement,met,not_met,of\n\
            2017-01-30T14:00:00Z,everything,1,4,5\n\
            2017-01-30T14:00:00Z,outreach-contacts@2,1,4,5\n\
            2017-02-06T14:00:00Z,everything,4,1,5\n\
            2017-02-06T14:00:00Z,outreach-contacts@2,4,1,5\n";
        assert_eq!(history.text(), text);
        assert_eq!(History::read(text), history);
        let met: Vec<usize> = history.of("outreach-contacts@2").map(|(_, point)| point.met).collect();
        assert_eq!(met, [1, 4]);
    }

    #[test]
    fn lines_of_others_are_left_out() {
        assert_eq!(
            History::read("as_of,requirement,met,not_met,of\n<<<<<<<\na,b,1,x,3\na,b,1\n"),
            History::default()
        );
    }
}
