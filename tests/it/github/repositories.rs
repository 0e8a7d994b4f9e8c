//! What is read of repositories, by GraphQL and by REST alike, and in how many requests.

use foliocheck::facts::{Obstacle, RepoName};
use foliocheck::net::github::{RepositoryAsk, TokenRefused, Wanted};
use world::{Fault, Repository, Review, Token, World};

use super::{client, client_at, fetch_one, name, readme_of};

const ACTIONS: Token = Token::Actions("ada/portfolio");

/// By GraphQL, by REST without a token, and by REST because the host has no GraphQL.
const WAYS: [(&str, Option<Token>, bool); 3] =
    [("graphql", Some(ACTIONS), true), ("no token", None, true), ("no graphql", Some(ACTIONS), false)];

fn world_for(has_graphql: bool) -> World {
    let world = World::new();
    if !has_graphql {
        world.without_graphql();
    }
    world
}

#[tokio::test]
async fn one_query_reads_the_projects_and_the_pull_request() {
    let world = World::new();
    world.add(
        Repository::new("ada/portfolio").file("README.md", "Ada's work").homepage("https://ada.example"),
    );
    let head = world.commit("ada/portfolio", "work", &[("README.md", "Ada's best work")]);
    let number = world.open_pull_request("ada/portfolio", "ada", &head);
    world.comment("ada/portfolio", number, "grace", "Well done");
    for project in ["weather", "chess", "notes"] {
        world.add(Repository::new(&format!("ada/{project}")).file("README.md", format!("# {project}")));
    }
    let known = RepositoryAsk { readme: Wanted::No, pull_request: Some(number), ..RepositoryAsk::default() };
    let mut asks = vec![(name("ada/portfolio"), known)];
    asks.extend(
        ["weather", "chess", "notes"]
            .map(|project| (name(&format!("ada/{project}")), RepositoryAsk::default())),
    );

    let answers = client(&world, Some(&ACTIONS)).fetch_repositories(&asks).await.unwrap();

    let answers: Vec<_> = answers.into_iter().map(|answer| answer.unwrap().unwrap()).collect();
    assert_eq!(world.requests(), ["POST /graphql"]);
    let pull_request = answers[0].pull_request.as_ref().unwrap().as_ref().unwrap();
    assert_eq!(pull_request.author.as_ref().unwrap().as_written(), "ada");
    assert_eq!(pull_request.head.as_ref(), Some(&head));
    assert_eq!(pull_request.head_repository, Some(name("ada/portfolio")));
    assert_eq!(pull_request.comments.as_ref().unwrap()[0].body.as_written(), "Well done");
    assert_eq!(answers[0].readme, Err(Obstacle::NotAsked));
    assert_eq!(answers[0].repository.homepage.as_ref().unwrap().as_written(), "https://ada.example");
    assert_eq!(readme_of(&answers[2]), "README.md: # chess");
}

