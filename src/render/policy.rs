//! `foliocheck policy show`: everything that a policy demands, each date as a moment in the school's zone.

use std::fmt::Write as _;

use crate::policy::{Due, Policy, Requirement, Role, Weight};
use crate::rule::{Rule, Severity};

/// A policy in full, with the rules behind it.
pub fn policy(policy: &Policy, rules: &[&Rule]) -> String {
    let mut text = head(policy);
    let ids: Vec<&str> = rules.iter().map(|rule| rule.id).collect();
    let named = policy.requirements.keys().map(String::as_str).filter(|id| !ids.contains(id));
    let ids: Vec<&str> = ids.iter().copied().chain(named).collect();
    for (heading, weight) in
        [("Required", Weight::Required), ("Advice", Weight::Advisory), ("Not asked", Weight::Off)]
    {
        let ours: Vec<&&str> = ids.iter().filter(|id| weight_of(policy, rules, id) == weight).collect();
        if ours.is_empty() {
            continue;
        }
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n{heading}");
        for id in ours {
            let rule = rules.iter().find(|rule| rule.id == *id);
            let statement = rule.map_or("(not judged by this version)", |rule| rule.statement);
            let _ = writeln!(text, "  {id:22}{statement}");
            if weight != Weight::Off {
                details(&mut text, policy, id);
            }
        }
    }
    tail(&mut text, policy);
    text
}

fn weight_of(policy: &Policy, rules: &[&Rule], id: &str) -> Weight {
    policy.weight(id).unwrap_or_else(|| match rules.iter().find(|rule| rule.id == id) {
        Some(rule) if rule.severity == Severity::Advisory => Weight::Advisory,
        Some(_) | None => Weight::Required,
    })
}

fn head(policy: &Policy) -> String {
    let mut text = format!("{}, version {} ({})\n", policy.name, policy.version, policy.source);
    // Writing to a string cannot fail.
    if let Some(base) = &policy.extends {
        let _ = writeln!(text, "Builds on {base}.");
    }
    if let Some(day) = policy.effective_from {
        let _ = writeln!(text, "In force from {day}.");
    }
    if let Some(zone) = &policy.calendar.zone {
        let _ = writeln!(text, "Dates are in {}.", zone.name());
    }
    match (policy.calendar.start, &policy.cohort) {
        (Some(day), Some(cohort)) => _ = writeln!(text, "Cohort {cohort}, which began on {day}."),
        (Some(day), None) => _ = writeln!(text, "The cohort began on {day}."),
        (None, _) => {}
    }
    text
}

/// What is demanded beside the rule itself, a line each.
fn details(text: &mut String, policy: &Policy, id: &str) {
    let mut line = |words: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{:24}{words}", "");
    };
    for threshold in thresholds(policy, id) {
        line(&threshold);
    }
    let Some(requirement) = policy.requirements.get(id) else { return };
    if let Some(due) = &requirement.due {
        line(&format!("due {}", date(policy, due)));
    }
    for stage in &requirement.stages {
        line(&format!("{} by {}", stage.count, date(policy, &stage.due)));
    }
    if let Some(by) = by(policy, requirement) {
        line(&by);
    }
    if let Some(note) = &requirement.note {
        line(&format!("note: {note}"));
    }
    if let Some(words) = policy.wording.get(id) {
        line(&format!("the school says: {words}"));
    }
}

fn thresholds(policy: &Policy, id: &str) -> Vec<String> {
    let contacts = &policy.contacts;
    match id {
        "projects-enough" => vec![format!("{} projects", policy.projects_wanted)],
        "readme-adequate" => {
            vec![format!("level {} of 4 ({})", policy.readme_level.number(), policy.readme_level.label())]
        }
        "outreach-contacts" if policy.stages(id).is_empty() => vec![format!("{} contacts", contacts.wanted)],
        "outreach-distinct" => vec![format!("at most {} at one company", contacts.per_company)],
        "interview-evidenced" => {
            let interviews = &policy.interviews;
            vec![format!("{} interview, {} sentences or more", interviews.wanted, interviews.sentences)]
        }
        "plan-written" => vec![format!("{} parts", policy.plan_parts)],
        _ => Vec::new(),
    }
}

/// `Wed 1 Feb 2017, 18:00 MST (2017-02-02T01:00:00Z)`
fn date(policy: &Policy, due: &Due) -> String {
    match due.deadline {
        Some(deadline) => {
            format!("{} ({})", policy.calendar.shown_in().in_words(deadline.at()), deadline.at())
        }
        None => format!("{} of a cohort whose `start` is not set yet", due.moment),
    }
}

fn by(policy: &Policy, requirement: &Requirement) -> Option<String> {
    let role = requirement.by.as_ref()?;
    let people = policy.people.get(role).filter(|people| !people.is_empty());
    let who = people.map_or("nobody is named yet".to_owned(), Role::in_words);
    Some(format!("by {} {role} ({who})", requirement.approvals.unwrap_or(1)))
}

fn tail(text: &mut String, policy: &Policy) {
    // Writing to a string cannot fail.
    for group in &policy.either {
        let _ = writeln!(text, "\nOne of these is enough: {}", group.join(", "));
    }
    for waiver in &policy.waivers {
        let rules = waiver.rules.join(", ");
        let until = waiver.until.as_ref().map(|until| format!(", until {}", date(policy, until)));
        let until = until.unwrap_or_default();
        let _ =
            writeln!(text, "\n{} is let off {rules}{until}: {} ({})", waiver.student, waiver.why, waiver.by);
    }
    for extension in &policy.extensions {
        let (rules, until) = (extension.rules.join(", "), date(policy, &extension.until));
        let why = format!("{} ({})", extension.why, extension.by);
        let _ = writeln!(text, "\n{} has more time for {rules}, until {until}: {why}", extension.student);
    }
    for (what, hosts) in [("Sites", &policy.site_hosts), ("Resumes", &policy.resume_hosts)] {
        if !hosts.is_empty() {
            let _ = writeln!(text, "\n{what} may lie at {}", hosts.join(", "));
        }
    }
}

/// What `policy check` says of a policy without mistakes, and what it still lacks before it can be used.
pub fn sound(policy: &Policy) -> String {
    let mut text = format!("{}, version {} ({}): no mistakes\n", policy.name, policy.version, policy.source);
    let demanded = || policy.requirements.iter().filter(|(id, _)| policy.demands(id));
    for (id, requirement) in demanded() {
        let role = requirement.by.as_ref().and_then(|by| policy.people.get_key_value(by));
        if let Some((role, _)) = role.filter(|(_, people)| people.is_empty()) {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "still open: {id} waits for {role}, and nobody is named under `people`");
        }
        let dates = requirement.due.iter().chain(requirement.stages.iter().map(|stage| &stage.due));
        for due in dates.filter(|due| due.deadline.is_none()) {
            let _ = writeln!(text, "still open: {id} is due {}, and `cohort.start` is not set", due.moment);
        }
    }
    text
}
