//! What goes wrong between us and the host is waited out or said, and never mistaken for an answer.

use foliocheck::net::github::RepositoryAsk;
use world::{Fault, Repository, Token, World};

use super::{client, fetch_one, readme_of};

const ALL: [(Fault, &str); 8] = [
    (Fault::BadGateway, "server_error"),
    (Fault::TooMany(0), "rate_limited"),
    (Fault::Secondary(0), "rate_limited"),
    (Fault::UsedUp(0), "rate_limited"),
    (Fault::Reset, "unreachable"),
    (Fault::Cut, "garbled"),
    (Fault::ProxyPage, "garbled"),
    (Fault::ProxyNotFound, "garbled"),
];

fn world_with(fault: Fault, request: &str, times: usize) -> World {
    let world = World::new();
    world.add(Repository::new("ada/weather").file("README.md", "sun"));
    world.fail_next(request, fault, times);
    world
}

#[tokio::test]
async fn two_faults_are_outlasted_and_three_are_said() {
    for (fault, kind) in ALL {
        for (request, token) in
            [("POST /graphql", Some(Token::User("ada"))), ("GET /repos/ada/weather", None)]
        {
            let world = world_with(fault, request, 2);
            let answer =
                fetch_one(&client(&world, token.as_ref()), "ada/weather", RepositoryAsk::default()).await;
            assert_eq!(readme_of(&answer.unwrap().unwrap()), "README.md: sun", "{fault:?} at {request}");

            let world = world_with(fault, request, 3);
            let answer =
                fetch_one(&client(&world, token.as_ref()), "ada/weather", RepositoryAsk::default()).await;
            assert_eq!(answer.unwrap_err().kind(), kind, "{fault:?} at {request}");
            assert_eq!(world.requests().len(), 3, "{fault:?} at {request}");
        }
    }
}

#[tokio::test]
async fn a_wait_that_is_too_long_is_not_begun() {
    for fault in [Fault::TooMany(3600), Fault::Secondary(3600), Fault::UsedUp(3600)] {
        for (request, token) in
            [("POST /graphql", Some(Token::User("ada"))), ("GET /repos/ada/weather", None)]
        {
            let world = world_with(fault, request, 1);
            let answer =
                fetch_one(&client(&world, token.as_ref()), "ada/weather", RepositoryAsk::default()).await;
            assert_eq!(answer.unwrap_err().kind(), "rate_limited", "{fault:?}");
            assert_eq!(world.requests().len(), 1, "{fault:?}");
        }
    }
}

#[tokio::test]
async fn not_found_after_a_limit_is_not_believed() {
    let world = World::new();
    world.fail_next("GET /repos/ada/weather", Fault::Secondary(0), 1);
    let answer = fetch_one(&client(&world, None), "ada/weather", RepositoryAsk::default()).await;
    assert_eq!(answer.unwrap_err().kind(), "rate_limited");
}

#[tokio::test]
async fn a_lost_file_is_no_missing_file() {
    let world = World::new();
    world.add(Repository::new("ada/weather").file("readme.md", "sun").file("CNAME", b"\xff\xfe"));
    world.fail_next("GET /repos/ada/weather/readme", Fault::BadGateway, 3);
    world.fail_next("GET /repos/ada/weather/contents/CNAME", Fault::Reset, 3);
    let ask = RepositoryAsk { files: vec!["CNAME".into()], ..RepositoryAsk::default() };
    let answer = fetch_one(&client(&world, Some(&Token::User("ada"))), "ada/weather", ask).await;
    let answer = answer.unwrap().unwrap();
    assert_eq!(readme_of(&answer), "server_error");
    assert_eq!(answer.files["CNAME"].as_ref().unwrap_err().kind(), "unreachable");
}

#[tokio::test]
async fn a_proxy_s_page_is_no_file() {
    let world = World::new();
    world.add(Repository::new("ada/weather").file("CNAME", b"\xff\xfe"));
    world.fail_next("GET /repos/ada/weather/contents/CNAME", Fault::ProxyPage, 2);
    world.fail_next("GET /repos/ada/weather/commits/HEAD", Fault::ProxyPage, 2);
    for token in [Some(Token::User("ada")), None] {
        let ask = RepositoryAsk { files: vec!["CNAME".into()], ..RepositoryAsk::default() };
        let answer = fetch_one(&client(&world, token.as_ref()), "ada/weather", ask).await.unwrap().unwrap();
        assert_eq!(answer.files["CNAME"].as_ref().unwrap().as_ref().unwrap().bytes, b"\xff\xfe".as_slice());
        assert_eq!(answer.repository.head.unwrap().len(), 40);
    }
}

