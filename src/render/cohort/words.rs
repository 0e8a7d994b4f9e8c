//! The words that every form of the cohort says the same way.

use crate::cohort::head::Head;
use crate::cohort::row::{Last, Spot, Turn};
use crate::cohort::state::State;
use crate::cohort::totals::{Requirement, concerned, count};
use crate::facts::{Instant, RepoName, Zone};
use crate::render::escape::link;
use crate::rule::Rule;
use std::collections::BTreeMap;

/// The school's zone.
pub(super) fn zone(head: &Head) -> Zone {
    Zone::named(&head.policy.zone).unwrap_or(Zone::UTC)
}

/// `Wed 1 Feb 2017, 18:00 MST`; the text itself where it is no moment.
pub(super) fn moment(zone: &Zone, text: &str) -> String {
    Instant::parse(text).map_or_else(|| text.to_owned(), |at| zone.in_words(at))
}

/// `1 Feb 2017` in the school's zone.
pub(super) fn day(zone: &Zone, text: &str) -> String {
    Instant::parse(text).map_or_else(|| text.to_owned(), |at| zone.day(at).strftime("%-d %b %Y").to_string())
}

/// Whose turn it is.
pub(super) fn turn(turn: &Turn) -> &str {
    match turn {
        Turn::Student => "student",
        Turn::School(role) => role,
        Turn::Nobody => "nobody",
    }
}

/// Where something is to be seen, safe to follow.
pub(super) fn href(server: &str, spot: &Spot) -> Option<String> {
    match spot {
        Spot::File { repository, path, line } => {
            link::to_file(server, &RepoName::parse(repository)?, None, (&path.untrusted(), *line))
        }
        Spot::Repository(name) => RepoName::parse(name).map(|name| format!("{server}/{name}")),
        Spot::Page(url) => link::to_visit(&url.untrusted()),
        Spot::PullRequest { repository, number } => {
            RepoName::parse(repository).map(|name| format!("{server}/{name}/pull/{number}"))
        }
    }
}

/// `met on 30 Jan 2017`
pub(super) fn last(zone: &Zone, last: &Last) -> String {
    let detail = last.detail.as_ref().map(|detail| format!(" ({detail})")).unwrap_or_default();
    format!("{}{detail} on {}", last.state.word(), day(zone, &last.on))
}

/// What a requirement is called: the rule's statement, with the stage where it has some.
pub(super) fn statement(requirement: &Requirement, rules: &[&'static Rule]) -> String {
    let rule = rules.iter().find(|rule| rule.id == requirement.rule);
    let statement = rule.map_or(requirement.rule.as_str(), |rule| rule.statement);
    match (requirement.rule.as_str(), requirement.stage) {
        ("outreach-contacts", Some(1)) => "One person was contacted".into(),
        ("outreach-contacts", Some(stage)) => format!("{stage} people were contacted"),
        (_, Some(stage)) => format!("{statement}: {stage}"),
        (_, None) => statement.to_owned(),
    }
}

/// What somebody at the school is asked for.
pub(super) fn asked(rule: &str, rules: &[&'static Rule]) -> &'static str {
    match rule {
        "resume-approved" => "Resume to approve",
        "portfolio-approved" => "Portfolio to approve",
        _ => rules.iter().find(|known| known.id == rule).map_or("", |rule| rule.statement),
    }
}

/// `18 of 20`
pub(super) fn met_of(tally: &BTreeMap<State, usize>) -> String {
    format!("{} of {}", count(tally, &[State::Met, State::Advice]), concerned(tally))
}

/// How the cohort came out, in one sentence without a final period.
pub(super) fn headline(head: &Head) -> String {
    let all = head.totals.students;
    let pass = head.totals.outcomes.get("pass").copied().unwrap_or_default();
    match (all, pass) {
        (0, _) => "No student was looked at".into(),
        (all, pass) if all == pass => format!("All {all} students have everything"),
        (all, pass) => format!("{pass} of {all} students have everything"),
    }
}

/// How many came out how, with the outcome's id: 30 to fix, 5 waiting.
pub(super) fn outcomes(head: &Head) -> Vec<(&'static str, usize, &'static str)> {
    let all = [
        ("pass", "have everything"),
        ("fail", "have something to fix"),
        ("pending", "wait for a person or a date"),
        ("cannot_tell", "could not be told"),
    ];
    let counted = all.map(|(id, word)| (id, head.totals.outcomes.get(id).copied().unwrap_or_default(), word));
    counted.into_iter().filter(|(_, count, _)| *count > 0).collect()
}
