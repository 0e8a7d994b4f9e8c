//! Where a report comes from: what was read, by which rules, where the site is, and when.

use crate::facts::{Note, SeenAs, SiteAddress, SiteSource};
use crate::report::Report;
use crate::text::Text;

/// What was read, by which rules, where the site is, and what else is to be said about the reading; one sentence each.
pub(super) fn lines(report: &Report) -> Vec<Text> {
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
    if let Some(day) = policy.not_before(report.as_of) {
        lines.push(
            Text::plain("It holds from ").value(day.to_string()).then(" on; until then nothing is late."),
        );
    }
    if let Some(address) = report.site.addresses.first() {
        let site = Text::plain("The site is ").code(address.url.clone());
        let site = site.then(site_source(address.found_in)).then(before_the_pull_request(report, address));
        lines.push(site.then(seen_as(report.site.seen_as)));
    }
    lines.extend(report.notes.iter().map(note));
    lines
}

/// The live site does not hold what a pull request proposes; a deployment of its commit and the checkout do.
fn before_the_pull_request(report: &Report, address: &SiteAddress) -> &'static str {
    let is_live = matches!(report.site.seen_as, SeenAs::Http | SeenAs::Chrome);
    let is_this_commit = matches!(address.found_in, SiteSource::Deployment | SiteSource::Flag);
    if report.pull_request.is_some() && is_live && !is_this_commit {
        ", live and as it is before this pull request"
    } else {
        ""
    }
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
    Text::plain("Read ").value(report.policy.zone.in_words(report.read_at)).then(".")
}

fn note(note: &Note) -> Text {
    match note {
        Note::Renamed { from, to } => Text::plain("The repository ")
            .code(from.to_string())
            .then(" is now called ")
            .code(to.to_string())
            .then("; the old address still leads there."),
        Note::DeploymentUnderWay => Text::plain(
            "A deployment of this pull request’s commit is still under way; run again when it is done to see it.",
        ),
        Note::DeploymentFailed => Text::plain(
            "The deployment of this pull request’s commit went wrong, so the site does not show it yet.",
        ),
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
        SeenAs::PreviewInChrome => ", seen as a preview of this folder in a browser.",
        SeenAs::Preview => ", seen as a preview of this folder.",
        SeenAs::Source => ", seen in its source only.",
    }
}
