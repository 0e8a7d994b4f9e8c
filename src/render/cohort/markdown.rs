//! The cohort in Markdown, for a job's summary or a tracking issue: counts, the queue, what got worse. No table of all.

use std::fmt::Write;

use super::words;
use crate::cohort::head::Head;
use crate::cohort::state::State;
use crate::cohort::totals::{Entry, List, concerned, count};
use crate::render::escape::markdown as escape;
use crate::rule::Rule;
use crate::text::Text;

/// What an issue of ours begins with.
const ISSUE_MARK: &str = "<!-- foliocheck:cohort -->";

/// The most that a list shows.
const SHOWN: usize = 20;

/// The whole text.
pub fn markdown(head: &Head, rules: &[&'static Rule]) -> String {
    let zone = words::zone(head);
    let says = |id: &str| rules.iter().find(|rule| rule.id == id).map_or("", |rule| rule.statement);
    let mut text = format!("### {}\n\n", words::headline(head));
    let outcomes: Vec<String> =
        words::outcomes(head).into_iter().map(|(_, count, word)| format!("{count} {word}")).collect();
    let _ = writeln!(text, "{}.", outcomes.join(", "));
    push_list(&mut text, "Was met, and is not any more", &head.totals.regressed, says);
    for (role, list) in &head.totals.queue {
        let role = escape::text(&Text::new().name(&role.as_str().into()));
        push_list(&mut text, &format!("Waits for the {role}"), list, |rule| words::asked(rule, rules));
    }
    push_requirements(&mut text, head, rules);
    push_list(&mut text, "Newly not met", &head.totals.new, says);
    push_list(&mut text, "Fixed", &head.totals.fixed, says);
    let _ = writeln!(text, "\nAs of {}.", words::moment(&zone, &head.as_of));
    text
}

/// What a tracking issue says.
pub fn issue(head: &Head, rules: &[&'static Rule]) -> String {
    format!(
        "{}\n\nWritten by the nightly check of the cohort; closed when nobody has something to fix.\n\n{}",
        ISSUE_MARK,
        markdown(head, rules)
    )
}

/// A few lines for a prompt.
pub fn summary(head: &Head, rules: &[&'static Rule]) -> String {
    let mut lines = vec![format!("{}.", words::headline(head))];
    let outcomes = words::outcomes(head);
    lines.extend(outcomes.into_iter().map(|(_, count, word)| format!("  {count:>5}  {word}")));
    if head.totals.not_looked_at > 0 {
        lines.push(format!(
            "  {:>5}  not looked at: away, or no longer in the cohort",
            head.totals.not_looked_at
        ));
    }
    let worst = worst(head);
    if let Some((requirement, tally)) = worst.first() {
        let failing = count(tally, &[State::NotMet]);
        if failing > 0 {
            lines.push(format!("Most often not met: {} ({failing}).", words::statement(requirement, rules)));
        }
    }
    if head.totals.regressed.count > 0 {
        lines.push(format!("Met before and not any more: {}.", head.totals.regressed.count));
    }
    lines.push(String::new());
    lines.join("\n")
}

type Ranked<'a> = Vec<(&'a crate::cohort::totals::Requirement, &'a std::collections::BTreeMap<State, usize>)>;

/// The requirements, that which fails most first.
fn worst(head: &Head) -> Ranked<'_> {
    let mut ranked: Ranked<'_> =
        head.totals.requirements.iter().map(|(requirement, standing)| (requirement, &standing.all)).collect();
    ranked.sort_by_key(|(_, tally)| std::cmp::Reverse(count(tally, &[State::NotMet])));
    ranked
}

fn push_requirements(text: &mut String, head: &Head, rules: &[&'static Rule]) {
    text.push_str("\n| Requirement | Met | Not met | Waiting | Not seen |\n|---|--:|--:|--:|--:|\n");
    for (requirement, tally) in worst(head) {
        if concerned(tally) == 0 {
            continue;
        }
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            words::statement(requirement, rules),
            words::met_of(tally),
            count(tally, &[State::NotMet]),
            count(tally, &[State::Waiting]),
            count(tally, &[State::NotSeen, State::NoAccess]),
        );
    }
}

fn push_list(text: &mut String, heading: &str, list: &List, says: impl Fn(&str) -> &'static str) {
    if list.count == 0 {
        return;
    }
    let _ = writeln!(text, "\n**{heading}** ({})\n", list.count);
    for entry in list.first.iter().take(SHOWN) {
        let _ = writeln!(text, "- {}", line(entry, says(&entry.rule)));
    }
    if list.count > SHOWN {
        let _ = writeln!(text, "- and {} more", list.count - SHOWN);
    }
}

fn line(entry: &Entry, statement: &'static str) -> String {
    escape::text(&Text::new().name(&entry.name.untrusted()).then(": ").then(statement))
}
