//! The house rules that a compiler does not know: the invariants of `lib.rs`, the edges between rooms, sizes, wording.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use foliocheck::rule::Rule;
use foliocheck::rules;

/// A source file: its path below `src/`, its text without the tests, and the tests.
struct Source {
    path: String,
    text: String,
    tests: String,
}

impl Source {
    /// The room: the first part of the path, `render` for `render.rs` and `render/html.rs`.
    fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// Lines of code: without comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    let mut sources: Vec<Source> = paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let (text, tests) = text.split_once("#[cfg(test)]\nmod tests").unwrap_or((&text, ""));
            let path = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            Source { path, text: text.to_owned(), tests: tests.to_owned() }
        })
        .collect();
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(sources.len() > 50, "the walk found only {} files", sources.len());
    sources
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn assert_none(what: &str, offences: &[String]) {
    assert!(offences.is_empty(), "{what}:\n{}", offences.join("\n"));
}

/// Offences: code that names one of `words` outside `rooms`.
fn named_outside(words: &[&str], rooms: &[&str]) -> Vec<String> {
    let mut offences = Vec::new();
    for source in sources().iter().filter(|source| !rooms.contains(&source.room())) {
        for (number, line) in source.code() {
            if words.iter().any(|word| line.contains(word)) {
                offences.push(format!("src/{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    offences
}

#[test]
fn only_the_outer_rooms_touch_the_world() {
    let rooms = ["net", "gather", "deliver", "main"];
    assert_none(
        "names the world",
        &named_outside(&["std::fs", "std::process", "std::env", "tokio::"], &rooms),
    );
    let rooms = ["net", "gather", "deliver", "run", "main"];
    assert_none("is async", &named_outside(&["async fn", ".await"], &rooms));
}

#[test]
fn each_library_is_named_in_one_room() {
    assert_none("names a client", &named_outside(&["octocrab", "reqwest"], &["net"]));
    assert_none("names a parser", &named_outside(&["scraper::", "comrak::", "lopdf::"], &["parse"]));
}

#[test]
fn only_escape_opens_text_from_outside_for_a_format() {
    let mut offences = Vec::new();
    for source in sources().iter().filter(|source| source.room() == "render") {
        for (number, line) in source.code() {
            if line.contains(".as_written()")
                && !source.path.starts_with("render/escape")
                && !source.path.starts_with("render/sample")
            {
                offences.push(format!("src/{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    assert_none("opens untrusted text", &offences);
}

/// Which rooms a room may use. `run` and `main` may use everything.
const EDGES: [(&str, &[&str]); 18] = [
    ("facts", &[]),
    ("text", &["facts"]),
    ("yaml", &[]),
    ("policy", &["facts", "yaml"]),
    ("exit", &[]),
    ("parse", &["facts", "yaml"]),
    ("rule", &["facts", "policy", "text"]),
    ("rules", &["rule", "facts", "policy", "text"]),
    ("finding", &["rule", "facts", "text"]),
    ("judge", &["finding", "rule", "facts", "policy", "text"]),
    ("settings", &["rule", "facts", "policy", "yaml"]),
    ("net", &["facts", "settings"]),
    ("report", &["finding", "rule", "facts", "policy", "text"]),
    ("cohort", &["report", "finding", "rule", "facts", "policy", "yaml"]),
    ("render", &["report", "finding", "rule", "facts", "policy", "text", "cohort"]),
    ("cli", &["render"]),
    ("gather", &["settings", "policy", "net", "parse", "facts", "cohort"]),
    ("deliver", &["net", "facts", "cohort"]),
];

#[test]
fn rooms_use_only_the_rooms_that_the_map_allows() {
    let mut offences = Vec::new();
    for source in sources() {
        let Some((_, allowed)) = EDGES.iter().find(|(room, _)| *room == source.room()) else {
            assert!(["lib", "main", "run"].contains(&source.room()), "src/{} is not on the map", source.path);
            continue;
        };
        for (number, line) in source.code() {
            for used in line.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                if !used.is_empty() && used != source.room() && !allowed.contains(&used.as_str()) {
                    offences.push(format!("src/{}:{number} uses `{used}`", source.path));
                }
            }
        }
    }
    assert_none("edges that are not on the map", &offences);
}

#[test]
fn files_are_small_and_say_what_they_answer_for() {
    let mut offences = Vec::new();
    for source in sources() {
        let limit = if source.path.starts_with("rules/") { 250 } else { 400 };
        let lines = source.lines().count();
        if lines > limit {
            offences.push(format!(
                "src/{} has {lines} lines without its tests, {limit} are allowed",
                source.path
            ));
        }
        if !source.text.starts_with("//! ") {
            offences.push(format!("src/{} does not begin with what it answers for", source.path));
        }
        for (number, line) in source.lines() {
            if line.contains("TODO") || line.contains("FIXME") {
                offences.push(format!("src/{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    assert_none("files", &offences);
}

/// An id that does not begin with its group: what is evidence for the portfolio kept the name it was promised under.
const PROMISED: (&str, &str) = ("portfolio-evidence-submitted", "evidence-submitted");

#[test]
fn every_rule_has_a_file_of_its_own_and_is_registered() {
    let of_files: BTreeSet<String> = sources()
        .iter()
        .filter_map(|source| {
            let (group, name) = source.path.strip_prefix("rules/")?.strip_suffix(".rs")?.split_once('/')?;
            source.text.contains("const RULE: Rule").then(|| format!("{group}-{}", name.replace('_', "-")))
        })
        .map(|id| if id == PROMISED.0 { PROMISED.1.to_owned() } else { id })
        .collect();
    let registered: BTreeSet<String> = rules::all().iter().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(of_files, registered, "files under src/rules/ and registered rules");
    assert_eq!(registered.len(), rules::all().len(), "an id is registered twice");
}

/// A rule that was never seen red, or never without sight, is not known to judge.
#[test]
fn every_rule_is_tested_met_open_and_unseen() {
    let mut offences = Vec::new();
    for source in sources().iter().filter(|source| source.text.contains("const RULE: Rule")) {
        let mut lacks = |what: &str, words: &[&str]| {
            if !words.iter().any(|word| source.tests.contains(word)) {
                offences.push(format!("{}: no test where it {what}", source.path));
            }
        };
        lacks("is met", &["Kind::Met"]);
        lacks("is not met", &["Kind::Unmet", "Kind::Doubtful", "Kind::Waiting"]);
        lacks("could not tell", &["Obstacle::", "Err("]);
    }
    assert_none("rules that are not tested from all sides", &offences);
}

#[test]
fn every_rule_speaks_the_house_language() {
    let mut offences = Vec::new();
    for rule in rules::all() {
        let mut offend = |what: &str| offences.push(format!("{}: {what}", rule.id));
        if !rule.id.starts_with(rule.group.label()) && rule.id != PROMISED.1 {
            offend("the id does not begin with the group");
        }
        if rule.statement.is_empty() || rule.statement.ends_with('.') {
            offend("the statement is empty or ends with a period");
        }
        for (name, text) in [("why", rule.why), ("fix", rule.fix)] {
            if !text.ends_with('.') {
                offend(&format!("`{name}` is empty or does not end with a period"));
            }
            if text.matches(". ").count() > 2 {
                offend(&format!("`{name}` has more than three sentences"));
            }
        }
        if !rule.example.is_empty() && rule.example.contains('\n') && !rule.example.starts_with("```") {
            offend("the example has lines to paste outside a block of code");
        }
        if let Some(word) = unkind_word(rule) {
            offend(&format!("says `{word}`"));
        }
        for need in rule.needs {
            if rules::find(need).is_none() {
                offend(&format!("needs `{need}`, which is no rule"));
            }
        }
    }
    assert_none("wording", &offences);
}

fn unkind_word(rule: &Rule) -> Option<&'static str> {
    let text = format!("{} {} {}", rule.statement, rule.why, rule.fix).to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    ["you", "your", "just", "simply", "obviously", "todo"].into_iter().find(|word| words.contains(word))
}
