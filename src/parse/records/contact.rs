//! Rows -> contacts, and the forms in which a log of contacts is written.

use super::field::{Columns, Field, Meaning};
use super::{Row, csv, date, lists, repair, same, table, yaml};
use crate::facts::{Contact, Obstacle, Private, Repair, Seen};
use crate::parse::encoding::decode;

/// A log of contacts as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contacts {
    /// The contacts, in the order of the file.
    pub contacts: Vec<Contact>,
    /// What was read otherwise than it was written.
    pub repairs: Vec<Repair>,
}

/// Values that templates bring along.
const SAMPLES: [&str; 12] = [
    "acme",
    "acme corp",
    "company name",
    "company",
    "example company",
    "example inc",
    "jane doe",
    "john doe",
    "name of person",
    "person name",
    "your name",
    "todo",
];

/// Reads a log; `path` decides between CSV, YAML and text.
///
/// # Errors
/// Where it is no text, or has words in no form that is known.
pub fn contacts(path: &str, bytes: &[u8]) -> Seen<Contacts> {
    let text = decode(bytes)?;
    let kind = path.rsplit_once('.').map(|(_, kind)| kind.to_ascii_lowercase()).unwrap_or_default();
    let (rows, repairs) = match kind.as_str() {
        "csv" | "tsv" => (csv::rows(&text), Vec::new()),
        "yml" | "yaml" | "json" => (yaml::rows(&text), Vec::new()),
        _ => {
            let (text, repairs) = repair::links(&text);
            let forms: [fn(&str) -> Vec<Row>; 3] = [table::rows, lists::rows, csv::rows];
            (forms.iter().map(|form| form(&text)).find(|rows| !rows.is_empty()).unwrap_or_default(), repairs)
        }
    };
    let mut columns = Columns::default();
    let mut contacts: Vec<Contact> =
        rows.iter().map(|row| contact(row, &mut columns)).filter(|contact| !is_empty(contact)).collect();
    same::mark(&mut contacts);
    if contacts.is_empty() && text.split_whitespace().count() > 20 && rows.is_empty() {
        return Err(Obstacle::Unreadable { why: "a form that is no table, list, CSV or YAML" });
    }
    Ok(Contacts { contacts, repairs })
}

fn is_empty(contact: &Contact) -> bool {
    contact.company.is_blank() && contact.person.is_blank() && contact.outcome.is_blank()
}

fn contact(row: &Row, columns: &mut Columns) -> Contact {
    let mut contact = Contact { line: row.line, ..Contact::default() };
    let mut person = String::new();
    for (name, cell) in &row.cells {
        let value = plain(cell);
        let field = match columns.meaning(name) {
            Meaning::Of(field) => field,
            Meaning::PersonAndPosition => {
                let cut = value.find([',', '(', '–', '—']).or_else(|| value.find(" - "));
                let (who, what) = value.split_at(cut.unwrap_or(value.len()));
                who.trim().clone_into(&mut person);
                contact.position = what.trim_matches([',', '(', ')', '-', '–', '—', ' ']).into();
                continue;
            }
        };
        match field {
            Some(Field::Company) => contact.company = value.as_str().into(),
            Some(Field::Person) => person = value,
            Some(Field::Position) => contact.position = value.as_str().into(),
            Some(Field::Date) => contact.date = date::date(&value),
            Some(Field::Outcome) => contact.outcome = value.as_str().into(),
            Some(Field::Channel) => contact.channel = value.as_str().into(),
            Some(Field::Link) => contact.link = address(cell).into(),
            Some(Field::Kind) | None => {}
        }
    }
    contact.is_sample = is_sample(contact.company.as_written()) || is_sample(&person);
    contact.person = Private::new(person);
    contact
}

fn is_sample(value: &str) -> bool {
    let value = value.trim().trim_end_matches('.').to_lowercase();
    let is_slot =
        value.len() > 2 && (value.starts_with('[') && value.ends_with(']') || value.starts_with('<'));
    is_slot || SAMPLES.contains(&value.as_str())
}

