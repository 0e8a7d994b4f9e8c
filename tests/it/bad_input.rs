//! Everything that can be wrong with what comes in, from the target to the last byte of the resume. What is wrong with the
//! target stops the run and says what would be right; what is wrong with the student's material is a finding.

use std::fs;
use std::path::Path;
use std::time::Duration;

use foliocheck::facts::Note;
use foliocheck::report::Report;
use foliocheck::settings::Target;
use world::{Answer, Repository, World, documents};

use crate::checking::{check, copy_folder, portfolio, repository, settings, troubles};

fn verdict(report: &Report, rule: &str) -> &'static str {
    let finding = report.findings.iter().find(|finding| finding.rule.id == rule);
    finding.unwrap_or_else(|| panic!("{rule} is not in the report")).verdict.label()
}

/// What stops a run on this folder.
fn stopped_by(folder: &Path) -> String {
    let world = World::new();
    check(&settings(Target::Folder(folder.into()), &world)).unwrap_err().to_string()
}

/// A folder that is complete but for these files.
fn folder_with(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&portfolio("complete"), folder.path());
    for (path, bytes) in files {
        fs::write(folder.path().join(path), bytes).unwrap();
    }
    folder
}

fn report_of(folder: &tempfile::TempDir) -> Report {
    let world = World::new();
    check(&settings(Target::Folder(folder.path().into()), &world)).unwrap()
}

#[test]
fn a_target_that_cannot_be_used_is_named_with_the_right_form() {
    let nothing = stopped_by(Path::new("/nowhere/at/all"));
    assert!(nothing.contains("/nowhere/at/all") && nothing.contains("OWNER/REPO"), "{nothing}");
    let file = stopped_by(&portfolio("complete").join("README.md"));
    assert!(file.contains("is a file") && file.contains("foliocheck readme"), "{file}");
    let world = World::new();
    let missing = check(&settings(repository("ada/portfolio"), &world)).unwrap_err().to_string();
    assert!(missing.contains("ada/portfolio") && missing.contains("private"), "{missing}");
}

#[test]
fn a_portfolio_file_with_mistakes_says_where_and_what_would_be_right() {
    for (text, expected) in [
        ("projets:\n  - name: Weather\n", ["1", "projects"]),
        ("projects:\n  - name: Weather\n    repositry: ada/weather\n", ["3", "repo"]),
        ("projects: [\n", ["portfolio.yml", "line"]),
    ] {
        let folder = folder_with(&[("portfolio.yml", text.as_bytes())]);
        let message = stopped_by(folder.path());
        assert!(expected.iter().all(|part| message.contains(part)), "{text}: {message}");
    }
}

#[test]
fn a_renamed_repository_is_followed_and_said() {
    let world = World::new();
    world.add(Repository::new("ada/old-name").folder(&portfolio("complete")));
    world.rename("ada/old-name", "ada/portfolio");
    let report = check(&settings(repository("ada/old-name"), &world)).unwrap();
    assert!(report.notes.iter().any(|note| matches!(note, Note::Renamed { .. })), "{:?}", report.notes);
    assert_eq!(report.portfolio.unwrap().to_string(), "ada/portfolio");
}

