//! A page reaches nothing but the public internet and the one door that the operator typed.

use std::net::{ToSocketAddrs, UdpSocket};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use foliocheck::facts::Obstacle;
use foliocheck::net::address::is_public;
use foliocheck::net::http::Trust;
use foliocheck::settings::Guard;
use url::Url;

use crate::host::{Answer, Host};
use crate::visitor::Visitor;

/// Every way in which a page can ask for something. `HOST` stands for a host and port.
const WAYS: &str = "
<link rel=stylesheet href='http://HOST/link'><link rel=preconnect href='http://HOST'>
<link rel=prefetch href='http://HOST/prefetch'><link rel=dns-prefetch href='//HOST'>
<style>@font-face { font-family: f; src: url(http://HOST/font) } p { font-family: f }</style>
<p style='background: url(http://HOST/background)'>text</p>
<img src='http://HOST/img'><script src='http://HOST/script'></script>
<iframe src='http://HOST/iframe'></iframe><object data='http://HOST/object'></object><embed src='http://HOST/embed'>
<video src='http://HOST/video' autoplay muted></video><audio src='http://HOST/audio'></audio>
<iframe name=form></iframe><form action='http://HOST/form' method=post target=form></form>
<script>
    document.forms[document.forms.length - 1].submit();
    fetch('http://HOST/fetch', {mode: 'no-cors'}).catch(() => {});
    const request = new XMLHttpRequest();
    request.open('POST', 'http://HOST/xhr');
    request.send();
    navigator.sendBeacon('http://HOST/beacon', 'x');
    new WebSocket('ws://HOST/socket');
    new EventSource('http://HOST/events');
    new Worker(URL.createObjectURL(new Blob(['fetch(\"http://HOST/worker\", {mode: \"no-cors\"})'])));
    import('http://HOST/import').catch(() => {});
    try { new WebTransport('https://HOST/transport').ready.catch(() => {}) } catch {}
    window.open('http://HOST/open');
</script>";

fn hostile_page(port: u16, udp_port: u16) -> String {
    let hosts = ["127.0.0.1", "localhost", "[::1]", "x.localhost", "0.0.0.0", "127.1", "[::ffff:7f00:1]"];
    let ways: String = hosts.iter().map(|host| WAYS.replace("HOST", &format!("{host}:{port}"))).collect();
    format!(
        "<title>before</title>{ways}<script>
            const peer = new RTCPeerConnection({{iceServers: [{{urls: 'stun:127.0.0.1:{udp_port}'}}]}});
            peer.createDataChannel('a');
            peer.createOffer().then(offer => peer.setLocalDescription(offer));
            document.title = 'after';
        </script>"
    )
}

#[tokio::test]
async fn a_page_reaches_no_private_address_in_any_way() {
    let visitor = Visitor::new().await;
    let forbidden = Host::with_page("secret").await;
    let datagrams = UdpSocket::bind("127.0.0.1:0").unwrap();
    datagrams.set_nonblocking(true).unwrap();
    let udp_port = datagrams.local_addr().unwrap().port();
    let host = Host::with_page(hostile_page(forbidden.port(), udp_port)).await;

    let page = visitor.see(&host.url).await.unwrap();
    assert!(page.html.contains("<title>after</title>"), "the scripts did not run: {}", page.html);
    assert!(!page.html.contains("secret"));
    assert_eq!(forbidden.asked(), Vec::<String>::new());
    assert!(datagrams.recv(&mut [0; 100]).is_err(), "a datagram arrived");
    visitor.leave();
}

/// The test above would find nothing if the page tried nothing.
#[tokio::test]
async fn without_the_guard_the_same_page_reaches_them() {
    let visitor = Visitor::with(Guard::PrivateAllowed).await;
    let forbidden = Host::with_page("secret").await;
    let host = Host::with_page(hostile_page(forbidden.port(), 9)).await;
    visitor.see(&host.url).await.unwrap();
    let asked = forbidden.asked();
    for way in [
        "link",
        "prefetch",
        "background",
        "img",
        "script",
        "iframe",
        "object",
        "embed",
        "video",
        "form",
        "fetch",
        "xhr",
        "beacon",
        "socket",
        "events",
        "worker",
        "import",
    ] {
        assert!(asked.contains(&format!("/{way}")), "{way} was not tried: {asked:?}");
    }
    visitor.leave();
}

#[tokio::test]
async fn a_page_that_leads_to_a_private_address_is_not_followed() {
    let visitor = Visitor::new().await;
    let forbidden = Host::with_page("secret").await;
    let private = forbidden.url.to_string();
    for way in [
        "redirect".to_owned(),
        format!("<meta http-equiv=refresh content='0; url={private}'>"),
        format!("<script>location.href = '{private}'</script>"),
        format!(
            "<body onload=\"document.body.innerHTML = '<form action={private}></form>'; document.forms[0].submit()\">"
        ),
    ] {
        let (answer, to) = (way.clone(), private.clone());
        let host = Host::new(move |path| match (path, answer.as_str()) {
            ("/", "redirect") => Answer::Redirect(to.clone()),
            ("/", page) => Answer::Page(page.to_owned()),
            _ => Answer::Missing,
        })
        .await;
        let obstacle = visitor.see(&host.url).await.map(|page| page.html);
        assert_eq!(obstacle, Err(Obstacle::PrivateAddress), "{way}");
    }
    assert_eq!(forbidden.asked(), Vec::<String>::new());
    visitor.leave();
}

/// The page's own host may be asked for anything, and sends everything on.
#[tokio::test]
async fn what_is_redirected_to_a_private_address_is_not_followed() {
    let visitor = Visitor::new().await;
    let forbidden = Host::with_page("secret").await;
    let port = forbidden.port();
    let host = Host::new(move |path| match path {
        "/" => Answer::Redirect("/page".into()),
        "/page" => Answer::Page(format!(
            "<script>const HERE = location.host;
             document.write(atob('{}').replaceAll('HOST', HERE)); document.title = 'after'</script>",
            STANDARD.encode(WAYS)
        )),
        path => Answer::Redirect(format!("http://127.0.0.1:{port}{path}")),
    })
    .await;
    let page = visitor.see(&host.url).await.unwrap();
    assert!(page.html.contains("<title>after</title>"), "the scripts did not run: {}", page.html);
    for way in ["/link", "/img", "/script", "/iframe", "/fetch", "/xhr", "/socket", "/events", "/worker"] {
        assert!(host.asked().iter().any(|path| path == way), "{way} was not tried: {:?}", host.asked());
    }
    assert_eq!(forbidden.asked(), Vec::<String>::new());
    visitor.leave();
}

/// A name that looks public and leads to this machine: its address is looked up once, where it is dialled.
#[tokio::test]
async fn names_that_lead_to_private_addresses_are_not_dialled() {
    let visitor = Visitor::new().await;
    let forbidden = Host::with_page("secret").await;
    let host = Host::with_page(hostile_page_of(&own_names(), forbidden.port())).await;
    let page = visitor.see(&host.url).await.unwrap();
    assert!(page.html.contains("still here"), "{}", page.html);
    assert_eq!(forbidden.asked(), Vec::<String>::new());
    for name in own_names() {
        let url = Url::parse(&format!("http://{name}/")).unwrap();
        assert_eq!(visitor.look(&url, Trust::Student).await.unwrap_err().kind(), "private_address", "{name}");
    }
    visitor.leave();
}

fn hostile_page_of(names: &[String], port: u16) -> String {
    let ways: String = names.iter().map(|name| WAYS.replace("HOST", &format!("{name}:{port}"))).collect();
    format!("{ways}<p>still here")
}

/// Names of this machine but `localhost`, which the text alone gives away.
fn own_names() -> Vec<String> {
    let host = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    let is_own = |name: &str| {
        let addresses = (name, 0).to_socket_addrs().map(Vec::from_iter).unwrap_or_default();
        !addresses.is_empty() && addresses.iter().all(|address| !is_public(address.ip()))
    };
    let names = [host.trim(), "ip6-loopback", "ip6-localhost"].map(str::to_owned);
    let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty() && is_own(name)).collect();
    assert!(!names.is_empty(), "this machine has no name but localhost");
    names
}

#[tokio::test]
async fn files_of_this_machine_are_not_shown() {
    let visitor = Visitor::new().await;
    let host = Host::with_page(
        "<iframe src='file:///etc/passwd'></iframe><object data='file:///etc/passwd'></object>
         <script>fetch('file:///etc/passwd').then(r => r.text()).then(t => document.body.append(t));
         location.href = 'file:///etc/passwd'</script><p>still here",
    )
    .await;
    let page = visitor.see(&host.url).await.unwrap();
    assert!(page.html.contains("still here") && !page.html.contains("root:"), "{}", page.html);
    let file = Url::parse("file:///etc/passwd").unwrap();
    assert_eq!(visitor.see(&file).await.unwrap_err().kind(), "unreadable");
    visitor.leave();
}

#[tokio::test]
async fn what_a_student_names_is_public_or_not_shown() {
    let visitor = Visitor::new().await;
    let host = Host::with_page("secret").await;
    assert_eq!(visitor.look(&host.url, Trust::Student).await.unwrap_err(), Obstacle::PrivateAddress);
    assert_eq!(host.asked(), Vec::<String>::new());
}
