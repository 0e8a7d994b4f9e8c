//! The piles that findings are sorted into for people: by what they ask of the reader.

use super::Report;
use crate::finding::{Finding, Standing, Verdict};

/// What a finding asks of its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pile {
    /// Required, and proven unmet.
    ToFix,
    /// Not met, and there is time left.
    ToDo,
    /// In somebody else's hands.
    Waiting,
    /// Could not be seen.
    NotSeen,
    /// Right enough, with advice.
    Advice,
    /// Met.
    Met,
    /// Not met, and the school excused it.
    Excused,
    /// Does not concern this student.
    NotNeeded,
}

impl Pile {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::ToFix,
        Self::ToDo,
        Self::Waiting,
        Self::NotSeen,
        Self::Advice,
        Self::Met,
        Self::Excused,
        Self::NotNeeded,
    ];

    /// The pile of a finding.
    pub fn of(finding: &Finding) -> Self {
        match finding.verdict {
            _ if finding.excuse.is_some() => Self::Excused,
            Verdict::Fail => Self::ToFix,
            Verdict::Pending if finding.standing == Some(Standing::NotDueYet) => Self::ToDo,
            Verdict::Pending => Self::Waiting,
            Verdict::CannotTell => Self::NotSeen,
            Verdict::Warn => Self::Advice,
            Verdict::Pass => Self::Met,
            Verdict::NotApplicable => Self::NotNeeded,
        }
    }
}

impl Report {
    /// The findings of one pile, in order.
    pub fn pile(&self, pile: Pile) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| Pile::of(finding) == pile)
    }

    /// How many findings lie on a pile.
    pub fn count(&self, pile: Pile) -> usize {
        self.pile(pile).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn every_finding_lies_on_one_pile_and_the_sample_has_all() {
        let report = sample::report();
        let counts = Pile::ALL.map(|pile| report.count(pile));
        assert_eq!(counts.iter().sum::<usize>(), report.findings.len());
        assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
        assert_eq!(report.count(Pile::ToDo) + report.count(Pile::Waiting), report.tally.pending);
        assert_eq!(report.count(Pile::Excused), report.tally.excused);
    }
}