#[tokio::test]
async fn the_readme_is_the_one_that_the_host_shows() {
    let plain = || Repository::new("ada/weather").file("index.html", "<p>");
    let cases = [
        ("usual", plain().file("README.md", "a"), None, "README.md: a", 1),
        ("lower case", plain().file("readme.md", "b"), None, "readme.md: b", 2),
        ("another ending", plain().file("README.rst", "c"), None, "README.rst: c", 2),
        ("no ending", plain().file("README", "d"), None, "README: d", 2),
        ("in docs", plain().file("docs/Readme.txt", "e"), None, "docs/Readme.txt: e", 2),
        (
            "hidden before the top",
            plain().file("README.md", "f").file(".github/README.md", "g"),
            None,
            ".github/README.md: g",
            2,
        ),
        ("folders without one", plain().file("docs/a.txt", "").file(".github/x.yml", ""), None, "none", 1),
        ("none", plain(), None, "none", 1),
        ("no bytes", plain().file("README.md", ""), None, "README.md: ", 1),
        ("of a folder", plain().file("app/README.md", "h"), Some("app"), "app/README.md: h", 1),
        ("of a folder, lower case", plain().file("a/b/readme.md", "i"), Some("a/b/"), "a/b/readme.md: i", 2),
        ("not that of the top", plain().file("README.md", "j").file("app/x", ""), Some("app"), "none", 1),
        ("of no folder", plain().file("README.md", "k"), Some("app"), "none", 1),
    ];
    for (case, repository, folder, wanted, requests) in cases {
        for (way, token, has_graphql) in WAYS {
            let world = world_for(has_graphql);
            world.add(repository.clone());
            let ask = RepositoryAsk { folder: folder.map(String::from), ..RepositoryAsk::default() };
            let answer =
                fetch_one(&client(&world, token.as_ref()), "ada/weather", ask).await.unwrap().unwrap();
            assert_eq!(readme_of(&answer), wanted, "{case} by {way}");
            if way == "graphql" {
                assert_eq!(world.requests().len(), requests, "{case}: {:?}", world.requests());
            }
        }
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_come_as_they_are() {
    let utf16: Vec<u8> = "\u{feff}# Météo".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let long = "a line of text\n".repeat(40_000);
    let cases = [
        ("utf-16", utf16, Ok(())),
        ("latin-1", b"# M\xe9t\xe9o".to_vec(), Ok(())),
        ("binary", b"\x7fELF\0\0".to_vec(), Ok(())),
        ("longer than GraphQL shows", long.into_bytes(), Ok(())),
        ("more than is read", vec![b'a'; 1_000_001], Err(Obstacle::TooLarge { limit_bytes: 1_000_000 })),
    ];
    for (case, bytes, wanted) in cases {
        for (way, token, has_graphql) in WAYS {
            let world = world_for(has_graphql);
            world.add(Repository::new("ada/weather").file("README.md", &bytes).file("CNAME", &bytes));
            let ask = RepositoryAsk { files: vec!["CNAME".into()], ..RepositoryAsk::default() };
            let answer =
                fetch_one(&client(&world, token.as_ref()), "ada/weather", ask).await.unwrap().unwrap();
            for file in [&answer.readme, &answer.files["CNAME"]] {
                let read = file
                    .as_ref()
                    .map(|file| assert!(file.as_ref().unwrap().bytes == bytes, "{case} by {way}"));
                assert_eq!(read, wanted.as_ref().copied(), "{case} by {way}");
            }
        }
    }
}

#[tokio::test]
async fn graphql_and_rest_tell_the_same() {
    let mut told = Vec::new();
    for (_, token, has_graphql) in WAYS {
        let world = world_for(has_graphql);
        let repository =
            Repository::new("ada/portfolio").branch("trunk").archived().fork_of("grace/portfolio");
        let repository =
            repository.description("All my work").file("README.md", "Hello").file("src/app.js", "");
        world.add(repository.file("CNAME", "ada.example").file("public/robots.txt", "no"));
        world.add(Repository::new("eve/portfolio").file("README.md", "Hello").file("CNAME", "eve.example"));
        let head = world.commit("eve/portfolio", "work", &[("README.md", "Hello, world")]);
        let number = world.open_pull_request_from("ada/portfolio", "eve/portfolio", "eve", &head);
        world.comment("ada/portfolio", number, "grace", "Nice");
        world.ask_review("ada/portfolio", number, "hedy");
        world.review("ada/portfolio", number, Review::approved("grace", 1001, "2017-01-30T10:00:00Z"));
        let files =
            ["CNAME", "package.json", "public/robots.txt", "public/CNAME", "src"].map(String::from).into();
        let (git_ref, pull_request) = (Some(format!("refs/pull/{number}/head")), Some(number));
        let ask = RepositoryAsk { git_ref, files, pull_request, ..RepositoryAsk::default() };
        let github = client(&world, token.as_ref());
        let mut answer = fetch_one(&github, "Ada/Portfolio", ask).await.unwrap().unwrap();
        assert_eq!(readme_of(&answer), "README.md: Hello, world");
        // REST does not look into folders for it.
        answer.names.retain(|path, _| !path.contains('/'));
        let pull_request = answer.pull_request.as_mut().unwrap().as_mut().unwrap();
        if pull_request.reviews == Err(Obstacle::NotAsked) {
            pull_request.reviews = github.list_reviews(&answer.repository.name, number).await;
        }
        assert_eq!(answer.repository.head, Some(head));
        assert_eq!(answer.files["CNAME"].as_ref().unwrap().as_ref().unwrap().bytes, "eve.example");
        // Only GraphQL tells of commits without a request for each repository.
        answer.lineage = Err(Obstacle::NotAsked);
        told.push(format!("{answer:#?}"));
    }
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0], told[2]);
}

