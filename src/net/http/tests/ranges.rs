//! The beginning of a large file, by range where the host has ranges.

use super::*;

#[tokio::test]
async fn the_beginning_is_asked_for_by_range() {
    let host = Host::start(|request| {
        assert!(request.head.contains("range: bytes=0-3\r\n"), "{}", request.head);
        assert!(request.head.contains("accept-encoding: identity\r\n"), "{}", request.head);
        whole("206 Partial Content", "content-range: bytes 0-3/5000\r\n", "%PDF")
    })
    .await;
    let web = web(Guard::PublicOnly);
    for _ in 0..2 {
        let ask = Ask { url: &host.url("/"), trust: Trust::Operator, part: Part::First { bytes: 4 } };
        let fetched = answer(web.fetch(ask).await);
        assert_eq!((fetched.status, &fetched.body[..]), (200, &b"%PDF"[..]));
        assert_eq!(fetched.total_bytes, Some(5000));
    }
    assert_eq!(host.connections(), 1);
}

#[tokio::test]
async fn a_host_without_ranges_is_cut_and_its_connection_kept() {
    let host = Host::always(whole("200 OK", "", "a".repeat(9000))).await;
    let web = web(Guard::PublicOnly);
    for _ in 0..2 {
        let ask = Ask { url: &host.url("/"), trust: Trust::Operator, part: Part::First { bytes: 4 } };
        let fetched = answer(web.fetch(ask).await);
        assert_eq!((fetched.body.len(), fetched.total_bytes), (4, Some(9000)));
    }
    assert_eq!(host.connections(), 1);
}

#[tokio::test]
async fn a_range_that_is_not_there_is_left_out() {
    let host = Host::start(|request| {
        if request.head.contains("range:") {
            whole("416 Range Not Satisfiable", "content-range: bytes */0\r\n", "")
        } else {
            whole("200 OK", "", "")
        }
    })
    .await;
    let fetched = answer(fetch(&host.url("/"), Part::First { bytes: 4 }).await);
    assert_eq!((fetched.status, fetched.body.len(), fetched.total_bytes), (200, 0, Some(0)));
    let host = Host::always(whole("416 Range Not Satisfiable", "", "")).await;
    assert_eq!(kind(fetch(&host.url("/"), Part::First { bytes: 4 }).await), "garbled");
    let host = Host::always(whole("206 Partial Content", "content-range: bytes 5-8/9\r\n", "tail")).await;
    assert_eq!(kind(fetch(&host.url("/"), Part::First { bytes: 4 }).await), "garbled");
}
