//! From the report to its frozen shape. JSON quotes everything, so that foreign text stands here as it was written.

use super::readme::readme;
use super::{
    About, Changes, Finding, Hindrance, NextStep, Paste, Place, Policy, Project, PullRequest, Report, Resume,
    Site, Subject, Tally, Tool, Waiver,
};
use crate::facts::{self, Home, Untrusted};
use crate::finding;
use crate::report;
use crate::text::{Span, Text};

impl From<&report::Report> for Report {
    fn from(report: &report::Report) -> Self {
        Self {
            schema: "foliocheck.report/1",
            tool: Tool { name: "foliocheck", version: env!("CARGO_PKG_VERSION") },
            read_at: report.read_at.to_string(),
            subject: About::from(report),
            policy: Policy::from(&report.policy),
            outcome: report.outcome.label(),
            tally: Tally::from(report.tally),
            next_step: report.next_finding().map(NextStep::from),
            findings: report.findings.iter().map(Finding::from).collect(),
            site: site(report),
            resume: resume(&report.resume),
            portfolio_readme: readme(&report.portfolio_readme),
            projects: report.projects.iter().map(Project::from).collect(),
            changes: report.changes.as_ref().map(Changes::from),
        }
    }
}

impl From<&report::Report> for About {
    fn from(report: &report::Report) -> Self {
        Self {
            student: report.student.as_ref().map(written),
            portfolio: report.portfolio.as_ref().map(ToString::to_string),
            commit: report.commit.clone(),
            pull_request: report.pull_request.as_ref().map(|pull| PullRequest {
                number: pull.number,
                url: format!("{}/{}/pull/{}", report.server, pull.repository, pull.number),
                head: pull.head.clone(),
            }),
        }
    }
}

impl From<&report::PolicyStamp> for Policy {
    fn from(policy: &report::PolicyStamp) -> Self {
        Self {
            name: policy.name.clone(),
            version: policy.version.clone(),
            source: policy.source.clone(),
            zone: policy.zone.name().to_owned(),
        }
    }
}

impl From<report::Tally> for Tally {
    fn from(tally: report::Tally) -> Self {
        Self {
            pass: tally.pass,
            warn: tally.warn,
            fail: tally.fail,
            pending: tally.pending,
            cannot_tell: tally.cannot_tell,
            not_applicable: tally.not_applicable,
            excused: tally.excused,
        }
    }
}

impl From<&finding::Finding> for NextStep {
    fn from(finding: &finding::Finding) -> Self {
        let advice = finding.advice().unwrap_or_default();
        Self { id: written(&finding.id()), rule: finding.rule.id, text: plain(&advice) }
    }
}

impl From<&finding::Finding> for Finding {
    fn from(finding: &finding::Finding) -> Self {
        Self {
            id: written(&finding.id()),
            rule: finding.rule.id,
            group: finding.rule.group.label(),
            severity: finding.severity.label(),
            statement: finding.rule.statement,
            subject: Subject::from(&finding.subject),
            verdict: finding.verdict.label(),
            text: plain(&finding.text),
            fix: finding.advice().as_ref().map(plain),
            paste: finding
                .paste()
                .map(|paste| Paste { language: paste.language, lines: written(&paste.lines) }),
            place: Place::of(&finding.place),
            obstacle: finding
                .obstacle
                .as_ref()
                .map(|obstacle| Hindrance { kind: obstacle.kind(), advice: obstacle.advice() }),
            due: finding.due.map(|due| due.to_string()),
            standing: finding.standing.map(finding::Standing::label),
            late_since: match finding.standing {
                Some(finding::Standing::Late { since }) => Some(since.to_string()),
                _ => None,
            },
            waiver: finding.excuse.as_ref().map(Waiver::from),
        }
    }
}

impl From<&finding::Excuse> for Waiver {
    fn from(excuse: &finding::Excuse) -> Self {
        Self {
            by: written(&excuse.by),
            reason: written(&excuse.why),
            until: excuse.until.map(|until| until.to_string()),
        }
    }
}

