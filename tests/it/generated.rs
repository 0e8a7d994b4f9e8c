//! Everything that is made from the code: equal to what is committed, or rewritten with `UPDATE=1`.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use foliocheck::cohort::head;
use foliocheck::facts::Obstacle;
use foliocheck::finding::Verdict;
use foliocheck::policy::{self, Policy};
use foliocheck::render::{self, manual, start};
use foliocheck::report::v1;
use foliocheck::settings::file;
use foliocheck::{exit, rules};

fn is_updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// Compares a committed file with what the code makes of it.
fn assert_generated(path: &str, text: &str) {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if is_updating() {
        std::fs::create_dir_all(full.parent().unwrap()).unwrap();
        std::fs::write(&full, text).unwrap();
    }
    let committed = std::fs::read_to_string(&full).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        committed == text,
        "{path} is not what the code makes of it; run UPDATE=1 cargo test, and read the diff"
    );
}

/// Compares what stands between `<!-- name -->` and `<!-- /name -->` in a committed file.
fn assert_section(path: &str, name: &str, text: &str) {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let file = std::fs::read_to_string(&full).unwrap().replace("\r\n", "\n");
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = file.split_once(&open).unwrap_or_else(|| panic!("{path} has no {open}"));
    let (_, after) = rest.split_once(&close).unwrap_or_else(|| panic!("{path} has no {close}"));
    assert_generated(path, &format!("{before}{open}{text}{close}{after}"));
}

#[test]
fn the_rule_book() {
    assert_generated("RULES.md", &manual::book(&rules::all()));
}

#[test]
fn the_readme_has_the_rules_and_the_workflow() {
    assert_section("README.md", "workflow", &format!("```yaml\n{}```\n", start::workflow()));
    assert_section("README.md", "rules", &manual::table(&rules::all()));
}

#[test]
fn the_schemas() {
    assert_generated("src/schema/report.json", &v1::schema());
    assert_generated("src/schema/portfolio.json", &file::schema());
    assert_generated("src/schema/policy.json", &policy::schema());
    assert_generated("src/schema/cohort.json", &head::schema());
}

#[test]
fn the_presets() {
    for name in Policy::presets() {
        let policy = Policy::preset(name, &rules::ids()).unwrap();
        let shown = render::policy::policy(&policy, &rules::all());
        let text = format!(
            "# Policy `{name}`\n\nGenerated; `foliocheck policy show {name}` prints the same.\n\n```text\n{shown}```\n"
        );
        assert_generated(&format!("docs/policies/{name}.md"), &text);
    }
}

#[test]
fn the_help() {
    let mut text = String::from("# Commands\n\nGenerated from `foliocheck --help`.\n");
    for command in [
        "",
        "check",
        "readme",
        "action",
        "cohort run",
        "cohort plan",
        "cohort merge",
        "init",
        "explain",
        "policy",
        "schema",
        "completions",
        "manpage",
    ] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_foliocheck"));
        program.env_clear().env("COLUMNS", "100").args(command.split_whitespace());
        let output = program.arg("--help").output().unwrap();
        assert!(output.status.success(), "{command} --help");
        let help = String::from_utf8(output.stdout).unwrap();
        let title = format!("foliocheck {command}");
        write!(text, "\n## `{}`\n\n```text\n{}\n```\n", title.trim(), help.trim_end()).unwrap();
    }
    assert_generated("docs/commands.md", &text);
}

/// Public ids are forever: a change of one shows up here.
#[test]
fn the_public_ids() {
    let mut text =
        String::from("Public ids. They are forever: renaming one breaks somebody's program.\n\nrules\n");
    for rule in rules::all() {
        writeln!(text, "  {}", rule.id).unwrap();
    }
    text.push_str("\nverdicts\n");
    for verdict in Verdict::ALL {
        writeln!(text, "  {}", verdict.label()).unwrap();
    }
    text.push_str("\nobstacles\n");
    for kind in Obstacle::KINDS {
        writeln!(text, "  {kind}").unwrap();
    }
    text.push_str("\nexit codes\n");
    for (code, meaning) in exit::TABLE {
        writeln!(text, "  {code}  {meaning}").unwrap();
    }
    assert_generated("tests/it/ids.txt", &text);
}
