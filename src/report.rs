//! The report: findings in order, every count, the next step, and what changed. The single source of every number.

pub mod changes;
mod next_step;
mod pile;
pub mod state;
mod tally;
pub mod v1;

use jiff::civil::Date;
use url::Url;

use crate::facts::{
    Facts, Instant, Note, Project, PullRequest, Readme, RepoName, Resume, Seen, Site, Target, Untrusted,
    View, Zone,
};
use crate::finding::Finding;
use crate::policy::Policy;
use changes::{Changes, Verdicts};
use next_step::next_step;
pub use pile::Pile;
pub use tally::{OverallOutcome, Tally};

/// Which rules the report was judged by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyStamp {
    /// The policy's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it was read from.
    pub source: String,
    /// The school's zone, in which dates are shown.
    pub zone: Zone,
    /// The day from which it holds.
    pub effective_from: Option<Date>,
}

impl PolicyStamp {
    /// The day from which it holds, where that is still to come.
    pub fn not_before(&self, now: Instant) -> Option<Date> {
        self.effective_from.filter(|day| self.zone.day(now) < *day)
    }
}

impl From<&Policy> for PolicyStamp {
    fn from(policy: &Policy) -> Self {
        Self {
            name: policy.name.clone(),
            version: policy.version.clone(),
            source: policy.source.to_string(),
            zone: policy.calendar.shown_in(),
            effective_from: policy.effective_from,
        }
    }
}

/// Everything that any format shows.
#[derive(Debug, Clone)]
pub struct Report {
    /// When the reading began.
    pub read_at: Instant,
    /// The moment by which dates were judged.
    pub as_of: Instant,
    /// The student's account.
    pub student: Option<Untrusted>,
    /// The portfolio's repository.
    pub portfolio: Option<RepoName>,
    /// The commit that was read.
    pub commit: Option<String>,
    /// The pull request, without its comments.
    pub pull_request: Option<PullRequest>,
    /// Which rules it was judged by.
    pub policy: PolicyStamp,
    /// How the whole came out.
    pub outcome: OverallOutcome,
    /// How many of each verdict.
    pub tally: Tally,
    /// The place in `findings` of the one thing to do next.
    pub next_step: Option<usize>,
    /// The findings: worst first, then in the order of the rules.
    pub findings: Vec<Finding>,
    /// The site.
    pub site: Site,
    /// The resume.
    pub resume: Resume,
    /// The portfolio's own README; none where it has none.
    pub portfolio_readme: Seen<Option<Readme>>,
    /// The projects; empty where they could not be seen.
    pub projects: Vec<Project>,
    /// Remarks about the reading.
    pub notes: Vec<Note>,
    /// What changed since the last report; none where there was none.
    pub changes: Option<Changes>,
    /// The address of the code host's pages, without a final slash.
    pub server: String,
    /// When the portfolio or one of its projects was last pushed to, by the host's clock.
    pub last_push: Option<Instant>,
}

impl Report {
    /// Orders, counts, and picks the next step. Links lead to github.com until `on_server` says otherwise.
    pub fn new(facts: Facts, policy: PolicyStamp, mut findings: Vec<Finding>) -> Self {
        findings.sort_by_key(|finding| finding.verdict);
        let tally = Tally::of(&findings);
        let last_push = last_push(&facts);
        Self {
            last_push,
            read_at: facts.read_at,
            as_of: facts.as_of,
            student: facts.portfolio.student,
            portfolio: facts.portfolio.name,
            commit: facts.portfolio.commit,
            pull_request: facts.pull_request,
            policy,
            outcome: OverallOutcome::of(&findings),
            tally,
            next_step: next_step(&findings),
            findings,
            site: facts.site,
            resume: facts.resume,
            portfolio_readme: facts.portfolio.readme,
            projects: facts.projects.unwrap_or_default(),
            notes: facts.notes,
            changes: None,
            server: "https://github.com".into(),
        }
    }

    /// The same with its links to the pages of this code host.
    #[must_use]
    pub fn on_server(mut self, server: &Url) -> Self {
        self.server = server.as_str().trim_end_matches('/').into();
        self
    }

    /// The same with what changed since an earlier report.
    #[must_use]
    pub fn since(mut self, before: &Verdicts) -> Self {
        self.changes = Some(Changes::since(before, &self.findings));
        self
    }

    /// The pages that a browser showed, the home page first.
    pub fn views(&self) -> impl Iterator<Item = &View> {
        let resume = match &self.resume.target {
            Ok(Target::Document(document)) => document.view.as_deref(),
            Ok(_) | Err(_) => None,
        };
        let views = self.site.seen_pages().filter_map(|page| page.view.as_deref());
        // The resume may be a page of the site.
        let resume = resume.filter(|resume| views.clone().all(|view| view.page != resume.page));
        views.chain(resume)
    }

    /// The next date of something that is not met yet.
    pub fn next_due(&self) -> Option<Instant> {
        self.pile(Pile::ToDo).filter_map(|finding| finding.due).min()
    }

    /// The one thing to do next.
    pub fn next_finding(&self) -> Option<&Finding> {
        self.next_step.and_then(|index| self.findings.get(index))
    }

    /// True for the finding of this report that is to be done next.
    pub fn is_next(&self, finding: &Finding) -> bool {
        self.next_finding().is_some_and(|next| std::ptr::eq(next, finding))
    }
}

fn last_push(facts: &Facts) -> Option<Instant> {
    let projects = facts.projects.iter().flatten();
    let projects = projects.filter_map(|project| project.repository.as_ref().ok()?.as_ref());
    let portfolio = facts.portfolio.repository.iter();
    portfolio.chain(projects).filter_map(|repository| repository.pushed).max()
}

#[cfg(test)]
mod tests {
    use crate::finding::Verdict;
    use crate::render::sample;

    #[test]
    fn worst_first_then_in_the_order_of_the_rules() {
        let report = sample::report();
        let verdicts: Vec<Verdict> = report.findings.iter().map(|finding| finding.verdict).collect();
        assert!(verdicts.is_sorted());
        let tally = report.tally;
        assert_eq!(tally.applicable() + tally.not_applicable + tally.excused, report.findings.len());
        assert!(report.is_next(&report.findings[0]));
    }
}
