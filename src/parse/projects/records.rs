//! Lists of records -> entries: which lists are of projects, and what the fields of a record say.

use super::{Entry, Surroundings, words};
use crate::facts::{FoundIn, Shown};
use crate::parse::data::{Named, Node, Value};
use crate::parse::repo_link;

/// How sure it is that a list is one of projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// Its records link repositories.
    Repositories,
    /// It is called so.
    Name,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As data.
    Records,
    /// As a page.
    Page,
}

/// The entries of one list.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) form: Form,
    pub(super) sign: Sign,
    pub(super) entries: Vec<Entry>,
}

/// Fields that name a project, in the order in which they are believed.
const NAME_KEYS: &str = "title, name, projecttitle, projectname, project, heading, header, headline, titulo, título, nombre, \
    nome, titre, nom, titel, titolo, label, caption, appname, app, subtitle, alt";

/// Fields that lead to the running thing, in the order in which they are believed.
const DEMO_KEYS: &str = "live, demo, deploy, production, preview, website, site, app, visit, view, web, project, url, link, \
    href, to, external, address";

/// Fields whose addresses lead to neither the code nor the running thing.
const OTHER_KEYS: &str = "image, img, picture, photo, icon, logo, video, youtube, thumb, cover, screenshot, src, paper, \
    slides, figma, blog, article";

/// Parts of the names of fields that hold a picture or recording.
const PICTURE_KEYS: &str =
    "image, img, picture, photo, thumb, cover, screenshot, gif, video, imagen, imagem, bild";

/// Fields of jobs and schools.
const CAREER_KEYS: &str =
    "company, companyname, employer, position, jobtitle, institution, school, degree, university";

/// Reads lists out of literals. `path_words` say what the file is about.
pub(super) struct Records<'a> {
    pub(super) surroundings: Surroundings<'a>,
    pub(super) path: &'a str,
}

impl Records<'_> {
    /// The lists of projects among these literals.
    pub(super) fn lists(&self, literals: &[Named]) -> Vec<Found> {
        let about = words::topic_of_path(self.path);
        let mut found = Vec::new();
        for named in literals {
            let topic = words::topic(&named.name).or(about);
            self.walk(&named.node, topic, &mut found);
        }
        found
    }

    /// Goes into records by their keys, and into lists of records that hold lists themselves.
    fn walk(&self, node: &Node, topic: Option<words::Topic>, found: &mut Vec<Found>) {
        match &node.value {
            Value::List(items) => {
                let records: Vec<&Node> = items.iter().filter(|item| !item.fields().is_empty()).collect();
                let has_lists = records
                    .iter()
                    .any(|record| record.fields().iter().any(|(key, field)| is_nested_list(key, field)));
                if !has_lists && self.take(&records, &[], topic, found) {
                    return;
                }
                for record in records {
                    self.walk(record, topic, found);
                }
            }
            Value::Map(fields) => {
                let own = own_topic(fields).or(topic);
                let is_of_records =
                    fields.len() > 1 && fields.iter().all(|(_, field)| !field.fields().is_empty());
                if is_of_records {
                    let records: Vec<&Node> = fields.iter().map(|(_, field)| field).collect();
                    let keys: Vec<&str> = fields.iter().map(|(key, _)| key.as_str()).collect();
                    if self.take(&records, &keys, own, found) {
                        return;
                    }
                }
                for (key, field) in fields {
                    self.walk(field, words::topic(key).or(own), found);
                }
            }
            Value::Text(_) | Value::Other => {}
        }
    }

    /// Takes the records for a list of projects, if they are one.
    fn take(
        &self,
        records: &[&Node],
        keys: &[&str],
        topic: Option<words::Topic>,
        found: &mut Vec<Found>,
    ) -> bool {
        let entries: Vec<Entry> = records
            .iter()
            .enumerate()
            .filter_map(|(index, record)| self.entry(record, keys.get(index).copied().unwrap_or_default()))
            .collect();
        let is_career = |record: &&&Node| {
            record.fields().iter().any(|(key, _)| words::is_among(CAREER_KEYS, &words::squeezed(key)))
        };
        if records.iter().filter(is_career).count() * 2 > records.len() {
            return false;
        }
        let has_repositories = entries.iter().any(|entry| !entry.repos.is_empty());
        let sign = match topic {
            Some(words::Topic::Projects) => Sign::Name,
            None if has_repositories => Sign::Repositories,
            Some(words::Topic::Other) | None => return false,
        };
        if entries.is_empty() {
            return false;
        }
        found.push(Found { form: Form::Records, sign, entries });
        true
    }

    /// The entry of a record; none where nothing in it names or shows a project.
    pub(super) fn entry(&self, record: &Node, key: &str) -> Option<Entry> {
        let fields = record.fields();
        let mut entry = Entry::at(self.surroundings.place(self.path, record.line), FoundIn::DataFile);
        let named = NAME_KEYS
            .split(", ")
            .find_map(|wanted| fields.iter().find(|(key, _)| words::squeezed(key) == wanted));
        if let Some(name) =
            named.and_then(|(_, node)| node.texts().into_iter().find(|text| !text.trim().is_empty()))
        {
            entry.name = words::without_markup(name);
        } else {
            key.clone_into(&mut entry.name);
        }
        for text in record.texts() {
            for address in addresses(text) {
                for link in repo_link::read_all(address, self.surroundings.server) {
                    self.surroundings.add_code(&mut entry, link);
                }
            }
        }
        entry.shown = Some(shown(record, &entry));
        entry.demo = demo(fields).filter(|demo| !repo_link::is_on_host(demo, self.surroundings.server));
        let is_named = named.is_some()
            && !entry.name.is_empty()
            && fields.iter().any(|(_, field)| shows_something(field, &entry.name));
        (is_named || !entry.repos.is_empty() || entry.demo.is_some()).then_some(entry)
    }
}

