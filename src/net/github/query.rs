//! The text of a GraphQL query, made from what is asked of each repository (pure). Field aliases are read by `shapes`.

use std::fmt::Write;

use super::{RepositoryAsk, Wanted, deployments, ledger, lineage, pins, teams};
use crate::facts::RepoName;

const ABOUT: &str = "fragment about on Repository{nameWithOwner isEmpty owner{__typename} isPrivate isArchived pushedAt parent{nameWithOwner} \
     defaultBranchRef{name target{oid}} homepageUrl description}";
const DEEP: &str = "fragment deep on Tree{entries{name type mode object{...tree}}}";
const TREE: &str = "fragment tree on Tree{entries{name type mode}}";
/// Two storeys with the names that git gives the files, by which it is known where the resume lies.
const NAMES: &str =
    "fragment names on Tree{entries{name type mode oid object{... on Tree{entries{name type oid}}}}}";
const BLOB: &str = "fragment blob on Blob{byteSize isBinary isTruncated text}";
/// Of the reviews the last hundred: an older one can only be followed by one that is read.
const PULL: &str = "fragment pull on PullRequest{author{login} createdAt headRefOid headRepository{nameWithOwner} \
     comments(first:100){...page} \
     reviewRequests(first:100){nodes{requestedReviewer{__typename ... on User{login} ... on Team{combinedSlug}}}} \
     reviews(last:100){nodes{author{login ... on User{databaseId}} state submittedAt body commit{oid}}}}";
const PAGE: &str = "fragment page on IssueCommentConnection{pageInfo{hasNextPage endCursor} \
     nodes{fullDatabaseId author{__typename login} viewerDidAuthor body}}";

/// One query for all of them, each under the alias that `alias` gives its place.
pub(super) fn repositories(asks: &[(RepoName, RepositoryAsk)]) -> String {
    let mut text = String::from("query{");
    for (place, (name, ask)) in asks.iter().enumerate() {
        let _ = write!(text, "{}:{}{{...about ", alias(place), repository(name));
        push_files(&mut text, ask);
        if let Some(number) = ask.pull_request {
            let _ = write!(text, "pullRequest(number:{number}){{...pull {}}} ", deployments::FIELDS);
        }
        if let Some(path) = &ask.kept {
            let _ = write!(text, "kept:defaultBranchRef{{{}}} ", ledger::fields(&quoted(path)));
        }
        text.push_str("} ");
        push_teams(&mut text, &alias(place), ask);
    }
    text.push('}');
    with_fragments(text)
}

/// One page of the comments of a pull request.
pub(super) fn comments(name: &RepoName, number: u64, after: Option<&str>) -> String {
    let after = after.map(|cursor| format!(",after:{}", quoted(cursor))).unwrap_or_default();
    with_fragments(format!(
        "query{{{}:{}{{nameWithOwner pullRequest(number:{number}){{comments(first:100{after}){{...page}}}}}}}}",
        alias(0),
        repository(name)
    ))
}

/// The name under which the answer for an ask stands.
pub(super) fn alias(place: usize) -> String {
    format!("r{place}")
}

/// The name under which a team that was asked for beside a repository stands.
pub(super) fn team_alias(alias: &str, place: usize) -> String {
    format!("{alias}t{place}")
}

/// The name under which a further file stands.
pub(super) fn file_alias(place: usize) -> String {
    format!("f{place}")
}

/// The name under which a manifest stands.
pub(super) fn manifest_alias(place: usize) -> String {
    format!("m{place}")
}

/// The name under which a deeper folder stands.
pub(super) fn folder_alias(place: usize) -> String {
    format!("d{place}")
}

fn push_teams(text: &mut String, alias: &str, ask: &RepositoryAsk) {
    for (place, team) in ask.teams.iter().enumerate() {
        let (organisation, name) = team.split_once('/').unwrap_or((team, ""));
        let (organisation, name) = (quoted(organisation), quoted(name));
        let alias = team_alias(alias, place);
        let _ = write!(
            text,
            "{alias}:organization(login:{organisation}){{team(slug:{name}){{{}}}}} ",
            teams::FIELDS
        );
    }
}

