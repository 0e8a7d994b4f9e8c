//! `foliocheck init`: the workflow and a `portfolio.yml` to start from, filled with what was found. Nothing is overwritten.

use std::path::Path;

use clap::Parser;

use super::job::job;
use super::{Machine, RunError};
use crate::cli::Check;
use crate::deliver::{console, files::write_new};
use crate::exit;
use crate::gather::gather;
use crate::net::Net;
use crate::policy::Policy;
use crate::render::start;

/// Where the workflow is written.
const WORKFLOW: &str = ".github/workflows/portfolio.yml";

/// Writes both files.
///
/// # Errors
/// When the folder is not there or cannot be written.
pub(super) async fn init(dir: &Path, machine: &Machine) -> Result<u8, RunError> {
    if !(machine.is_folder)(&dir.to_string_lossy()) {
        return Err(RunError::Usage(format!(
            "`{}` is not a folder; `foliocheck init DIR` writes into one",
            dir.display()
        )));
    }
    let portfolio = match found(dir, machine).await {
        Ok(facts) => start::portfolio_file(&facts),
        Err(error) => {
            console::write_remark(&format!("Nothing was found to fill in: {error}"));
            start::EMPTY_PORTFOLIO_FILE.to_owned()
        }
    };
    write(&dir.join(WORKFLOW), &start::workflow())?;
    write(&dir.join("portfolio.yml"), &portfolio)?;
    console::write_result(
        "Next: look through portfolio.yml, commit both files, and open a pull request. The report appears on it as a comment.",
    )?;
    Ok(exit::OK)
}

async fn found(dir: &Path, machine: &Machine) -> Result<crate::facts::Facts, RunError> {
    let words = ["foliocheck".as_ref(), "--".as_ref(), dir.as_os_str()];
    let flags = Check::try_parse_from(words).map_err(|error| RunError::Usage(error.to_string()))?;
    let job = job(&flags, machine)?;
    let net = Net::new(&job.settings.hosts, job.settings.token.as_ref(), job.settings.guard)?;
    Ok(gather(&job.settings, &Policy::portfolio(), &net).await?)
}

fn write(path: &Path, text: &str) -> Result<(), RunError> {
    let is_new = write_new(path, text)?;
    let path = path.display();
    console::write_result(&if is_new {
        format!("{path}: written")
    } else {
        format!("{path}: is there already and was left as it is")
    })?;
    Ok(())
}
