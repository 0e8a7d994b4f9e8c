//! The commands. `report` is the pipeline for one student: gather, judge, report.

mod action;
mod check;
mod cohort;
mod comment;
mod init;
mod job;
mod outputs;
mod policy;
mod print;
mod readme;
mod skeleton;

use std::path::Path;

use crate::cli::{Cli, Command, Global};
use crate::deliver::comment::ours;
use crate::deliver::files::FileError;
use crate::exit;
use crate::facts::Instant;
use crate::gather::policy::PolicySourceError;
use crate::gather::{GatherError, gather};
use crate::judge::judge;
use crate::net::{Net, NetError};
use crate::policy::Policy;
use crate::render::{Colour, Detail, Look, MARK, memory};
use crate::report::Report;
use crate::report::state::State;
use crate::rules;
use crate::settings::action::EventError;
use crate::settings::{Environment, Settings};

/// The machine that the program runs on, read once in `main`.
#[derive(Debug)]
pub struct Machine {
    /// The environment.
    pub environment: Environment,
    /// The clock.
    pub now: Instant,
    /// Columns of the terminal behind standard output; none where it is no terminal.
    pub columns: Option<usize>,
    /// True where results may be coloured.
    pub has_color: bool,
    /// Whether a folder of that name is there.
    pub is_folder: fn(&str) -> bool,
    /// Whether a file of that name is there.
    pub is_file: fn(&str) -> bool,
}

/// Why a run ended without a report that reached somebody.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A flag, an input or a variable is wrong: which, and what would be right.
    #[error("{0}")]
    Usage(String),
    /// The environment is not that of a workflow run.
    #[error(transparent)]
    Event(#[from] EventError),
    /// The target or the student's file cannot be used.
    #[error(transparent)]
    Gather(#[from] GatherError),
    /// The policy cannot be used; nothing is judged by another one in its place.
    #[error(transparent)]
    Policy(#[from] PolicySourceError),
    /// No client could be made.
    #[error(transparent)]
    Net(#[from] NetError),
    /// An output cannot be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// Standard output cannot be written.
    #[error("could not write to standard output: {0}")]
    Output(#[from] std::io::Error),
    /// The report reached nobody.
    #[error("{0}")]
    Undelivered(String),
}

impl RunError {
    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Event(_) | Self::Gather(_) | Self::Policy(_) => exit::USAGE,
            Self::Net(_) | Self::File(_) | Self::Output(_) | Self::Undelivered(_) => exit::NOTHING,
        }
    }
}

/// Runs a command; gives the exit code.
///
/// # Errors
/// When there is no report, or it reached nobody.
pub async fn run(cli: Cli, machine: &Machine) -> Result<u8, RunError> {
    if cli.global.token.is_some() {
        return Err(RunError::Usage(
            "`--token` is refused, since every program of this machine can read it; set GITHUB_TOKEN instead"
                .into(),
        ));
    }
    let look = look(&cli.global, machine);
    let cache = cli.global.cache();
    match cli.command {
        Command::Check(flags) => check::check(&flags, cache, look, machine).await,
        Command::Readme(flags) => match (flags.skeleton, &flags.file) {
            (true, target) => skeleton::print(target.as_deref().unwrap_or(Path::new(".")), machine).await,
            (false, Some(file)) => readme::readme(file, flags.format, look, machine),
            (false, None) => {
                Err(RunError::Usage("name the README, such as `foliocheck readme README.md`".into()))
            }
        },
        Command::Action => action::action(machine).await,
        Command::Cohort { command } => cohort::cohort(&command, cache, machine).await,
        Command::Init { dir } => init::init(&dir, machine).await,
        Command::Explain { rule } => print::explain(rule.as_deref()),
        Command::Policy { command } => policy::policy(&command, machine).await,
        Command::Schema { file } => print::schema(file),
        Command::Completions { shell } => print::completions(shell),
        Command::Manpage => print::manpage(),
    }
}

fn look(global: &Global, machine: &Machine) -> Look {
    Look {
        colour: if machine.has_color { Colour::Always } else { Colour::Never },
        columns: machine.columns.unwrap_or(Look::default().columns),
        detail: match (global.quiet, global.verbose) {
            (true, _) => Detail::Brief,
            (false, true) => Detail::Full,
            (false, false) => Detail::Usual,
        },
    }
}

/// The pipeline for one student: gather, judge, report.
///
/// # Errors
/// When nothing could be looked at.
pub async fn report(settings: &Settings, policy: &Policy, net: &Net) -> Result<Report, RunError> {
    let facts = gather(settings, policy, net).await?;
    let rules: Vec<_> = rules::all().into_iter().filter(|rule| settings.only.has(rule)).collect();
    let findings = judge(&rules, &facts, policy);
    let report = Report::new(facts, policy.into(), findings).on_server(&settings.hosts.server);
    Ok(match earlier(&report) {
        Some(state) => report.since(&state.verdicts),
        None => report,
    })
}

/// What the comment of the run before says, where it is ours and whole.
fn earlier(report: &Report) -> Option<State> {
    let comments = report.pull_request.as_ref()?.comments.as_ref().ok()?;
    memory(ours(comments, MARK).first()?.body.as_written())
}
