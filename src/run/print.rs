//! Commands that only print: `explain`, `schema`, `completions`, `manpage`.

use clap::CommandFactory;

use super::RunError;
use crate::cli::{Cli, SchemaFile};
use crate::deliver::console;
use crate::exit;
use crate::render::manual;
use crate::rules;

pub(super) fn explain(id: Option<&str>) -> Result<u8, RunError> {
    let text = match id {
        None => manual::list(&rules::all()),
        Some(id) => match rules::find(id) {
            Some(rule) => manual::page(rule),
            None => return Err(RunError::Usage(unknown_rule(id))),
        },
    };
    print(&text)
}

fn unknown_rule(id: &str) -> String {
    let nearest = rules::nearest(id).map(|id| format!("; the nearest is `{id}`")).unwrap_or_default();
    format!("`{id}` is not a rule{nearest} (`foliocheck explain` lists them)")
}

/// Prints the file that a test holds against the types; making it here would cost a third of a megabyte of program.
pub(super) fn schema(which: SchemaFile) -> Result<u8, RunError> {
    print(match which {
        SchemaFile::Report => include_str!("../schema/report.json"),
        SchemaFile::Portfolio => include_str!("../schema/portfolio.json"),
        SchemaFile::Policy => include_str!("../schema/policy.json"),
        SchemaFile::Cohort => include_str!("../schema/cohort.json"),
    })
}

pub(super) fn completions(shell: clap_complete::Shell) -> Result<u8, RunError> {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "foliocheck", &mut bytes);
    print(&String::from_utf8_lossy(&bytes))
}

pub(super) fn manpage() -> Result<u8, RunError> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut bytes)?;
    print(&String::from_utf8_lossy(&bytes))
}

fn print(text: &str) -> Result<u8, RunError> {
    console::write_result(text)?;
    Ok(exit::OK)
}
