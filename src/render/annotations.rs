//! Annotations on the lines of the checked repository, as workflow commands within GitHub's caps.

use super::escape::command as escape;
use super::words;
use crate::facts::{Place, Untrusted};
use crate::finding::Finding;
use crate::report::{OverallOutcome, Pile, Report};
use crate::text::Text;

/// The most that GitHub shows of one level for a step; a composite action is one step.
const PER_LEVEL: usize = 10;

/// The commands, one a line: the outcome, then what needs work in files of the checked repository.
pub fn annotations(report: &Report) -> String {
    let level = if report.outcome == OverallOutcome::Fail { "error" } else { "notice" };
    // One place is for the outcome.
    let errors = PER_LEVEL - usize::from(level == "error");
    let first = format!("::{level} title=Portfolio check::{}", outcome(report));
    let rest = [(Pile::ToFix, "error", errors), (Pile::Advice, "warning", PER_LEVEL)];
    let rest = rest.into_iter().flat_map(|(pile, level, room)| {
        report.pile(pile).filter_map(move |finding| on_a_line(report, finding, level)).take(room)
    });
    [first].into_iter().chain(rest).map(|command| command + "\n").collect()
}

fn outcome(report: &Report) -> String {
    let mut lines = vec![Text::new().value(words::outcome(report))];
    let next = report.next_finding();
    if let Some(finding) = next {
        let title = Text::plain("Do this next: ").append(words::title(finding));
        lines.extend([title, finding.text.clone()]);
        lines.extend(finding.advice());
    }
    escape::message(&lines, next.and_then(Finding::paste))
}

/// The command for a finding in a file of the checked repository; none for one that lies elsewhere.
fn on_a_line(report: &Report, finding: &Finding, level: &str) -> Option<String> {
    let (path, line) = own_file(report, &finding.place)?;
    let line = line.map(|line| format!(",line={line}")).unwrap_or_default();
    let mut lines = vec![finding.text.clone()];
    lines.extend(finding.advice());
    Some(format!(
        "::{level} file={}{line},title={}::{}",
        escape::path(path),
        escape::property(&words::title(finding)),
        escape::message(&lines, finding.paste())
    ))
}

fn own_file<'a>(report: &Report, place: &'a Place) -> Option<(&'a Untrusted, Option<u32>)> {
    match place {
        Place::File { repository, path, line } => {
            let is_own = repository.is_none() || *repository == report.portfolio;
            is_own.then_some((path, *line))
        }
        Place::Repository(_) | Place::Page { .. } | Place::PullRequest { .. } | Place::Folder => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn whole_report() {
        insta::assert_snapshot!(annotations(&sample::report()));
    }

    #[test]
    fn stays_within_the_caps() {
        let mut report = sample::report();
        for finding in &mut report.findings {
            finding.place = Place::File { repository: None, path: "README.md".into(), line: Some(3) };
        }
        report.findings = report.findings.iter().cycle().take(500).cloned().collect();
        let commands = annotations(&report);
        assert_eq!(commands.lines().filter(|line| line.starts_with("::error ")).count(), 10);
        assert_eq!(commands.lines().filter(|line| line.starts_with("::warning ")).count(), 10);
        assert_eq!(commands.lines().count(), 20);
    }

    #[test]
    fn hostile_text_adds_no_command() {
        let text = format!("x\r\n::error::gotcha\n##[warning]y,line=9::z%0A{}", "v".repeat(70_000));
        let commands = annotations(&sample::hostile(&text));
        assert_eq!(commands.lines().count(), 3);
        assert!(commands.lines().all(|line| line.starts_with("::")));
        assert!(!commands.contains("##["));
        assert!(commands.lines().all(|line| line.len() < 5_000));
    }
}
