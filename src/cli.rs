//! The command line: what may be typed, each flag with its help. Nothing is done here.

mod cohort;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

pub use cohort::{CohortCommand, CohortMerge, CohortPlan, CohortRun, Place, Publish};

use crate::render::Format;

/// Looks at a student's portfolio the way a hiring reader does, and says what to fix next.
#[derive(Debug, Parser)]
#[command(name = "foliocheck", version, propagate_version = true, max_term_width = 100, after_help = AFTER_HELP)]
pub struct Cli {
    #[command(flatten)]
    /// What holds for every command.
    pub global: Global,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

const AFTER_HELP: &str = "\
Exit codes:
  0  nothing that is required failed
  1  at least one required rule failed
  2  usage or configuration
  3  nothing could be judged, or the report reached nobody

Tokens are read from GITHUB_TOKEN or GH_TOKEN, else from `gh auth token`. Without one, public data is enough.";

impl Cli {
    /// Reads the words of a command line, the program's name first.
    ///
    /// # Errors
    /// What clap says of them; help and the version are "errors" too.
    pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let matches = Self::command().try_get_matches_from(words)?;
        let mut cli = Self::from_arg_matches(&matches)?;
        if let (Command::Check(check), Some((_, matches))) = (&mut cli.command, matches.subcommand()) {
            // Derived structs do not tell the order of flags, which pairs a format with its file.
            let places = |name| matches.indices_of(name).map(Iterator::collect).unwrap_or_default();
            check.format_at = places("format");
            check.output_at = places("output");
        }
        Ok(cli)
    }
}

/// Flags of every command.
#[derive(Debug, Args)]
pub struct Global {
    /// Colour the output
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
    /// Print results only, no remarks
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Print passes and reasons in full
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,
    /// Keep answers of the code host's REST API there between runs; the host confirms each before it is used again
    #[arg(long, global = true, value_name = "DIR")]
    pub cache_dir: Option<PathBuf>,
    /// Keep no answers between runs, whatever `--cache-dir` says
    #[arg(long, global = true)]
    pub no_cache: bool,
    /// Refused: a token on the command line can be read by every program of this machine
    #[arg(long, global = true, hide = true, value_name = "TOKEN")]
    pub token: Option<String>,
}

impl Global {
    /// The folder for answers that are kept between runs; none where none are.
    pub fn cache(&self) -> Option<&Path> {
        self.cache_dir.as_deref().filter(|_| !self.no_cache)
    }
}

/// When to colour the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// On a terminal that can, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check one student's portfolio
    Check(Box<Check>),
    /// Judge one README as it is being written
    Readme(Readme),
    /// Do the whole job inside GitHub Actions, everything taken from its environment
    Action,
    /// Check a whole cohort: a roster in, a page out
    Cohort {
        /// What to do with the cohort
        #[command(subcommand)]
        command: CohortCommand,
    },
    /// Write the workflow and a portfolio.yml to start from; never overwrites
    Init {
        /// The folder of the portfolio
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Print the manual page of a rule (what, why, how to fix, example), or the list of rules
    Explain {
        /// The id of a rule, such as resume-opens
        rule: Option<String>,
    },
    /// Print what a school demands
    Policy {
        /// What to do with the policy
        #[command(subcommand)]
        command: PolicyCommand,
    },
    /// Print the JSON Schema of a file
    Schema {
        /// Which file
        #[arg(value_enum)]
        file: SchemaFile,
    },
    /// Print the completions for a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page of this program
    Manpage,
}

/// What to do with a policy.
#[derive(Debug, Subcommand)]
pub enum PolicyCommand {
    /// Print it in full, each date as a moment in the school's zone
    Show {
        /// The name of a preset, a file, or OWNER/REPO[/PATH][@REF]
        #[arg(default_value = "portfolio")]
        source: String,
    },
    /// Name every mistake of a policy by its line
    Check {
        /// The name of a preset, a file, or OWNER/REPO[/PATH][@REF]
        #[arg(default_value = "portfolio")]
        source: String,
    },
}

/// Files with a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaFile {
    /// The JSON report.
    Report,
    /// The student's portfolio.yml.
    Portfolio,
    /// The school's policy.
    Policy,
    /// The cohort's cohort.json.
    Cohort,
}

/// What makes the exit code 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum FailOn {
    /// A required rule that is proven unmet.
    #[default]
    Fail,
    /// That, or something required that could not be told.
    CannotTell,
    /// Nothing.
    Never,
}

/// Whether to use a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum RenderFlag {
    /// Where a page needs it: it is empty, or lacks the resume, before its scripts have run
    #[default]
    Auto,
    /// For every page of the site
    Always,
    /// Not at all: pages and their scripts are read as they are sent
    Never,
}

/// Flags of `check`. The action's inputs are read by the same parser.
#[derive(Debug, Parser)]
pub struct Check {
    /// A folder, OWNER/REPO[@REF], a repository's address, or a pull request's address
    #[arg(default_value = ".")]
    pub target: String,
    /// The pull request of OWNER/REPO
    #[arg(long, value_name = "N")]
    pub pr: Option<u64>,
    /// Create or update the results comment on that pull request
    #[arg(long)]
    pub comment: bool,
    /// The portfolio site: an address, or a folder to serve on loopback as GitHub Pages would
    #[arg(long, value_name = "URL|DIR")]
    pub site: Option<String>,
    /// What the school demands: the name of a preset, a file, or OWNER/REPO[/PATH][@REF]
    #[arg(long, value_name = "SOURCE", default_value = "portfolio")]
    pub policy: String,
    /// Use the Chrome or Chromium of this machine for pages that need JavaScript
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub render: RenderFlag,
    /// Judge only these groups and rules
    #[arg(long, value_delimiter = ',', value_name = "GROUP|RULE")]
    pub only: Vec<String>,
    /// The format of the report
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Vec<Format>,
    /// Write there instead of standard output; the pair of --format and --output may be repeated
    #[arg(long, value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// Judge deadlines as of that moment (2017-02-01T18:00:00-07:00)
    #[arg(long, value_name = "INSTANT")]
    pub as_of: Option<String>,
    /// Where each `--format` stands among the words, filled in by `Cli::read`
    #[arg(skip)]
    pub format_at: Vec<usize>,
    /// Where each `--output` stands among the words, filled in by `Cli::read`
    #[arg(skip)]
    pub output_at: Vec<usize>,
    /// What makes the exit code 1
    #[arg(long, value_enum, default_value_t, value_name = "WHAT")]
    pub fail_on: FailOn,
    /// Contact private and loopback addresses from a student's material too (tests, intranets)
    #[arg(long)]
    pub allow_private_addresses: bool,
}

/// Flags of `readme`.
#[derive(Debug, Args)]
pub struct Readme {
    /// The file, or - for standard input; with --skeleton a folder or OWNER/REPO
    #[arg(required_unless_present = "skeleton")]
    pub file: Option<PathBuf>,
    /// Print a README to start from instead, made from the project's own manifests
    #[arg(long, conflicts_with = "format")]
    pub skeleton: bool,
    /// The format of the report
    #[arg(long, value_enum, default_value = "terminal", value_name = "FORMAT")]
    pub format: ReadmeFormat,
}

/// Formats of a README's judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReadmeFormat {
    /// For people at a prompt.
    Terminal,
    /// For programs.
    Json,
}