#[tokio::test]
async fn what_cannot_be_seen_is_told_apart_from_what_is_not_there() {
    for (way, token, has_graphql) in WAYS {
        let world = world_for(has_graphql);
        world.add(Repository::new("ada/secret").private().file("README.md", "hush"));
        world.add(Repository::new("ada/blank"));
        world.add(Repository::new("ada/weather").file("README.md", "sun"));
        let github = client(&world, token.as_ref());
        for gone in ["ada/secret", "ada/nothing"] {
            let answer = fetch_one(&github, gone, RepositoryAsk::default()).await;
            assert!(matches!(answer, Ok(None)), "{gone} by {way}");
        }
        let files = vec!["CNAME".into()];
        let ask = RepositoryAsk { files, pull_request: Some(9), ..RepositoryAsk::default() };
        let blank = fetch_one(&github, "ada/blank", ask).await.unwrap().unwrap();
        assert!(blank.repository.is_empty && blank.repository.default_branch.is_none(), "{way}");
        assert_eq!((readme_of(&blank).as_str(), &blank.files["CNAME"]), ("none", &Ok(None)), "{way}");
        assert!(blank.pull_request.is_none(), "{way}");

        let ask = RepositoryAsk { git_ref: Some("gone".into()), ..RepositoryAsk::default() };
        let elsewhere = fetch_one(&github, "ada/weather", ask).await.unwrap().unwrap();
        assert_eq!(readme_of(&elsewhere), "depends_on", "{way}");
        assert!(!elsewhere.repository.is_empty && elsewhere.repository.head.is_none(), "{way}");
    }
}

#[tokio::test]
async fn a_private_repository_is_seen_by_its_owner_and_its_workflow() {
    for token in [Token::User("ada"), Token::Actions("ada/secret"), Token::ReadOnly("ada/secret")] {
        let world = World::new();
        world.add(Repository::new("ada/secret").private().file("README.md", "hush"));
        let answer = fetch_one(&client(&world, Some(&token)), "ada/secret", RepositoryAsk::default()).await;
        assert_eq!(readme_of(&answer.unwrap().unwrap()), "README.md: hush", "{token:?}");
    }
}

#[tokio::test]
async fn a_renamed_repository_answers_under_its_new_name() {
    for (way, token, has_graphql) in WAYS {
        let world = world_for(has_graphql);
        world.add(Repository::new("ada/wether").file("README.md", "sun"));
        world.rename("ada/wether", "ada/weather");
        let answer = fetch_one(&client(&world, token.as_ref()), "ada/wether", RepositoryAsk::default()).await;
        let answer = answer.unwrap().unwrap();
        assert_eq!(answer.repository.name.to_string(), "ada/weather", "{way}");
        assert_eq!(readme_of(&answer), "README.md: sun", "{way}");
    }
}

