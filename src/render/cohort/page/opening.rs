//! The head of the page: how the cohort came out, what got worse, who waits for whom, and which requirement fails most.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;

use crate::cohort::Words;
use crate::cohort::head::Head;
use crate::cohort::state::State;
use crate::cohort::totals::{List, Standing, concerned, count};
use crate::render::cohort::words;
use crate::render::escape::html as escape;
use crate::rule::Rule;

#[derive(Template)]
#[template(path = "cohort/opening.html")]
pub(super) struct Opening {
    script_hash: String,
    policy: String,
    headline: String,
    counts: Vec<Count>,
    as_of: String,
    before: Option<String>,
    not_looked_at: usize,
    lists: Vec<Listed>,
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
    text: String,
    href: Option<String>,
}

struct Heat {
    statement: String,
    met: String,
    not_met: usize,
    open: usize,
    warmth: usize,
    programmes: Vec<Warm>,
}

struct Warm {
    text: String,
    warmth: usize,
}

/// Everything before the first row.
pub(super) fn opening(head: &Head, rules: &[&'static Rule]) -> Opening {
    let zone = words::zone(head);
    let programmes: BTreeSet<&Words> =
        head.totals.requirements.values().flat_map(|standing| standing.programmes.keys()).collect();
    let programmes: Vec<&Words> = programmes.into_iter().collect();
    let (hot, calm) = heat(head, &programmes, rules).into_iter().partition(|line| line.not_met > 0);
    Opening {
        script_hash: super::script_hash(),
        policy: escape::name(&head.policy.name.as_str().into()),
        headline: words::headline(head),
        counts: words::outcomes(head).into_iter().map(counted).collect(),
        as_of: words::moment(&zone, &head.as_of),
        before: head.before.as_ref().map(|before| words::moment(&zone, before)),
        not_looked_at: head.totals.not_looked_at,
        lists: lists(head, rules),
        heat: hot,
        calm,
        programmes: programmes.iter().map(|programme| escape::name(&programme.untrusted())).collect(),
        turns: head.totals.turns.keys().map(|turn| escape::name(&turn.as_str().into())).collect(),
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
        lists.push(listed(head, format!("Waits for the {role}"), "waiting", list, rules));
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
        text: escape::sentence(&entry.text.untrusted()),
        href: entry.place.as_ref().and_then(|place| words::href(&head.server, place)),
    });
    Listed { heading, tone, count: list.count, more: list.more(), entries: entries.collect() }
}

/// The requirement that fails most first.
fn heat(head: &Head, programmes: &[&Words], rules: &[&'static Rule]) -> Vec<Heat> {
    let mut lines: Vec<Heat> = head
        .totals
        .requirements
        .iter()
        .filter(|(_, standing)| concerned(&standing.all) > 0)
        .map(|(requirement, standing)| line(words::statement(requirement, rules), standing, programmes))
        .collect();
    lines.sort_by_key(|line| std::cmp::Reverse((line.not_met, line.open)));
    lines
}

fn line(statement: String, standing: &Standing, programmes: &[&Words]) -> Heat {
    use State::{NoAccess, NotDue, NotMet, NotSeen, Waiting};
    let of_programme = |programme: &&Words| standing.programmes.get(*programme).map(warm).unwrap_or_default();
    Heat {
        statement,
        met: words::met_of(&standing.all),
        not_met: count(&standing.all, &[NotMet]),
        open: count(&standing.all, &[Waiting, NotDue, NotSeen, NoAccess]),
        warmth: warm(&standing.all).warmth,
        programmes: programmes.iter().map(of_programme).collect(),
    }
}

impl Default for Warm {
    fn default() -> Self {
        Self { text: "–".into(), warmth: 0 }
    }
}

fn warm(tally: &BTreeMap<State, usize>) -> Warm {
    let (failing, all) = (count(tally, &[State::NotMet]), concerned(tally));
    Warm { text: format!("{failing} of {all}"), warmth: (failing * 100).checked_div(all).unwrap_or(0) }
}
