//! Entries that a template brought along, or that only promise something: they are no projects.

use super::{Entry, words};

/// Names that templates give to their own entries.
const NAMES: &str = "another project, app name, card title, demo project, dummy project, example, example project, \
    heading, item, item name, lorem ipsum, my project, my awesome project, my cool project, \
    name of project, nome do projeto, nombre del proyecto, placeholder, project, project heading, \
    project name, project title, project title here, projekt, projektname, projeto, proyecto, sample, \
    sample project, some project, template, test, test project, the project, titel, title, title here, \
    titulo, titulo ejemplo, título, título ejemplo, untitled, untitled project, your project, \
    your project name, your project title, your title, xxx, portfolio item number, portfolio item, \
    cool project, awesome project, new project, project link, work title, feature, ejemplo, exemplo, \
    beispiel";

/// What stands in the place of a project to come.
const PROMISES: &str = "coming soon, coming later, comming soon, more to come, more coming soon, to be announced, \
    under construction, stay tuned, work in progress, próximamente, proximamente, em breve, \
    em construção, bald verfügbar, kommt bald, demnächst, en construction, bientôt, bientôt disponible, \
    tbd, tba, 準備中";

/// Numbers at the end of a template's name.
const NUMBERS: &str =
    "one, two, three, four, five, six, seven, eight, nine, ten, uno, dos, tres, um, dois, três";

/// Drops the entries without code that are a template's or only promise something, and those that a template repeats.
pub(super) fn without_placeholders(entries: Vec<Entry>) -> Vec<Entry> {
    let names: Vec<String> = entries.iter().map(|entry| words::plain(&entry.name)).collect();
    let is_repeated =
        |name: &String| !name.is_empty() && names.iter().filter(|other| *other == name).count() > 2;
    let kept = entries
        .into_iter()
        .zip(&names)
        .filter(|(entry, name)| entry.has_code() || !is_placeholder(name) && !is_repeated(name));
    kept.map(|(entry, _)| entry).collect()
}

/// True for the name of an entry that is no project; `name` is plain.
fn is_placeholder(name: &str) -> bool {
    let without_number = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let last = without_number.rsplit(' ').next().unwrap_or_default();
    let stem = if words::is_among(NUMBERS, last) {
        without_number.trim_end_matches(last).trim_end()
    } else {
        without_number
    };
    let is_named = words::is_among(NAMES, stem) || words::is_among(PROMISES, name);
    is_named || name.starts_with("lorem ipsum") || name.contains("coming soon")
}