#[test]
fn an_archived_project_is_advice_and_an_empty_one_is_not_the_students_work() {
    let world = World::new();
    let readme = fs::read(portfolio("complete").join("projects/weather/README.md")).unwrap();
    let links = "- [Weather](https://github.com/ada/weather)
- [Chess](https://github.com/ada/chess)
- [Go](https://github.com/ada/go)
";
    world.add(Repository::new("ada/portfolio").file("README.md", links));
    world.add(Repository::new("ada/weather").file("README.md", &readme).archived());
    world.add(Repository::new("ada/chess"));
    world.add(Repository::new("ada/go").file("README.md", &readme).private());
    let report = check(&settings(repository("ada/portfolio"), &world)).unwrap();
    let of = |rule: &str, name: &str| {
        let id = format!("{rule}@{name}");
        report.findings.iter().find(|finding| finding.id().as_written() == id).unwrap().verdict.label()
    };
    assert_eq!(of("projects-original", "ada/weather"), "warn");
    assert_eq!(of("projects-original", "ada/chess"), "fail");
    assert_eq!(of("projects-readable", "ada/go"), "fail");
}

#[test]
fn a_readme_of_any_bytes_is_judged_or_named() {
    let links = "[a](https://ada.example/a) ".repeat(10_000);
    let huge = "word ".repeat(1_000_000);
    let cases: [(&str, &[u8], &str); 5] = [
        ("no byte", b"", "readme-present fail"),
        ("white space", b" \n\t\n", "readme-present fail"),
        ("binary", &[0, 159, 146, 150, 0, 1, 2, 3], "readme-present cannot_tell"),
        ("10,000 links", links.as_bytes(), "readme-adequate fail"),
        ("5 MB", huge.as_bytes(), "readme-present cannot_tell"),
    ];
    for (case, bytes, expected) in cases {
        let folder = folder_with(&[("projects/weather/README.md", bytes)]);
        let troubles = troubles(&report_of(&folder));
        let (rule, verdict) = expected.split_once(' ').unwrap();
        let expected = format!("{rule}@projects/weather {verdict}");
        assert!(troubles.contains(&expected), "{case}: {troubles:?}");
    }
}

/// The report of a student whose resume is what the site answers for it.
fn report_of_resume(answer: Answer) -> Report {
    let world = World::new();
    let site = world.site().folder(&portfolio("complete"));
    site.set("/resume.pdf", answer);
    world.add(Repository::new("ada/portfolio").folder(&portfolio("complete")).homepage(&site.at("/")));
    check(&settings(repository("ada/portfolio"), &world)).unwrap()
}

#[test]
fn a_resume_of_any_bytes_gets_a_verdict_of_its_own() {
    let text = documents::text_pdf(&["Ada Example, developer. Experience, education, skills, projects."]);
    let cases = [
        ("encrypted", Answer::pdf(documents::encrypted_pdf()), "resume-is-document", "fail"),
        ("cut", Answer::pdf(documents::cut_pdf()), "resume-is-document", "fail"),
        ("no page", Answer::pdf(documents::empty_pdf()), "resume-is-document", "warn"),
        ("an image only", Answer::pdf(documents::image_pdf()), "resume-has-text", "warn"),
        ("a bomb", Answer::pdf(documents::bomb_pdf(64 << 20)), "resume-has-text", "cannot_tell"),
        (
            "a page that lies about its type",
            Answer::pdf("<!doctype html><p>Home"),
            "resume-is-document",
            "fail",
        ),
        (
            "a PDF that lies about its type",
            Answer::new("text/html", text.clone()),
            "resume-is-document",
            "pass",
        ),
        ("an answer that is cut", Answer::pdf(text.clone()).cut_after(100), "resume-opens", "cannot_tell"),
        (
            "an answer that lies about its length",
            Answer::pdf(text).claiming(9_000),
            "resume-opens",
            "cannot_tell",
        ),
        ("an endless answer", Answer::pdf("%PDF-1.4 ").endless(), "resume-opens", "cannot_tell"),
        ("nothing there", Answer::html("<h1>404</h1>").status(404), "resume-opens", "fail"),
        ("a circle", Answer::redirect("/resume.pdf"), "resume-opens", "fail"),
        ("a wall", Answer::wall(), "resume-opens", "cannot_tell"),
    ];
    let mut wrong = Vec::new();
    for (case, answer, rule, expected) in cases {
        let report = report_of_resume(answer);
        if verdict(&report, rule) != expected {
            wrong.push(format!("{case}: {rule} is not {expected}: {:?}", troubles(&report)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The report of a student whose home page is this answer.
fn report_of_home(answer: Answer) -> Report {
    let world = World::new();
    let site = world.site();
    site.set("/", answer);
    world.add(Repository::new("ada/portfolio").folder(&portfolio("complete")).homepage(&site.at("/")));
    check(&settings(repository("ada/portfolio"), &world)).unwrap()
}

#[test]
fn a_site_of_any_manners_gets_a_verdict_of_its_own() {
    let page = "<!doctype html><title>Ada</title><p>words</p>";
    let cases = [
        ("nothing there", Answer::html("<h1>404</h1>").status(404), "fail"),
        ("a circle", Answer::redirect("/"), "fail"),
        ("a wall", Answer::wall(), "cannot_tell"),
        ("its own error", Answer::html("oops").status(503), "cannot_tell"),
        ("too many requests", Answer::html("slow down").status(429), "cannot_tell"),
        ("an endless page", Answer::html(page).endless(), "cannot_tell"),
        ("a page that is cut", Answer::html(page).cut_after(10), "cannot_tell"),
        ("reset", Answer::reset(), "cannot_tell"),
        ("a file instead of a page", Answer::pdf(documents::text_pdf(&["Ada"])), "fail"),
        ("an empty page", Answer::html(""), "fail"),
        ("a slow page", Answer::html(page).slow(Duration::from_millis(30)), "pass"),
    ];
    for (case, answer, expected) in cases {
        assert_eq!(verdict(&report_of_home(answer), "site-answers"), expected, "{case}");
    }
}
