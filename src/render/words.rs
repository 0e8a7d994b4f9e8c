//! The words that every format says the same way: the headline, the verdicts, what a finding is called, where from.

use crate::facts::{Note, SeenAs, SiteSource, Untrusted};
use crate::finding::{Finding, SubjectKind, Verdict};
use crate::report::{OverallOutcome, Report};
use crate::text::{Text, counted};

/// What the report says first, without mark or final period.
pub(super) fn headline(report: &Report) -> String {
    format!("Portfolio check: {}", outcome(report))
}

/// The headline without its first words.
pub(super) fn outcome(report: &Report) -> String {
    let tally = report.tally;
    let of_all = counted(tally.applicable(), "requirement", "requirements");
    let verb = |count: usize, one: &'static str, many: &'static str| if count == 1 { one } else { many };
    match report.outcome {
        _ if tally.applicable() == 0 => "nothing could be judged".into(),
        OverallOutcome::Fail => {
            format!("{} of {of_all} {} work", tally.fail, verb(tally.fail, "needs", "need"))
        }
        OverallOutcome::Pending => {
            let waits = verb(tally.pending, "waits", "wait");
            format!("nothing left to fix, {} of {of_all} {waits} for a person or a date", tally.pending)
        }
        OverallOutcome::CannotTell => {
            format!("nothing to fix was found, {} of {of_all} could not be checked", tally.cannot_tell)
        }
        OverallOutcome::Pass if tally.warn > 0 => {
            let advice = counted(tally.warn, "piece", "pieces");
            format!("everything required is met, with {advice} of advice")
        }
        OverallOutcome::Pass if tally.pass < tally.applicable() => "everything required is met".into(),
        OverallOutcome::Pass if tally.pass == 1 => "the requirement is met".into(),
        OverallOutcome::Pass => format!("all {of_all} are met"),
    }
}

/// How a verdict is shown: never by colour or sign alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// A picture, for pages and comments.
    pub(super) emoji: &'static str,
    /// A sign of one column, for the terminal.
    pub(super) sign: &'static str,
    /// The word beside it.
    pub(super) word: &'static str,
    /// The heading of all findings with it.
    pub(super) heading: &'static str,
}

/// The mark of a verdict.
pub(super) fn mark(verdict: Verdict) -> Mark {
    let (emoji, sign, word, heading) = match verdict {
        Verdict::Fail => ("❌", "✗", "To fix", "To fix"),
        Verdict::Pending => ("⏳", "…", "Waiting", "Waiting"),
        Verdict::CannotTell => ("🔎", "?", "Not checked", "Could not be checked"),
        Verdict::Warn => ("💡", "!", "Advice", "Advice"),
        Verdict::Pass => ("✅", "✓", "Met", "Met"),
        Verdict::NotApplicable => ("➖", "-", "Does not apply", "Does not apply"),
    };
    Mark { emoji, sign, word, heading }
}

/// The verdict that the whole looks like.
pub(super) fn outcome_verdict(outcome: OverallOutcome) -> Verdict {
    match outcome {
        OverallOutcome::Fail => Verdict::Fail,
        OverallOutcome::Pending => Verdict::Pending,
        OverallOutcome::CannotTell => Verdict::CannotTell,
        OverallOutcome::Pass => Verdict::Pass,
    }
}

/// What the finding is about, where that is not clear from the rule: the project's name.
pub(super) fn subject(finding: &Finding) -> Option<&Untrusted> {
    match finding.subject.kind {
        SubjectKind::Project => finding.subject.name.as_ref(),
        SubjectKind::Portfolio | SubjectKind::Site | SubjectKind::Resume | SubjectKind::Evidence => None,
    }
}

/// What the finding is called: "Weather: The project has a README".
pub(super) fn title(finding: &Finding) -> Text {
    match subject(finding) {
        Some(name) => Text::new().name(name).then(": ").then(finding.rule.statement),
        None => Text::plain(finding.rule.statement),
    }
}

