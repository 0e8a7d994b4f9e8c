//! From cells to a student, with every mistake on the way.

use std::collections::HashMap;

use jiff::civil::Date;
use url::Url;

use super::record::{Key, Record, parts};
use super::{Leave, Status, Student};
use crate::facts::RepoName;
use crate::policy::Moment;
use crate::yaml::{Mark, Mistake, nearest, unknown};

/// Reads one student after the other, and remembers who was there before.
pub(super) struct Reader<'a> {
    rules: &'a [&'a str],
    /// Ids and portfolios, in lower case, with their line.
    known: HashMap<String, u32>,
    pub(super) mistakes: Vec<Mistake>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(rules: &'a [&'a str], mistakes: Vec<Mistake>) -> Self {
        Self { rules, known: HashMap::new(), mistakes }
    }

    /// The student; none where a mistake leaves nothing to work with.
    pub(super) fn student(&mut self, record: &Record) -> Option<Student> {
        let login = self.login(record);
        let text = |key| record.one(key).map(|(_, text)| Box::from(text));
        let id = text(Key::Id);
        let site = self.site(record);
        let start = record.one(Key::Start).and_then(|cell| self.date(cell));
        let pull_request = self.pull_request(record);
        let (statuses, waivers) = (self.statuses(record), self.waivers(record));
        let login = login?;
        let id = id.unwrap_or_else(|| login.to_lowercase().into());
        let mark = record.one(Key::Id).or(record.one(Key::Login)).map_or(record.mark, |(mark, _)| mark);
        self.once(mark, "student", &id);
        let portfolio = self.portfolio(record, &login)?;
        Some(Student {
            name: text(Key::Name),
            programme: text(Key::Programme),
            id,
            login: login.into(),
            portfolio,
            pull_request,
            site,
            start,
            statuses,
            waivers,
        })
    }

    fn wrong(&mut self, mark: Mark, what: impl Into<String>) {
        self.mistakes.push(Mistake { mark, what: what.into() });
    }

    fn once(&mut self, mark: Mark, what: &str, name: &str) {
        let key = format!("{what} {}", name.to_lowercase());
        match self.known.get(&key).copied() {
            Some(line) => {
                self.wrong(
                    mark,
                    format!("the {what} `{}` stands in line {line} already", name.escape_debug()),
                );
            }
            None => drop(self.known.insert(key, mark.line)),
        }
    }

    fn login(&mut self, record: &Record) -> Option<String> {
        let Some((mark, login)) = record.one(Key::Login) else {
            self.wrong(record.mark, "this student has no `login`");
            return None;
        };
        let login = login.trim_start_matches('@');
        if RepoName::new(login, "portfolio").is_some() {
            Some(login.to_owned())
        } else {
            let login = login.escape_debug();
            self.wrong(
                mark,
                format!("`{login}` is not a login: letters, digits and hyphens, at most 39 of them"),
            );
            None
        }
    }

    /// `OWNER/REPO`, its address, or the name of a repository of the student's account.
    fn portfolio(&mut self, record: &Record, login: &str) -> Option<RepoName> {
        let Some((mark, text)) = record.one(Key::Portfolio) else {
            self.wrong(record.mark, format!("this student has no `portfolio`, such as `{login}/portfolio`"));
            return None;
        };
        let path = Url::parse(text).ok().map(|url| url.path().trim_matches('/').to_owned());
        let path = path.as_deref().unwrap_or(text);
        let name = if path.contains('/') { RepoName::parse(path) } else { RepoName::new(login, path) };
        match &name {
            Some(name) => self.once(mark, "portfolio", &name.to_string()),
            None => self.wrong(
                mark,
                format!("`{}` is not a repository; the form is OWNER/REPO", text.escape_debug()),
            ),
        }
        name
    }

    fn pull_request(&mut self, record: &Record) -> Option<u64> {
        let (mark, text) = record.one(Key::PullRequest)?;
        let number = text.rsplit(['/', '#']).next().and_then(|number| number.parse().ok());
        if number.is_none() {
            self.wrong(mark, format!("`{}` is not the number of a pull request", text.escape_debug()));
        }
        number
    }

    fn site(&mut self, record: &Record) -> Option<Box<str>> {
        let (mark, text) = record.one(Key::Site)?;
        let is_address = Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        if !is_address {
            let text = text.escape_debug();
            self.wrong(
                mark,
                format!("`{text}` is not the address of a site; the form is https://ada.example"),
            );
        }
        is_address.then(|| text.into())
    }

    fn date(&mut self, (mark, text): (Mark, &str)) -> Option<Date> {
        let date = text.parse().ok();
        if date.is_none() {
            self.wrong(mark, format!("`{}` is not a day; the form is 2017-01-09", text.escape_debug()));
        }
        date
    }

    /// `active; 2017-02-06 away; 2017-02-20 active`
    fn statuses(&mut self, record: &Record) -> Box<[(Option<Date>, Status)]> {
        let mut statuses: Vec<(Option<Date>, Status)> = Vec::new();
        for (mark, part) in items(record, Key::Status) {
            let (date, word) = part.rsplit_once(' ').map_or((None, part), |(date, word)| (Some(date), word));
            let from = date.map(|date| self.date((mark, date.trim())));
            let status = Status::ALL.into_iter().find(|status| status.label().eq_ignore_ascii_case(word));
            match (status, from) {
                (None, _) => self.wrong(mark, unknown("a status", word, &Status::ALL.map(Status::label))),
                (Some(_), None) if !statuses.is_empty() => {
                    self.wrong(
                        mark,
                        "a later status has the day from which it holds, such as `2017-02-06 away`",
                    );
                }
                (Some(_), Some(Some(from)))
                    if statuses.last().is_some_and(|(last, _)| *last >= Some(from)) =>
                {
                    self.wrong(mark, "the days of the statuses do not follow each other");
                }
                (Some(status), Some(Some(from))) => statuses.push((Some(from), status)),
                (Some(status), None) => statuses.push((None, status)),
                (Some(_), Some(None)) => {}
            }
        }
        statuses.into()
    }

    /// `interview-evidenced: hired already; plan-written until 2017-03-01: was ill`
    fn waivers(&mut self, record: &Record) -> Box<[Leave]> {
        let mut waivers = Vec::new();
        for (mark, part) in items(record, Key::Waivers) {
            let (terms, why) = split_reason(part);
            let (rule, until) =
                terms.split_once(" until ").map_or((terms, None), |(rule, until)| (rule, Some(until)));
            let until = until.map(|until| Moment::read(until.trim()));
            match until.transpose() {
                Err(what) => self.wrong(mark, what),
                Ok(until) if self.is_rule(mark, rule.trim()) => {
                    waivers.push(Leave { rule: rule.trim().into(), until, why: why.into() });
                }
                Ok(_) => {}
            }
        }
        waivers.into()
    }

    fn is_rule(&mut self, mark: Mark, id: &str) -> bool {
        let is_known = self.rules.contains(&id);
        if !is_known {
            let nearest = nearest(id, self.rules).map(|id| format!("; `{id}` is the nearest one"));
            let nearest = nearest.unwrap_or_else(|| " (`foliocheck explain` lists them)".into());
            self.wrong(mark, format!("`{}` is not a rule{nearest}", id.escape_debug()));
        }
        is_known
    }
}

/// The reason stands after the first colon that is not part of a time of day.
fn split_reason(part: &str) -> (&str, &str) {
    part.split_once(": ")
        .or_else(|| part.split_once(":\t"))
        .map_or_else(|| (part.strip_suffix(':').unwrap_or(part), ""), |(terms, why)| (terms, why.trim()))
}

/// The items of a list, each with its place.
fn items(record: &Record, key: Key) -> Vec<(Mark, &str)> {
    let cells = record.all(key).flat_map(|(mark, text)| {
        parts(text).map(move |(before, part)| (Mark { column: mark.column + before, ..mark }, part))
    });
    cells.filter(|(_, part)| !part.is_empty()).collect()
}
