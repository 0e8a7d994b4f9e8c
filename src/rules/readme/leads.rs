//! What the rules about links and pictures have in common: which addresses lead nowhere, in words, and what to write instead.

use crate::facts::{Lead, Obstacle, Project, Readme, Reference, ReferenceKind, Untrusted};
use crate::rule::{Answer, Outcome};
use crate::text::{Text, counted};

/// How many addresses are told, one sentence each.
const MAX_TOLD: usize = 3;

/// How a rule calls what it looks at.
pub(super) struct Words {
    /// One of them, after a number.
    pub(super) one: &'static str,
    /// Many of them, after a number.
    pub(super) many: &'static str,
    /// What is said where there are none.
    pub(super) none: &'static str,
}

/// The answer for these addresses: those that are proven to lead nowhere, else how many lead somewhere.
pub(super) fn answer(
    project: &Project,
    readme: &Readme,
    references: &[&Reference],
    words: &Words,
) -> Outcome {
    let astray: Vec<(&Reference, &Lead)> = references
        .iter()
        .filter_map(|reference| Some((*reference, reference.lead.as_ref().ok()?)))
        .filter(|(_, lead)| **lead != Lead::There)
        .collect();
    if let Some(first) = astray.first() {
        return Ok(unmet(project, readme, *first, &astray));
    }
    let obstacles: Vec<&Obstacle> =
        references.iter().filter_map(|reference| reference.lead.as_ref().err()).collect();
    let known = references.len() - obstacles.len();
    match (known, obstacles.first()) {
        (0, None) => Ok(Answer::not_applicable(Text::plain(words.none), project.readme_place(None))),
        (0, Some(obstacle)) => Err((*obstacle).clone()),
        (_, obstacle) => {
            let text = Text::new().value(counted(known, words.one, words.many));
            let text = match obstacle {
                Some(obstacle) => text
                    .then("; of ")
                    .number(obstacles.len())
                    .then(" more it could not be told: ")
                    .value(obstacle.explanation()),
                None => text,
            };
            Ok(Answer::met(text, project.readme_place(None)))
        }
    }
}

fn unmet(
    project: &Project,
    readme: &Readme,
    first: (&Reference, &Lead),
    astray: &[(&Reference, &Lead)],
) -> Answer {
    let text =
        astray.iter().take(MAX_TOLD).enumerate().fold(Text::new(), |text, (index, (reference, lead))| {
            text.then(if index == 0 { "" } else { "; " }).append(told(reference, lead))
        });
    let text = match astray.len().saturating_sub(MAX_TOLD) {
        0 => text,
        more => text.then("; and ").number(more).then(" more"),
    };
    let (reference, lead) = first;
    let place = project.readme_place(Some(reference.line));
    let is_proof = astray.iter().any(|(_, lead)| !matches!(lead, Lead::OthersPage(_)));
    let answer = if is_proof { Answer::unmet(text, place) } else { Answer::doubtful(text, place) };
    let line = usize::try_from(reference.line).unwrap_or_default();
    let fix = Text::plain("On line ").number(line).then(" of ").code(readme.path.clone()).then(", ");
    match right_address(reference, lead) {
        Some(address) => answer.fix_by_pasting(fix.then("write this address:"), "text", address),
        None => answer.fix(fix.then(advice(lead))),
    }
}

/// The answer for a demo that the portfolio itself names.
pub(super) fn demo_astray(project: &Project, demo: &Untrusted, lead: &Lead) -> Answer {
    let reference =
        Reference { kind: ReferenceKind::Demo, address: demo.clone(), line: 0, lead: Ok(lead.clone()) };
    let text = Text::plain("The demo that the portfolio names: ").append(told(&reference, lead));
    let answer = Answer::unmet(text, project.found_at.clone());
    answer.fix(Text::plain("Where the portfolio names it, ").then(advice(lead)))
}

/// "`docs/town.png` (line 12) is spelled `docs/Town.png` in the repository"
fn told(reference: &Reference, lead: &Lead) -> Text {
    let line = usize::try_from(reference.line).unwrap_or_default();
    let text = match reference.kind {
        _ if !reference.address.is_blank() => Text::new().code(reference.address.clone()),
        ReferenceKind::Picture => Text::plain("A picture without an address"),
        ReferenceKind::Demo | ReferenceKind::Link => Text::plain("A link without an address"),
    };
    let text = if line == 0 { text.then(" ") } else { text.then(" (line ").number(line).then(") ") };
    match lead {
        Lead::There => text.then("is there"),
        Lead::Nowhere => text.then("leads nowhere yet"),
        Lead::OwnMachine => text.then("leads to the machine of its author, and works nowhere else"),
        Lead::NoScheme => text.then("lacks ").code("https://").then(", so it leads to a file of that name"),
        Lead::NoAnchor(_) => text.then("leads to a heading that is not in this README"),
        Lead::NoFile => text.then("is not in the repository"),
        Lead::Moved(right) => {
            text.then("is not in the repository, where a file of that name lies at ").code(right.clone())
        }
        Lead::OtherSpelling(right) => text
            .then("is spelled ")
            .code(right.clone())
            .then(" in the repository, and the code host tells the two apart"),
        Lead::Refused { status } => {
            text.then("answers that there is no such page (status ").value(status.to_string()).then(")")
        }
        Lead::NoSuchHost => text.then("names a host that is not known anywhere"),
        Lead::RedirectLoop => text.then("redirects in a circle"),
        Lead::NotAPicture => text.then("shows a page, where a picture is wanted"),
        Lead::Code => text.then("is called a demo, and leads to the code"),
        Lead::OthersPage(account) => text.then("is a page of the account ").code(account.clone()),
    }
}

/// What to write instead, where that is certain.
fn right_address(reference: &Reference, lead: &Lead) -> Option<String> {
    match lead {
        Lead::OtherSpelling(right) | Lead::Moved(right) | Lead::NoAnchor(Some(right)) => {
            Some(right.as_written().to_owned())
        }
        Lead::NoScheme => Some(format!("https://{}", reference.address.as_written())),
        Lead::There
        | Lead::Nowhere
        | Lead::OwnMachine
        | Lead::NoAnchor(None)
        | Lead::NoFile
        | Lead::Refused { .. }
        | Lead::NoSuchHost
        | Lead::RedirectLoop
        | Lead::NotAPicture
        | Lead::Code
        | Lead::OthersPage(_) => None,
    }
}

fn advice(lead: &Lead) -> &'static str {
    match lead {
        Lead::Code => "write the address under which the project can be tried, or call the link \"Code\".",
        Lead::OthersPage(_) => {
            "write the address of the student's own copy, or say in the README whose page it is (a team mate's is fine)."
        }
        Lead::NoFile => "add the file to the repository, or write the path that it has now.",
        Lead::NotAPicture => {
            "write the address of the picture itself (on the code host: the button \"Raw\")."
        }
        Lead::OwnMachine => "add the file to the repository, or publish the project, and write that address.",
        Lead::NoAnchor(_) => "write the address of a heading that is there, or add the section.",
        Lead::There
        | Lead::Nowhere
        | Lead::NoScheme
        | Lead::OtherSpelling(_)
        | Lead::Moved(_)
        | Lead::Refused { .. }
        | Lead::NoSuchHost
        | Lead::RedirectLoop => {
            "write an address that opens in a private window of a browser, or delete the link."
        }
    }
}

/// True for what is there to be seen in the README.
pub(super) fn is_picture(reference: &Reference) -> bool {
    reference.kind == ReferenceKind::Picture
}
