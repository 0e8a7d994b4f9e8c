//! The words that generators, themes and templates bring along, found in the text of a page or a resume.

use crate::facts::{Leftover, LeftoverKind, Leftovers};

/// Sentences of the pages that generators make for a project without any work in it.
const START_PAGES: &[&str] = &[
    "Edit src/App.js and save to reload",
    "Edit src/App.tsx and save to reload",
    "Edit src/App.jsx and save to test HMR",
    "Edit src/App.tsx and save to test HMR",
    "Click on the Vite and React logos to learn more",
    "Click on the Vite and Vue logos to learn more",
    "Click on the Vite and Svelte logos to learn more",
    "Click on the Vite logo to learn more",
    "Get started by editing src/app/page.js",
    "Get started by editing src/app/page.tsx",
    "Get started by editing app/page.js",
    "Get started by editing app/page.tsx",
    "Get started by editing pages/index.js",
    "Get started by editing pages/index.tsx",
    "To get started, edit the page.tsx file",
    "You’ve successfully created a project with Vite + Vue 3",
    "Welcome to Your Vue.js App",
    "Congratulations! Your app is running",
    "Here are some links to help you start",
    "Visit svelte.dev/docs/kit to read the documentation",
    "Visit kit.svelte.dev to read the documentation",
    "Congratulations — you just made a Gatsby site!",
    "Welcome to your new Gatsby site",
    "To get started, open the directory src/pages in your project",
    "Yay! You’re on Rails!",
    "The install worked successfully! Congratulations!",
    "Remove this welcome page",
];

/// Invented people.
const PEOPLE: &[&str] =
    &["John Doe", "Jane Doe", "John Smith", "Max Mustermann", "Erika Mustermann", "Clarence Taylor"];

/// Invented companies, products and texts of themes.
const SAMPLES: &[&str] = &[
    "Some quick example text to build on the card title",
    "This is your first post. Edit or delete it",
    "You’ll find this post in your _posts directory",
    "ChatPPT",
    "AW5-cli",
    "PiTorch",
    "Acme Inc",
    "ABC Company",
    "XYZ Company",
    "Company XYZ",
    "XYZ Corporation",
    "XYZ University",
    "University of Somewhere",
    "Example University",
    "A short description of the project goes here",
];

/// Places to be filled in that mean nothing else wherever they stand.
const SLOTS: &[&str] = &[
    "Your Job Title",
    "Your Name Here",
    "Insert name here",
    "Insert your name",
    "Write a short bio",
    "Write something about yourself",
    "A few words about yourself",
    "Replace this text",
    "Replace with your",
    "Firstname Lastname",
    "First Last Name",
    "Company Name, City",
    "Company Name, Location",
    "University Name",
    "Name of University",
    "Job Title, Company",
    "City, State Zip",
    "Your awesome title",
];

/// The same, but a form or a table may say them too: only as a heading or a title.
const HEADINGS: &[&str] = &[
    "Your Name",
    "First Last",
    "Name Surname",
    "Full Name",
    "Title Here",
    "Your Title",
    "Your Title Here",
    "Your Website",
    "Website Title",
    "Site Title",
    "Site Name",
    "Company Name",
    "Job Title",
    "Card title",
    "Tu Nombre",
    "Seu Nome",
    "Votre Nom",
    "Dein Name",
];

/// Invented streets and telephone numbers.
const CONTACTS: &[&str] = &[
    "111-222-3333",
    "123-456-7890",
    "(123) 456-7890",
    "555-555-5555",
    "+1 5589 55488 55",
    "A108 Adam Street",
    "123 Main Street",
    "123 Main St",
    "1234 Street Name",
    "123 Your Street",
];

/// Invented e-mail addresses, in lower case; the sign in them is no letter, so they are looked for as they are written.
const ADDRESSES: &[&str] = &[
    "your.email@",
    "your-email@",
    "youremail@",
    "yourname@",
    "email@example.com",
    "name@example.com",
    "you@example.com",
    "hello@example.com",
    "info@example.com",
    "john.doe@",
    "johndoe@",
    "jane.doe@",
    "janedoe@",
];

/// Titles that generators give to every page.
const TITLES: &[&str] = &[
    "React App",
    "Vite + React",
    "Vite + React + TS",
    "Vite + Vue",
    "Vite + Vue + TS",
    "Vite + Svelte",
    "Vite App",
    "Vite + TS",
    "Create Next App",
    "Next.js App",
    "Nuxt App",
    "Vue App",
    "Svelte app",
    "Astro Basics",
    "Gatsby Default Starter",
    "Gatsby Starter",
    "v0 App",
];

