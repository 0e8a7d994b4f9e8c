//! From what was seen of a student to the row.

use super::column::Column;
use super::roster::{Status, Student};
use super::row::{Cell, Item, NOT_LOOKED_AT, Next, Row, Since, Spot, Turn};
use super::state::State;
use super::{Words, turn};
use crate::facts::{Home, Instant, Place, Project};
use crate::finding::{Finding, Standing};
use crate::policy::Policy;
use crate::report::{Report, v1};

/// A student, and by what the student is judged.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The student.
    pub student: &'a Student,
    /// The policy, with what was granted to this student.
    pub policy: &'a Policy,
    /// The columns of the page.
    pub columns: &'a [Column],
    /// How the student stands to the cohort today.
    pub status: Status,
}

/// Why nothing of a student could be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// In words.
    pub text: String,
    /// How every column stands because of it.
    pub state: State,
    /// Whose turn it is.
    pub turn: Turn,
}

impl Case<'_> {
    /// The row of a student whose portfolio was read.
    pub fn read(&self, report: &Report) -> Row {
        let waits = turn::waits(report, self.policy);
        let cells = self.columns.iter().map(|column| self.cell(*column, report)).collect();
        let missed = report.findings.iter().filter(|finding| State::of(finding) == State::NotMet);
        let missed = missed.filter(|finding| finding.standing == Some(Standing::Missing));
        let missed = missed.filter_map(|finding| finding.due).min();
        Row {
            portfolio: report.portfolio.as_ref().map(ToString::to_string),
            renamed_from: self.renamed_from(report),
            site: report.site.addresses.first().map(|address| Words::from(&address.url)),
            outcome: report.outcome.label().into(),
            cells,
            next: turn::next(report, &waits),
            waits,
            deadline: report.next_due().map(|due| due.to_string()),
            days_late: missed.map(|due| days_between(due, report.as_of)),
            last_activity: report.last_push.map(|pushed| pushed.to_string()),
            items: report.findings.iter().map(|finding| item(report, finding)).collect(),
            ..self.blank()
        }
    }

    /// The row of a student of whom nothing could be judged.
    pub fn troubled(&self, trouble: Trouble) -> Row {
        let text = Words::from(trouble.text);
        let cell = |column: &Column| Cell {
            text: Some(text.clone()),
            place: Some(Spot::Repository(self.student.portfolio.to_string())),
            ..blank_cell(*column, trouble.state)
        };
        Row {
            outcome: "cannot_tell".into(),
            cells: self.columns.iter().map(cell).collect(),
            next: Next { turn: trouble.turn, text: text.clone(), rule: None, place: None },
            trouble: Some(text),
            ..self.blank()
        }
    }

    /// The row of a student who is not looked at: away, or no longer here.
    pub fn blank(&self) -> Row {
        let Student { id, login, name, programme, .. } = self.student;
        let text = match self.status {
            Status::Away => "Away; nothing is asked until the return.",
            Status::Left => "No longer in the cohort.",
            Status::Active | Status::Hired => "Nothing is left to do.",
        };
        let cells = self.columns.iter().map(|column| blank_cell(*column, State::NotApplicable)).collect();
        Row {
            id: id.as_ref().into(),
            login: Some(login.as_ref().into()),
            name: name.as_deref().map(Words::from),
            programme: programme.as_deref().map(Words::from),
            status: self.status.label().into(),
            portfolio: Some(self.student.portfolio.to_string()),
            renamed_from: None,
            site: self.student.site.as_deref().map(Words::from),
            picture: None,
            outcome: NOT_LOOKED_AT.into(),
            trouble: None,
            cells,
            next: Next { turn: Turn::Nobody, text: text.into(), rule: None, place: None },
            waits: Vec::new(),
            deadline: None,
            days_late: None,
            last_activity: None,
            items: Vec::new(),
            since: Since::default(),
        }
    }

    /// The name of the roster, where the host leads from it to another.
    fn renamed_from(&self, report: &Report) -> Option<String> {
        let (now, before) = (report.portfolio.as_ref()?.to_string(), self.student.portfolio.to_string());
        (!now.eq_ignore_ascii_case(&before)).then_some(before)
    }

    fn cell(&self, column: Column, report: &Report) -> Cell {
        let of_column = report.findings.iter().filter(|finding| Column::of(finding.rule) == column);
        // Of several the worst speaks for all, and of equals the first.
        let Some(worst) = of_column.min_by_key(|finding| State::of(finding)) else {
            return blank_cell(column, State::NotApplicable);
        };
        let state = State::of(worst);
        let detail = self.detail(column, report);
        Cell {
            detail,
            text: (state != State::Met).then(|| v1::plain(&worst.text).into()),
            place: spot(report, worst)
                .or_else(|| report.portfolio.as_ref().map(|name| Spot::Repository(name.to_string()))),
            ..blank_cell(column, state)
        }
    }

    fn detail(&self, column: Column, report: &Report) -> Option<String> {
        match column {
            Column::Projects => {
                let wanted = self.policy.projects_wanted;
                Some(format!("{} of {wanted}", report.projects.len()))
            }
            Column::Readmes => {
                let levels: Vec<String> = report.projects.iter().map(level).collect();
                (!levels.is_empty()).then(|| levels.join("-"))
            }
            Column::Contacts => {
                let stages = report.findings.iter().filter(|finding| finding.rule.id == "outreach-contacts");
                let met = stages.filter(|finding| State::of(finding).is_met());
                let met = met.filter_map(|finding| finding.subject.stage).max();
                met.map(|met| format!("{met} of {}", self.policy.contacts.wanted))
            }
            Column::Site
            | Column::ResumeLink
            | Column::Resume
            | Column::ResumeApproved
            | Column::Portfolio
            | Column::Interview
            | Column::Plan => None,
        }
    }
}

