//! Rosters in both forms, and what is said of wrong ones.

use super::*;

const RULES: [&str; 3] = ["site-known", "resume-opens", "interview-evidenced"];

fn read(path: &str, text: &str) -> Result<Roster, RosterError> {
    Roster::read(path, text, &RULES)
}

fn mistakes(path: &str, text: &str) -> Vec<String> {
    read(path, text).unwrap_err().mistakes.iter().map(ToString::to_string).collect()
}

const CSV: &str = "\u{feff}Login,Name,Portfolio,Program,Email,Site,Start,Status,Waivers\r\n\
ada,\"Lovelace, Ada\",ada/portfolio,back end,a@a.example,https://ada.example,2017-01-09,,\r\n\
\r\n\
@Alan,Alan,https://github.com/alan/alan.github.io,,,,,active; 2017-02-06 away; 2017-02-20 hired,site-known until 2017-03-01 18:00: was ill; resume-opens\r\n";

const YAML: &str = "\
students:
  - login: ada
    name: Lovelace, Ada
    portfolio: portfolio
    programme: back end
    site: https://ada.example
    start: 2017-01-09
  - login: Alan
    name: Alan
    portfolio: alan/alan.github.io
    status: [active, 2017-02-06 away, 2017-02-20 hired]
    waivers:
      - site-known until 2017-03-01 18:00: was ill
      - resume-opens
";

#[test]
fn both_forms_say_the_same() {
    let roster = read("roster.csv", CSV).unwrap();
    assert_eq!(roster.unused, ["Email"]);
    assert_eq!(roster.students, read("roster.yml", YAML).unwrap().students);
    let [ada, alan] = roster.students.as_slice() else { panic!("two students") };
    assert_eq!(
        (ada.name.as_deref(), ada.portfolio.to_string().as_str()),
        (Some("Lovelace, Ada"), "ada/portfolio")
    );
    assert_eq!((&*alan.id, &*alan.login), ("alan", "Alan"));
    assert_eq!(alan.waivers[0].why.as_ref(), "was ill");
    assert!(alan.waivers[0].until.is_some() && alan.waivers[1].until.is_none());
}

#[test]
fn a_status_holds_from_its_day_on() {
    let alan = &read("roster.csv", CSV).unwrap().students[1];
    for (day, status) in [
        ("2017-01-01", Status::Active),
        ("2017-02-05", Status::Active),
        ("2017-02-06", Status::Away),
        ("2017-02-20", Status::Hired),
    ] {
        assert_eq!(alan.status(day.parse().unwrap()), status, "{day}");
    }
}

#[test]
fn a_spreadsheet_may_separate_by_other_signs() {
    for separator in [";", "\t"] {
        let text =
            ["login,portfolio,name\nada,ada/site,\"a \"\"b\"\"\nc\"\n"].concat().replace(',', separator);
        let roster = read("roster.csv", &text).unwrap();
        assert_eq!(roster.students[0].name.as_deref(), Some("a \"b\"\nc"), "{separator:?}");
    }
}

#[test]
fn every_mistake_of_a_table_is_told_by_line() {
    let text = "login,portfolio,waviers,site,start,status,pull-request,waivers\n\
        ada,ada/portfolio,,ada.example,,,,\n\
        a da,x/y,,,,,,\n\
        ADA,ADA/Portfolio,,,9 Jan,avay,x,\n\
        ,,,,,,,\n\
        alan,,,,,2017-02-06 away; left,,resume-open: ill; site-known until Friday\n\
        grace,a/b/c,,,,,,,more\n";
    assert_eq!(
        mistakes("roster.csv", text),
        [
            "line 1, column 17: `waviers` is not a column; `waivers` is the nearest one",
            "line 2, column 20: `ada.example` is not the address of a site; the form is https://ada.example",
            "line 3, column 1: `a da` is not a login: letters, digits and hyphens, at most 39 of them",
            "line 4, column 1: the student `ada` stands in line 2 already",
            "line 4, column 5: the portfolio `ADA/Portfolio` stands in line 2 already",
            "line 4, column 21: `9 Jan` is not a day; the form is 2017-01-09",
            "line 4, column 27: `avay` is not a status; `away` is the nearest one",
            "line 4, column 32: `x` is not the number of a pull request",
            "line 6, column 1: this student has no `portfolio`, such as `alan/portfolio`",
            "line 6, column 27: a later status has the day from which it holds, such as `2017-02-06 away`",
            "line 6, column 33: `resume-open` is not a rule; `resume-opens` is the nearest one",
            "line 6, column 51: `Friday` has no date; write `2017-02-01 18:00` or `week 2 Friday 16:00`",
            "line 7, column 7: `a/b/c` is not a repository; the form is OWNER/REPO",
            "line 7, column 19: there are more cells than columns in this line",
        ]
    );
}

#[test]
fn every_mistake_of_a_list_is_told_by_line() {
    let text = "cohort: x\nstudents:\n  - login: ada\n    portfolo: ada/portfolio\n  - alan\n  - name: Grace\n    portfolio: [a/b]\n";
    assert_eq!(
        mistakes("roster.yaml", text),
        [
            "line 1, column 1: `cohort` is not a key here; there is `students`",
            "line 3, column 5: this student has no `portfolio`, such as `ada/portfolio`",
            "line 4, column 5: `portfolo` is not a key of a student; `portfolio` is the nearest one",
            "line 5, column 5: this wants a student's keys, such as `login: ada`",
            "line 6, column 5: this student has no `login`",
            "line 7, column 16: this wants a text",
        ]
    );
}

#[test]
fn what_is_no_roster_is_one_mistake() {
    for (path, text) in [
        ("a.csv", ""),
        ("a.csv", "name,portfolio\nAda,ada/portfolio\n"),
        ("a.csv", "login,portfolio\nada,\"ada/portfolio\n"),
        ("a.csv", "login,portfolio\n"),
        ("a.yml", ""),
        ("a.yml", "students: ada\n"),
        ("a.yml", "a: [\n"),
    ] {
        assert_eq!(mistakes(path, text).len(), 1, "{text:?}");
    }
}