/// The text of a cell without the marks of Markdown: the label of a link, not its address.
fn plain(cell: &str) -> String {
    let cell = cell.trim().trim_matches(['*', '_', '`']).trim();
    match cell.strip_prefix('[').and_then(|rest| rest.split_once("](")) {
        Some((label, _)) => label.to_owned(),
        None => cell.to_owned(),
    }
}

/// The address in a cell, whether or not it is a link of Markdown.
fn address(cell: &str) -> String {
    let start = cell.find("http").unwrap_or(0);
    cell[start..].split([')', ' ', '>']).next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line, company, masked person, position, day, outcome.
    fn read(path: &str, text: &str) -> Vec<String> {
        let log = contacts(path, text.as_bytes()).unwrap();
        log.contacts
            .iter()
            .map(|contact| {
                let day =
                    contact.date.day.map(|day| format!("{}/{}", day.month, day.day)).unwrap_or_default();
                format!(
                    "{} {} | {} | {} | {day} | {}",
                    contact.line,
                    contact.company.as_written(),
                    contact.person.masked(),
                    contact.position.as_written(),
                    contact.outcome.as_written()
                )
            })
            .collect()
    }

    #[test]
    fn every_form_that_students_use_is_read() {
        let csv = "Company,Person,Position,Date,Outcome\nInitech,Grace Hopper,CTO,2017-02-01,no answer\n";
        assert_eq!(read("log.csv", csv), ["2 Initech | G. H. | CTO | 2/1 | no answer"]);
        let yaml = "- company: Initech\n  person: Grace Hopper\n  title: CTO\n  date: 2017-02-01\n  outcome: no answer\n";
        assert_eq!(read("log.yml", yaml), ["1 Initech | G. H. | CTO | 2/1 | no answer"]);
        let table = "# Outreach\n\n| Company | Person & position | Date | Response |\n|---|---|---|---|\n| Initech | Grace Hopper, CTO | Feb 1st | no answer |\n";
        assert_eq!(read("log.md", table), ["5 Initech | G. H. | CTO | 2/1 | no answer"]);
        let prose = "1. Company: Initech\n   **Person:** Grace Hopper\n   Title: CTO\n   Date: 2/1\n   Outcome: no answer\n2. Company: Hooli\n   Person: Ada King\n";
        assert_eq!(
            read("log.md", prose),
            ["1 Initech | G. H. | CTO | 2/1 | no answer", "6 Hooli | A. K. |  |  | "]
        );
    }

    #[test]
    fn parallel_lists_are_one_contact_each() {
        let text = "## Companies\n\n- Initech\n- Hooli\n\n## People\n\n1. Grace Hopper\n2. Ada King\n\n## Dates\n- 2/1\n- 2/3\n\n**Outcomes:**\n- no answer\n- coffee\n";
        assert_eq!(
            read("log.md", text),
            ["3 Initech | G. H. |  | 2/1 | no answer", "4 Hooli | A. K. |  | 2/3 | coffee"]
        );
        let yaml = "companies: [Initech, Hooli]\npeople: [Grace Hopper, Ada King]\ndates: [2/1, 2/3]\n";
        assert_eq!(read("log.yaml", yaml), ["1 Initech | G. H. |  | 2/1 | ", "1 Hooli | A. K. |  | 2/3 | "]);
    }

    #[test]
    fn samples_are_known_and_empty_rows_are_none() {
        let text = "company,person,date\nAcme Corp,Jane Doe,2017-01-01\n[Company],<name>,\n,,\nInitech,Grace Hopper,2/1\n";
        let log = contacts("log.csv", text.as_bytes()).unwrap();
        assert_eq!(
            log.contacts.iter().map(|contact| contact.is_sample).collect::<Vec<_>>(),
            [true, true, false]
        );
    }

    #[test]
    fn words_in_no_form_are_unknown_and_not_absent() {
        let words = "I wrote to many people last week and most of them did not answer me at all but two of them did so far, I think.";
        assert!(contacts("log.md", words.as_bytes()).is_err());
        assert_eq!(contacts("log.md", b"").unwrap().contacts.len(), 0);
    }
}
