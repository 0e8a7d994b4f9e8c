//! Which contacts of a log are the same person again, in another spelling too.

use std::collections::HashMap;

use crate::facts::Contact;

/// How alike two spellings of one name are at least (Jaro-Winkler): "Jon Smith" and "John Smith" are one person.
const SAME_NAME: f64 = 0.94;

/// The most names at one company that are compared with each other; nobody writes to more people there.
const MOST_COMPARED: usize = 40;

/// Marks each contact that is the same person as one before it with the line of that one.
pub(super) fn mark(contacts: &mut [Contact]) {
    let mut by_name: HashMap<String, u32> = HashMap::new();
    let mut by_company: HashMap<String, Vec<(Name, u32)>> = HashMap::new();
    for contact in contacts.iter_mut().filter(|contact| contact.counts()) {
        let name = contact.person.folded();
        let line = contact.line;
        contact.again = by_name.get(&name).copied().or_else(|| {
            let name = Name::new(&name);
            let colleagues = by_company.entry(contact.company_folded()).or_default();
            let known = colleagues.iter().take(MOST_COMPARED).find(|(known, _)| known.is_like(&name));
            let earlier = known.map(|(_, line)| *line);
            if earlier.is_none() {
                colleagues.push((name, line));
            }
            earlier
        });
        if contact.again.is_none() {
            by_name.insert(name, line);
        }
    }
}

/// A name with what tells at a glance that it is another one.
struct Name {
    text: String,
    length: u32,
    /// How often each letter stands in it; several letters may share a place.
    letters: [u8; 32],
}

impl Name {
    fn new(text: &str) -> Self {
        let mut name = Self { text: text.to_owned(), length: 0, letters: [0; 32] };
        for letter in text.chars() {
            let place = &mut name.letters[letter as usize % 32];
            *place = place.saturating_add(1);
            name.length += 1;
        }
        name
    }

    fn is_like(&self, other: &Self) -> bool {
        self.may_be_like(other) && strsim::jaro_winkler(&self.text, &other.text) >= SAME_NAME
    }

    /// The similarity adds at most four tenths of what lacks to that of Jaro, which so has to be 0.9, and that is at most
    /// `(common / one + common / other + 1) / 3`.
    fn may_be_like(&self, other: &Self) -> bool {
        let shared = self.letters.iter().zip(&other.letters).map(|(one, other)| u32::from(*one.min(other)));
        let common: u32 = shared.sum();
        10 * common * (self.length + other.length) >= 17 * self.length * other.length
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Private;

    fn again(people: &[(&str, &str)]) -> Vec<Option<u32>> {
        let contact = |(line, (person, company)): (u32, &(&str, &str))| Contact {
            line,
            person: Private::new(*person),
            company: (*company).into(),
            ..Contact::default()
        };
        let mut contacts: Vec<Contact> = (1..).zip(people).map(contact).collect();
        mark(&mut contacts);
        contacts.into_iter().map(|contact| contact.again).collect()
    }

    #[test]
    fn one_person_in_any_spelling() {
        let cases = [
            ("two people", [("Hedy Lamarr", "Initech"), ("Radia Perlman", "Initech")], None),
            ("turned round", [("Hedy Lamarr", "Initech"), ("LAMARR, Hedy", "Initech")], Some(1)),
            ("with a title", [("Hedy Lamarr", "Initech"), ("Dr. Hedy B. Lamarr", "Hooli")], Some(1)),
            (
                "mistyped, at one company",
                [("Hedy Lamarr", "Initech"), ("Heddy Lamar", "Initech Inc.")],
                Some(1),
            ),
            ("alike, at two companies", [("Jon Smith", "Initech"), ("John Smith", "Hooli")], None),
            ("one name begins like the other", [("Ann Lee", "Initech"), ("Anna Leeson", "Initech")], None),
            ("without a name", [("", "Initech"), ("", "Initech")], None),
        ];
        for (case, people, expected) in cases {
            assert_eq!(again(&people), [None, expected], "{case}");
        }
    }

    #[test]
    fn the_first_line_is_named_each_time() {
        let people = [("Hedy Lamarr", "Initech"), ("Heddy Lamar", "Initech"), ("Hedy Lamarr", "Hooli")];
        assert_eq!(again(&people), [None, Some(1), Some(1)]);
    }

    #[test]
    fn a_glance_never_hides_two_names_that_are_alike() {
        let names = [
            "jon smith",
            "john smith",
            "smith john",
            "jonathan smith",
            "ann lee",
            "anne lee",
            "élodie tour",
            "elodie tour",
            "x",
        ];
        for (one, other) in names.iter().flat_map(|one| names.map(|other| (*one, other))) {
            if strsim::jaro_winkler(one, other) >= SAME_NAME {
                assert!(Name::new(one).may_be_like(&Name::new(other)), "{one} {other}");
            }
        }
    }
}
