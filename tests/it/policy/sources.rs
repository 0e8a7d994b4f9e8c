//! Where policies come from, and that one which cannot be read is an error.

use foliocheck::gather::policy::fetch_policy;
use foliocheck::policy::Policy;
use foliocheck::rules;
use foliocheck::settings::policy::PolicyAsk;
use world::{Repository, World};

use crate::checking::{net, repository, settings};

const POLICY: &str = "name: school\nversion: 7\nrequirements: {projects-enough: {count: 2}}\n";

fn read(source: &str, world: &World) -> Result<Policy, String> {
    let settings = settings(repository("ada/portfolio"), world);
    let ask = PolicyAsk::parse(source, |_| false)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let net = net(&settings).unwrap();
        fetch_policy(&ask, &net.github, &rules::ids()).await.map_err(|error| error.to_string())
    })
}

#[test]
fn a_repository_gives_its_policy_with_the_commit() {
    let world = World::new();
    world
        .add(Repository::new("school/policies").file("policy.yml", POLICY).file("2017/back-end.yml", POLICY));
    world.commit("school/policies", "next", &[("policy.yml", &POLICY.replace('7', "8"))]);
    let policy = read("school/policies", &world).unwrap();
    assert_eq!((policy.version.as_str(), policy.projects_wanted), ("7", 2));
    let source = policy.source.to_string();
    assert!(source.starts_with("school/policies/policy.yml at "), "{source}");
    assert_eq!(read("school/policies@next", &world).unwrap().version, "8");
    assert_eq!(read("school/policies/2017/back-end.yml", &world).unwrap().version, "7");
}

#[test]
fn a_policy_that_cannot_be_read_is_an_error() {
    let world = World::new();
    world.add(
        Repository::new("school/policies").file("policy.yml", "name: school\nversion: 7\nrequire: {}\n"),
    );
    world.add(Repository::new("school/secret").file("policy.yml", POLICY).private());
    for (source, expected) in [
        ("school/nothing", "there is no such repository, or it is private"),
        ("school/secret", "there is no such repository, or it is private"),
        ("school/policies/other.yml", "there is no such file at that place"),
        ("school/policies@v9", "could not read the policy"),
        (
            "school/policies",
            "line 3, column 1: `require` is not a key here; `requirements` is the nearest one",
        ),
        ("turing2017", "the nearest preset is `turing-2017`"),
    ] {
        let problem = read(source, &world).unwrap_err();
        assert!(problem.contains(expected), "{source}: {problem}");
    }
}
