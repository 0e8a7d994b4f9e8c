//! A code host and the sites of as many students as anybody asks for. Nothing is kept of any of them: what a student has
//! follows from the number in the login.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use world::{Answer, Host, documents};

/// The most requests that GitHub lets a token have under way.
const AT_ONCE: usize = 100;

/// How quick the hosts are, and whether they fail.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    pub(crate) answer: Duration,
    pub(crate) repository: Duration,
    pub(crate) site: Duration,
    /// Of a hundred answers two are 502, two 429, one ends before it begins and one in the middle.
    pub(crate) fails: bool,
}

/// What was asked of the API.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) requests: usize,
    /// The most under way.
    pub(crate) high_water: usize,
    /// Those that were more than the host allows.
    pub(crate) refused: usize,
    /// When those under way are answered.
    ends: BinaryHeap<Reverse<Instant>>,
    /// Requests to the API and the sites.
    all: usize,
}

/// The hosts, until this is dropped.
pub(crate) struct Hub {
    host: Host,
    counts: Arc<Mutex<Counts>>,
}

impl Hub {
    pub(crate) fn open(pace: Pace) -> Self {
        let counts = Arc::<Mutex<Counts>>::default();
        let shared = Arc::clone(&counts);
        let resume = Answer::pdf(documents::text_pdf(&[RESUME]));
        let host = Host::open(move |at, path, body| {
            let mut counts = lock(&shared);
            let fault = pace.fails.then(|| fault(counts.all)).flatten();
            counts.all += 1;
            let answer = match path.strip_prefix("/site/") {
                Some(path) => site(path, &resume).slow(pace.site),
                None => counts.api(at, &String::from_utf8_lossy(body), pace),
            };
            match fault {
                Some(Fault::Status(status)) => Answer::html("").status(status).retry_after(1),
                Some(Fault::Reset) => Answer::reset(),
                Some(Fault::Cut) => answer.cut_after(20),
                None => answer,
            }
        });
        Self { host, counts }
    }

    pub(crate) fn url(&self) -> &str {
        self.host.url()
    }

    pub(crate) fn counts(&self) -> MutexGuard<'_, Counts> {
        lock(&self.counts)
    }
}

/// What the page of the run should say of a student.
pub(crate) fn is_complete(student: usize) -> bool {
    !lacks_readme(student) && !lacks_resume(student) && projects(student) == 3
}

fn lacks_readme(student: usize) -> bool {
    student % 10 == 3
}

fn lacks_resume(student: usize) -> bool {
    student % 10 == 7
}

fn projects(student: usize) -> usize {
    if student % 25 == 11 { 2 } else { 3 }
}

enum Fault {
    Status(u16),
    Reset,
    Cut,
}

/// The same requests meet the same faults, whatever the clock says.
fn fault(request: usize) -> Option<Fault> {
    match request % 100 {
        11 | 61 => Some(Fault::Status(502)),
        23 | 79 => Some(Fault::Status(429)),
        37 => Some(Fault::Reset),
        89 => Some(Fault::Cut),
        _ => None,
    }
}

fn lock(counts: &Mutex<Counts>) -> MutexGuard<'_, Counts> {
    counts.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Counts {
    fn api(&mut self, at: &str, body: &str, pace: Pace) -> Answer {
        let now = Instant::now();
        while self.ends.peek().is_some_and(|Reverse(end)| *end <= now) {
            self.ends.pop();
        }
        let query: Value = serde_json::from_str(body).unwrap_or_default();
        let query = query["query"].as_str().unwrap_or_default();
        let asked = query.split(":repository(owner:\"");
        let asked: Vec<(&str, &str)> = asked.clone().zip(asked.skip(1)).collect();
        let wait = pace.answer + pace.repository * u32::try_from(asked.len()).unwrap_or(u32::MAX);
        self.requests += 1;
        self.ends.push(Reverse(now + wait));
        self.high_water = self.high_water.max(self.ends.len());
        if self.ends.len() > AT_ONCE {
            self.refused += 1;
            return Answer::json(403, &json!({ "message": "You have exceeded a secondary rate limit." }));
        }
        let alias = |before: &str| before.rsplit(['{', ' ']).next().unwrap_or_default().to_owned();
        let each = asked.into_iter().map(|(before, ask)| (alias(before), repository(at, ask)));
        Answer::json(200, &json!({ "data": each.collect::<Map<_, _>>() })).slow(wait)
    }
}

