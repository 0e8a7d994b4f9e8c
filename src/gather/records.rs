//! The records of the job hunt: from the portfolio repository, another one, or a page; only those that the policy asks for.
//! What lies on the code host rides along with the question about the projects, so that records cost no request.

use url::Url;

use super::ground::Ground;
use crate::facts::{ContactLog, Evidence, Instant, InterviewLog, Obstacle, Place, Plan, RepoName, Seen};
use crate::net::github::{RepositoryAnswer, RepositoryAsk, Wanted};
use crate::net::http::{Arrival, Ask, Part, Trust, Web};
use crate::parse::records;
use crate::policy::Policy;
use crate::settings::file::{self, Line};

/// The most that is read of one record.
const MAX_BYTES: usize = 1_000_000;

/// Where a record lies.
#[derive(Debug, Clone)]
enum Home {
    /// A file of the folder that is looked at.
    Folder(String),
    /// A file of a repository, at a branch or commit.
    Host { name: RepoName, path: String, git_ref: Option<String> },
    /// A gist or a page.
    Web(Url),
}

/// A record as it was read, where, and whether anybody can read it.
struct Record {
    place: Place,
    path: String,
    bytes: Vec<u8>,
    is_public: Seen<bool>,
    /// A moment at which it was as it is, by the host's clock.
    at_latest: Option<Instant>,
}

/// Where the records lie that the policy asks for; none where the student names none.
pub(super) struct Records {
    outreach: Seen<Option<Home>>,
    interview: Seen<Option<Home>>,
    plan: Seen<Option<Home>>,
}

impl Records {
    /// Those that the student's file names.
    pub(super) fn of(ground: &Ground, policy: &Policy) -> Self {
        let named = |rules: &[&str], choose: fn(&file::Evidence) -> &Option<Line>| {
            if !rules.iter().any(|rule| policy.demands(rule)) {
                return Err(Obstacle::NotAsked);
            }
            let declared = ground.declared.as_ref().map_err(Clone::clone)?.as_ref();
            let line = declared.and_then(|file| choose(file.evidence.as_ref()?).as_ref());
            line.map(|line| home(line.text.trim(), ground)).transpose()
        };
        let outreach = ["outreach-contacts", "outreach-complete", "outreach-distinct", "outreach-private"];
        Self {
            outreach: named(&outreach, |evidence| &evidence.outreach),
            interview: named(&["interview-evidenced"], |evidence| &evidence.interview),
            plan: named(&["plan-written"], |evidence| &evidence.plan),
        }
    }

    fn homes(&self) -> [&Seen<Option<Home>>; 3] {
        [&self.outreach, &self.interview, &self.plan]
    }

    /// What has to be asked of the code host, in the order of the records.
    pub(super) fn asks(&self) -> Vec<(RepoName, RepositoryAsk)> {
        let named = self.homes().into_iter().filter_map(|home| home.as_ref().ok()?.as_ref());
        let ask = |home: &Home| match home {
            Home::Host { name, path, git_ref } => {
                let (git_ref, files) = (git_ref.clone(), vec![path.clone()]);
                let ask = RepositoryAsk { git_ref, readme: Wanted::No, files, ..RepositoryAsk::default() };
                Some((name.clone(), ask))
            }
            Home::Folder(_) | Home::Web(_) => None,
        };
        named.filter_map(ask).collect()
    }

    /// Reads them; `said` is what the code host said to the asks.
    pub(super) async fn fetch(
        &self,
        said: Vec<Seen<Option<RepositoryAnswer>>>,
        ground: &Ground,
        web: &Web,
    ) -> Evidence {
        let mut said = said.into_iter();
        let mut read = Vec::new();
        for home in self.homes() {
            read.push(match home {
                Err(obstacle) => Err(obstacle.clone()),
                Ok(None) => Ok(None),
                Ok(Some(Home::Folder(path))) => from_folder(path, ground),
                Ok(Some(Home::Host { name, path, git_ref })) => {
                    let answer = said.next().unwrap_or(Err(Obstacle::Garbled));
                    let record = answer.and_then(|answer| of_answer(answer, name, path));
                    // What is pushed to a fork is no push to the repository that its pull request lies in.
                    let is_pushed_here = git_ref.is_none() || ground.is_proposed_from_here();
                    record.map(|record| {
                        record.map(|record| Record {
                            at_latest: record.at_latest.filter(|_| is_pushed_here),
                            ..record
                        })
                    })
                }
                Ok(Some(Home::Web(url))) => fetch_page(url, web).await,
            });
        }
        let mut read = read.into_iter();
        let mut next = || read.next().unwrap_or(Err(Obstacle::NotAsked));
        Evidence {
            outreach: parsed(next(), contacts),
            interviews: parsed(next(), interviews),
            plan: parsed(next(), plan),
            ..Evidence::not_asked()
        }
    }
}