#[tokio::test]
async fn graphql_complains_in_its_own_way() {
    let limited = Fault::Says(r#"{"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}"#);
    let heavy = r#"{"data":{"r0":null},"errors":[{"type":"RESOURCE_LIMITS_EXCEEDED","path":["r0"],"message":"Resource limits for this query exceeded."}]}"#;
    let slow = r#"{"data":null,"errors":[{"message":"Something went wrong while executing your query. This may be the result of a timeout."}]}"#;
    let old = r#"{"errors":[{"message":"Field 'fullDatabaseId' doesn't exist on type 'IssueComment'"}]}"#;
    let closed = r#"{"data":{"r0":null},"errors":[{"type":"FORBIDDEN","path":["r0"],"message":"Resource protected by organization SAML enforcement."}]}"#;
    let sun = "README.md: sun";
    let cases = [
        ("limited", limited, 1, "rate_limited", 1),
        ("too heavy, then not", Fault::Says(heavy), 1, sun, 2),
        ("too heavy", Fault::Says(heavy), 3, "timed_out", 3),
        ("slow, then not", Fault::Says(slow), 2, sun, 3),
        ("a host that does not know a field", Fault::Says(old), 1, sun, 4),
        ("closed to this token", Fault::Says(closed), 1, "no_access", 1),
    ];
    for (case, fault, times, wanted, requests) in cases {
        let world = world_with(fault, "POST /graphql", times);
        let github = client(&world, Some(&Token::User("ada")));
        let told = match fetch_one(&github, "ada/weather", RepositoryAsk::default()).await {
            Ok(answer) => readme_of(&answer.unwrap()),
            Err(obstacle) => obstacle.kind().into(),
        };
        assert_eq!((told.as_str(), world.requests().len()), (wanted, requests), "{case}");
    }
}

#[tokio::test]
async fn what_is_missing_beside_an_error_is_unknown() {
    let partial = r#"{"data":{"r0":{"nameWithOwner":"ada/weather","isEmpty":false,"top":{"entries":[{"name":"README.md","type":"blob","mode":33188}]},"readme":null,"f0":null,"pullRequest":null}},
        "errors":[{"type":"FORBIDDEN","path":["r0","readme"],"message":"no"},{"type":"FORBIDDEN","path":["r0","f0"],"message":"no"},{"type":"FORBIDDEN","path":["r0","pullRequest"],"message":"no"}]}"#;
    let world = world_with(Fault::Says(partial), "POST /graphql", 1);
    let ask =
        RepositoryAsk { files: vec!["CNAME".into()], pull_request: Some(1), ..RepositoryAsk::default() };
    let answer = fetch_one(&client(&world, Some(&Token::User("ada"))), "ada/weather", ask).await;
    let answer = answer.unwrap().unwrap();
    assert_eq!(readme_of(&answer), "no_access");
    assert_eq!(answer.files["CNAME"].as_ref().unwrap_err().kind(), "no_access");
    assert_eq!(answer.pull_request.unwrap().unwrap_err().kind(), "no_access");
}

#[tokio::test]
async fn fields_that_a_host_does_not_know_are_tolerated() {
    let sparse = r#"{"data":{"r0":{"nameWithOwner":"ada/weather","isEmpty":null,"defaultBranchRef":{"name":"main","target":null},"top":{"entries":[{"name":"README.md","type":null,"mode":null}]},"readme":{"text":"sun","byteSize":null}}}}"#;
    let world = world_with(Fault::Says(sparse), "POST /graphql", 1);
    let answer =
        fetch_one(&client(&world, Some(&Token::User("ada"))), "ada/weather", RepositoryAsk::default()).await;
    let answer = answer.unwrap().unwrap();
    assert_eq!(readme_of(&answer), "README.md: sun");
    assert!(!answer.repository.is_empty && answer.repository.head.is_none());
}
