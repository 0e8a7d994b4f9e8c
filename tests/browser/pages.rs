//! What a visitor has after the scripts.

use crate::host::{Answer, Host};
use crate::visitor::Visitor;

/// What the page holds in the end, between `<body>` and `</body>`.
async fn body_of(html: &str) -> String {
    let visitor = Visitor::new().await;
    let html = html.to_owned();
    let host = Host::new(move |path| match path {
        "/" => Answer::Page(html.clone()),
        "/inner" => Answer::Page("<a href=/ada.pdf>Inner</a>".into()),
        _ => Answer::Missing,
    })
    .await;
    let page = visitor.see(&host.url).await.unwrap();
    visitor.leave();
    assert_eq!(page.status, Some(200));
    let body = page.html.split_once("<body>").unwrap().1;
    body.split_once("</body>").unwrap().0.trim().to_owned()
}

#[tokio::test]
async fn links_that_scripts_make() {
    let made = "<h1>Ada</h1><a href=\"ada.pdf\">Resume</a>";
    for (name, script) in [
        ("at once", "show()"),
        ("when loaded", "onload = show"),
        ("after an answer", "fetch('/inner').then(show)"),
        ("after a while", "setTimeout(show, 300)"),
        ("behind a curtain", "root.innerText = 'Loading…'; setTimeout(show, 2500)"),
        (
            "when scrolled to",
            "root.style.marginTop = '5000px'; new IntersectionObserver(([e]) => e.isIntersecting && show()).observe(root)",
        ),
    ] {
        let html = format!(
            "<div id=root></div><script>const root = document.getElementById('root');
             const show = () => root.outerHTML = '{made}'; {script}</script>"
        );
        assert_eq!(body_of(&html).await, made, "{name}");
    }
}

#[tokio::test]
async fn names_and_trees_that_only_the_browser_knows() {
    for (html, seen) in [
        (
            "<span id=a>My</span><a href=x aria-labelledby='a b'><i></i></a><span id=b>CV</span>",
            "<span id=\"a\">My</span><a href=\"x\" aria-labelledby=\"a b\" aria-label=\"My CV\"><i></i></a><span id=\"b\">CV</span>",
        ),
        (
            "<a href=x><svg><title>CV</title></svg></a>",
            "<a href=\"x\"><svg aria-label=\"CV\"><title>CV</title></svg></a>",
        ),
        (
            "<x-a>CV</x-a><script>customElements.define('x-a', class extends HTMLElement { constructor() { super();
             this.attachShadow({mode: 'open'}).innerHTML = '<a href=x><slot></slot></a>' } })</script>",
            "<x-a><a href=\"x\"><slot>CV</slot></a></x-a>",
        ),
        (
            "<iframe src=/inner></iframe>",
            "<iframe src=\"/inner\"></iframe><a href=\"/ada.pdf\">Inner</a>",
        ),
    ] {
        assert_eq!(body_of(html).await, seen);
    }
}

#[tokio::test]
async fn the_status_the_address_and_the_picture() {
    let visitor = Visitor::new().await;
    let host = Host::new(|path| match path {
        "/" => Answer::Page("<script>location.href = '/home#top'</script>".into()),
        "/home" => Answer::Page("<body style='background: red'><p>Ada".into()),
        _ => Answer::Missing,
    })
    .await;
    let page = visitor.see(&host.url).await.unwrap();
    assert_eq!(page.url, host.url.join("home#top").unwrap());
    assert_eq!(page.status, Some(200));
    assert!(page.picture.unwrap().jpeg().starts_with(b"\xff\xd8\xff"));
    visitor.leave();
}
