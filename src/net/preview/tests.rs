//! The preview asked by the real clients.

use std::fs;

use reqwest::Client;
use tempfile::TempDir;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

use super::*;
use crate::net::http::{Arrival, Ask, Fetched, Part, Trust, Web};
use crate::settings::Guard;

async fn preview(files: &[(&str, &str)]) -> (TempDir, Preview) {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let preview = Preview::serve(root.path().into()).await.unwrap();
    (root, preview)
}

async fn fetch(preview: &Preview, path: &str, part: Part) -> Fetched {
    let url = preview.url().join(path).unwrap();
    let ask = Ask { url: &url, trust: Trust::Operator, part };
    match Web::new(Guard::PublicOnly).unwrap().fetch(ask).await {
        Ok(Arrival::Answer(fetched)) => fetched,
        other => panic!("no answer: {other:?}"),
    }
}

async fn whole(preview: &Preview, path: &str) -> (u16, String) {
    let fetched = fetch(preview, path, Part::Whole { max_bytes: 1 << 20 }).await;
    (fetched.status, String::from_utf8(fetched.body.to_vec()).unwrap())
}

#[tokio::test]
async fn shows_pages_folders_and_files() {
    let files =
        [("index.html", "home"), ("about.html", "about"), ("work/index.html", "work"), ("cv.PDF", "%PDF")];
    let (_root, preview) = preview(&files).await;
    for (path, text) in [("", "home"), ("about?a=b", "about"), ("work/", "work"), ("cv.PDF", "%PDF")] {
        assert_eq!(whole(&preview, path).await, (200, text.into()), "{path}");
    }
    let fetched = fetch(&preview, "work?a=b", Part::Whole { max_bytes: 9 }).await;
    assert_eq!((fetched.url, fetched.redirects), (preview.url().join("work/?a=b").unwrap(), 1));
    assert_eq!(fetched.content_type.as_deref(), Some("text/html"));
    let fetched = fetch(&preview, "cv.PDF", Part::Whole { max_bytes: 9 }).await;
    assert_eq!((fetched.content_type.as_deref(), fetched.total_bytes), (Some("application/pdf"), Some(4)));
}

#[tokio::test]
async fn what_is_missing_is_not_found() {
    let (root, preview) = preview(&[("index.html", "home"), ("work/404.html", "not this one")]).await;
    assert_eq!(whole(&preview, "work/gone").await, (404, String::new()));
    fs::write(root.path().join("404.html"), "our own page").unwrap();
    assert_eq!(whole(&preview, "work/gone").await, (404, "our own page".into()));
    assert_eq!(whole(&preview, "Index.html").await.0, 404);
}

#[tokio::test]
async fn ranges_and_large_files_are_sent_in_pieces() {
    let large = "abcdefghij".repeat(20_000);
    let (_root, preview) = preview(&[("large.txt", &large), ("empty.txt", "")]).await;
    assert_eq!(whole(&preview, "large.txt").await, (200, large));
    let first = fetch(&preview, "large.txt", Part::First { bytes: 4 }).await;
    assert_eq!((first.status, &first.body[..], first.total_bytes), (200, &b"abcd"[..], Some(200_000)));
    let empty = fetch(&preview, "empty.txt", Part::First { bytes: 4 }).await;
    assert_eq!((empty.status, empty.body.len(), empty.total_bytes), (200, 0, Some(0)));
}

#[tokio::test]
async fn takes_get_and_head() {
    let (_root, preview) = preview(&[("index.html", "home")]).await;
    let client =
        Client::builder().tls_backend_preconfigured(crate::net::tls::config().unwrap()).build().unwrap();
    let head = client.head(preview.url().clone()).send().await.unwrap();
    assert_eq!((head.status().as_u16(), &head.headers()["content-length"]), (200, &"4".parse().unwrap()));
    assert_eq!(head.text().await.unwrap(), "");
    let post = client.post(preview.url().clone()).send().await.unwrap();
    assert_eq!(post.status().as_u16(), 405);
}

#[tokio::test]
async fn stops_when_dropped() {
    let (_root, preview) = preview(&[("index.html", "home")]).await;
    let address = preview.url().socket_addrs(|| None).unwrap()[0];
    let mut visitor = TcpStream::connect(address).await.unwrap();
    drop(preview);
    let end = visitor.read(&mut [0; 1]).await;
    assert!(matches!(end, Ok(0) | Err(_)), "{end:?}");
}
