//! What changed since the run before, and what was known last of what could not be seen this time.

use std::collections::BTreeMap;

use super::row::{Cell, Item, Last, Row, Since};
use super::state::State;
use crate::facts::{Instant, Sighting, Sightings};

/// Compares a row with that of the run before, which judged by the moment `on`.
pub fn compare(row: &mut Row, before: &Row, on: &str) {
    row.since = since(row, before);
    for item in &mut row.items {
        if let Some(before) = before.items.iter().find(|known| known.id == item.id) {
            carry(item, before);
        }
    }
    for cell in &mut row.cells {
        if matches!(cell.state, State::NotSeen | State::NoAccess) {
            cell.last = before.cell(cell.column).and_then(|before| last(before, on));
        }
    }
}

/// When it was seen met first and unmet last is known from run to run; what is met anew begins anew.
fn carry(item: &mut Item, before: &Item) {
    let is_unseen = matches!(item.state, State::NotSeen | State::NoAccess);
    if is_unseen || item.state.is_met() {
        item.unmet_at.clone_from(&before.unmet_at);
    }
    if is_unseen || item.state.is_met() && before.met_by.is_some() {
        item.met_by.clone_from(&before.met_by);
    }
}

/// What a run saw of a student, for the next one to know what was in time.
pub fn sightings(row: &Row) -> Sightings {
    let at = |text: &Option<String>| text.as_deref().and_then(Instant::parse);
    let sighting = |item: &Item| Sighting { met: at(&item.met_by), unmet: at(&item.unmet_at) };
    row.items.iter().map(|item| (item.id.as_written().to_owned(), sighting(item))).collect()
}

fn since(row: &Row, before: &Row) -> Since {
    let before: BTreeMap<_, State> = before.items.iter().map(|item| (&item.id, item.state)).collect();
    let mut since = Since::default();
    for item in &row.items {
        let list = match (before.get(&item.id).copied(), item.state) {
            (Some(State::NotMet | State::Advice), State::Met) | (Some(State::NotMet), State::Advice) => {
                &mut since.fixed
            }
            (Some(State::Met), State::NotMet | State::Advice) | (Some(State::Advice), State::NotMet) => {
                &mut since.regressed
            }
            (Some(State::NotMet), State::NotMet) => continue,
            (_, State::NotMet) => &mut since.new,
            _ => continue,
        };
        list.push(item.id.clone());
    }
    since
}

fn last(before: &Cell, on: &str) -> Option<Last> {
    if before.state.is_seen() {
        Some(Last { state: before.state, detail: before.detail.clone(), on: on.into() })
    } else {
        before.last.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cohort::column::Column;
    use crate::cohort::row::{Next, Turn};

    fn row(state: State) -> Row {
        Row {
            id: "ada".into(),
            login: None,
            name: None,
            programme: None,
            status: "active".into(),
            portfolio: None,
            renamed_from: None,
            site: None,
            picture: None,
            outcome: "fail".into(),
            trouble: None,
            cells: vec![Cell {
                column: Column::Site,
                state,
                detail: Some("x".into()),
                text: None,
                place: None,
                last: None,
            }],
            next: Next { turn: Turn::Nobody, text: "".into(), rule: None, place: None },
            waits: Vec::new(),
            deadline: None,
            days_late: None,
            last_activity: None,
            items: vec![Item {
                id: "site-answers".into(),
                rule: "site-answers".into(),
                stage: None,
                state,
                due: None,
                met_by: None,
                unmet_at: None,
                late_since: None,
                text: None,
                place: None,
                excuse: None,
            }],
            since: Since::default(),
        }
    }

    #[test]
    fn fixed_new_and_regressed() {
        use State::{Advice, Met, NotDue, NotMet, NotSeen};
        for (before, now, expected) in [
            (NotMet, Met, [1, 0, 0]),
            (NotMet, Advice, [1, 0, 0]),
            (Met, NotMet, [0, 0, 1]),
            (Advice, NotMet, [0, 0, 1]),
            (NotDue, NotMet, [0, 1, 0]),
            (NotSeen, NotMet, [0, 1, 0]),
            (NotMet, NotMet, [0, 0, 0]),
            (Met, NotSeen, [0, 0, 0]),
        ] {
            let mut row_now = row(now);
            compare(&mut row_now, &row(before), "2017-01-30T00:00:00Z");
            let since = row_now.since;
            let counts = [since.fixed.len(), since.new.len(), since.regressed.len()];
            assert_eq!(counts, expected, "{before:?} -> {now:?}");
        }
    }

    #[test]
    fn what_is_met_keeps_the_day_on_which_it_was_first_seen() {
        use State::{Met, NotMet, NotSeen};
        let (mut before, mut seen) = (row(NotMet), Vec::new());
        for (state, day) in [(NotMet, "1"), (Met, "2"), (NotSeen, "3"), (Met, "4"), (NotMet, "5"), (Met, "6")]
        {
            let mut now = row(state);
            let item = &mut now.items[0];
            item.met_by = (state == Met).then(|| day.into());
            item.unmet_at = (state == NotMet).then(|| day.into());
            compare(&mut now, &before, "2017-01-30T00:00:00Z");
            let item = &now.items[0];
            seen.push([&item.met_by, &item.unmet_at].map(|day| day.clone().unwrap_or_default()).join("/"));
            before = now;
        }
        assert_eq!(seen, ["/1", "2/1", "2/1", "2/1", "/5", "6/5"]);
    }

    #[test]
    fn what_was_known_last_is_carried_on() {
        let mut second = row(State::NotSeen);
        compare(&mut second, &row(State::Met), "2017-01-30T00:00:00Z");
        let mut third = row(State::NoAccess);
        compare(&mut third, &second, "2017-01-31T00:00:00Z");
        let last = third.cells[0].last.clone().unwrap();
        assert_eq!((last.state, last.on.as_str()), (State::Met, "2017-01-30T00:00:00Z"));
        let mut fourth = row(State::Met);
        compare(&mut fourth, &third, "2017-02-01T00:00:00Z");
        assert_eq!(fourth.cells[0].last, None, "seen again");
    }
}
