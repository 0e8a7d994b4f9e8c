//! The report for people at a prompt: the outcome, one thing to do, then what needs work; passes in one line.

mod wrap;

use anstyle::{AnsiColor, Style};

use super::escape::terminal as escape;
use super::mark::{mark, outcome_pile};
use super::{Detail, Look, place, provenance, words};
use crate::finding::Finding;
use crate::report::{Pile, Report};
use crate::text::Text;
use wrap::{Indent, Page, tone};

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// The report for a terminal.
pub fn terminal(report: &Report, look: Look) -> String {
    let mut page = Page::new(look.colour, look.columns);
    let style = colour(outcome_pile(report)).bold();
    let due = words::next_due(report).map(|(due, distance)| format!(", {due} ({distance})"));
    page.paragraph(Indent(0, 2), &[(style, words::headline(report)), (BOLD, due.unwrap_or_default())]);
    if let Some(finding) = report.next_finding() {
        next_step(&mut page, report, finding);
    }
    if look.detail != Detail::Brief {
        for pile in Pile::ALL {
            group(&mut page, report, pile, look.detail);
        }
        closing(&mut page, report);
    }
    page.finish()
}

fn next_step(page: &mut Page, report: &Report, finding: &Finding) {
    page.gap();
    page.paragraph(Indent(0, 0), &[(BOLD, "Do this next".into())]);
    page.paragraph(Indent(2, 2), &styled(&words::title(finding), BOLD));
    seen(page, report, finding, Indent(2, 2));
    advice(page, finding, Indent(2, 4), Detail::Full);
}

fn group(page: &mut Page, report: &Report, pile: Pile, detail: Detail) {
    let findings: Vec<&Finding> = report.pile(pile).collect();
    if findings.is_empty() {
        return;
    }
    page.gap();
    let heading = (colour(pile).bold(), format!("{} ({})", mark(pile).heading, findings.len()));
    if matches!(pile, Pile::Met | Pile::NotNeeded) && detail != Detail::Full {
        page.paragraph(Indent(0, 2), &[heading, (FAINT, format!(": {}", ids(&findings).join(", ")))]);
        return;
    }
    page.paragraph(Indent(0, 0), &[heading]);
    let says_the_same = |one: &&Finding, other: &&Finding| {
        (&one.text, &one.place, one.advice()) == (&other.text, &other.place, other.advice())
            && !report.is_next(one)
            && !report.is_next(other)
    };
    for alike in findings.chunk_by(says_the_same) {
        item(page, report, alike, detail);
    }
}

/// Findings that say the same: the title of each, then once what was seen and what to do.
fn item(page: &mut Page, report: &Report, alike: &[&Finding], detail: Detail) {
    for finding in alike {
        let pile = Pile::of(finding);
        let mut runs = vec![(colour(pile), format!("{} ", mark(pile).sign))];
        runs.extend(styled(&words::title(finding), Style::new()));
        if report.is_next(finding) {
            runs.push((FAINT, " (see above)".into()));
        }
        page.paragraph(Indent(2, 4), &runs);
    }
    if let Some(first) = alike.first().filter(|first| !report.is_next(first)) {
        seen(page, report, first, Indent(4, 4));
        advice(page, first, Indent(4, 6), detail);
    }
}

/// What was seen, and where; the line behind a colon, as editors' terminals link it.
fn seen(page: &mut Page, report: &Report, finding: &Finding, indent: Indent) {
    page.paragraph(indent, &styled(&finding.text, Style::new()));
    if let Some(terms) = words::terms(report, finding) {
        page.paragraph(indent, &styled(&terms, Style::new()));
    }
    if let Some(spot) = place::spot(report, finding) {
        let home = spot.elsewhere.map(|name| format!("{name} ")).unwrap_or_default();
        let mut runs = vec![(FAINT, format!("at {home}"))];
        runs.extend(styled(&spot.label, FAINT));
        runs.extend(spot.line.map(|line| (FAINT, format!(":{line}"))));
        page.paragraph(indent, &runs);
    }
}

