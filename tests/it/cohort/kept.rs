//! Answers that are kept between runs: nothing is charged for what did not change, and nothing is believed unasked.

use world::cohort::Kind;

use super::{RUN, School};

#[test]
fn what_did_not_change_is_not_charged_and_what_did_is_seen() {
    let school = School::with(12);
    school.world.without_graphql();
    let run = format!("{RUN} --cache-dir DIR/cache");
    school.cohort(&run).unwrap();
    let found = |world: &world::World| {
        let asked = world.requests();
        asked.iter().filter(|request| request.starts_with("GET /repos")).count()
    };
    let (first, rows) = (found(&school.world), school.rows("out/cohort.json"));
    assert_eq!(school.world.unchanged(), 0);
    school.cohort(&run).unwrap();
    let again = found(&school.world) - first;
    assert_eq!(again, first, "each answer is asked about");
    // What is not there has no mark, and is charged.
    let of_kind = |kind| school.students.iter().filter(move |student| student.kind == kind);
    assert_eq!(school.world.unchanged() + of_kind(Kind::NoReadme).count(), again, "and charged to nobody");
    assert_eq!(school.rows("out/cohort.json"), rows, "the same rows from what was kept");

    let mut items = rows[0]["items"].as_array().unwrap().iter().filter_map(|item| item["id"].as_str());
    let project = items.find_map(|id| id.strip_prefix("readme-adequate@")).unwrap();
    school.world.commit(project, "main", &[("README.md", "# Nothing")]);
    let before = school.world.unchanged();
    school.cohort(&run).unwrap();
    let changed = school.rows("out/cohort.json");
    assert_eq!((rows[0]["outcome"].as_str(), changed[0]["outcome"].as_str()), (Some("pass"), Some("fail")));
    assert!(school.world.unchanged() - before < again, "what changed came anew");
}

#[test]
fn no_cache_keeps_nothing() {
    let school = School::with(2);
    school.world.without_graphql();
    school.cohort(&format!("{RUN} --cache-dir DIR/cache --no-cache")).unwrap();
    assert!(!school.path("cache").exists());
}
