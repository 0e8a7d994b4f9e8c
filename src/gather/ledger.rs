//! The school's ledger: the file about this student in the repository of the policy, where the student cannot write.

use super::approvals::fetch_teams;
use super::ground::Ground;
use crate::facts::{Keeper, Ledger, Obstacle, Place, Seen, Untrusted};
use crate::net::github::GitHub;
use crate::parse::ledger;
use crate::policy::{Policy, PolicySource};
use crate::settings::Settings;

/// Reads it, where the policy has one: one request. None where it has no file about this student.
pub(super) async fn fetch_ledger(
    ground: &Ground,
    settings: &Settings,
    policy: &Policy,
    github: &GitHub,
) -> Seen<Option<Ledger>> {
    let is_asked = ["resume-approved", "portfolio-approved"].iter().any(|rule| policy.demands(rule));
    let Some(template) = policy.ledger.as_ref().filter(|_| is_asked) else { return Err(Obstacle::NotAsked) };
    let PolicySource::Repository { name, .. } = &policy.source else {
        return Err(Obstacle::DependsOn { what: "a policy that lies in a repository of the school" });
    };
    let student = ground.student(settings).ok_or(Obstacle::DependsOn { what: "the student’s account" })?;
    let is_part_of_a_path = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !student.as_written().chars().all(is_part_of_a_path) {
        return Ok(None);
    }
    let path = template.replace("{student}", &student.as_written().to_lowercase());
    let Some(file) = github.fetch_kept_file(name, &path).await? else { return Ok(None) };
    let keeper = match file.carrier {
        None => None,
        Some(carrier) => {
            let login = Untrusted::from(carrier.login);
            let teams = fetch_teams((&login, carrier.id), policy, github).await;
            Some(Keeper { id: carrier.id, at: carrier.at, teams, login })
        }
    };
    let place = Place::File { repository: Some(name.clone()), path: path.into(), line: None };
    Ok(Some(Ledger { place, entries: ledger::entries(&file.text)?, keeper }))
}
