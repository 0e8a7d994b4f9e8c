//! Where a redirect may lead, and where nobody may.

use super::*;

#[tokio::test]
async fn redirects_are_followed_and_counted() {
    let host = Host::start(|request| match request.path.as_str() {
        "/" => whole("301 Moved Permanently", "location: a\r\n", "moved"),
        "/a" => whole("307 Temporary Redirect", "location: /b?c\r\n", "moved"),
        _ => whole("200 OK", "", "here"),
    })
    .await;
    let fetched = answer(whole_of(&host).await);
    assert_eq!((fetched.url, fetched.redirects), (host.url("/b?c"), 2));
    assert_eq!(host.connections(), 1);
}

#[tokio::test]
async fn a_circle_of_redirects_is_left() {
    let host = Host::always(whole("302 Found", "location: /\r\n", "")).await;
    assert!(matches!(whole_of(&host).await, Ok(Arrival::RedirectLoop)));
    assert_eq!(host.seen().len(), 11);
    let host = Host::always(whole("302 Found", "location: /\r\nset-cookie: seen=1\r\n", "")).await;
    assert_eq!(kind(whole_of(&host).await), "blocked");
}

#[tokio::test]
async fn the_guard_stands_at_every_redirect() {
    let inner = Host::always(whole("200 OK", "", "secret")).await;
    let port = inner.url("/").port().unwrap();
    for target in [
        format!("http://127.0.0.1:{port}/"),
        format!("http://localhost:{port}/"),
        format!("http://[::ffff:7f00:1]:{port}/"),
        format!("//2130706433:{port}/"),
    ] {
        let outer = Host::always(whole("302 Found", &format!("location: {target}\r\n"), "")).await;
        assert_eq!(kind(whole_of(&outer).await), "private_address", "{target}");
    }
    let outer = Host::always(whole("302 Found", "location: file:///etc/passwd\r\n", "")).await;
    assert_eq!(kind(whole_of(&outer).await), "unreadable");
    assert!(inner.seen().is_empty());
}

#[tokio::test]
async fn a_student_does_not_reach_this_machine_unless_allowed() {
    let host = Host::always(whole("200 OK", "", "secret")).await;
    let (url, part) = (host.url("/"), Part::First { bytes: 9 });
    let ask = Ask { url: &url, trust: Trust::Student, part };
    assert_eq!(kind(web(Guard::PublicOnly).fetch(ask).await), "private_address");
    assert!(host.seen().is_empty());
    assert_eq!(answer(web(Guard::PrivateAllowed).fetch(ask).await).status, 200);
}

#[tokio::test]
async fn a_name_that_leads_to_this_machine_is_not_dialled() {
    let host = Host::always(whole("200 OK", "", "secret")).await;
    let mut url = host.url("/");
    url.set_host(Some("localhost")).unwrap();
    let clients = Clients::new().unwrap();
    let error = clients.reaching(Reach::Public).get(url.clone()).send().await.unwrap_err();
    assert_eq!(crate::net::fault::read(&error), Obstacle::PrivateAddress.into());
    assert!(host.seen().is_empty());
    clients.reaching(Reach::Anywhere).get(url).send().await.unwrap();
}