#[tokio::test]
async fn a_refused_token_ends_the_run() {
    for has_graphql in [true, false] {
        let world = world_for(has_graphql);
        world.add(Repository::new("ada/weather").file("README.md", "sun"));
        let github = client(&world, Some(&Token::Refused));
        let answers = github.fetch_repositories(&[(name("ada/weather"), RepositoryAsk::default())]).await;
        assert_eq!(answers.err(), Some(TokenRefused));
    }
}

#[tokio::test]
async fn many_repositories_are_asked_for_in_batches() {
    for (limit, queries) in [(20, 3), (4, 33)] {
        let world = World::new();
        world.limit_query(limit);
        let asks: Vec<(RepoName, RepositoryAsk)> = (0..45)
            .map(|number| {
                let project = format!("ada/project-{number}");
                world.add(Repository::new(&project).file("README.md", &project));
                (name(&project), RepositoryAsk::default())
            })
            .collect();
        let answers = client(&world, Some(&ACTIONS)).fetch_repositories(&asks).await.unwrap();
        for ((project, _), answer) in asks.iter().zip(answers) {
            assert_eq!(readme_of(&answer.unwrap().unwrap()), format!("README.md: {project}"));
        }
        assert_eq!(world.requests().len(), queries, "at most {limit} at once");
    }
}

#[tokio::test]
async fn the_surroundings_of_a_readme_come_with_it() {
    let weather = Repository::new("ada/weather").file("README.md", "sun").file("package.json", "{}");
    let weather =
        weather.file("docs/town.png", "x").file("src/assets/a.png", "x").file("src/pages/b.js", "x");
    let listed = ["README.md", "docs/town.png", "package.json", "src/assets/a.png"];
    for (faults, paths, unlisted) in
        [(0, &listed[..], &["src/pages"][..]), (1, &["README.md", "package.json"], &["docs", "src"])]
    {
        let world = World::new();
        world.add(weather.clone());
        // Where the host says that this was too much, the README is worth more than what lies around it.
        world.fail_next("POST /graphql", Fault::BadGateway, faults);
        let client = client(&world, Some(&ACTIONS));
        let answer = fetch_one(&client, "ada/weather", RepositoryAsk::default()).await.unwrap().unwrap();
        assert_eq!(readme_of(&answer), "README.md: sun");
        assert!(answer.listing.paths.iter().eq(paths), "{:?}", answer.listing);
        assert!(answer.listing.unlisted.iter().eq(unlisted), "{:?}", answer.listing);
        assert_eq!(answer.files.contains_key("package.json"), faults == 0);
    }
}

#[tokio::test]
async fn an_enterprise_has_its_two_addresses() {
    for has_graphql in [true, false] {
        let world = world_for(has_graphql);
        world.add(Repository::new("ada/weather").file("readme.md", "sun"));
        let [api, graphql] = world.enterprise().map(|address| address.parse().unwrap());
        let hosts = foliocheck::settings::Hosts { api, graphql, server: world.api().parse().unwrap() };
        let answer =
            fetch_one(&client_at(&hosts, Some(&ACTIONS)), "ada/weather", RepositoryAsk::default()).await;
        assert_eq!(readme_of(&answer.unwrap().unwrap()), "readme.md: sun");
        assert_eq!(world.count("POST /graphql"), 1);
    }
}

#[tokio::test]
async fn the_token_goes_to_no_other_host() {
    let world = World::new();
    let (api, elsewhere) = (world.site(), world.site());
    let _ = api.clone().elsewhere(world::Answer::redirect(&elsewhere.url));
    let address: url::Url = api.url.parse().unwrap();
    let hosts = foliocheck::settings::Hosts {
        api: address.clone(),
        graphql: address.join("graphql").unwrap(),
        server: address,
    };
    let answer = fetch_one(&client_at(&hosts, Some(&ACTIONS)), "ada/weather", RepositoryAsk::default()).await;
    assert!(answer.is_err());
    assert!(!api.requests().is_empty());
    assert_eq!(elsewhere.requests(), Vec::<String>::new());
}