/// Words of which filler is made, and hardly anything else.
const FILLER: &[&str] = &[
    "lorem",
    "ipsum",
    "dolor",
    "amet",
    "consectetur",
    "consectetuer",
    "adipiscing",
    "adipisicing",
    "elit",
    "eiusmod",
    "tempor",
    "incididunt",
    "labore",
    "dolore",
    "aliqua",
    "enim",
    "minim",
    "veniam",
    "nostrud",
    "exercitation",
    "ullamco",
    "laboris",
    "aliquip",
    "consequat",
    "aute",
    "irure",
    "voluptate",
    "velit",
    "cillum",
    "fugiat",
    "pariatur",
    "excepteur",
    "occaecat",
    "cupidatat",
    "proident",
    "deserunt",
    "mollit",
    "laborum",
    "perspiciatis",
    "accusantium",
    "doloremque",
    "laudantium",
    "bresaola",
    "turducken",
    "capicola",
    "andouille",
    "landjaeger",
    "kielbasa",
];

/// Fewer filler words than this may be a quotation.
const FEWEST_FILLER: usize = 4;

/// What a text has of them. `titles` are those of the page and of its parts, the page's own first; none for a resume,
/// where every line may be one.
pub fn leftovers(text: &str, titles: Option<&[&str]>) -> Leftovers {
    let (plain_text, lower_text) = (plain(text), text.to_lowercase());
    let mut found = Vec::new();
    let mut look = |kind, list: &[&'static str], is_there: &dyn Fn(&str) -> bool| {
        let there = list.iter().filter(|words| is_there(words));
        found.extend(there.map(|words| Leftover { kind, words }));
    };
    let in_text = |words: &str| plain_text.contains(&plain(words));
    look(LeftoverKind::StartPage, START_PAGES, &in_text);
    look(LeftoverKind::Slot, SLOTS, &in_text);
    look(LeftoverKind::Person, PEOPLE, &in_text);
    look(LeftoverKind::Sample, SAMPLES, &in_text);
    look(LeftoverKind::Contact, CONTACTS, &in_text);
    look(LeftoverKind::Contact, ADDRESSES, &|words| lower_text.contains(words));
    match titles {
        Some(titles) => {
            let titles: Vec<String> = titles.iter().map(|title| plain(title)).collect();
            look(LeftoverKind::Slot, HEADINGS, &|words| titles.contains(&plain(words)));
            look(LeftoverKind::Title, TITLES, &|words| titles.first() == Some(&plain(words)));
        }
        None => look(LeftoverKind::Slot, HEADINGS, &|words| has_line(text, words)),
    }
    let filler = plain_text.split(' ').filter(|word| FILLER.contains(word)).count();
    Leftovers { found, filler_words: if filler < FEWEST_FILLER { 0 } else { filler } }
}

fn has_line(text: &str, words: &str) -> bool {
    let words = plain(words);
    text.lines().any(|line| plain(line) == words)
}

/// Lower-case words with one space around each, so that no word is found inside another.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len() + 2);
    plain.push(' ');
    for character in text.chars().chain([' ']) {
        if character.is_alphanumeric() {
            plain.extend(character.to_lowercase());
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text, titles, and what is found: kinds, and how many filler words.
    type Case<'a> = (&'a str, Option<&'a [&'a str]>, &'a [LeftoverKind], usize);

    #[test]
    fn finds_what_nobody_replaced() {
        use LeftoverKind::{Contact, Person, Slot, StartPage, Title};
        let table: &[Case<'_>] = &[
            ("Edit src/App.js and save to reload.", Some(&["React App"]), &[StartPage, Title], 0),
            ("Ada Lovelace writes programs", Some(&["Ada Lovelace", "My work"]), &[], 0),
            ("Your Name Your e-mail Send", Some(&["Ada", "Contact"]), &[], 0),
            ("Hello", Some(&["Portfolio", "Your Name"]), &[Slot], 0),
            ("JOHN DOE, 111-222-3333", Some(&["x"]), &[Person, Contact], 0),
            ("Mail: you@example.com", Some(&["x"]), &[Contact], 0),
            ("Johnny Doerr", Some(&["x"]), &[], 0),
            ("Your Name\nJob Title\nAda", None, &[Slot, Slot], 0),
            ("I filled in the job title", None, &[], 0),
            ("Lorem ipsum dolor sit amet, consectetur", Some(&["x"]), &[], 5),
            ("A tool that writes lorem ipsum", Some(&["x"]), &[], 0),
        ];
        for (text, titles, kinds, filler) in table {
            let found = leftovers(text, *titles);
            let found_kinds: Vec<LeftoverKind> = found.found.iter().map(|leftover| leftover.kind).collect();
            assert_eq!((found_kinds.as_slice(), found.filler_words), (*kinds, *filler), "{text}");
        }
    }
}
