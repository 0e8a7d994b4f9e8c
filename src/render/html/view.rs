//! The report as the page shows it: nothing here is escaped, that is the template's work.

use super::Page;
use crate::facts::{Document, Home, Level, Project, Readme, Seen, Target};
use crate::finding::{Finding, Verdict};
use crate::render::escape::html::{self as escape, Piece};
use crate::render::escape::link;
use crate::render::{place, words};
use crate::report::Report;
use crate::text::{Text, counted};

/// A text in pieces.
pub(super) type Line = Vec<Piece>;

/// How many there are of a verdict.
pub(super) struct Count {
    pub(super) verdict: &'static str,
    pub(super) emoji: &'static str,
    pub(super) words: String,
    pub(super) number: usize,
}

/// One finding.
pub(super) struct Step {
    pub(super) is_next: bool,
    pub(super) subject: Option<String>,
    pub(super) statement: Line,
    pub(super) seen: Line,
    pub(super) place: Option<Spot>,
    pub(super) why: Line,
    pub(super) advice: Option<Line>,
    pub(super) paste: Option<String>,
}

/// A place, with its page where it has one.
pub(super) struct Spot {
    pub(super) label: Line,
    pub(super) href: Option<String>,
}

/// The findings of one verdict.
pub(super) struct Group {
    pub(super) verdict: &'static str,
    pub(super) emoji: &'static str,
    pub(super) heading: String,
    pub(super) is_open: bool,
    pub(super) steps: Vec<Step>,
}

/// A thing that was looked at, in a line or two.
pub(super) struct Card {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) href: Option<String>,
    pub(super) level: Option<u8>,
    pub(super) words: String,
}

/// All of it.
pub(super) fn page(report: &Report) -> Page {
    let closing = words::changes(report).into_iter().chain(words::provenance(report));
    Page {
        name: name(report),
        headline: words::outcome(report),
        outcome: words::outcome_verdict(report.outcome).label(),
        counts: words::counts(report).into_iter().map(count).collect(),
        next: report.next_finding().map(|finding| step(report, finding)),
        cards: cards(report),
        groups: Verdict::ALL.into_iter().filter_map(|verdict| group(report, verdict)).collect(),
        closing: closing.chain([words::read_at(report)]).map(|line| escape::text(&line)).collect(),
    }
}

/// Whose portfolio it is.
fn name(report: &Report) -> String {
    let repository = report.portfolio.as_ref().map(ToString::to_string);
    repository.or_else(|| report.student.as_ref().map(escape::name)).unwrap_or_else(|| "this folder".into())
}

fn count((verdict, number, word): (Verdict, usize, &str)) -> Count {
    Count {
        verdict: verdict.label(),
        emoji: words::mark(verdict).emoji,
        words: format!("{number} {word}"),
        number,
    }
}

fn group(report: &Report, verdict: Verdict) -> Option<Group> {
    let steps: Vec<Step> = report.with_verdict(verdict).map(|finding| step(report, finding)).collect();
    let mark = words::mark(verdict);
    (!steps.is_empty()).then(|| Group {
        verdict: verdict.label(),
        emoji: mark.emoji,
        heading: format!("{} ({})", mark.heading, steps.len()),
        is_open: !matches!(verdict, Verdict::Pass | Verdict::NotApplicable),
        steps,
    })
}

fn step(report: &Report, finding: &Finding) -> Step {
    Step {
        is_next: report.is_next(finding),
        subject: words::subject(finding).map(escape::name),
        statement: escape::text(&Text::plain(finding.rule.statement)),
        seen: escape::text(&finding.text),
        place: place::spot(report, finding).map(spot),
        why: escape::text(&Text::plain(finding.rule.why)),
        advice: finding.advice().as_ref().map(escape::text),
        paste: finding.paste().and_then(|paste| escape::block(&paste.lines)),
    }
}

fn spot(spot: place::Spot) -> Spot {
    let home = spot.elsewhere.map(|name| Text::new().value(name.to_string()).then(": "));
    let label = home.unwrap_or_default().append(spot.label);
    let label = match spot.line {
        Some(line) => label.then(", line ").value(line.to_string()),
        None => label,
    };
    Spot { label: escape::text(&label), href: spot.href }
}

/// The projects, the site and the resume.
fn cards(report: &Report) -> Vec<Card> {
    let projects = report.projects.iter().map(|project| project_card(report, project));
    projects.chain(site_card(report)).chain(resume_card(report)).collect()
}

fn project_card(report: &Report, project: &Project) -> Card {
    let href = match &project.home {
        Home::Repository { name, .. } => Some(format!("{}/{name}", report.server)),
        Home::Elsewhere(address) => link::to_visit(address),
        Home::Folder(_) | Home::Nowhere => None,
    };
    let (level, words) = readme(&project.readme);
    Card { kind: "Project", title: escape::name(&project.name), href, level, words }
}

fn readme(readme: &Seen<Option<Readme>>) -> (Option<u8>, String) {
    let level = match readme {
        Ok(Some(readme)) => readme.level,
        Ok(None) => Level::Missing,
        Err(_) => return (None, "README could not be read".into()),
    };
    (Some(level.number()), format!("README {}", level.label()))
}

fn site_card(report: &Report) -> Option<Card> {
    let address = report.site.addresses.first()?;
    Some(Card {
        kind: "Site",
        title: escape::code(&link::spoken(&address.url)),
        href: link::to_visit(&address.url),
        level: None,
        words: words::site_source(address.found_in).trim_start_matches(", ").replace('`', ""),
    })
}

fn resume_card(report: &Report) -> Option<Card> {
    let resume = report.resume.link.as_ref().ok()?.as_ref()?;
    let words = match &report.resume.target {
        Ok(Target::Document(document)) => document_words(document),
        Ok(_) => "does not lead to a document".into(),
        Err(_) => "could not be opened".into(),
    };
    let href = resume.url.as_ref().and_then(link::to_visit);
    Some(Card { kind: "Resume", title: escape::name(&resume.label), href, level: None, words })
}

fn document_words(document: &Document) -> String {
    let mut parts = vec![document.kind.label().to_uppercase()];
    parts.extend(document.pages.as_ref().ok().map(|pages| counted(*pages, "page", "pages")));
    parts.extend(document.words.as_ref().ok().map(|words| counted(*words, "word", "words")));
    parts.join(", ")
}
