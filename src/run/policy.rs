//! `foliocheck policy`: print what a school demands, or name every mistake of the file.

use super::job::hosts;
use super::{Machine, RunError};
use crate::cli::PolicyCommand;
use crate::deliver::console;
use crate::exit;
use crate::gather::policy::fetch_policy;
use crate::gather::token::fetch_token;
use crate::net::Net;
use crate::policy::Policy;
use crate::render;
use crate::rules;
use crate::settings::Guard;
use crate::settings::policy::PolicyAsk;

/// Shows or checks a policy.
///
/// # Errors
/// When it cannot be read or has mistakes.
pub(super) async fn policy(command: &PolicyCommand, machine: &Machine) -> Result<u8, RunError> {
    let (PolicyCommand::Show { source } | PolicyCommand::Check { source }) = command;
    let policy = read(source, machine).await?;
    console::write_result(&match command {
        PolicyCommand::Show { .. } => render::policy::policy(&policy, &rules::all()),
        PolicyCommand::Check { .. } => render::policy::sound(&policy),
    })?;
    Ok(exit::OK)
}

async fn read(source: &str, machine: &Machine) -> Result<Policy, RunError> {
    let ask = PolicyAsk::parse(source, |path| (machine.is_file)(path)).map_err(RunError::Usage)?;
    let hosts = hosts(&machine.environment).map_err(RunError::Usage)?;
    let token = match ask {
        PolicyAsk::Repository { .. } => fetch_token(&machine.environment, &hosts),
        PolicyAsk::Preset(_) | PolicyAsk::File(_) => None,
    };
    let net = Net::new(&hosts, token.as_ref(), Guard::PublicOnly)?;
    Ok(fetch_policy(&ask, &net.github, &rules::ids()).await?)
}