fn parsed<T>(record: Seen<Option<Record>>, parse: fn(Record) -> Seen<T>) -> Seen<Option<T>> {
    record?.map(parse).transpose()
}

fn contacts(record: Record) -> Seen<ContactLog> {
    let log = records::contacts(&record.path, &record.bytes)?;
    let Record { place, is_public, at_latest, .. } = record;
    Ok(ContactLog { place, at_latest, is_public, contacts: log.contacts, repairs: log.repairs })
}

fn interviews(record: Record) -> Seen<InterviewLog> {
    let interviews = records::interviews(&record.path, &record.bytes)?;
    Ok(InterviewLog { place: record.place, at_latest: record.at_latest, interviews })
}

fn plan(record: Record) -> Seen<Plan> {
    Ok(Plan { parts: records::plan(&record.bytes)?, place: record.place, at_latest: record.at_latest })
}

/// `evidence/outreach.csv`, `ada/job-hunt/outreach.csv`, or an address. What lies in the portfolio is meant.
fn home(text: &str, ground: &Ground) -> Seen<Home> {
    if let Some(url) = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https")) {
        return Ok(Home::Web(raw(url)));
    }
    let path = text.trim_start_matches("./");
    let mut parts = path.splitn(3, '/');
    let other = parts.next().zip(parts.next()).and_then(|(owner, name)| RepoName::new(owner, name));
    let first = path.split('/').next().unwrap_or_default();
    let is_own =
        ground.tree.has(path) || ground.tree.has_folder(first) || ground.tree.has(&format!("{first}/"));
    match other.zip(parts.next()) {
        Some((name, path)) if !is_own => Ok(Home::Host { name, path: path.to_owned(), git_ref: None }),
        Some(_) | None if ground.folder.is_some() => Ok(Home::Folder(path.to_owned())),
        Some(_) | None => {
            let name = ground.name.clone().ok_or(Obstacle::NotInALocalRun)?;
            Ok(Home::Host { name, path: path.to_owned(), git_ref: ground.git_ref.clone() })
        }
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

fn from_folder(path: &str, ground: &Ground) -> Seen<Option<Record>> {
    match ground.tree.file(path) {
        Some(file) => Ok(Some(Record {
            place: Place::File { repository: None, path: path.into(), line: None },
            path: path.to_owned(),
            bytes: file.bytes.clone(),
            is_public: ground.repository().map(|repository| !repository.is_private),
            // A folder may hold what was never pushed.
            at_latest: None,
        })),
        None if ground.tree.has(path) => Err(Obstacle::Unreadable { why: "its kind or its size" }),
        None => Ok(None),
    }
}

fn of_answer(answer: Option<RepositoryAnswer>, name: &RepoName, path: &str) -> Seen<Option<Record>> {
    // A private repository and a missing one look the same: nothing is known of it.
    let mut answer = answer.ok_or(Obstacle::NoAccess)?;
    let file = answer.files.remove(path).unwrap_or(Err(Obstacle::Garbled))?;
    Ok(file.map(|file| Record {
        place: Place::File { repository: Some(name.clone()), path: path.into(), line: None },
        path: path.to_owned(),
        bytes: file.bytes.to_vec(),
        is_public: Ok(!answer.repository.is_private),
        at_latest: answer.repository.pushed,
    }))
}

async fn fetch_page(url: &Url, web: &Web) -> Seen<Option<Record>> {
    let part = Part::Whole { max_bytes: MAX_BYTES };
    match web.fetch(Ask { url, trust: Trust::Student, part }).await? {
        Arrival::Answer(answer) if answer.status == 200 => Ok(Some(Record {
            place: Place::Page { url: url.as_str().into(), quoted: None },
            path: answer.url.path().to_owned(),
            bytes: answer.body.to_vec(),
            // It was read without any permission.
            is_public: Ok(true),
            // A page's own dates are its author's.
            at_latest: None,
        })),
        Arrival::Answer(_) | Arrival::NoSuchHost | Arrival::RedirectLoop => Ok(None),
    }
}
