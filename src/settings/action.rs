//! A workflow run's environment and event -> settings. Read from maps, never from the environment itself.

use serde::Deserialize;

use super::{Environment, EventFacts};
use crate::facts::RepoName;

/// What a workflow run says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// `pull_request`, `push`, `schedule`, ...
    pub name: String,
    /// The repository the workflow runs in.
    pub repository: RepoName,
    /// The pull request's number.
    pub pull_request: Option<u64>,
    /// The commit that the checkout action checks out.
    pub checked_out: Option<String>,
    /// What the change is proposed to: the commit of the base branch, else the default branch.
    pub base: Option<String>,
    /// What nobody has to ask the API for.
    pub facts: EventFacts,
}

impl Event {
    /// True where the pull request comes from another repository, whose runs get a token that only reads.
    pub fn is_from_fork(&self) -> bool {
        self.pull_request.is_some()
            && self.facts.head_repository.as_ref().is_some_and(|head| *head != self.repository)
    }
}

/// Why the environment is not that of a workflow run. Each names the variable or the file.
#[derive(Debug, thiserror::Error)]
pub enum EventError {
    /// A variable is not set.
    #[error(
        "`{0}` is not set; `foliocheck action` runs inside GitHub Actions, elsewhere `foliocheck check` does the same"
    )]
    Missing(&'static str),
    /// `GITHUB_REPOSITORY` is not `owner/name`.
    #[error("`GITHUB_REPOSITORY` is `{0}`, which is not OWNER/REPO")]
    Repository(String),
    /// The event's file is not what GitHub writes.
    #[error("could not read the event in `{path}`: {why}")]
    Payload {
        /// The file.
        path: String,
        /// What is wrong.
        why: String,
    },
}

/// A variable that has to be there.
///
/// # Errors
/// When it is not set, or empty.
pub fn variable<'a>(environment: &'a Environment, name: &'static str) -> Result<&'a str, EventError> {
    environment
        .get(name)
        .map(String::as_str)
        .filter(|value| !value.is_empty())
        .ok_or(EventError::Missing(name))
}

/// Reads the event of a run; `payload` is the text of the file that `GITHUB_EVENT_PATH` names.
///
/// # Errors
/// When a variable is missing or the payload is not of the event that it is said to be.
pub fn event(environment: &Environment, payload: &str) -> Result<Event, EventError> {
    let name = variable(environment, "GITHUB_EVENT_NAME")?.to_owned();
    let repository = variable(environment, "GITHUB_REPOSITORY")?;
    let repository =
        RepoName::parse(repository).ok_or_else(|| EventError::Repository(repository.to_owned()))?;
    let wrong = |why: String| EventError::Payload {
        path: environment.get("GITHUB_EVENT_PATH").cloned().unwrap_or_default(),
        why,
    };
    let payload: Payload = serde_json::from_str(payload).map_err(|error| wrong(error.to_string()))?;
    let is_about_pull_request =
        matches!(name.as_str(), "pull_request" | "pull_request_target" | "pull_request_review");
    if is_about_pull_request && payload.pull_request.is_none() {
        return Err(wrong(format!("it has no `pull_request`, although the event is `{name}`")));
    }
    Ok(Event {
        repository,
        pull_request: payload.pull_request.as_ref().map(|pull_request| pull_request.number),
        checked_out: environment.get("GITHUB_SHA").cloned(),
        base: base(&payload),
        facts: facts(payload),
        name,
    })
}

fn base(payload: &Payload) -> Option<String> {
    let proposed_to = payload.pull_request.as_ref().and_then(|pull_request| pull_request.base.as_ref());
    let default = payload.repository.as_ref().and_then(|repository| repository.default_branch.clone());
    proposed_to.map(|base| base.sha.clone()).or(default)
}

