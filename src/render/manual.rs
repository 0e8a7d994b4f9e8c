//! The manual, made from the rules themselves: `explain`, `RULES.md`, the README's table.

use std::fmt::Write;

use crate::rule::{Check, Group, Rule};

/// The rules, one a line.
pub fn list(rules: &[&Rule]) -> String {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    rules.iter().fold(String::new(), |mut list, rule| {
        // Writing to a string cannot fail.
        let _ = writeln!(list, "{:width$}  {}", rule.id, rule.statement);
        list
    })
}

/// The manual page of a rule, as Markdown.
pub fn page(rule: &Rule) -> String {
    let mut page = format!("## `{}`\n\n{}.\n\n", rule.id, rule.statement);
    let scope = match rule.check {
        Check::Portfolio(_) => "once for the portfolio",
        Check::EachProject(_) => "for each project",
    };
    // Writing to a string cannot fail.
    let _ =
        writeln!(page, "**Asked** {scope}, {} by default, since {}.\n", rule.severity.label(), rule.since);
    let _ = writeln!(page, "**Why.** {}\n", rule.why);
    let _ = writeln!(page, "**How to fix.** {}", rule.fix);
    if !rule.example.is_empty() {
        let _ = writeln!(page, "\n**Example.**\n\n{}", rule.example.trim_end());
    }
    if !rule.needs.is_empty() {
        let needs: Vec<String> = rule.needs.iter().map(|id| format!("`{id}`")).collect();
        let _ = writeln!(page, "\n**Looked at** only where {} is met.", needs.join(" and "));
    }
    page
}

/// `RULES.md`: every page, by group.
pub fn book(rules: &[&Rule]) -> String {
    let mut book = String::from(
        "# Rules\n\nGenerated from the rules themselves; `foliocheck explain RULE` prints the same pages.\n",
    );
    for group in Group::ALL {
        for rule in rules.iter().filter(|rule| rule.group == group) {
            book.push('\n');
            book.push_str(&page(rule));
        }
    }
    book
}

/// The table of the README.
pub fn table(rules: &[&Rule]) -> String {
    let mut table = String::from("| Rule | What should be true | When unmet |\n|---|---|---|\n");
    for rule in rules {
        let when = match rule.severity {
            crate::rule::Severity::Required => "red",
            crate::rule::Severity::Advisory => "advice",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(table, "| `{}` | {} | {when} |", rule.id, rule.statement);
    }
    table
}
