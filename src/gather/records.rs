//! The records of the job hunt: from the portfolio repository, another one, or a gist; only those that the policy asks for.

use url::Url;

use super::ground::Ground;
use crate::facts::{ContactLog, Evidence, Obstacle, Place, RepoName, Seen};
use crate::net::Net;
use crate::net::github::{GitHub, RepositoryAsk, Wanted};
use crate::net::http::{Arrival, Ask, Part, Trust};
use crate::parse::records;
use crate::policy::Policy;
use crate::settings::file::{self, Line};

/// The most that is read of one record.
const MAX_BYTES: usize = 1_000_000;

/// Where a record lies.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Home {
    /// A file of the portfolio repository.
    Own(String),
    /// A file of another repository.
    Repository(RepoName, String),
    /// A gist or a page.
    Web(Url),
}

/// A record as it was read, and where.
struct Record {
    place: Place,
    path: String,
    bytes: Vec<u8>,
}

/// Reads the records that the policy asks for.
pub(super) async fn fetch_records(ground: &Ground, policy: &Policy, net: &Net) -> Evidence {
    let mut evidence = Evidence::not_asked();
    let asks = |rules: &[&str]| rules.iter().any(|rule| policy.demands(rule));
    let declared = ground.declared.as_ref().map_err(Clone::clone);
    let declared = declared.map(|file| file.as_ref().and_then(|file| file.evidence.as_ref()));
    let named = |choose: fn(&file::Evidence) -> &Option<Line>| {
        declared.clone().map(|evidence| evidence.and_then(|evidence| choose(evidence).as_ref()))
    };
    if asks(&["outreach-contacts", "outreach-complete", "outreach-distinct"]) {
        let record = fetch(named(|evidence| &evidence.outreach), ground, net).await;
        evidence.outreach = read(record, |record| {
            let log = records::contacts(&record.path, &record.bytes)?;
            Ok(ContactLog { place: record.place.clone(), contacts: log.contacts, repairs: log.repairs })
        });
    }
    if asks(&["interview-evidenced"]) {
        let record = fetch(named(|evidence| &evidence.interview), ground, net).await;
        evidence.interviews = read(record, |record| records::interviews(&record.path, &record.bytes));
    }
    if asks(&["plan-written"]) {
        let record = fetch(named(|evidence| &evidence.plan), ground, net).await;
        evidence.plan = read(record, |record| records::plan(&record.bytes));
    }
    evidence
}

fn read<T>(record: Seen<Option<Record>>, parse: impl Fn(&Record) -> Seen<T>) -> Seen<Option<T>> {
    record?.as_ref().map(parse).transpose()
}

/// None where the student names none, or where it names is nothing.
async fn fetch(named: Seen<Option<&Line>>, ground: &Ground, net: &Net) -> Seen<Option<Record>> {
    let Some(line) = named? else { return Ok(None) };
    match home(line.text.trim(), ground) {
        Home::Own(path) if ground.folder.is_some() => from_tree(&path, ground),
        Home::Own(path) => {
            let name = ground.name.as_ref().ok_or(Obstacle::NotInALocalRun)?;
            from_repository(name, &path, ground.git_ref.as_deref(), &net.github).await
        }
        Home::Repository(name, path) => from_repository(&name, &path, None, &net.github).await,
        Home::Web(url) => from_web(&url, net).await,
    }
}

/// `evidence/outreach.csv`, `ada/job-hunt/outreach.csv`, or an address. What lies in the portfolio is meant.
fn home(text: &str, ground: &Ground) -> Home {
    if let Some(url) = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https")) {
        return Home::Web(raw(url));
    }
    let path = text.trim_start_matches("./");
    let first = path.split('/').next().unwrap_or_default();
    let mut parts = path.splitn(3, '/');
    let other =
        parts.next().zip(parts.next()).and_then(|(owner, name)| RepoName::new(owner, name)).zip(parts.next());
    let is_own =
        ground.tree.has(path) || ground.tree.has_folder(first) || ground.tree.has(&format!("{first}/"));
    match other {
        Some((name, path)) if !is_own => Home::Repository(name, path.to_owned()),
        Some(_) | None => Home::Own(path.to_owned()),
    }
}

/// The text of a gist instead of the page around it.
fn raw(mut url: Url) -> Url {
    if url.host_str() == Some("gist.github.com") && !url.path().contains("/raw") {
        url.set_path(&format!("{}/raw", url.path().trim_end_matches('/')));
        url.set_fragment(None);
    }
    url
}

fn from_tree(path: &str, ground: &Ground) -> Seen<Option<Record>> {
    match ground.tree.file(path) {
        Some(file) => {
            Ok(Some(Record { place: place(None, path), path: path.to_owned(), bytes: file.bytes.clone() }))
        }
        None if ground.tree.has(path) => Err(Obstacle::Unreadable { why: "its kind or its size" }),
        None => Ok(None),
    }
}

async fn from_repository(
    name: &RepoName,
    path: &str,
    git_ref: Option<&str>,
    github: &GitHub,
) -> Seen<Option<Record>> {
    let ask = RepositoryAsk {
        git_ref: git_ref.map(str::to_owned),
        readme: Wanted::No,
        files: vec![path.to_owned()],
        ..RepositoryAsk::default()
    };
    let answers = github.fetch_repositories(&[(name.clone(), ask)]).await.map_err(|_| Obstacle::NoAccess)?;
    // A private repository and a missing one look the same: nothing is known of it.
    let answer = answers.into_iter().next().unwrap_or(Err(Obstacle::Garbled))?.ok_or(Obstacle::NoAccess)?;
    let file = answer.files.get(path).cloned().unwrap_or(Err(Obstacle::Garbled))?;
    Ok(file.map(|file| Record {
        place: place(Some(name), path),
        path: path.to_owned(),
        bytes: file.bytes.to_vec(),
    }))
}

async fn from_web(url: &Url, net: &Net) -> Seen<Option<Record>> {
    let part = Part::Whole { max_bytes: MAX_BYTES };
    match net.web.fetch(Ask { url, trust: Trust::Student, part }).await? {
        Arrival::Answer(answer) if answer.status == 200 => Ok(Some(Record {
            place: Place::Page { url: url.as_str().into(), quoted: None },
            path: answer.url.path().to_owned(),
            bytes: answer.body.to_vec(),
        })),
        Arrival::Answer(_) | Arrival::NoSuchHost | Arrival::RedirectLoop => Ok(None),
    }
}

fn place(repository: Option<&RepoName>, path: &str) -> Place {
    Place::File { repository: repository.cloned(), path: path.into(), line: None }
}
