//! Comments: read to the last page, told apart from those of others, and written once whatever happens.

use foliocheck::facts::Comment;
use foliocheck::net::github::WriteError;
use world::{Fault, Repository, Token, World};

use super::{client, name};

const HOME: &str = "ada/portfolio";
const ACTIONS: Token = Token::Actions(HOME);

fn world_with_pull_request() -> (World, u64) {
    let world = World::new();
    world.add(Repository::new(HOME).file("README.md", "Ada's work"));
    let head = world.commit(HOME, "work", &[("README.md", "Ada's best work")]);
    let number = world.open_pull_request(HOME, "ada", &head);
    (world, number)
}

fn marked(text: &str) -> String {
    format!("{}\n{text}", Comment::MARKER)
}

#[tokio::test]
async fn comments_are_read_to_the_last_page() {
    for (token, has_graphql) in [(Some(ACTIONS), true), (Some(ACTIONS), false), (None, true)] {
        let (world, number) = world_with_pull_request();
        if !has_graphql {
            world.without_graphql();
        }
        for count in 0..250 {
            world.comment(HOME, number, "grace", &format!("Comment {count}"));
        }
        let comments = client(&world, token.as_ref()).list_comments(&name(HOME), number).await.unwrap();
        let bodies: Vec<&str> = comments.iter().map(|comment| comment.body.as_written()).collect();
        let wanted: Vec<String> = (0..250).map(|count| format!("Comment {count}")).collect();
        assert_eq!(bodies, wanted, "{token:?}");
    }
}

#[tokio::test]
async fn ours_by_author_and_never_by_the_marker_alone() {
    for has_graphql in [true, false] {
        for (token, wanted) in [
            (ACTIONS, ["github-actions"].as_slice()),
            (Token::User("grace"), &["github-actions", "grace"]),
            (Token::ReadOnly(HOME), &["github-actions"]),
        ] {
            let (world, number) = world_with_pull_request();
            if !has_graphql {
                world.without_graphql();
            }
            for author in ["github-actions[bot]", "grace", "eve", "other[bot]", "github-actions"] {
                world.comment(HOME, number, author, &marked("All is well"));
            }
            let comments = client(&world, Some(&token)).list_comments(&name(HOME), number).await.unwrap();
            let ours: Vec<&str> = comments
                .iter()
                .filter(|comment| comment.is_ours)
                .map(|comment| comment.author.as_written())
                .collect();
            assert_eq!(ours, wanted, "{token:?}, GraphQL: {has_graphql}");
            assert!(world.count("GET /user") <= 1);
        }
    }
}

#[tokio::test]
async fn nobody_is_asked_who_we_are_without_a_marker() {
    let (world, number) = world_with_pull_request();
    world.without_graphql();
    world.comment(HOME, number, "grace", "No marker here");
    client(&world, Some(&Token::User("grace"))).list_comments(&name(HOME), number).await.unwrap();
    assert_eq!(world.count("GET /user"), 0);
}

#[tokio::test]
async fn a_comment_is_written_edited_and_deleted() {
    let (world, number) = world_with_pull_request();
    let (github, home) = (client(&world, Some(&ACTIONS)), name(HOME));
    let id = github.post_comment(&home, number, "first").await.unwrap();
    github.write_comment(&home, id, "second").await.unwrap();
    let comments = world.comments(HOME, number);
    assert_eq!((comments[0].id, comments[0].body.as_str(), comments[0].edits), (id, "second", 1));
    assert_eq!(comments[0].author, "github-actions[bot]");
    github.write_comment_away(&home, id).await.unwrap();
    github.write_comment_away(&home, id).await.unwrap();
    assert!(world.comments(HOME, number).is_empty());
    assert_eq!(world.requests().len(), 4);
}

#[tokio::test]
async fn a_comment_is_never_written_twice() {
    let cases = [
        ("nothing wrong", None, 1),
        ("done, but the answer was lost", Some(Fault::Lost), 1),
        ("done, but the answer was cut", Some(Fault::Cut), 1),
        ("not done: reset", Some(Fault::Reset), 2),
        ("not done: 502", Some(Fault::BadGateway), 2),
        ("not done: secondary limit", Some(Fault::Secondary(0)), 2),
        ("not done: a proxy's page", Some(Fault::ProxyPage), 2),
    ];
    for (case, fault, posts) in cases {
        for has_graphql in [true, false] {
            let (world, number) = world_with_pull_request();
            if !has_graphql {
                world.without_graphql();
            }
            if let Some(fault) = fault {
                world.fail_next("POST /repos", fault, 1);
            }
            world.comment(HOME, number, "eve", &marked("the report"));
            let body = marked("the report");
            let id = client(&world, Some(&ACTIONS)).post_comment(&name(HOME), number, &body).await.unwrap();
            let comments = world.comments(HOME, number);
            assert_eq!(comments.len(), 2, "{case}");
            assert_eq!((comments[1].id, &comments[1].body), (id, &body), "{case}");
            assert_eq!(world.count("POST /repos"), posts, "{case}");
        }
    }
}

#[tokio::test]
async fn an_edit_may_be_sent_again() {
    for fault in [Fault::Lost, Fault::Cut, Fault::Reset, Fault::BadGateway, Fault::TooMany(0)] {
        let (world, number) = world_with_pull_request();
        let id = world.comment(HOME, number, "github-actions[bot]", "old");
        world.fail_next("PATCH /repos", fault, 2);
        client(&world, Some(&ACTIONS)).write_comment(&name(HOME), id, "new").await.unwrap();
        assert_eq!(world.comments(HOME, number)[0].body, "new", "{fault:?}");
    }
}

#[tokio::test]
async fn a_token_that_may_not_write_is_told_from_trouble() {
    for token in [Some(Token::ReadOnly(HOME)), Some(Token::Actions("eve/other")), Some(Token::Refused), None]
    {
        let (world, number) = world_with_pull_request();
        let id = world.comment(HOME, number, "github-actions[bot]", "old");
        let (github, home) = (client(&world, token.as_ref()), name(HOME));
        assert_eq!(
            github.post_comment(&home, number, "new").await,
            Err(WriteError::NoPermission),
            "{token:?}"
        );
        assert_eq!(github.write_comment(&home, id, "new").await, Err(WriteError::NoPermission), "{token:?}");
        assert_eq!(github.write_comment_away(&home, id).await, Err(WriteError::NoPermission), "{token:?}");
    }
    let (world, number) = world_with_pull_request();
    world.fail_next("POST /repos", Fault::BadGateway, 3);
    let github = client(&world, Some(&ACTIONS));
    let trouble = github.post_comment(&name(HOME), number, "new").await.unwrap_err();
    assert_eq!(trouble.to_string(), "The host answered with its own error 502, three times.");
    let too_long = github.post_comment(&name(HOME), number, &"x".repeat(70_000)).await;
    assert_eq!(too_long, Err(WriteError::Refused { status: 422 }));
}

#[tokio::test]
async fn a_comment_finds_a_renamed_repository() {
    let (world, number) = world_with_pull_request();
    world.rename(HOME, "ada/work");
    let github = client(&world, Some(&Token::User("ada")));
    let id = github.post_comment(&name(HOME), number, "first").await.unwrap();
    github.write_comment(&name(HOME), id, "second").await.unwrap();
    assert_eq!(world.comments("ada/work", number)[0].body, "second");
}