/// One repository of a query, with a README where one is asked for.
fn repository(at: &str, ask: &str) -> Value {
    let mut words = ask.split('"');
    let owner = words.next().unwrap_or_default();
    let name = words.nth(1).unwrap_or_default();
    let student = owner.trim_start_matches("student-").parse().unwrap_or(0);
    let is_portfolio = name == "portfolio";
    let text = if is_portfolio { portfolio(owner, student) } else { project(name) };
    let is_there = is_portfolio || name != "project-1" || !lacks_readme(student);
    let entries = if is_there {
        json!([{ "name": "README.md", "type": "blob", "mode": 33_188 }])
    } else {
        json!([{ "name": "main.rb", "type": "blob", "mode": 33_188 }])
    };
    let mut repository = json!({
        "nameWithOwner": format!("{owner}/{name}"),
        "isEmpty": false, "isPrivate": false, "isArchived": false,
        "owner": { "__typename": "User" },
        "pushedAt": "2017-01-20T10:00:00Z",
        "defaultBranchRef": { "name": "main", "target": { "oid": "5eed".repeat(10) } },
        "homepageUrl": if is_portfolio { format!("{at}/site/{owner}/") } else { String::new() },
        "description": "one of many",
        "top": { "entries": entries },
    });
    if is_there && ask.contains("readme:object") {
        repository["readme"] =
            json!({ "byteSize": text.len(), "isBinary": false, "isTruncated": false, "text": text });
    }
    repository
}

fn portfolio(owner: &str, student: usize) -> String {
    let each = (1..=projects(student)).map(|number| {
        format!(
            "{number}. [project-{number}](https://github.com/{owner}/project-{number}) - a small program\n"
        )
    });
    format!("# Portfolio of {owner}\n\n## Projects\n\n{}", each.collect::<String>())
}

fn project(name: &str) -> String {
    let story = "It was written for people who have no time to learn another program. ".repeat(20);
    format!(
        "# {name}\n\n{name} keeps a list of things that are borrowed, and says when they are due. {story}\n\n\
         ## Setup\n\n```sh\nbundle install\nrails server\n```\n\n## Built with\n\nRuby on Rails and PostgreSQL\n\n\
         ## Tests\n\n```sh\nbundle exec rspec\n```\n"
    )
}

fn site(path: &str, resume: &Answer) -> Answer {
    let (owner, file) = path.split_once('/').unwrap_or((path, ""));
    let student = owner.trim_start_matches("student-").parse().unwrap_or(0);
    match file {
        "" => Answer::html(page(owner, student)),
        "resume.pdf" if !lacks_resume(student) => resume.clone(),
        _ => Answer::html("nothing here").status(404),
    }
}

fn page(owner: &str, student: usize) -> String {
    let each = (1..=projects(student)).map(|number| {
        format!("<li><a href=\"https://github.com/{owner}/project-{number}\">project-{number}</a></li>")
    });
    let story = "<p>The ferry was late again, so this page has a timetable.</p>".repeat(150);
    format!(
        "<!doctype html><html lang=en><head><title>{owner}</title></head><body><h1>{owner}</h1>\
         <a href=\"resume.pdf\">Resume</a><section id=projects><h2>Projects</h2><ul>{}</ul></section>{story}</body></html>",
        each.collect::<String>()
    )
}

const RESUME: &str = "Experience: five years of building small programs for people who need them. \
     Education: a school for developers. Skills: Ruby, SQL, JavaScript.";