fn push_files(text: &mut String, ask: &RepositoryAsk) {
    let at = ask.git_ref.as_deref().unwrap_or("HEAD");
    let mut object = |alias: &str, path: &str, part: &str| {
        let _ = write!(text, "{alias}:object(expression:{}){{{part}}} ", quoted(&format!("{at}:{path}")));
    };
    let has_surroundings = ask.readme == Wanted::Yes && ask.surroundings == Wanted::Yes;
    let listing = if has_surroundings { "...deep" } else { "...tree" };
    let top = match (ask.pull_request, &ask.folder) {
        (Some(_), _) => "...names",
        (None, None) => listing,
        (None, Some(_)) => "...tree",
    };
    object("top", "", top);
    if has_surroundings {
        ask.manifests()
            .enumerate()
            .for_each(|(place, path)| object(&manifest_alias(place), &path, "...blob"));
        ask.deep_folders()
            .enumerate()
            .for_each(|(place, path)| object(&folder_alias(place), &path, "...tree"));
    }
    for (place, path) in ask.files.iter().enumerate() {
        object(&file_alias(place), path, "...blob");
    }
    match (ask.readme, &ask.folder) {
        (Wanted::No, _) => {}
        (Wanted::Yes, Some(folder)) => {
            let folder = folder.trim_matches('/');
            object("folder", folder, listing);
            object("readme", &format!("{folder}/README.md"), "...blob");
        }
        (Wanted::Yes, None) => {
            object("hidden", ".github", "...tree");
            object("docs", "docs", "...tree");
            object("readme", "README.md", "...blob");
        }
    }
    if has_surroundings {
        text.push_str(&lineage::fields(ask));
    }
    if ask.wants_pins {
        text.push_str(pins::FIELDS);
    }
    if ask.git_ref.is_some() {
        let _ = write!(text, "at:object(expression:{}){{oid ... on Tag{{target{{oid}}}}}} ", quoted(at));
    }
}

fn repository(name: &RepoName) -> String {
    format!("repository(owner:{},name:{})", quoted(name.owner()), quoted(name.name()))
}

/// A GraphQL string. Its escapes are those of JSON, so nothing in a folder's name can end it.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Adds the fragments that are used, which GraphQL insists on, each after those that use it.
fn with_fragments(mut text: String) -> String {
    for (spread, fragment) in [
        ("...about", ABOUT),
        ("...deep", DEEP),
        ("...tree", TREE),
        ("...source", lineage::SOURCE),
        ("...names", NAMES),
        ("...blob", BLOB),
        ("...pull", PULL),
        ("...page", PAGE),
    ] {
        if text.contains(spread) {
            text.push(' ');
            text.push_str(fragment);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name() -> RepoName {
        RepoName::parse("ada/weather").unwrap()
    }

    #[test]
    fn asks_only_for_what_is_wanted() {
        let known = RepositoryAsk { readme: Wanted::No, pull_request: Some(7), ..RepositoryAsk::default() };
        let text = repositories(&[(name(), known)]);
        assert!(text.contains("pullRequest(number:7)"), "{text}");
        assert!(!text.contains("README") && !text.contains("fragment blob"), "{text}");
    }

    #[test]
    fn text_of_a_student_cannot_leave_its_string() {
        let ask = RepositoryAsk {
            folder: Some("a\"){id} x:viewer{login} #\\".into()),
            git_ref: Some("main\"\n".into()),
            ..RepositoryAsk::default()
        };
        let text = repositories(&[(name(), ask)]);
        assert!(text.contains(r#""main\"\n:a\"){id} x:viewer{login} #\\/README.md""#), "{text}");
    }
}
