//! The client against hosts that behave and hosts that do not, over real HTTP.

mod ranges;
mod redirects;

use std::time::Duration;

use super::*;
use crate::net::test_host::{Host, Reply, head, whole};

const LIMIT: usize = 4096;

fn web(guard: Guard) -> Web {
    let patience = Patience { pause: Duration::from_micros(10), ..Patience::default() };
    Web::new(guard).unwrap().with_patience(patience)
}

async fn fetch(url: &Url, part: Part) -> Seen<Arrival> {
    web(Guard::PublicOnly).fetch(Ask { url, trust: Trust::Operator, part }).await
}

async fn whole_of(host: &Host) -> Seen<Arrival> {
    fetch(&host.url("/"), Part::Whole { max_bytes: LIMIT }).await
}

fn answer(arrival: Seen<Arrival>) -> Fetched {
    match arrival {
        Ok(Arrival::Answer(fetched)) => fetched,
        other => panic!("no answer: {other:?}"),
    }
}

fn kind<T: std::fmt::Debug>(seen: Seen<T>) -> &'static str {
    seen.unwrap_err().kind()
}

#[tokio::test]
async fn reads_a_page() {
    let host = Host::always(whole("200 OK", "content-type: Text/HTML; charset=utf-8\r\n", "hello")).await;
    let fetched = answer(fetch(&host.url("/page?a#b"), Part::Whole { max_bytes: LIMIT }).await);
    assert_eq!(fetched.status, 200);
    assert_eq!(fetched.content_type.as_deref(), Some("text/html"));
    assert_eq!(&fetched.body[..], b"hello");
    assert_eq!((fetched.total_bytes, fetched.redirects), (Some(5), 0));
    let request = &host.seen()[0];
    assert_eq!(request.path, "/page?a");
    assert!(request.head.contains("user-agent: foliocheck/"), "{}", request.head);
    assert!(request.head.contains("accept-encoding: gzip"), "{}", request.head);
}

#[tokio::test]
async fn what_is_missing_is_an_answer_and_what_is_refused_an_obstacle() {
    for (status, expected) in [("404 Not Found", 404), ("410 Gone", 410), ("400 Bad Request", 400)] {
        let host = Host::always(whole(status, "", "")).await;
        assert_eq!(answer(whole_of(&host).await).status, expected);
    }
    for (status, headers, expected) in [
        ("401 Unauthorized", "", Obstacle::NoAccess),
        ("403 Forbidden", "", Obstacle::Blocked { status: 403 }),
        ("999 Request Denied", "", Obstacle::Blocked { status: 999 }),
        ("503 Service Unavailable", "cf-mitigated: challenge\r\n", Obstacle::Blocked { status: 503 }),
        ("304 Not Modified", "", Obstacle::Garbled),
        ("302 Found", "location: http://[\r\n", Obstacle::Garbled),
    ] {
        let host = Host::always(whole(status, headers, "")).await;
        assert_eq!(whole_of(&host).await.unwrap_err(), expected, "{status}");
        assert_eq!(host.seen().len(), 1, "{status}");
    }
}

#[tokio::test]
async fn a_page_that_never_ends_is_cut() {
    let endless = || Reply::Endless(head("200 OK", ""));
    let host = Host::always(endless()).await;
    assert_eq!(whole_of(&host).await.unwrap_err(), Obstacle::TooLarge { limit_bytes: LIMIT as u64 });
    let first = answer(fetch(&host.url("/"), Part::First { bytes: 10 }).await);
    assert_eq!((&first.body[..], first.total_bytes), (&b"aaaaaaaaaa"[..], None));
    let host = Host::always(Reply::Endless(head("404 Not Found", ""))).await;
    assert_eq!(answer(whole_of(&host).await).body.len(), LIMIT);
}

#[tokio::test]
async fn a_large_file_is_refused_by_its_length_alone() {
    let host = Host::always(Reply::Silence(head("200 OK", "content-length: 9000000\r\n"))).await;
    assert_eq!(kind(whole_of(&host).await), "too_large");
}

#[tokio::test]
async fn a_bomb_is_cut_after_the_unpacking() {
    let host = Host::always(whole("200 OK", "content-encoding: gzip\r\n", zeros_in_gzip())).await;
    assert_eq!(kind(whole_of(&host).await), "too_large");
    let fetched = answer(fetch(&host.url("/"), Part::Whole { max_bytes: 1 << 20 }).await);
    assert_eq!((fetched.body.len(), fetched.total_bytes), (100_000, Some(100_000)));
}

