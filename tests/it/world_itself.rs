//! The world the tests stand on: its documents are what they claim, its sites misbehave as told, and it says what was wrong.

use std::time::Duration;

use foliocheck::facts::{PdfFlaw, Seen};
use foliocheck::net::Patience;
use foliocheck::net::http::{Arrival, Ask, Fetched, Part, Trust, Web};
use foliocheck::parse::pdf;
use foliocheck::settings::Guard;
use world::{Answer, Fault, Repository, Token, World, documents};

#[test]
fn documents_are_what_they_claim() {
    let cases = [
        ("text", documents::text_pdf(&["Ada Lovelace\nPlays chess (well)", "Page two"]), None),
        ("image", documents::image_pdf(), Some(PdfFlaw::NoText)),
        ("encrypted", documents::encrypted_pdf(), Some(PdfFlaw::Password)),
        ("cut", documents::cut_pdf(), Some(PdfFlaw::Cut)),
        ("without a page", documents::empty_pdf(), Some(PdfFlaw::NoPages)),
        ("bomb", documents::bomb_pdf(64_000_000), Some(PdfFlaw::Bomb)),
    ];
    for (case, bytes, flaw) in cases {
        let reading = pdf::read(&bytes);
        assert_eq!(reading.flaw, flaw, "{case}: {reading:?}");
        if flaw.is_none() {
            assert_eq!((reading.pages, reading.words), (Ok(2), Ok(7)));
        }
    }
}

async fn fetch(url: &str, part: Part) -> Seen<Arrival> {
    fetch_within(Patience::default().per_try, url, part).await
}

async fn fetch_within(per_try: Duration, url: &str, part: Part) -> Seen<Arrival> {
    let patience = Patience { tries: 1, per_try, ..Patience::default() };
    let web = Web::new(Guard::PrivateAllowed).unwrap().with_patience(patience);
    let url = url.parse().unwrap();
    web.fetch(Ask { url: &url, trust: Trust::Student, part }).await
}

#[tokio::test]
async fn sites_misbehave_as_told() {
    let world = World::new();
    let page = || Answer::html("<h1>Ada</h1>");
    let site = world
        .site()
        .route("/", page())
        .route("/moved", Answer::redirect("/"))
        .route("/circle", Answer::redirect("/circle"))
        .route("/wall", Answer::wall())
        .route("/reset", Answer::reset())
        .route("/cut", page().cut_after(4))
        .route("/short", page().claiming(500))
        .route("/endless", Answer::new("text/plain", "again and again").endless())
        .route("/slow", page().slow(Duration::from_mins(1)))
        .route("/resume.pdf", Answer::pdf(documents::text_pdf(&["Ada"])));
    let cases = [
        ("", Ok(200)),
        ("moved", Ok(200)),
        ("Moved", Ok(404)),
        ("wall", Err("blocked")),
        ("reset", Err("unreachable")),
        ("cut", Err("garbled")),
        ("short", Err("garbled")),
        ("endless", Err("too_large")),
    ];
    for (path, wanted) in cases {
        let told = fetch(&site.at(path), Part::Whole { max_bytes: 1000 }).await;
        let told = match &told {
            Ok(Arrival::Answer(fetched)) => Ok(fetched.status),
            Ok(other) => panic!("{path}: {other:?}"),
            Err(obstacle) => Err(obstacle.kind()),
        };
        assert_eq!(told, wanted, "{path}");
    }
    let slow = fetch_within(Duration::from_millis(20), &site.at("slow"), Part::First { bytes: 5 }).await;
    assert_eq!(slow.unwrap_err().kind(), "timed_out");
    assert!(matches!(fetch(&site.at("circle"), Part::First { bytes: 5 }).await, Ok(Arrival::RedirectLoop)));
    let start = fetch(&site.at("resume.pdf"), Part::First { bytes: 5 }).await;
    let Ok(Arrival::Answer(Fetched { body, total_bytes, .. })) = start else { panic!("{start:?}") };
    assert_eq!((body.as_ref(), total_bytes.is_some_and(|total| total > 500)), (b"%PDF-".as_ref(), true));
    assert!(site.requests().contains(&"GET /moved".to_owned()));
}

#[test]
fn it_says_what_was_wrong() {
    let complaint = |spoil: fn(&World)| {
        let world = World::new();
        spoil(&world);
        let complaint = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| world.finish()));
        *complaint.unwrap_err().downcast::<String>().unwrap()
    };
    let planned = complaint(|world| world.fail_next("GET /user", Fault::Reset, 2));
    assert!(planned.contains("2 x Reset"), "{planned}");
    let unread = complaint(|world| {
        world.add(Repository::new("ada/portfolio").file("README.md", "Hello"));
        let head = world.commit("ada/portfolio", "work", &[]);
        let number = world.open_pull_request("ada/portfolio", "ada", &head);
        let post = format!("POST /repos/ada/portfolio/issues/{number}/comments");
        send(world, &post, "{\"body\": \"nobody reads this\"}");
    });
    assert!(unread.contains("nobody reads this"), "{unread}");
    let unexpected = complaint(|world| {
        world.add(Repository::new("ada/portfolio"));
        send(world, "GET /repos/ada/portfolio/stargazers", "");
    });
    assert!(unexpected.contains("GET /repos/ada/portfolio/stargazers"), "{unexpected}");
}

/// Sends a request by hand, as no client of ours does.
fn send(world: &World, request: &str, body: &str) {
    use std::io::{Read, Write};
    let host = world.api().trim_start_matches("http://");
    let mut stream = std::net::TcpStream::connect(host).unwrap();
    let token = Token::Actions("ada/portfolio").text();
    let length = body.len();
    write!(
        stream,
        "{request} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {token}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )
    .unwrap();
    stream.read_to_end(&mut Vec::new()).unwrap();
}
