//! Flags and environment -> what one student's run is told. All problems are said at once.

use url::Url;

use super::{Machine, RunError};
use crate::cli::{Check, FailOn, RenderFlag};
use crate::facts::{Instant, RepoName, Sightings};
use crate::gather::token::fetch_token;
use crate::rule::Group;
use crate::rules;
use crate::settings::policy::PolicyAsk;
use crate::settings::{Environment, Guard, Hosts, Only, Render, Settings, SiteFlag, target};

/// One student's run.
#[derive(Debug)]
pub(super) struct Job {
    /// What to look at, and how.
    pub(super) settings: Settings,
    /// Where what the school demands is to be read from.
    pub(super) policy: PolicyAsk,
    /// What makes the exit code 1.
    pub(super) fail_on: FailOn,
}

/// Merges flags and environment.
///
/// # Errors
/// Every problem, each on its own line.
pub(super) fn job(flags: &Check, machine: &Machine) -> Result<Job, RunError> {
    let mut problems = Vec::new();
    // Without the code host's addresses nothing else can be read.
    let hosts = hosts(&machine.environment).map_err(RunError::Usage)?;
    let aim = keep(target::parse(&flags.target, &hosts, |path| (machine.is_folder)(path)), &mut problems);
    let policy = keep(policy(&flags.policy, machine), &mut problems);
    let only = keep(only(&flags.only), &mut problems);
    let as_of = flags.as_of.as_deref().map(instant).transpose();
    let as_of = keep(as_of, &mut problems).flatten();
    let site = flags.site.as_deref().map(|site| site_flag(site, machine)).transpose();
    let site = keep(site, &mut problems).flatten();
    let (Some((target, addressed)), Some(policy), Some(only), true) =
        (aim, policy, only, problems.is_empty())
    else {
        return Err(RunError::Usage(problems.join("\n")));
    };
    let token = fetch_token(&machine.environment, &hosts);
    let settings = Settings {
        started: machine.now,
        target,
        student: None,
        repository: machine.environment.get("GITHUB_REPOSITORY").and_then(|name| RepoName::parse(name)),
        pull_request: flags.pr.or(addressed),
        event: None,
        site,
        render: render(flags.render),
        only,
        as_of,
        sightings: Sightings::new(),
        guard: if flags.allow_private_addresses { Guard::PrivateAllowed } else { Guard::PublicOnly },
        hosts,
        token,
    };
    Ok(Job { settings, policy, fail_on: flags.fail_on })
}

pub(super) fn keep<T>(result: Result<T, String>, problems: &mut Vec<String>) -> Option<T> {
    result.map_err(|problem| problems.push(problem)).ok()
}

pub(super) fn render(flag: RenderFlag) -> Render {
    match flag {
        RenderFlag::Auto => Render::Auto,
        RenderFlag::Always => Render::Always,
        RenderFlag::Never => Render::Never,
    }
}

pub(super) fn policy(source: &str, machine: &Machine) -> Result<PolicyAsk, String> {
    // In a workflow run the files that are here are the student's: one called `school/policies` must not hide a repository.
    let is_workflow = machine.environment.get("GITHUB_ACTIONS").is_some_and(|value| value == "true");
    PolicyAsk::parse(source, |path| !is_workflow && (machine.is_file)(path))
        .map_err(|problem| format!("`--policy`: {problem}"))
}

pub(super) fn instant(text: &str) -> Result<Instant, String> {
    Instant::parse(text).ok_or_else(|| {
        format!("`--as-of {text}` is not a moment with its zone; the right form is 2017-02-01T18:00:00-07:00")
    })
}

pub(super) fn only(names: &[String]) -> Result<Only, String> {
    if names.is_empty() {
        return Ok(Only::Everything);
    }
    let (mut groups, mut ids) = (Vec::new(), Vec::new());
    for name in names {
        if let Some(group) = Group::ALL.into_iter().find(|group| group.label() == name) {
            groups.push(group);
        } else if rules::find(name).is_some() {
            ids.push(name.clone());
        } else {
            let nearest =
                rules::nearest(name).map(|id| format!("; the nearest is `{id}`")).unwrap_or_default();
            return Err(format!(
                "`--only {name}` is neither a group nor a rule{nearest} (`foliocheck explain` lists them)"
            ));
        }
    }
    Ok(Only::Listed { groups, rules: ids })
}

fn site_flag(text: &str, machine: &Machine) -> Result<SiteFlag, String> {
    match Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(SiteFlag::Url(url)),
        Ok(_) | Err(_) if (machine.is_folder)(text) => Ok(SiteFlag::Folder(text.into())),
        Ok(_) | Err(_) => {
            Err(format!("`--site {text}` is neither an address (https://...) nor a folder that is there"))
        }
    }
}

/// The code host of the environment; github.com where it says nothing.
pub(super) fn hosts(environment: &Environment) -> Result<Hosts, String> {
    let address = |name: &str, default: &str| {
        let value = environment.get(name).map(String::as_str).filter(|value| !value.is_empty());
        let value = value.unwrap_or(default);
        Url::parse(value).map_err(|why| format!("`{name}` is `{value}`, which is no address: {why}"))
    };
    let api = address("GITHUB_API_URL", "https://api.github.com")?;
    // GitHub Enterprise has /api/v3 and beside it /api/graphql; github.com has GraphQL below its API.
    let graphql = match api.path().strip_suffix("/v3").or(api.path().strip_suffix("/v3/")) {
        Some(above) => api.join(&format!("{above}/graphql")),
        None => api.join("/graphql"),
    };
    let graphql =
        graphql.map_err(|why| format!("`GITHUB_API_URL` is `{api}`, which is no address: {why}"))?;
    Ok(Hosts {
        graphql: address("GITHUB_GRAPHQL_URL", graphql.as_str())?,
        server: address("GITHUB_SERVER_URL", "https://github.com")?,
        api,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts_of(variables: &[(&str, &str)]) -> Result<Hosts, String> {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        hosts(&variables.iter().map(own).collect())
    }

    #[test]
    fn the_public_host_is_the_default() {
        let hosts = hosts_of(&[("GITHUB_API_URL", "")]).unwrap();
        assert_eq!(hosts.graphql.as_str(), "https://api.github.com/graphql");
        assert_eq!(hosts.server.as_str(), "https://github.com/");
    }

    #[test]
    fn an_enterprise_host_has_graphql_beside_its_api() {
        let hosts = hosts_of(&[("GITHUB_API_URL", "https://git.school.example/api/v3")]).unwrap();
        assert_eq!(hosts.graphql.as_str(), "https://git.school.example/api/graphql");
    }

    #[test]
    fn an_address_that_is_none_is_named() {
        let problem = hosts_of(&[("GITHUB_SERVER_URL", "github")]).unwrap_err();
        assert!(problem.contains("GITHUB_SERVER_URL"), "{problem}");
    }
}
