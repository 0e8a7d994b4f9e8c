//! What no server dates is dated by the runs of the school themselves.

use std::fs;

use serde_json::Value;
use world::cohort::{Kind, Student};

use super::{RUN, School};

const POLICY: &str =
    "name: school\nversion: 1\nzone: UTC\nrequirements:\n  resume-opens: {due: 2017-02-01 18:00}\n";

#[test]
fn what_one_run_saw_tells_the_next_what_was_late() {
    let school = School::with(20);
    fs::write(school.path("policy.yml"), POLICY).unwrap();
    let of = |kind| school.students.iter().find(|student| student.kind == kind).unwrap();
    let (gone, complete) = (of(Kind::ResumeGone), of(Kind::Complete));
    let item = |student: &Student| {
        let rows = school.rows("out/cohort.json");
        let row = rows.into_iter().find(|row| row["id"] == student.login.as_str()).unwrap();
        let items: Vec<Value> = row["items"].as_array().unwrap().clone();
        items.into_iter().find(|item| item["rule"] == "resume-opens").unwrap()
    };
    let run = |day: &str| {
        school.cohort_at(&format!("{day}T12:00:00Z"), &format!("{RUN} --policy DIR/policy.yml")).unwrap();
    };
    run("2017-01-30");
    run("2017-02-06");
    assert_eq!(
        (item(gone)["state"].as_str(), item(complete)["state"].as_str()),
        (Some("not_met"), Some("met"))
    );
    gone.put_resume();
    for day in ["2017-02-13", "2017-02-20"] {
        run(day);
        let (late, early) = (item(gone), item(complete));
        assert_eq!(late["late_since"], "2017-02-13T12:00:00Z", "{day}: {late}");
        assert_eq!(late["unmet_at"], "2017-02-06T12:00:00Z", "{day}: {late}");
        assert_eq!(early["met_by"], "2017-01-30T12:00:00Z", "{day}: {early}");
        assert!(early["late_since"].is_null(), "{day}: {early}");
    }
}
