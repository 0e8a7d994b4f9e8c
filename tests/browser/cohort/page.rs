//! The page of an invented cohort, made by the formats themselves.

use foliocheck::cohort::column::Column;
use foliocheck::cohort::head::{Head, SCHEMA, Stamp};
use foliocheck::cohort::history::History;
use foliocheck::cohort::totals::Totals;
use foliocheck::cohort::{Row, compare::compare};
use foliocheck::render::cohort::page;
use foliocheck::rules;
use serde_json::{Value, json};

const COLUMNS: [Column; 4] = [Column::Site, Column::Resume, Column::Projects, Column::Contacts];
const MONDAY: &str = "2017-01-30T14:00:00Z";
const NEXT_MONDAY: &str = "2017-02-06T14:00:00Z";

/// So many students: every third waits for the coordinator, four have no resume, one of whom had one last week.
pub(super) fn page(students: usize) -> String {
    let list: Vec<Row> = (0..students).map(of_week).collect();
    let mut totals = Totals::default();
    for row in &list {
        totals.add(row);
    }
    let mut history = History::default();
    history.add(MONDAY, &Totals { students: 1, ..Totals::default() });
    history.add(NEXT_MONDAY, &totals);
    let head = Head {
        schema: SCHEMA,
        version: "0.0.0",
        as_of: NEXT_MONDAY.into(),
        before: Some(MONDAY.into()),
        server: "https://github.com".into(),
        pseudonyms: None,
        policy: Stamp {
            name: "example-school".into(),
            version: "1".into(),
            source: "file policy.yml".into(),
            zone: "America/Denver".into(),
        },
        columns: COLUMNS.to_vec(),
        totals,
        history,
    };
    let all = rules::all();
    let rows: String = list.iter().map(|row| page::row(&head, row, &all)).collect();
    let pictures: String = list.iter().map(page::picture).collect();
    format!(
        "{}{rows}{}{pictures}{}",
        page::opening(&head, &all),
        page::after_rows(&head),
        page::closing(&head)
    )
}

fn of_week(number: usize) -> Row {
    let mut row = row(number, is_late(number));
    compare(&mut row, &self::row(number, is_late(number) && number != 5), MONDAY);
    row
}

fn is_late(number: usize) -> bool {
    number % 3 == 2 && number < 12
}

fn row(number: usize, is_late: bool) -> Row {
    let login = format!("student-{number}");
    let place = json!({ "repository": format!("{login}/portfolio") });
    let cell = |column: &str, state: &str, detail: Value| json!({ "column": column, "state": state, "detail": detail, "place": place, "text": "Seen `here`" });
    let resume = if is_late { "not_met" } else { "met" };
    let turn = match number % 3 {
        0 => json!({ "school": "coordinator" }),
        1 => json!("nobody"),
        _ => json!("student"),
    };
    let waits = json!([{ "role": "coordinator", "rule": "resume-approved", "text": "Asked on 30 Jan", "place": place }]);
    let row = json!({
        "id": login, "login": login, "name": format!("Student {number}"), "status": "active",
        "picture": if number.is_multiple_of(4) { json!(format!("sites/{number:016}.jpg")) } else { Value::Null },
        "programme": if number.is_multiple_of(2) { "back end" } else { "front end" },
        "portfolio": format!("{login}/portfolio"), "outcome": if is_late { "fail" } else { "pass" },
        "cells": [cell("site", "not_seen", Value::Null), cell("resume", resume, Value::Null),
            cell("projects", "advice", json!("3 of 3")), cell("contacts", "waiting", json!("2 of 6"))],
        "next": { "turn": turn, "text": "Put the file where `resume.pdf` leads.", "place": place },
        "waits": if number.is_multiple_of(3) { waits } else { json!([]) },
        "deadline": "2017-02-10T23:00:00Z", "last_activity": "2017-02-01T10:00:00Z",
        "days_late": if is_late { json!((number + 1) / 3 * 2) } else { Value::Null },
        "items": [
            { "id": "resume-opens", "rule": "resume-opens", "state": resume, "due": "2017-02-02T01:00:00Z", "text": "It answers 404", "place": place },
            { "id": "outreach-contacts@2", "rule": "outreach-contacts", "stage": 2, "state": "met", "due": "2017-02-03T23:00:00Z" },
        ],
    });
    serde_json::from_value(row).unwrap()
}