/// 100,000 zeros in 132 bytes.
fn zeros_in_gzip() -> Vec<u8> {
    const BEGIN: [u8; 25] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xed, 0xc1, 0x31, 0x01, 0x00, 0x00, 0x00,
        0xc2, 0xa0, 0xf5, 0x4f, 0x6d, 0x0d, 0x0f, 0xa0,
    ];
    const END: [u8; 11] = [0x80, 0x57, 0x03, 0x7d, 0x95, 0x11, 0xd4, 0xa0, 0x86, 0x01, 0x00];
    [&BEGIN[..], &[0; 96], &END].concat()
}

#[tokio::test]
async fn what_does_not_unpack_is_garbled() {
    let host = Host::always(whole("200 OK", "content-encoding: gzip\r\n", "not packed at all")).await;
    assert_eq!(kind(whole_of(&host).await), "garbled");
    assert_eq!(host.seen().len(), 3);
}

#[tokio::test]
async fn an_answer_that_promises_more_than_it_sends_is_asked_for_again() {
    let cut = [head("200 OK", "content-length: 10\r\n"), b"half".to_vec()].concat();
    let host = Host::always(Reply::Cut(cut.clone())).await;
    assert_eq!(kind(whole_of(&host).await), "garbled");
    assert_eq!(host.seen().len(), 3);
    let host = Host::start(move |request| match request.before {
        0 | 1 => Reply::Cut(cut.clone()),
        _ => whole("200 OK", "", "whole"),
    })
    .await;
    assert_eq!(&answer(whole_of(&host).await).body[..], b"whole");
}

#[tokio::test]
async fn an_answer_that_sends_more_than_it_promises_ends_where_it_said() {
    let host = Host::always(Reply::Cut(
        [head("200 OK", "content-length: 4\r\n"), b"more than four".to_vec()].concat(),
    ));
    assert_eq!(&answer(whole_of(&host.await).await).body[..], b"more");
}

#[tokio::test]
async fn what_is_no_http_is_garbled() {
    let host = Host::always(Reply::Cut(b"SSH-2.0-OpenSSH_9.2\r\n\r\n".to_vec())).await;
    assert_eq!(kind(whole_of(&host).await), "garbled");
}

#[tokio::test]
async fn silence_is_timed_out() {
    let hurry = Patience { per_try: Duration::from_millis(40), pause: Duration::ZERO, ..Patience::default() };
    for begun in [vec![], head("200 OK", "content-length: 10\r\n")] {
        let host = Host::always(Reply::Silence(begun)).await;
        let part = Part::Whole { max_bytes: LIMIT };
        let ask = Ask { url: &host.url("/"), trust: Trust::Operator, part };
        let web = web(Guard::PublicOnly).with_patience(hurry);
        assert_eq!(kind(web.fetch(ask).await), "timed_out");
        assert_eq!(host.seen().len(), 3);
    }
}

#[tokio::test]
async fn a_hiccup_is_asked_for_again() {
    for hiccup in [
        whole("502 Bad Gateway", "", "oops"),
        whole("500 Internal Server Error", "", ""),
        whole("429 Too Many Requests", "retry-after: 0\r\n", ""),
        Reply::Cut(vec![]),
    ] {
        let twice = hiccup.clone();
        let host = Host::start(move |request| match request.before {
            0 | 1 => twice.clone(),
            _ => whole("200 OK", "", "at last"),
        })
        .await;
        assert_eq!(&answer(whole_of(&host).await).body[..], b"at last", "{hiccup:?}");
    }
}

#[tokio::test]
async fn three_tries_and_no_more() {
    for (reply, obstacle) in [
        (whole("503 Service Unavailable", "", ""), Obstacle::ServerError { status: 503 }),
        (whole("429 Too Many Requests", "", ""), Obstacle::RateLimited),
        (Reply::Cut(vec![]), Obstacle::Unreachable),
    ] {
        let host = Host::always(reply).await;
        assert_eq!(whole_of(&host).await.unwrap_err(), obstacle);
        assert_eq!(host.seen().len(), 3, "{obstacle:?}");
    }
}

#[tokio::test]
async fn a_long_wait_is_not_waited_for() {
    let host = Host::always(whole("429 Too Many Requests", "retry-after: 3600\r\n", "")).await;
    assert_eq!(whole_of(&host).await.unwrap_err(), Obstacle::RateLimited);
    assert_eq!(host.seen().len(), 1);
}

#[tokio::test]
async fn nobody_listens() {
    let bound = tokio::net::TcpSocket::new_v4().unwrap(); // keeps the port from others, and does not listen
    bound.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let url = Url::parse(&format!("http://{}/", bound.local_addr().unwrap())).unwrap();
    assert_eq!(kind(fetch(&url, Part::First { bytes: 1 }).await), "unreachable");
}