/// What was read, by which rules, where the site is, and what else is to be said about the reading; one sentence each.
pub(super) fn provenance(report: &Report) -> Vec<Text> {
    let policy = &report.policy;
    let mut lines: Vec<Text> = source(report).into_iter().collect();
    lines.push(
        Text::plain("Policy ")
            .name(&policy.name.as_str().into())
            .then(", version ")
            .name(&policy.version.as_str().into())
            .then(" (")
            .name(&policy.source.as_str().into())
            .then(")."),
    );
    if let Some(address) = report.site.addresses.first() {
        let site = Text::plain("The site is ").code(address.url.clone());
        lines.push(site.then(site_source(address.found_in)).then(seen_as(report.site.seen_as)));
    }
    lines.extend(report.notes.iter().map(note));
    lines
}

fn source(report: &Report) -> Option<Text> {
    let commit: String = report.commit.as_ref()?.chars().take(7).collect();
    let text = Text::plain("Commit ").code(commit);
    Some(match &report.portfolio {
        Some(name) => text.then(" of ").value(name.to_string()).then("."),
        None => text.then("."),
    })
}

/// When the portfolio was read.
pub(super) fn read_at(report: &Report) -> Text {
    Text::plain("Read ").value(report.read_at.in_words()).then(".")
}

/// How many there are of each verdict, and what they are called: 8 "met", 2 "to fix".
pub(super) fn counts(report: &Report) -> Vec<(Verdict, usize, &'static str)> {
    let tally = report.tally;
    let all = [
        (Verdict::Pass, tally.pass, "met"),
        (Verdict::Fail, tally.fail, "to fix"),
        (Verdict::Pending, tally.pending, "waiting"),
        (Verdict::Warn, tally.warn, "with advice"),
        (Verdict::CannotTell, tally.cannot_tell, "not checked"),
    ];
    all.into_iter().filter(|(_, count, _)| *count > 0).collect()
}

/// What changed since the last check; none where there was none.
pub(super) fn changes(report: &Report) -> Option<Text> {
    let changes = report.changes.as_ref()?;
    let text = Text::plain("Since the last check: ");
    if changes.is_empty() {
        return Some(text.then("nothing changed."));
    }
    let lists = [("fixed", &changes.fixed), ("new", &changes.new), ("worse", &changes.regressed)];
    let parts: Vec<Text> = lists
        .into_iter()
        .filter(|(_, ids)| !ids.is_empty())
        .map(|(word, ids)| Text::new().number(ids.len()).then(" ").then(word).append(names(report, ids)))
        .collect();
    Some(joined(text, parts, "; ").then("."))
}

/// " (Chess: The project has a README)", at most two of them.
fn names(report: &Report, ids: &[Untrusted]) -> Text {
    const SHOWN: usize = 2;
    let titles = report.findings.iter().filter(|finding| ids.contains(&finding.id())).map(title);
    let text = joined(Text::plain(" ("), titles.take(SHOWN).collect(), "; ");
    if ids.len() > SHOWN { text.then("; …)") } else { text.then(")") }
}

fn joined(start: Text, parts: Vec<Text>, between: &'static str) -> Text {
    parts.into_iter().enumerate().fold(start, |text, (index, part)| {
        let text = if index == 0 { text } else { text.then(between) };
        text.append(part)
    })
}

fn note(note: &Note) -> Text {
    match note {
        Note::Renamed { from, to } => Text::plain("The repository ")
            .code(from.to_string())
            .then(" is now called ")
            .code(to.to_string())
            .then("; the old address still leads there."),
        Note::TreeCut { files } => {
            Text::plain("Only the first ").number(*files).then(" files of the source were read.")
        }
    }
}

pub(super) fn site_source(source: SiteSource) -> &'static str {
    match source {
        SiteSource::Flag => ", as given to this run",
        SiteSource::PortfolioFile => ", as `portfolio.yml` says",
        SiteSource::Deployment => ", the deployment of this commit",
        SiteSource::Homepage => ", as the repository’s “About” box says",
        SiteSource::Pages => ", as GitHub Pages says",
        SiteSource::Cname => ", as the file `CNAME` says",
        SiteSource::PackageJson => ", as `homepage` in `package.json` says",
        SiteSource::UserSite => ", as the repository’s name says",
        SiteSource::SiteConfig => ", as the site generator’s configuration says",
        SiteSource::Readme => ", as a link in the README says",
    }
}

fn seen_as(seen: SeenAs) -> &'static str {
    match seen {
        SeenAs::Http => ".",
        SeenAs::Chrome => ", seen in a browser.",
        SeenAs::Preview => ", seen as a preview of this folder.",
        SeenAs::Source => ", seen in its source only.",
    }
}