/// What to do about it, and what to paste: a long text only where everything is shown.
fn advice(page: &mut Page, finding: &Finding, indent: Indent, detail: Detail) {
    const SHORT_LINES: usize = 4;
    let Some(text) = finding.advice() else { return };
    let mut runs = vec![(Style::new(), "→ ".to_owned())];
    runs.extend(styled(&text, Style::new()));
    page.paragraph(indent, &runs);
    if let Some(lines) = finding.paste().and_then(|paste| escape::block(&paste.lines)) {
        let count = lines.lines().count();
        if detail == Detail::Full || count <= SHORT_LINES {
            page.gap();
            page.block(indent.1 + 2, AnsiColor::Green.on_default(), &lines);
            page.gap();
        } else {
            let note = format!("({count} lines to paste: -v shows them)");
            page.paragraph(Indent(indent.1, indent.1), &[(FAINT, note)]);
        }
    }
}

fn closing(page: &mut Page, report: &Report) {
    page.gap();
    let lines = words::changes(report).into_iter().chain(provenance::lines(report));
    for line in lines.chain([provenance::read_at(report)]) {
        page.paragraph(Indent(0, 2), &styled(&line, FAINT));
    }
}

/// Rule ids, each once, with the number of subjects where there are several.
fn ids(findings: &[&Finding]) -> Vec<String> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for finding in findings {
        match counts.iter_mut().find(|(id, _)| *id == finding.rule.id) {
            Some((_, count)) => *count += 1,
            None => counts.push((finding.rule.id, 1)),
        }
    }
    let show =
        |(id, count): (&str, usize)| if count == 1 { id.to_owned() } else { format!("{id} ×{count}") };
    counts.into_iter().map(show).collect()
}

fn styled(text: &Text, base: Style) -> Vec<(Style, String)> {
    let style = |kind| if base == Style::new() { tone(kind) } else { base };
    escape::text(text).into_iter().map(|(kind, words)| (style(kind), words)).collect()
}

fn colour(pile: Pile) -> Style {
    match pile {
        Pile::ToFix => AnsiColor::Red.on_default(),
        Pile::ToDo | Pile::Waiting => AnsiColor::Blue.on_default(),
        Pile::NotSeen => AnsiColor::Magenta.on_default(),
        Pile::Advice => AnsiColor::Yellow.on_default(),
        Pile::Met => AnsiColor::Green.on_default(),
        Pile::Excused | Pile::NotNeeded => FAINT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{Colour, sample};

    #[test]
    fn usual_report() {
        insta::assert_snapshot!(terminal(&sample::report(), Look::default()));
    }

    #[test]
    fn full_report_on_a_narrow_screen() {
        let look = Look { columns: 48, detail: Detail::Full, ..Look::default() };
        insta::assert_snapshot!(terminal(&sample::report(), look));
    }

    #[test]
    fn every_obstacle() {
        insta::assert_snapshot!(terminal(&sample::obstacles(), Look::default()));
    }

    #[test]
    fn nothing_but_text_and_our_colours_is_sent() {
        let text = format!("a\u{1b}]0;title\u{7}b\u{9b}2J\r\u{202e}c\u{200b}\n{}", "x".repeat(70_000));
        let look = Look { colour: Colour::Always, detail: Detail::Full, ..Look::default() };
        let out = terminal(&sample::hostile(&text), look);
        let is_foreign = |c: char| c.is_control() && c != '\n' && c != '\u{1b}';
        assert!(!out.contains(is_foreign));
        assert!(!out.contains(['\u{202e}', '\u{200b}']));
        assert!(out.split('\u{1b}').skip(1).all(|rest| rest.starts_with('[') && rest.contains('m')));
        assert!(!out.contains("\u{1b}]"));
        assert!(out.len() < 30_000, "{}", out.len());
    }
}
