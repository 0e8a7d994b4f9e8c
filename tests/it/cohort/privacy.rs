//! Who may read names: nobody but the school, unless every student agreed.

use std::fs;

use super::{RUN, School};

const SECRET: (&str, &str) = ("FOLIOCHECK_PSEUDONYM_KEY", "a secret of the school");
const FILES: [&str; 5] = ["cohort.json", "cohort.csv", "cohort.md", "history.csv", "index.html"];

fn public(folder: &str) -> String {
    format!("{} --public", RUN.replace("DIR/out", &format!("DIR/{folder}")))
}

impl School {
    fn with_secret(students: usize) -> Self {
        Self { variables: vec![(SECRET.0, SECRET.1.to_owned())], ..Self::with(students) }
    }

    /// Inside a workflow's run, in a repository of this kind.
    fn in_actions(mut self, payload: &str) -> Self {
        fs::write(self.path("event.json"), payload).unwrap();
        let event = self.path("event.json").display().to_string();
        self.variables.extend([("GITHUB_ACTIONS", "true".to_owned()), ("GITHUB_EVENT_PATH", event)]);
        self
    }

    /// Everything that could lead to somebody.
    fn traces(&self) -> Vec<String> {
        let of = |student: &world::cohort::Student| {
            let first = student.name.split(' ').next().unwrap().to_owned();
            [student.login.clone(), student.name.clone(), first, student.site.at("/")]
        };
        let names = ["127.0.0.1", "portfolio.yml", "the host is down", "tide-table", "github.com/"];
        self.students.iter().flat_map(of).chain(names.map(str::to_owned)).collect()
    }

    fn assert_no_trace(&self, file: &str) {
        let text = self.read(file);
        for trace in self.traces() {
            assert!(!text.contains(&trace), "{file} has {trace}");
        }
    }
}

#[test]
fn the_public_form_leads_to_nobody() {
    let school = School::with_secret(30);
    school.cohort(RUN).unwrap();
    school.cohort(&public("public")).unwrap();
    for name in FILES {
        school.assert_no_trace(&format!("public/{name}"));
    }
    let (private, public) = (school.rows("out/cohort.json"), school.rows("public/cohort.json"));
    let ids: Vec<&str> = public.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert!(ids.is_sorted(), "the order of the roster would tell who is who: {ids:?}");
    let mut counted = [&private, &public].map(|rows| {
        rows.iter().map(|row| format!("{} {:?}", row["outcome"], row["status"])).collect::<Vec<_>>()
    });
    for outcomes in &mut counted {
        outcomes.sort();
    }
    assert_eq!(counted[0], counted[1], "the same verdicts");
}

#[test]
fn pseudonyms_hold_from_week_to_week_with_the_secret_and_from_nowhere_without() {
    let school = School::with_secret(6);
    school.cohort(&public("out")).unwrap();
    let first = school.read("out/cohort.json");
    school.cohort(&public("out")).unwrap();
    assert_eq!(
        first,
        school.read("out/cohort.json").replacen(
            "\"before\": \"2017-01-30T19:00:00Z\"",
            "\"before\": null",
            1
        )
    );

    let school = School { variables: Vec::new(), ..school };
    school.cohort(&public("out")).unwrap();
    let ids = |text: &str| text.matches("{\"id\":\"").count();
    let other = school.read("out/cohort.json");
    assert_eq!(ids(&other), ids(&first));
    assert!(other.contains("\"before\": null"), "nobody can be compared");
    let error = school.cohort(&format!("{} --shard 1/2", public("out"))).unwrap_err().to_string();
    assert!(error.contains("set `FOLIOCHECK_PSEUDONYM_KEY`"), "{error}");
}

#[test]
fn parts_with_pseudonyms_come_to_the_same_bytes_and_mix_with_no_others() {
    let school = School::with_secret(9);
    school.cohort(&public("whole")).unwrap();
    for number in 1..=2 {
        school.cohort(&format!("{} --shard {number}/2", public(&format!("part-{number}")))).unwrap();
        school.assert_no_trace(&format!("part-{number}/shard-{number}-of-2.jsonl"));
    }
    school.cohort("merge DIR/part-1 DIR/part-2 --output DIR/merged --place site").unwrap();
    for name in FILES {
        assert_eq!(school.read(&format!("merged/{name}")), school.read(&format!("whole/{name}")), "{name}");
    }
    school.cohort(&format!("{} --shard 2/2", RUN.replace("DIR/out", "DIR/named"))).unwrap();
    let error = school.cohort("merge DIR/part-1 DIR/named --output DIR/mixed").unwrap_err().to_string();
    assert!(error.contains("with other pseudonyms, or with names"), "{error}");
}

#[test]
fn names_are_refused_where_everybody_can_read_them() {
    for (payload, why) in [
        (r#"{"repository": {"full_name": "school/cohort", "private": false}}"#, "school/cohort is public"),
        ("{}", "does not say that its repository is private"),
    ] {
        let school = School::with_secret(2).in_actions(payload);
        let error = school.cohort(RUN).unwrap_err();
        assert_eq!(error.code(), 2);
        assert!(error.to_string().contains(why), "{error}");
        assert_eq!(school.world.requests(), Vec::<String>::new(), "nobody was asked");
        assert!(!school.path("out").exists());
        school.cohort(&public("public")).unwrap();
        school.cohort(&format!("{RUN} --names-in-public")).unwrap();
    }
    let school = School::with_secret(2)
        .in_actions(r#"{"repository": {"full_name": "school/cohort", "private": true}}"#);
    school.cohort(RUN).unwrap();
    let error = school.cohort(&format!("{RUN} --place site")).unwrap_err().to_string();
    assert!(error.contains("everybody can open that site"), "{error}");
}

#[test]
fn names_stand_in_no_issue_that_everybody_can_read() {
    let school = School::with_secret(2);
    school.world.add(world::Repository::new("school/open"));
    school.world.add(world::Repository::new("coordinator/closed").private());
    let run = |more: &str| school.cohort(&format!("{RUN} {more}"));
    for (repository, why) in [("school/open", "is public"), ("school/none", "does not exist")] {
        let error = run(&format!("--issue {repository}")).unwrap_err();
        assert_eq!(error.code(), 2);
        assert!(error.to_string().contains(why) && error.to_string().contains("--public"), "{error}");
        assert!(!school.path("out").exists(), "nobody was looked at");
    }
    for allowed in [
        "--issue school/open --names-in-public",
        "--issue school/open --public",
        "--issue coordinator/closed",
    ] {
        run(allowed).unwrap_or_else(|error| panic!("{allowed}: {error}"));
    }
}

#[test]
fn parts_with_names_are_merged_into_no_public_place() {
    let school = School::with(3);
    for number in 1..=2 {
        school
            .cohort(&format!("{} --shard {number}/2", RUN.replace("DIR/out", &format!("DIR/part-{number}"))))
            .unwrap();
    }
    let error = school.cohort("merge DIR/part-1 DIR/part-2 --output DIR/merged --place site").unwrap_err();
    assert_eq!(error.code(), 2);
    assert!(!school.path("merged").exists());
}
