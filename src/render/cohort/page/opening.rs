//! The head of the page: how the cohort came out, what got worse, who waits for whom, what is due, and what fails most.

use askama::Template;

use super::checkpoint::{Checkpoint, checkpoints};
use super::heat::{Heat, heat, programmes};
use super::trend::{Trend, trend};
use crate::cohort::head::Head;
use crate::cohort::history::EVERYTHING;
use crate::cohort::totals::List;
use crate::render::cohort::words;
use crate::render::escape::html::{self as escape, Piece};
use crate::rule::Rule;

#[derive(Template)]
#[template(path = "cohort/opening.html")]
pub(super) struct Opening {
    script_hash: String,
    policy: String,
    headline: String,
    is_public: bool,
    counts: Vec<Count>,
    trend: Option<Trend>,
    as_of: String,
    since: Option<Since>,
    not_looked_at: usize,
    lists: Vec<Listed>,
    checkpoints: Vec<Checkpoint>,
    programmes: Vec<String>,
    heat: Vec<Heat>,
    /// What nobody fails.
    calm: Vec<Heat>,
    turns: Vec<String>,
    columns: Vec<&'static str>,
}

struct Count {
    id: &'static str,
    number: usize,
    word: &'static str,
    short: &'static str,
}

/// What changed since the run before.
struct Since {
    before: String,
    worse: usize,
    fixed: usize,
    new: usize,
}

struct Listed {
    heading: String,
    tone: &'static str,
    count: usize,
    more: usize,
    entries: Vec<Named>,
}

struct Named {
    anchor: String,
    name: String,
    statement: &'static str,
    text: Vec<Piece>,
    href: Option<String>,
}

/// Everything before the first row.
pub(super) fn opening(head: &Head, rules: &[&'static Rule]) -> Opening {
    let zone = words::zone(head);
    let programmes = programmes(head);
    let lines = heat(head, &programmes, &zone, rules);
    let (hot, calm) = lines.into_iter().partition(|line| line.not_met > 0);
    let totals = &head.totals;
    Opening {
        script_hash: super::script_hash(),
        policy: escape::name(&head.policy.name.as_str().into()),
        headline: words::headline(head),
        is_public: head.pseudonyms.is_some(),
        counts: words::outcomes(head).into_iter().map(counted).collect(),
        trend: trend(&head.history, EVERYTHING, &zone),
        as_of: words::moment(&zone, &head.as_of),
        since: head.before.as_ref().map(|before| Since {
            before: words::moment(&zone, before),
            worse: totals.regressed.count,
            fixed: totals.fixed.count,
            new: totals.new.count,
        }),
        not_looked_at: totals.not_looked_at,
        lists: lists(head, rules),
        checkpoints: checkpoints(head, &zone, rules),
        heat: hot,
        calm,
        programmes: programmes.iter().map(|programme| escape::name(&programme.untrusted())).collect(),
        turns: totals.turns.keys().map(|turn| escape::name(&turn.as_str().into())).collect(),
        columns: head.columns.iter().map(|column| column.label()).collect(),
    }
}

fn counted((id, number, word): (&'static str, usize, &'static str)) -> Count {
    let short = match id {
        "pass" => "everything met",
        "fail" => "to fix",
        "pending" => "waiting",
        _ => "not told",
    };
    Count { id, number, word, short }
}

/// Regressions on top, then the queue, then what is new and what is fixed.
fn lists(head: &Head, rules: &[&'static Rule]) -> Vec<Listed> {
    let totals = &head.totals;
    let mut lists =
        vec![listed(head, "Was met, and is not any more".into(), "not_met", &totals.regressed, rules)];
    for (role, list) in &totals.queue {
        let role = escape::name(&role.as_str().into());
        let mut waits = listed(head, format!("Waits for the {role}"), "waiting", list, rules);
        for (named, entry) in waits.entries.iter_mut().zip(&list.first) {
            named.statement = words::asked(&entry.rule, rules);
        }
        lists.push(waits);
    }
    lists.push(listed(head, "Newly not met".into(), "not_met", &totals.new, rules));
    lists.push(listed(head, "Fixed since".into(), "met", &totals.fixed, rules));
    lists.retain(|list| list.count > 0);
    lists
}

fn listed(head: &Head, heading: String, tone: &'static str, list: &List, rules: &[&'static Rule]) -> Listed {
    let entries = list.first.iter().map(|entry| Named {
        anchor: escape::anchor(&entry.student.untrusted()),
        name: escape::name(&entry.name.untrusted()),
        statement: rules.iter().find(|rule| rule.id == entry.rule).map_or("", |rule| rule.statement),
        text: escape::marked(&entry.text.untrusted()),
        href: entry.place.as_ref().and_then(|place| words::href(&head.server, place)),
    });
    Listed { heading, tone, count: list.count, more: list.more(), entries: entries.collect() }
}