impl From<&finding::Subject> for Subject {
    fn from(subject: &finding::Subject) -> Self {
        let (repository, path) = subject.home.as_ref().map_or((None, None), home);
        Self { kind: subject.kind.label(), name: subject.name.as_ref().map(written), repository, path }
    }
}

impl From<&facts::Project> for Project {
    fn from(project: &facts::Project) -> Self {
        let (repository, path) = home(&project.home);
        Self {
            name: written(&project.name),
            repository,
            path,
            demo: project.demo.as_ref().map(written),
            found_in: project.found_in.label(),
            readme: readme(&project.readme),
        }
    }
}

impl From<&report::changes::Changes> for Changes {
    fn from(changes: &report::changes::Changes) -> Self {
        let ids = |list: &[Untrusted]| list.iter().map(written).collect();
        Self {
            fixed: ids(&changes.fixed),
            arrived: ids(&changes.arrived),
            new: ids(&changes.new),
            regressed: ids(&changes.regressed),
        }
    }
}

impl Place {
    fn of(place: &facts::Place) -> Option<Self> {
        match place {
            facts::Place::File { repository, path, line } => Some(Self {
                repository: repository.as_ref().map(ToString::to_string),
                path: Some(written(path)),
                line: *line,
                ..Self::default()
            }),
            facts::Place::Repository(name) => {
                Some(Self { repository: Some(name.to_string()), ..Self::default() })
            }
            facts::Place::Page { url, quoted } => Some(Self {
                url: Some(written(url)),
                quoted: quoted.as_ref().map(written),
                ..Self::default()
            }),
            facts::Place::PullRequest { repository, number } => Some(Self {
                repository: Some(repository.to_string()),
                pull_request: Some(*number),
                ..Self::default()
            }),
            facts::Place::Folder => None,
        }
    }
}

fn site(report: &report::Report) -> Option<Site> {
    report.site.addresses.first().map(|address| Site {
        url: written(&address.url),
        found_in: address.found_in.label(),
        seen_as: report.site.seen_as.label(),
        in_browser: report.views().map(|view| written(&view.page)).collect(),
    })
}

fn resume(resume: &facts::Resume) -> Option<Resume> {
    let Ok(Some(link)) = &resume.link else { return None };
    let document = match &resume.target {
        Ok(facts::Target::Document(document)) => Some(document),
        _ => None,
    };
    Some(Resume {
        href: written(&link.href),
        label: written(&link.label),
        on_page: written(&link.on_page),
        seen_as: link.seen_as.label(),
        kind: document.map(|document| document.kind.label()),
        pages: document.and_then(|document| document.pages.as_ref().ok().copied()),
        words: document.and_then(|document| document.words.as_ref().ok().copied()),
        sha256: document.and_then(|document| document.sha256.clone()),
    })
}

fn home(home: &Home) -> (Option<String>, Option<String>) {
    match home {
        Home::Repository { name, folder } => (Some(name.to_string()), folder.as_ref().map(written)),
        Home::Folder(path) => (None, Some(written(path))),
        Home::Elsewhere(_) | Home::Nowhere => (None, None),
    }
}

/// The text as one string: quotations in quotation marks, code between backticks, addresses in parentheses.
pub(crate) fn plain(text: &Text) -> String {
    text.spans()
        .iter()
        .map(|span| match span {
            Span::Plain(words) => (*words).to_owned(),
            Span::Value(value) => value.clone(),
            Span::Quote(words) => format!("“{}”", words.as_written()),
            Span::Code(words) => format!("`{}`", words.as_written()),
            Span::Name(name) => name.as_written().to_owned(),
            Span::Link { label, href } => format!("{label} ({})", href.as_written()),
        })
        .collect()
}

fn written(text: &Untrusted) -> String {
    text.as_written().to_owned()
}
