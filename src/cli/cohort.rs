//! The commands for a whole cohort.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{FailOn, RenderFlag};

/// What to do with a cohort.
#[derive(Debug, Subcommand)]
pub enum CohortCommand {
    /// Check every student of a roster, and write one page for all of them. Several tokens, in `GITHUB_TOKENS` with commas
    /// between them, are used side by side, each within its own limits
    Run(Box<CohortRun>),
    /// Print the parts that a roster is best checked in by several machines, as JSON
    Plan(CohortPlan),
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
    #[command(flatten)]
    /// For whom students are written down.
    pub form: Form,
    /// Contact private and loopback addresses from a student's material too (tests, intranets)
    #[arg(long)]
    pub allow_private_addresses: bool,
}

/// Flags of `cohort plan`.
#[derive(Debug, Args)]
pub struct CohortPlan {
    /// The roster
    pub roster: PathBuf,
    /// How many API requests the token may send in an hour: 1000 for a workflow's own, 5000 for a person's
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub budget: usize,
    /// How many students are worth a machine of their own
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..))]
    pub each: u32,
    /// The most machines
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=256))]
    pub machines: u16,
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

/// For whom students are written down.
#[derive(Debug, Args)]
pub struct Form {
    /// Write the form that everybody may read: pseudonyms, no names, no addresses, nothing that somebody wrote.
    /// `FOLIOCHECK_PSEUDONYM_KEY`, a secret of the school, makes the pseudonyms the same in every run and on every machine
    #[arg(long)]
    pub public: bool,
}

/// How the cohort is published.
#[derive(Debug, Args)]
pub struct Publish {
    /// The cohort.json of the run to compare with, where it is not the one in DIR
    #[arg(long, value_name = "FILE")]
    pub before: Option<PathBuf>,
    /// Keep one issue of this repository: opened when something got worse, closed when nobody has something to fix
    #[arg(long, value_name = "OWNER/REPO")]
    pub issue: Option<String>,
    /// Where the page will be read; names are refused where everybody can read them
    #[arg(long, value_enum, default_value_t, value_name = "PLACE")]
    pub place: Place,
    /// Every student agreed: write names even where everybody can read them
    #[arg(long)]
    pub names_in_public: bool,
    /// What makes the exit code 1
    #[arg(long, value_enum, default_value_t, value_name = "WHAT")]
    pub fail_on: FailOn,
}

/// Where a page will be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Place {
    /// In the folder; in GitHub Actions, in artifacts and branches of the repository of the run
    #[default]
    Here,
    /// On a site that everybody can open, such as GitHub Pages
    Site,
}
