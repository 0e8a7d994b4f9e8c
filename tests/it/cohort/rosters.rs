//! What is wrong with a roster or a flag is said before anybody is asked.

use super::{RUN, School};

fn problem(school: &School, words: &str) -> String {
    let error = school.cohort(words).unwrap_err();
    assert_eq!(error.code(), 2);
    assert_eq!(school.world.requests(), Vec::<String>::new(), "nobody was asked");
    error.to_string().replace(&school.folder.path().display().to_string(), "DIR")
}

#[test]
fn every_mistake_by_line_before_the_first_request() {
    let school = School::with(0);
    std::fs::write(school.path("roster.csv"), "login,portfolio,status\nada,a/b/c,\nalan,x,gone\n").unwrap();
    assert_eq!(
        problem(&school, &format!("{RUN} --shard 3/2 --only nothing --as-of today")),
        "DIR/roster.csv: line 2, column 5: `a/b/c` is not a repository; the form is OWNER/REPO\n\
         DIR/roster.csv: line 3, column 8: `gone` is not a status; there is `active`, `away`, `hired`, `left`\n\
         `--only nothing` is neither a group nor a rule (`foliocheck explain` lists them)\n\
         `--shard`: a shard is a number of so many, such as 1/4 to 4/4\n\
         `--as-of today` is not a moment with its zone; the right form is 2017-02-01T18:00:00-07:00"
    );
}

#[test]
fn a_roster_that_is_not_there_is_named() {
    let school = School::with(0);
    assert!(
        problem(&school, "run DIR/nobody.csv --output DIR/out")
            .starts_with("could not read the roster `DIR/nobody.csv`")
    );
}

#[test]
fn a_token_that_nobody_knows_ends_the_run_and_not_in_silence() {
    let school = School { token: world::Token::Refused, ..School::with(3) };
    let error = school.cohort(RUN).unwrap_err();
    assert!(error.to_string().starts_with("the token was refused (401)"), "{error}");
    assert!(!school.path("out/cohort.json").exists());
}
