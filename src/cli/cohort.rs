//! The commands for a whole cohort.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{FailOn, RenderFlag};

/// What to do with a cohort.
#[derive(Debug, Subcommand)]
pub enum CohortCommand {
    /// Check every student of a roster, and write one page for all of them
    Run(Box<CohortRun>),
    /// Make one page of the parts that several machines checked
    Merge(CohortMerge),
}

/// Flags of `cohort run`.
#[derive(Debug, Args)]
pub struct CohortRun {
    /// The roster: a CSV or YAML file with a line for each student (login, portfolio, name, programme, site, start, status, waivers)
    pub roster: PathBuf,
    /// The folder for the page and its data
    #[arg(long, value_name = "DIR")]
    pub output: PathBuf,
    /// What the school demands: the name of a preset, a file, or OWNER/REPO[/PATH][@REF]
    #[arg(long, value_name = "SOURCE", default_value = "portfolio")]
    pub policy: String,
    /// Judge deadlines as of that moment (2017-02-01T18:00:00-07:00)
    #[arg(long, value_name = "INSTANT")]
    pub as_of: Option<String>,
    /// Judge only these groups and rules
    #[arg(long, value_delimiter = ',', value_name = "GROUP|RULE")]
    pub only: Vec<String>,
    /// Use the Chrome of this machine for pages that need JavaScript
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub render: RenderFlag,
    /// Check this part of the roster only, such as 2/4, and leave it for `cohort merge`
    #[arg(long, value_name = "I/N")]
    pub shard: Option<String>,
    /// Go on with a run that was broken off; nobody is asked about twice
    #[arg(long)]
    pub resume: bool,
    /// Begin anew where a run was broken off
    #[arg(long, conflicts_with = "resume")]
    pub restart: bool,
    /// How many students are looked at side by side
    #[arg(long, value_name = "N", default_value_t = 32, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub jobs: u16,
    #[command(flatten)]
    /// How the cohort is published.
    pub publish: Publish,
    /// Contact private and loopback addresses from a student's material too (tests, intranets)
    #[arg(long)]
    pub allow_private_addresses: bool,
}

/// Flags of `cohort merge`.
#[derive(Debug, Args)]
pub struct CohortMerge {
    /// The parts: files called shard-I-of-N.jsonl, or folders with them
    #[arg(required = true, value_name = "PART")]
    pub parts: Vec<PathBuf>,
    /// The folder for the page and its data
    #[arg(long, value_name = "DIR")]
    pub output: PathBuf,
    #[command(flatten)]
    /// How the cohort is published.
    pub publish: Publish,
}

/// How the cohort is published.
#[derive(Debug, Args)]
pub struct Publish {
    /// The cohort.json of the run to compare with, where it is not the one in DIR
    #[arg(long, value_name = "FILE")]
    pub before: Option<PathBuf>,
    /// What makes the exit code 1
    #[arg(long, value_enum, default_value_t, value_name = "WHAT")]
    pub fail_on: FailOn,
}
