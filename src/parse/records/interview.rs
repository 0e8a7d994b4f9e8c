//! Records of interviews: who, when, and how many sentences tell of it.

use super::field::{Field, field};
use super::{Row, date, yaml};
use crate::facts::{Interview, Obstacle, Private, Seen};
use crate::parse::encoding::decode;

/// Reads a record; `path` decides between YAML and text.
///
/// # Errors
/// Where it is no text.
pub fn interviews(path: &str, bytes: &[u8]) -> Seen<Vec<Interview>> {
    let text = decode(bytes)?;
    let is_yaml = matches!(path.rsplit_once('.'), Some((_, "yml" | "yaml")));
    let interviews = if is_yaml { yaml::rows(&text).iter().map(of_row).collect() } else { of_text(&text) };
    if interviews.is_empty() && text.split_whitespace().count() > 20 {
        return Err(Obstacle::Unreadable { why: "a form without lines such as `Company:`" });
    }
    Ok(interviews)
}

fn of_row(row: &Row) -> Interview {
    let mut interview = Interview { line: row.line, ..Interview::default() };
    for (name, value) in &row.cells {
        if !take(&mut interview, name, value) {
            interview.sentences += sentences(value);
        }
    }
    interview
}

/// Lines such as `With: Grace Hopper`, and prose that belongs to what was named before it.
fn of_text(text: &str) -> Vec<Interview> {
    let mut interviews: Vec<Interview> = Vec::new();
    let mut prose = String::new();
    let settle = |interviews: &mut Vec<Interview>, prose: &mut String| {
        if let Some(interview) = interviews.last_mut() {
            interview.sentences += sentences(prose);
        }
        prose.clear();
    };
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim().trim_start_matches(['-', '*', '+', ' ']);
        let pair = line.split_once(':').map(|(name, value)| (name.trim_matches(['*', '_', ' ']), value));
        let known = pair.filter(|(name, _)| name.split_whitespace().count() <= 4 && field(name).is_some());
        let Some((name, value)) = known else {
            if !line.starts_with('#') {
                prose.push_str(line);
                prose.push('\n');
            }
            continue;
        };
        let value = value.trim_matches(['*', '_', ' ']);
        let mut next = Interview { line: number, ..Interview::default() };
        let is_new = interviews.last().is_none_or(|last| has(last, name));
        if is_new {
            settle(&mut interviews, &mut prose);
            take(&mut next, name, value);
            interviews.push(next);
        } else if let Some(last) = interviews.last_mut() {
            take(last, name, value);
        }
    }
    settle(&mut interviews, &mut prose);
    interviews
}

/// True where something of that name was said already.
fn has(interview: &Interview, name: &str) -> bool {
    match field(name) {
        Some(Field::Person) => !interview.person.is_blank(),
        Some(Field::Date) => !interview.date.written.is_blank(),
        Some(Field::Kind | Field::Channel) => !interview.kind.is_blank(),
        _ => false,
    }
}

/// Takes a value in; false where its name means nothing here.
fn take(interview: &mut Interview, name: &str, value: &str) -> bool {
    match field(name) {
        Some(Field::Person) => interview.person = Private::new(value),
        Some(Field::Position | Field::Company) => {
            let before = interview.role.as_written();
            interview.role = [before, value].join(" ").trim().into();
        }
        Some(Field::Date) => interview.date = date::date(value),
        Some(Field::Kind | Field::Channel) => interview.kind = value.into(),
        Some(Field::Outcome | Field::Link) | None => return false,
    }
    true
}

/// Sentences of at least three words.
fn sentences(text: &str) -> usize {
    let ended = text.replace("\n\n", ". ");
    let parts = ended.split_inclusive(['.', '!', '?']);
    parts
        .filter(|part| {
            part.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() >= 3
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Practice interview\n\nKind: practice\nWith: Grace Hopper\nRole: Lead developer\nCompany: Initech\nDate: 2017-02-20\n\nWe built a queue on a whiteboard. I explained each step aloud!\nNext time I will ask about edge cases first. Did it take long? It took forty minutes.\n";

    #[test]
    fn a_record_has_its_fields_and_its_sentences() {
        let found = interviews("interview.md", TEXT.as_bytes()).unwrap();
        assert_eq!(found.len(), 1);
        let interview = &found[0];
        assert_eq!((interview.line, interview.sentences), (3, 5));
        assert_eq!(interview.person.masked(), "G. H.");
        assert_eq!(interview.role.as_written(), "Lead developer Initech");
        assert!(interview.date.day.is_some() && interview.kind.as_written() == "practice");
    }

    #[test]
    fn yaml_and_two_in_one_file_are_read() {
        let yaml = "kind: practice\nwith: Grace Hopper\nrole: lead\ndate: 2017-02-20\nreflection: It went well for me. I learned a lot there.\n";
        assert_eq!(interviews("i.yml", yaml.as_bytes()).unwrap()[0].sentences, 2);
        let two = format!("{TEXT}\nKind: real\nWith: Ada King\nDate: 2/24\nIt was short and friendly.\n");
        let found = interviews("i.md", two.as_bytes()).unwrap();
        assert_eq!(found.iter().map(|one| one.sentences).collect::<Vec<_>>(), [5, 1]);
    }

    #[test]
    fn an_empty_file_has_none() {
        assert_eq!(interviews("i.md", b"# Interview\n").unwrap(), []);
    }
}
