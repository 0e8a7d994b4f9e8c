//! Runs the pipeline in process, with a world as the code host.

use std::fs;
use std::path::Path;
use std::time::Duration;

use foliocheck::facts::{Instant, RepoName, Sightings};
use foliocheck::finding::{Finding, Verdict};
use foliocheck::net::{Net, Patience};
use foliocheck::policy::Policy;
use foliocheck::report::Report;
use foliocheck::run::{RunError, report};
use foliocheck::settings::{Guard, Hosts, Only, Render, Settings, Target, Token};
use foliocheck::text::Span;
use url::Url;
use world::World;

/// The folder of an imaginary student.
pub(crate) fn portfolio(case: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/portfolios").join(case)
}

/// Copies a folder and what is in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// Settings for a target, with nothing typed but it.
pub(crate) fn settings(target: Target, world: &World) -> Settings {
    Settings {
        started: Instant::parse("2017-01-29T17:02:00-07:00").unwrap(),
        target,
        student: None,
        repository: None,
        pull_request: None,
        event: None,
        site: None,
        render: Render::Never,
        only: Only::Everything,
        as_of: None,
        sightings: Sightings::new(),
        guard: Guard::PrivateAllowed,
        hosts: Hosts {
            api: Url::parse(world.api()).unwrap(),
            graphql: Url::parse(&world.graphql()).unwrap(),
            server: Url::parse("https://github.com").unwrap(),
        },
        token: Some(Token::new(world::Token::Actions("ada/portfolio").text())),
    }
}

/// The target of a repository's default branch.
pub(crate) fn repository(name: &str) -> Target {
    Target::Repository { name: RepoName::parse(name).unwrap(), git_ref: None }
}

/// Runs the pipeline; pauses between tries are as good as none.
pub(crate) fn check(settings: &Settings) -> Result<Report, RunError> {
    check_by(settings, &Policy::portfolio())
}

/// The same, judged by another policy.
pub(crate) fn check_by(settings: &Settings, policy: &Policy) -> Result<Report, RunError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let net = net(settings)?;
        report(settings, policy, &net).await
    })
}

/// Clients whose pauses are as good as none.
pub(crate) fn net(settings: &Settings) -> Result<Net, RunError> {
    let net = Net::new(&settings.hosts, settings.token.as_ref(), settings.guard)?;
    Ok(net.with_patience(Patience {
        pause: Duration::from_millis(1),
        all_pauses: Duration::from_millis(20),
        per_try: Duration::from_secs(1),
        waking: Duration::from_millis(1),
        ..Patience::default()
    }))
}

/// The words of a finding.
pub(crate) fn words(finding: &Finding) -> String {
    let word = |span: &Span| match span {
        Span::Plain(words) => (*words).to_owned(),
        Span::Value(value) => value.clone(),
        Span::Quote(text) | Span::Code(text) | Span::Name(text) => text.as_written().to_owned(),
        Span::Link { label, .. } => (*label).to_owned(),
    };
    finding.text.spans().iter().map(word).collect()
}

/// What is neither right nor beside the point, as `id verdict`.
pub(crate) fn troubles(report: &Report) -> Vec<String> {
    let is_trouble =
        |verdict: Verdict| !matches!(verdict, Verdict::Pass | Verdict::NotApplicable | Verdict::Warn);
    let mut troubles: Vec<String> = report
        .findings
        .iter()
        .filter(|finding| is_trouble(finding.verdict))
        .map(|finding| format!("{} {}", finding.id().as_written(), finding.verdict.label()))
        .collect();
    troubles.sort();
    troubles
}
