//! What the text of a resume tells: whose it is, what a template left in it, and what is better kept private.

use super::leftovers::leftovers;
use crate::facts::{Naming, PrivateData, ResumeMarks};

/// Fewer letters than this may be part of any word.
const SHORTEST_NAME: usize = 5;

/// Telephone numbers have so many digits.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 10..=13;

/// What stands between a greeting and a name on a home page.
const GREETINGS: &[&str] =
    &["i am ", "i'm ", "i’m ", "my name is ", "this is ", "it's ", "hello ", "hi ", "hey ", "welcome to "];

/// Words of streets, as they stand behind a house number and a name.
const STREETS: &[&str] = &[
    "street",
    "st",
    "avenue",
    "ave",
    "road",
    "rd",
    "lane",
    "ln",
    "boulevard",
    "blvd",
    "drive",
    "dr",
    "straße",
    "strasse",
];

/// Reads a resume's text. `names` are those that the student is known by, from [`names`].
pub fn marks(text: &str, names: &[String]) -> ResumeMarks {
    let squeezed_text = squeezed(text);
    let naming = if names.is_empty() {
        Naming::NotKnown
    } else if names.iter().any(|name| squeezed_text.contains(name.as_str())) {
        Naming::Named
    } else {
        Naming::NotNamed
    };
    let has = |is_private: fn(&str) -> bool| text.lines().any(is_private);
    let private = [(PrivateData::HomeAddress, has(has_street)), (PrivateData::Phone, has(has_phone))];
    ResumeMarks {
        leftovers: leftovers(text, None),
        naming,
        has_email: text.split_whitespace().any(is_email),
        private: private.into_iter().filter_map(|(kind, is_there)| is_there.then_some(kind)).collect(),
    }
}

/// What a student is called, letters only: by the account, and by the title and first headings of the site.
pub fn names(account: Option<&str>, title: &str, headings: &[&str]) -> Vec<String> {
    let account = account.map(|account| account.trim_end_matches(|c: char| c.is_ascii_digit()));
    let account = account.map(squeezed).filter(|name| name.chars().count() >= SHORTEST_NAME);
    let lines = [title].into_iter().chain(headings.iter().take(2).copied());
    let mut names: Vec<String> = account.into_iter().chain(lines.flat_map(names_in)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// "Hi, I'm Ada Lovelace!" -> "adalovelace"
fn names_in(line: &str) -> Vec<String> {
    let parts = line.split(['|', ',', '-', '–', '—', ':', '·', '•', '!', '.', '(', ')', '/', '<', '>', '\n']);
    parts.filter_map(|part| name_of(part.trim())).collect()
}

fn name_of(part: &str) -> Option<String> {
    let lower = part.to_lowercase();
    let greeting = GREETINGS.iter().find(|greeting| lower.starts_with(**greeting));
    let name = part.get(greeting.map_or(0, |greeting| greeting.len())..)?;
    let name = name.split("'s ").next().unwrap_or(name).split("’s ").next().unwrap_or(name);
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'));
    let begins_large = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let is_named =
        (2..=4).contains(&words.len()) && words.iter().all(|word| is_name(word) && begins_large(word));
    let is_topic = ["portfolio", "developer", "engineer", "website", "designer"];
    let is_person = is_named && !words.iter().any(|word| is_topic.contains(&word.to_lowercase().as_str()));
    is_person.then(|| squeezed(name))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

fn is_email(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.starts_with("example.") && !host.contains('@')
    })
}

/// A house number, one to three words with capitals, and the word of a street; or a German street with its number.
fn has_street(line: &str) -> bool {
    let words: Vec<&str> =
        line.split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.is_empty()).collect();
    let bare = |word: &str| word.trim_end_matches('.').to_lowercase();
    let is_number =
        |word: &str| (1..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_large = |word: &&str| word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    (0..words.len()).any(|at| {
        let american = (2..=4).any(|length| {
            let Some(part) = words.get(at..=at + length) else { return false };
            is_number(part[0])
                && part[1..].iter().all(is_large)
                && STREETS.contains(&bare(part[length]).as_str())
        });
        let street = bare(words[at]);
        let is_german =
            ["straße", "strasse", "str"].iter().any(|end| street.len() > end.len() && street.ends_with(end));
        american || (is_german && words.get(at + 1).is_some_and(|next| is_number(next)))
    })
}

/// Groups of digits with single marks between them, as many as a telephone number has, and no years or dates.
fn has_phone(line: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ' ' | '(' | ')' | '\u{a0}');
    line.split(|c| !is_part(c)).any(|run| {
        let groups: Vec<&str> =
            run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
        let digits: usize = groups.iter().map(|group| group.len()).sum();
        let is_year = |group: &&str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
        let years = groups.iter().filter(|group| is_year(group)).count();
        let is_marked = run.contains('+') || groups.len() > 1;
        PHONE_DIGITS.contains(&digits) && is_marked && years < 2 && !groups.first().is_some_and(is_year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_better_kept_private() {
        use PrivateData::{HomeAddress, Phone};
        let table: &[(&str, &[PrivateData])] = &[
            ("12 Engine Lane, London", &[HomeAddress]),
            ("4096 Old Mill Rd. Denver", &[HomeAddress]),
            ("Lindenstraße 7, Berlin", &[HomeAddress]),
            ("5 years of Test Drive work", &[]),
            ("(303) 555-0100", &[Phone]),
            ("+44 20 7946 0958", &[Phone]),
            ("Jan 2019 - Mar 2021", &[]),
            ("2019-2021 2021-2023", &[]),
            ("01.2019 - 12.2021", &[]),
            ("served 10000000000 requests", &[]),
            ("Denver, Colorado", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(marks(text, &[]).private, *expected, "{text}");
        }
    }

    #[test]
    fn whose_it_is() {
        let known = names(Some("ada-lovelace99"), "Portfolio", &[]);
        assert_eq!(known, ["adalovelace"]);
        assert_eq!(marks("ADA  LOVELACE\nEngineer", &known).naming, Naming::Named);
        assert_eq!(marks("Grace Hopper", &known).naming, Naming::NotNamed);
        assert_eq!(marks("Grace Hopper", &names(Some("gh"), "Home", &["Projects"])).naming, Naming::NotKnown);
        for title in ["Ada Lovelace | Web Developer", "Hi, I'm Ada Lovelace!", "Ada Lovelace's Portfolio"] {
            assert_eq!(names(None, title, &[]), ["adalovelace"], "{title}");
        }
        assert!(names(None, "My Portfolio", &["Web Developer", "About Me Section Heading Long"]).is_empty());
    }

    #[test]
    fn addresses_for_mail() {
        for (text, expected) in [
            ("ada@ada.example", true),
            ("<ada@ada.example>", true),
            ("you@example.com", false),
            ("a @ b", false),
        ] {
            assert_eq!(marks(text, &[]).has_email, expected, "{text}");
        }
    }
}
