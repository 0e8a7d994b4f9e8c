//! `foliocheck action`: the same job inside GitHub Actions, everything taken from the event and the environment.

use std::path::{Path, PathBuf};

use clap::Parser;

use super::check::exit_code;
use super::comment::post;
use super::job::job;
use super::outputs::write_views;
use super::{Machine, RunError, report};
use crate::cli::Check;
use crate::deliver::files::Reserved;
use crate::deliver::{console, runner};
use crate::gather::checkout::fetch_head;
use crate::gather::file::fetch_event;
use crate::gather::policy::fetch_policy;
use crate::net::Net;
use crate::render::{Format, Look, render, summary};
use crate::report::Report;
use crate::rules;
use crate::settings::action::{Event, event, variable};
use crate::settings::{Settings, Target};

/// The inputs of `action.yml` and the flags that they are. A composite action gets no `INPUT_*`, so they have names of their own.
const INPUTS: [(&str, &str); 5] = [
    ("FOLIOCHECK_SITE", "--site"),
    ("FOLIOCHECK_POLICY", "--policy"),
    ("FOLIOCHECK_RENDER", "--render"),
    ("FOLIOCHECK_ONLY", "--only"),
    ("FOLIOCHECK_FAIL_ON", "--fail-on"),
];

/// Does the job.
///
/// # Errors
/// When the environment is not that of a workflow run, nothing could be looked at, or the report reached nobody.
pub(super) async fn action(machine: &Machine) -> Result<u8, RunError> {
    let payload =
        fetch_event(variable(&machine.environment, "GITHUB_EVENT_PATH")?).map_err(RunError::Usage)?;
    let event = event(&machine.environment, &payload)?;
    let mut job = job(&flags(machine)?, machine)?;
    aim(&mut job.settings, &event, machine);
    let files = Files::reserve(machine)?;
    let net = Net::new(&job.settings.hosts, job.settings.token.as_ref(), job.settings.guard)?
        .with_browser(&machine.environment);
    // What the student's change says of the policy counts for nothing.
    let policy = job.policy.in_base(&event.repository, event.base.as_deref().unwrap_or("HEAD"));
    let policy = fetch_policy(&policy, &net.github, &rules::ids()).await?;
    let report = report(&job.settings, &policy, &net).await?;
    let posted = if wants_comment(machine) { post(&net, &report).await } else { None };
    let remark = posted.and_then(|posted| posted.remark(event.is_from_fork())).unwrap_or_default();
    files.write(&report, &remark, machine)?;
    Ok(exit_code(&report, job.fail_on))
}

/// The inputs as the flags of `check`, so that both are validated in one place.
fn flags(machine: &Machine) -> Result<Check, RunError> {
    let mut words = vec!["foliocheck"];
    for (name, flag) in INPUTS {
        if let Some(value) = machine.environment.get(name).filter(|value| !value.is_empty()) {
            words.extend([flag, value]);
        }
    }
    Check::try_parse_from(words).map_err(|error| RunError::Usage(error.to_string()))
}

fn wants_comment(machine: &Machine) -> bool {
    machine.environment.get("FOLIOCHECK_COMMENT").is_none_or(|value| value != "false")
}

/// The checkout is read where it is what the event is about; else the proposed commit, from the code host.
fn aim(settings: &mut Settings, event: &Event, machine: &Machine) {
    let workspace = machine.environment.get("GITHUB_WORKSPACE").map_or(".", String::as_str);
    let head = fetch_head(Path::new(workspace));
    // A `pull_request` run checks out the merge commit; a `pull_request_target` run, the base.
    let is_base = event.name == "pull_request_target";
    let is_meant = |head: &String| {
        Some(head) == event.facts.head.as_ref() || (!is_base && Some(head) == event.checked_out.as_ref())
    };
    settings.target = if head.as_ref().is_some_and(is_meant) {
        Target::Folder(PathBuf::from(workspace))
    } else {
        Target::Repository {
            name: event.facts.head_repository.clone().unwrap_or_else(|| event.repository.clone()),
            git_ref: event.facts.head.clone().or_else(|| event.checked_out.clone()),
        }
    };
    settings.repository = Some(event.repository.clone());
    settings.pull_request = event.pull_request;
    settings.event = Some(event.facts.clone());
}

/// The files of a run, opened before the work.
struct Files {
    json: (PathBuf, Reserved),
    html: Reserved,
}

impl Files {
    fn reserve(machine: &Machine) -> Result<Self, RunError> {
        let folder = PathBuf::from(variable(&machine.environment, "RUNNER_TEMP")?);
        let json = folder.join("foliocheck-report.json");
        let html = folder.join("foliocheck-report.html");
        Ok(Self { html: Reserved::open(&html)?, json: (json.clone(), Reserved::open(&json)?) })
    }

    fn write(self, report: &Report, remark: &str, machine: &Machine) -> Result<(), RunError> {
        let look = Look::default();
        let (path, json) = self.json;
        json.write(&render(Format::Json, report, look))?;
        write_views(&self.html, report)?;
        self.html.write(&render(Format::Html, report, look))?;
        let delimiter = runner::fresh_delimiter();
        let file =
            |name: &str| machine.environment.get(name).filter(|path| !path.is_empty()).map(PathBuf::from);
        if let Some(path) = file("GITHUB_STEP_SUMMARY") {
            runner::write_summary(&path, &format!("{}\n\n{remark}", summary(report)))?;
        }
        if let Some(file) = file("GITHUB_OUTPUT") {
            runner::write_outputs(&file, &outputs(report, &path), &delimiter)?;
        }
        let log = format!("{}\n{remark}", render(Format::Terminal, report, look));
        console::write_result(&runner::without_commands(&log, &delimiter))?;
        console::write_result(&render(Format::Github, report, look))?;
        Ok(())
    }
}

fn outputs(report: &Report, path: &Path) -> [(&'static str, String); 7] {
    let tally = report.tally;
    [
        ("outcome", report.outcome.label().to_owned()),
        ("report", path.display().to_string()),
        ("pass", tally.pass.to_string()),
        ("warn", tally.warn.to_string()),
        ("fail", tally.fail.to_string()),
        ("pending", tally.pending.to_string()),
        ("cannot-tell", tally.cannot_tell.to_string()),
    ]
}