fn facts(payload: Payload) -> EventFacts {
    let repository = payload.repository.unwrap_or_default();
    let pull_request = payload.pull_request;
    let head = pull_request.as_ref().map(|pull_request| &pull_request.head);
    EventFacts {
        head: head.map(|head| head.sha.clone()),
        head_repository: head
            .and_then(|head| head.repo.as_ref())
            .and_then(|repository| RepoName::parse(&repository.full_name)),
        author: pull_request.and_then(|pull_request| pull_request.user).map(|user| user.login),
        homepage: repository.homepage.filter(|homepage| !homepage.is_empty()),
        has_pages: repository.has_pages,
        default_branch: repository.default_branch,
    }
}

/// The parts that are read of GitHub's event payload; all others are ignored.
#[derive(Debug, Deserialize)]
struct Payload {
    repository: Option<PayloadRepository>,
    pull_request: Option<PayloadPullRequest>,
}

#[derive(Debug, Deserialize, Default)]
struct PayloadRepository {
    homepage: Option<String>,
    #[serde(default)]
    has_pages: bool,
    default_branch: Option<String>,
}

#[derive(Debug, Deserialize)]
struct PayloadPullRequest {
    number: u64,
    user: Option<PayloadUser>,
    head: PayloadHead,
    base: Option<PayloadBase>,
}

#[derive(Debug, Deserialize)]
struct PayloadBase {
    sha: String,
}

#[derive(Debug, Deserialize)]
struct PayloadUser {
    login: String,
}

#[derive(Debug, Deserialize)]
struct PayloadHead {
    sha: String,
    repo: Option<PayloadHeadRepository>,
}

#[derive(Debug, Deserialize)]
struct PayloadHeadRepository {
    full_name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(event: &str) -> Environment {
        [("GITHUB_EVENT_NAME", event), ("GITHUB_REPOSITORY", "ada/portfolio"), ("GITHUB_SHA", "m3rge")]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    const PULL_REQUEST: &str = r#"{
        "action": "synchronize",
        "repository": {"homepage": "https://ada.example", "has_pages": true, "default_branch": "main"},
        "pull_request": {"number": 7, "user": {"login": "ada"}, "base": {"sha": "ba5e"},
            "head": {"sha": "abc", "repo": {"full_name": "ada/portfolio"}}}
    }"#;

    #[test]
    fn a_pull_request_says_everything_that_nobody_has_to_ask_for() {
        let event = event(&environment("pull_request"), PULL_REQUEST).unwrap();
        assert_eq!(event.pull_request, Some(7));
        assert_eq!(event.base.as_deref(), Some("ba5e"));
        assert!(!event.is_from_fork());
        assert_eq!(event.facts.head.as_deref(), Some("abc"));
        assert_eq!(event.facts.author.as_deref(), Some("ada"));
        assert_eq!(event.facts.homepage.as_deref(), Some("https://ada.example"));
    }

    #[test]
    fn a_pull_request_of_a_fork_is_known_by_its_head() {
        let payload =
            PULL_REQUEST.replace(r#""full_name": "ada/portfolio""#, r#""full_name": "bob/portfolio""#);
        assert!(event(&environment("pull_request"), &payload).unwrap().is_from_fork());
    }

    #[test]
    fn a_schedule_has_no_pull_request() {
        let event = event(&environment("schedule"), r#"{"schedule": "0 6 * * *"}"#).unwrap();
        assert_eq!(event.pull_request, None);
    }

    #[test]
    fn a_payload_that_makes_no_sense_names_its_file() {
        let mut environment = environment("pull_request");
        environment.insert("GITHUB_EVENT_PATH".into(), "/tmp/event.json".into());
        for payload in ["{", "[]", "{}", r#"{"pull_request": {"number": "seven"}}"#] {
            let error = event(&environment, payload).unwrap_err().to_string();
            assert!(error.contains("/tmp/event.json"), "{error}");
        }
    }

    #[test]
    fn a_missing_variable_is_named() {
        let error = event(&Environment::new(), "{}").unwrap_err().to_string();
        assert!(error.contains("GITHUB_EVENT_NAME") && error.contains("foliocheck check"), "{error}");
    }
}