/// How the entry of a record is shown by it.
fn shown(record: &Node, entry: &Entry) -> Shown {
    let is_picture = |key: &str| PICTURE_KEYS.split(", ").any(|part| words::squeezed(key).contains(part));
    let texts = record.texts();
    let prose = texts.iter().filter(|text| !text.contains("://"));
    Shown {
        at: entry.at.clone(),
        has_title: !entry.name.is_empty(),
        words: prose.map(|text| text.split_whitespace().count()).sum(),
        has_picture: record.fields().iter().any(|(key, _)| is_picture(key)),
        links_code: entry.has_code(),
    }
}

/// A picture, an address, or more words than a label has: a menu entry has none of these.
fn shows_something(field: &Node, name: &str) -> bool {
    let is_telling = |text: &&str| {
        *text != name
            && (text.contains('/') && text.len() > 1
                || text.contains('.')
                || text.split_whitespace().count() > 3)
    };
    field.value == Value::Other || field.texts().iter().any(is_telling)
}

/// A list of records below a key that says what it lists.
fn is_nested_list(key: &str, field: &Node) -> bool {
    let holds_records = field.items().iter().any(|item| item.fields().len() > 1);
    holds_records
        && (words::topic(key) == Some(words::Topic::Projects)
            || field.items().len() > 1 && words::is_container(key))
}

/// What a record says it is about (`subject: Projects`).
fn own_topic(fields: &[(String, Node)]) -> Option<words::Topic> {
    let says = |key: &str| {
        matches!(
            words::squeezed(key).as_str(),
            "subject" | "section" | "title" | "heading" | "name" | "category" | "label" | "id" | "type"
        )
    };
    let has_list = fields.iter().any(|(_, field)| field.items().iter().any(|item| !item.fields().is_empty()));
    fields.iter().filter(|(key, _)| has_list && says(key)).find_map(|(_, field)| words::topic(field.text()?))
}

/// The address of the running thing: the first of the known fields, however it is spelled (`liveUrl`, `demo_link`).
fn demo(fields: &[(String, Node)]) -> Option<String> {
    let is_other = |key: &str| OTHER_KEYS.split(", ").any(|other| key.contains(other));
    let candidates: Vec<(String, &str)> = fields
        .iter()
        .map(|(key, field)| (words::squeezed(key), field))
        .filter(|(key, _)| !is_other(key))
        .flat_map(|(key, field)| field.texts().into_iter().map(move |text| (key.clone(), text.trim())))
        .filter(|(_, text)| text.starts_with("http://") || text.starts_with("https://"))
        .collect();
    DEMO_KEYS.split(", ").find_map(|wanted| {
        candidates.iter().find(|(key, _)| key.contains(wanted)).map(|(_, text)| (*text).to_owned())
    })
}

/// The web addresses in a text, Markdown links included.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '"' | '\'' | '[' | ']'))
        .filter(|part| part.contains('/') && part.contains('.'))
}
