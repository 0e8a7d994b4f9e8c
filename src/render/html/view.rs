//! The report as the page shows it: nothing here is escaped, that is the template's work.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Page;
use crate::facts::{Document, Home, Level, Project, Readme, Seen, Target, View};
use crate::finding::Finding;
use crate::render::escape::html::{self as escape, Piece};
use crate::render::escape::link;
use crate::render::mark::{counts, mark, outcome_pile};
use crate::render::{place, provenance, words};
use crate::report::{Pile, Report};
use crate::text::{Text, counted};

/// A text in pieces.
pub(super) type Line = Vec<Piece>;

/// How many lie on a pile.
pub(super) struct Count {
    pub(super) class: &'static str,
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
    pub(super) terms: Option<Line>,
    pub(super) why: Line,
    pub(super) advice: Option<Line>,
    pub(super) paste: Option<String>,
}

/// A place, with its page where it has one.
pub(super) struct Spot {
    pub(super) label: Line,
    pub(super) href: Option<String>,
}

/// The findings of one pile.
pub(super) struct Group {
    pub(super) class: &'static str,
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

/// The first screen of a page, as a browser showed it.
pub(super) struct Screen {
    pub(super) page: String,
    /// An address that holds the picture itself.
    pub(super) picture: String,
}

/// All of it.
pub(super) fn page(report: &Report) -> Page {
    let closing = words::changes(report).into_iter().chain(provenance::lines(report));
    Page {
        name: name(report),
        headline: words::outcome(report),
        due: words::next_due(report).map(|(due, distance)| format!("{due} ({distance})")),
        outcome: class(outcome_pile(report)),
        counts: counts(report).into_iter().map(count).collect(),
        next: report.next_finding().map(|finding| step(report, finding)),
        cards: cards(report),
        screens: report.views().filter_map(screen).collect(),
        groups: Pile::ALL.into_iter().filter_map(|pile| group(report, pile)).collect(),
        closing: closing.chain([provenance::read_at(report)]).map(|line| escape::text(&line)).collect(),
    }
}

/// Whose portfolio it is.
fn name(report: &Report) -> String {
    let repository = report.portfolio.as_ref().map(ToString::to_string);
    repository.or_else(|| report.student.as_ref().map(escape::name)).unwrap_or_else(|| "this folder".into())
}

fn count((pile, number): (Pile, usize)) -> Count {
    let mark = mark(pile);
    Count { class: class(pile), emoji: mark.emoji, words: format!("{number} {}", mark.counted), number }
}

fn group(report: &Report, pile: Pile) -> Option<Group> {
    let steps: Vec<Step> = report.pile(pile).map(|finding| step(report, finding)).collect();
    let mark = mark(pile);
    (!steps.is_empty()).then(|| Group {
        class: class(pile),
        emoji: mark.emoji,
        heading: format!("{} ({})", mark.heading, steps.len()),
        is_open: !matches!(pile, Pile::Met | Pile::Excused | Pile::NotNeeded),
        steps,
    })
}

/// The name by which the style sheet knows the colour of a pile.
fn class(pile: Pile) -> &'static str {
    match pile {
        Pile::ToFix => "to-fix",
        Pile::ToDo => "to-do",
        Pile::Waiting => "waiting",
        Pile::NotSeen => "not-seen",
        Pile::Advice => "advice",
        Pile::Met => "met",
        Pile::Excused => "excused",
        Pile::NotNeeded => "not-needed",
    }
}

fn step(report: &Report, finding: &Finding) -> Step {
    Step {
        is_next: report.is_next(finding),
        subject: words::subject(finding).map(escape::name),
        statement: escape::text(&words::statement(finding)),
        seen: escape::text(&finding.text),
        place: place::spot(report, finding).map(spot),
        terms: words::terms(report, finding).as_ref().map(escape::text),
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

fn screen(view: &View) -> Option<Screen> {
    let picture = format!("data:image/jpeg;base64,{}", STANDARD.encode(view.picture.as_ref()?.jpeg()));
    Some(Screen { page: escape::code(&link::spoken(&view.page)), picture })
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
        words: provenance::site_source(address.found_in).trim_start_matches(", ").replace('`', ""),
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
