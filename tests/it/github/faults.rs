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
    let ask = RepositoryAsk { files: vec!["CNAME"], ..RepositoryAsk::default() };
    let answer = fetch_one(&client(&world, Some(&Token::User("ada"))), "ada/weather", ask).await;
    let answer = answer.unwrap().unwrap();
    assert_eq!(readme_of(&answer), "server_error");
    assert_eq!(answer.files["CNAME"].as_ref().unwrap_err().kind(), "unreachable");
}
