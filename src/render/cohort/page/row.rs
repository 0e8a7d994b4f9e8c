//! One row of the page.

use askama::Template;

use crate::cohort::Row;
use crate::cohort::head::Head;
use crate::cohort::row::{Cell, Item};
use crate::cohort::state::State;
use crate::facts::Zone;
use crate::render::cohort::words;
use crate::render::escape::html as escape;
use crate::rule::Rule;

#[derive(Template)]
#[template(path = "cohort/row.html")]
pub(super) struct Shown {
    anchor: String,
    name: String,
    under: String,
    flag: String,
    href: Option<String>,
    is_dim: bool,
    programme: String,
    outcome: String,
    cells: Vec<ShownCell>,
    next: String,
    next_href: Option<String>,
    open: Vec<Open>,
    turn: String,
    deadline: String,
    deadline_sort: String,
    late: String,
    late_sort: String,
    activity: String,
    activity_sort: String,
}

struct ShownCell {
    id: &'static str,
    label: &'static str,
    rank: usize,
    word: &'static str,
    detail: String,
    text: String,
    last: String,
    href: Option<String>,
}

struct Open {
    id: &'static str,
    word: &'static str,
    statement: &'static str,
    text: String,
    href: Option<String>,
}

/// The row of a student.
pub(super) fn row(head: &Head, row: &Row, rules: &[&'static Rule]) -> Shown {
    let zone = words::zone(head);
    let day = |text: &Option<String>| text.as_ref().map(|text| words::day(&zone, text)).unwrap_or_default();
    let name = row.name.as_ref().or(row.login.as_ref()).unwrap_or(&row.id);
    let programme = row.programme.as_ref().map(|programme| escape::name(&programme.untrusted()));
    let portfolio = row.portfolio.clone().map(crate::cohort::row::Spot::Repository);
    let is_open = |item: &&Item| {
        !matches!(item.state, State::Met | State::Advice | State::Excused | State::NotApplicable)
    };
    Shown {
        anchor: escape::anchor(&row.id.untrusted()),
        name: escape::name(&name.untrusted()),
        under: under(row, programme.as_deref()),
        flag: if row.status == "active" { String::new() } else { row.status.clone() },
        href: portfolio.and_then(|place| words::href(&head.server, &place)),
        is_dim: !row.is_counted(),
        programme: programme.unwrap_or_default(),
        outcome: row.outcome.clone(),
        cells: row.cells.iter().map(|one| cell(head, one, &zone)).collect(),
        next: escape::sentence(&row.next.text.untrusted()),
        next_href: row.next.place.as_ref().and_then(|place| words::href(&head.server, place)),
        open: row.items.iter().filter(is_open).map(|item| open(head, item, rules)).collect(),
        turn: escape::name(&words::turn(&row.next.turn).into()),
        deadline: day(&row.deadline),
        deadline_sort: row.deadline.clone().unwrap_or_default(),
        late: row.days_late.filter(|days| *days > 0).map(|days| days.to_string()).unwrap_or_default(),
        late_sort: row.days_late.map(|days| days.to_string()).unwrap_or_default(),
        activity: day(&row.last_activity),
        activity_sort: row.last_activity.clone().unwrap_or_default(),
    }
}

fn under(row: &Row, programme: Option<&str>) -> String {
    let login = row.login.as_ref().filter(|_| row.name.is_some());
    let login = login.map(|login| escape::name(&login.untrusted()));
    login.into_iter().chain(programme.map(str::to_owned)).collect::<Vec<_>>().join(" · ")
}

fn cell(head: &Head, cell: &Cell, zone: &Zone) -> ShownCell {
    ShownCell {
        id: cell.state.id(),
        label: cell.column.label(),
        rank: State::ALL.iter().position(|state| *state == cell.state).unwrap_or_default(),
        word: if cell.state == State::NotApplicable { "–" } else { cell.state.word() },
        detail: cell.detail.clone().unwrap_or_default(),
        text: cell.text.as_ref().map(|text| escape::sentence(&text.untrusted())).unwrap_or_default(),
        last: cell.last.as_ref().map(|last| words::last(zone, last)).unwrap_or_default(),
        href: cell.place.as_ref().and_then(|place| words::href(&head.server, place)),
    }
}

fn open(head: &Head, item: &Item, rules: &[&'static Rule]) -> Open {
    Open {
        id: item.state.id(),
        word: item.state.word(),
        statement: rules.iter().find(|rule| rule.id == item.rule).map_or("", |rule| rule.statement),
        text: item.text.as_ref().map(|text| escape::sentence(&text.untrusted())).unwrap_or_default(),
        href: item.place.as_ref().and_then(|place| words::href(&head.server, place)),
    }
}
