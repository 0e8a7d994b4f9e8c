//! One row of the page.

use askama::Template;

use crate::cohort::Row;
use crate::cohort::head::Head;
use crate::cohort::row::{Cell, Item, Spot};
use crate::cohort::state::State;
use crate::facts::Zone;
use crate::render::cohort::words;
use crate::render::escape::html::{self as escape, Piece};
use crate::rule::Rule;

#[derive(Template)]
#[template(path = "cohort/row.html")]
pub(super) struct Shown {
    anchor: String,
    name: String,
    under: String,
    flags: Vec<String>,
    href: Option<String>,
    is_dim: bool,
    programme: String,
    outcome: String,
    /// What is not met, by which the table is filtered.
    missed: String,
    /// What changed, by which the table is filtered.
    changed: String,
    cells: Vec<ShownCell>,
    next: Vec<Piece>,
    next_href: Option<String>,
    open: Vec<Open>,
    turn: String,
    deadline: Day,
    late: Day,
    activity: Day,
}

struct ShownCell {
    id: &'static str,
    label: &'static str,
    rank: usize,
    word: &'static str,
    small: String,
    text: String,
    /// The same where it waits for the school: approved once, and changed since.
    said: String,
    last: String,
    href: Option<String>,
}

/// What is shown, and what it is sorted by.
struct Day {
    shown: String,
    sort: String,
}

struct Open {
    id: &'static str,
    word: &'static str,
    statement: &'static str,
    text: Vec<Piece>,
    href: Option<String>,
}

/// The row of a student.
pub(super) fn row(head: &Head, row: &Row, rules: &[&'static Rule]) -> Shown {
    let zone = words::zone(head);
    let day = |text: &Option<String>| Day {
        shown: text.as_ref().map(|text| words::day(&zone, text)).unwrap_or_default(),
        sort: text.clone().unwrap_or_default(),
    };
    let name = row.name.as_ref().or(row.login.as_ref()).unwrap_or(&row.id);
    let programme = row.programme.as_ref().map(|programme| escape::name(&programme.untrusted()));
    let portfolio = row.portfolio.clone().map(Spot::Repository);
    let is_told = |item: &&Item| !matches!(item.state, State::Met | State::Advice | State::NotApplicable);
    Shown {
        anchor: escape::anchor(&row.id.untrusted()),
        name: escape::name(&name.untrusted()),
        under: under(row, programme.as_deref()),
        flags: flags(row),
        href: portfolio.and_then(|place| words::href(&head.server, &place)),
        is_dim: !row.is_counted(),
        programme: programme.unwrap_or_default(),
        outcome: row.outcome.clone(),
        missed: missed(row),
        changed: changed(row),
        cells: row.cells.iter().map(|one| cell(head, one, &zone)).collect(),
        next: escape::marked(&row.next.text.untrusted()),
        next_href: row.next.place.as_ref().and_then(|place| words::href(&head.server, place)),
        open: row.items.iter().filter(is_told).map(|item| open(head, item, rules)).collect(),
        turn: escape::name(&words::turn(&row.next.turn).into()),
        deadline: day(&row.deadline),
        late: late(row.days_late),
        activity: day(&row.last_activity),
    }
}

fn late(days: Option<i64>) -> Day {
    let shown = days.filter(|days| *days > 0).map(|days| days.to_string()).unwrap_or_default();
    Day { shown, sort: days.map(|days| days.to_string()).unwrap_or_default() }
}

fn under(row: &Row, programme: Option<&str>) -> String {
    let login = row.login.as_ref().filter(|_| row.name.is_some());
    let login = login.map(|login| escape::name(&login.untrusted()));
    login.into_iter().chain(programme.map(str::to_owned)).collect::<Vec<_>>().join(" · ")
}

/// What is special about a student: the status, a waiver, another name than the roster has.
fn flags(row: &Row) -> Vec<String> {
    let status = (row.status != "active").then(|| row.status.clone());
    let has_waiver = row.status == "active" && row.items.iter().any(|item| item.state == State::Excused);
    let waiver = has_waiver.then(|| "waiver".to_owned());
    let renamed = row.renamed_from.as_ref().map(|before| format!("renamed, was {before}"));
    [status, waiver, renamed].into_iter().flatten().collect()
}

fn missed(row: &Row) -> String {
    let missed = row.items.iter().filter(|item| item.state == State::NotMet);
    let mut missed: Vec<String> = missed.map(|item| item.requirement().to_string()).collect();
    missed.dedup();
    missed.join(" ")
}

fn changed(row: &Row) -> String {
    let since = &row.since;
    let kinds = [(&since.regressed, "worse"), (&since.fixed, "fixed"), (&since.new, "new")];
    let kinds = kinds.into_iter().filter(|(ids, _)| !ids.is_empty()).map(|(_, kind)| kind);
    kinds.collect::<Vec<_>>().join(" ")
}

fn cell(head: &Head, cell: &Cell, zone: &Zone) -> ShownCell {
    let (word, more) = match cell.state {
        State::NotApplicable => ("–", ""),
        State::Advice => ("met", "with advice"),
        State::NotSeen => ("not seen", "this time"),
        state @ (State::NotMet
        | State::Waiting
        | State::NoAccess
        | State::NotDue
        | State::Excused
        | State::Met) => (state.word(), ""),
    };
    let small =
        cell.detail.iter().map(String::as_str).chain([more].into_iter().filter(|more| !more.is_empty()));
    let text = cell.text.as_ref().map(|text| escape::sentence(&text.untrusted())).unwrap_or_default();
    ShownCell {
        id: cell.state.id(),
        label: cell.column.label(),
        rank: State::ALL.iter().position(|state| *state == cell.state).unwrap_or_default(),
        word,
        small: small.collect::<Vec<_>>().join(", "),
        said: if cell.state == State::Waiting { text.clone() } else { String::new() },
        text,
        last: cell.last.as_ref().map(|last| words::last(zone, last)).unwrap_or_default(),
        href: cell.place.as_ref().and_then(|place| words::href(&head.server, place)),
    }
}

fn open(head: &Head, item: &Item, rules: &[&'static Rule]) -> Open {
    let text = item.excuse.as_ref().or(item.text.as_ref());
    Open {
        id: item.state.id(),
        word: item.state.word(),
        statement: rules.iter().find(|rule| rule.id == item.rule).map_or("", |rule| rule.statement),
        text: text.map(|text| escape::marked(&text.untrusted())).unwrap_or_default(),
        href: item.place.as_ref().and_then(|place| words::href(&head.server, place)),
    }
}