fn blank_cell(column: Column, state: State) -> Cell {
    Cell { column, state, detail: None, text: None, place: None, last: None }
}

/// The level of a project's README; a question mark where it could not be read.
fn level(project: &Project) -> String {
    match &project.readme {
        Ok(Some(readme)) => readme.level.number().to_string(),
        Ok(None) => "0".into(),
        Err(_) => "?".into(),
    }
}

fn item(report: &Report, finding: &Finding) -> Item {
    let state = State::of(finding);
    let is_open = !matches!(state, State::Met | State::NotApplicable);
    let at = |is_so: bool, at: Instant| (is_so && finding.due.is_some()).then(|| at.to_string());
    // What is known to have been in time was met by its date, whenever that came to be known.
    let in_time = finding.due.filter(|_| finding.standing == Some(Standing::InTime));
    let met_by = in_time.map_or(report.as_of, |due| due.min(report.as_of));
    Item {
        id: Words::from(&finding.id()),
        met_by: at(state.is_met(), met_by),
        unmet_at: at(matches!(state, State::NotMet | State::NotDue | State::Waiting), report.as_of),
        rule: finding.rule.id.into(),
        stage: finding.subject.stage,
        state,
        due: finding.due.map(|due| due.to_string()),
        late_since: match finding.standing {
            Some(Standing::Late { since }) => Some(since.to_string()),
            _ => None,
        },
        text: is_open.then(|| v1::plain(&finding.text).into()),
        place: if is_open { spot(report, finding) } else { None },
        excuse: finding.excuse.as_ref().map(|excuse| {
            let (why, by) = (excuse.why.as_written(), excuse.by.as_written());
            Words::from(if why.is_empty() { format!("({by})") } else { format!("{why} ({by})") })
        }),
    }
}

/// Where a finding points; none for the portfolio as a whole.
pub(super) fn spot(report: &Report, finding: &Finding) -> Option<Spot> {
    match &finding.place {
        Place::File { repository, path, line } => {
            let repository = repository.as_ref().or(report.portfolio.as_ref())?.to_string();
            Some(Spot::File { repository, path: Words::from(path), line: *line })
        }
        Place::Repository(name) => Some(Spot::Repository(name.to_string())),
        Place::Page { url, .. } => Some(Spot::Page(Words::from(url))),
        Place::PullRequest { repository, number } => {
            Some(Spot::PullRequest { repository: repository.to_string(), number: *number })
        }
        Place::Folder => match &finding.subject.home {
            Some(Home::Repository { name, .. }) => Some(Spot::Repository(name.to_string())),
            Some(Home::Folder(_) | Home::Elsewhere(_) | Home::Nowhere) | None => None,
        },
    }
}

fn days_between(from: Instant, to: Instant) -> i64 {
    (to.unix_seconds() - from.unix_seconds()).div_euclid(86_400).max(0)
}
