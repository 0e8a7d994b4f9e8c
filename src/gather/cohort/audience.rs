//! Who can read what a run publishes, and the key of the pseudonyms where everybody can.

use serde::Deserialize;

use crate::cohort::public::Key;
use crate::settings::Environment;

/// The variable with the school's secret.
pub const KEY: &str = "FOLIOCHECK_PSEUDONYM_KEY";

/// Who can read what a run leaves behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Audience {
    /// Those whom the school lets: a folder of this machine, a private repository.
    School,
    /// Everybody; the text says why.
    Everybody(String),
}

#[derive(Deserialize)]
struct Payload {
    repository: PayloadRepository,
}

#[derive(Deserialize)]
struct PayloadRepository {
    full_name: String,
    private: bool,
}

/// Who can read the artifacts and branches of this run. Where the event does not say so, everybody.
pub fn fetch_audience(environment: &Environment) -> Audience {
    let variable = |name: &str| environment.get(name).map_or("", String::as_str);
    if variable("GITHUB_ACTIONS") != "true" {
        return Audience::School;
    }
    let payload = std::fs::read_to_string(variable("GITHUB_EVENT_PATH"));
    match payload.ok().and_then(|text| serde_json::from_str::<Payload>(&text).ok()) {
        Some(Payload { repository }) if repository.private => Audience::School,
        Some(Payload { repository }) => {
            Audience::Everybody(format!("the repository {} is public", repository.full_name))
        }
        None => {
            Audience::Everybody("the event of this run does not say that its repository is private".into())
        }
    }
}

/// The key of the pseudonyms: the school's secret, else chance.
///
/// # Errors
/// A message that names the variable, where its secret is too short; or what the system says, where it has no chance.
pub fn fetch_key(environment: &Environment) -> Result<(Key, Lasts), String> {
    if let Some(secret) = environment.get(KEY).filter(|secret| !secret.trim().is_empty()) {
        let key = Key::of_secret(secret).map_err(|problem| format!("`{KEY}`: {problem}"))?;
        return Ok((key, Lasts::ForGood));
    }
    let mut chance = [0; 32];
    getrandom::fill(&mut chance).map_err(|why| format!("no key could be made: {why}"))?;
    Ok((Key::of_chance(chance), Lasts::ForThisRun))
}

/// How long pseudonyms stay the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasts {
    /// As long as the secret.
    ForGood,
    /// Until the end of the run.
    ForThisRun,
}
