//! Which contacts count, and which of them are the same person again.

use std::collections::HashMap;

use crate::facts::{Contact, ContactLog};

/// How alike two spellings of one name are at least (Jaro-Winkler): "Jon Smith" and "John Smith" are one person.
const SAME_NAME: f64 = 0.94;

/// The most names at one company that are compared with each other; nobody writes to more people there.
const MOST_COMPARED: usize = 40;

/// The line of each contact that is the same person as one before it, with the line of that one.
pub(super) fn repeated(log: &ContactLog) -> Vec<(u32, u32)> {
    let mut by_name: HashMap<String, u32> = HashMap::new();
    let mut by_company: HashMap<String, Vec<(String, u32)>> = HashMap::new();
    let mut repeated = Vec::new();
    for contact in log.contacts.iter().filter(|contact| counts(contact)) {
        let name = contact.person.folded();
        let colleagues = by_company.entry(company(contact)).or_default();
        let is_alike = |(known, _): &&(String, u32)| strsim::jaro_winkler(known, &name) >= SAME_NAME;
        let earlier = by_name.get(&name).copied();
        let earlier =
            earlier.or_else(|| colleagues.iter().take(MOST_COMPARED).find(is_alike).map(|(_, line)| *line));
        if let Some(earlier) = earlier {
            repeated.push((contact.line, earlier));
        } else {
            by_name.insert(name.clone(), contact.line);
            colleagues.push((name, contact.line));
        }
    }
    repeated
}

/// True for a contact with a person or a company that is no example.
pub(super) fn counts(contact: &Contact) -> bool {
    !contact.is_sample && !contact.person.folded().is_empty() && !contact.company.is_blank()
}

/// The name of a company in one spelling.
pub(super) fn company(contact: &Contact) -> String {
    folded(contact.company.as_written())
}

/// A company's name without its case, its signs, and its legal form.
pub(super) fn folded(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .filter(|word| !["inc", "llc", "ltd", "gmbh", "corp", "co", "the"].contains(word))
        .collect::<Vec<_>>()
        .join(" ")
}
