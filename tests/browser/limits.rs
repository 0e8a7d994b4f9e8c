//! Whatever a page does, looking at it ends, and nothing is left running.

use foliocheck::facts::Obstacle;

use crate::host::{Answer, Host};
use crate::visitor::Visitor;

/// Pages that misbehave and can be read all the same.
#[tokio::test]
async fn pages_that_do_not_let_go() {
    let visitor = Visitor::in_a_hurry().await;
    for (name, script) in [
        ("never settles", "setInterval(() => fetch('/again').catch(() => {}), 50)"),
        ("waits for ever", "fetch('/silence').catch(() => {})"),
        ("asks", "alert(1); confirm(2); prompt(3); onbeforeunload = () => 'stay'; print()"),
        ("asks for ever", "setTimeout(() => { while (true) alert('again') })"),
        ("asks from a frame", "setTimeout(() => frame.contentWindow.alert(1))"),
        ("runs for ever", "setTimeout(() => { while (true); }, 100)"),
        ("opens windows", "for (let i = 0; i < 1000; i++) window.open('/window' + i)"),
        ("opens windows by links", "onload = () => { for (const a of document.links) a.click() }"),
        ("downloads", "location.href = '/download'"),
        ("asks for a folder", "showDirectoryPicker?.().catch(() => {}); Notification?.requestPermission?.()"),
        ("goes somewhere without end", "location.href = '/silence'"),
        (
            "rewrites the language",
            "Array.prototype.filter = JSON.stringify = () => { throw 1 }; delete window.document",
        ),
    ] {
        let html = format!(
            "<h1>Ada Lovelace</h1><iframe id=frame></iframe>{}<script>{script}</script>",
            "<a href=/window target=_blank>Resume</a>".repeat(50)
        );
        let host = Host::new(move |path| match path {
            "/" => Answer::Page(html.clone()),
            "/silence" => Answer::Silence,
            "/download" => Answer::Typed("application/x-tar", "x".repeat(100_000)),
            _ => Answer::Missing,
        })
        .await;
        let page = visitor.see(&host.url).await.unwrap_or_else(|obstacle| panic!("{name}: {obstacle:?}"));
        assert!(page.html.contains("Ada Lovelace"), "{name}: {}", page.html);
        let windows = host.asked().iter().filter(|path| path.starts_with("/window")).count();
        assert_eq!(windows, 0, "{name}");
    }
    visitor.leave();
}

/// Pages that use up what there is: they may be read or not, and the browser is as good as new afterwards.
#[tokio::test]
async fn pages_that_take_everything() {
    let visitor = Visitor::in_a_hurry().await;
    for script in [
        "const all = []; while (true) all.push(new Array(1e6).fill(Math.random()))",
        "const all = []; while (true) all.push(new Uint8Array(1e7).fill(1))",
        "while (true) document.body.append(document.createElement('div'))",
        "let node = document.body; for (let i = 0; i < 1e5; i++) node = node.appendChild(document.createElement('b'))",
        "const go = () => go() + go(); go()",
        "for (let i = 0; i < 200; i++) { const c = document.body.appendChild(document.createElement('canvas')); \
         c.width = c.height = 4000; c.getContext('2d').fillRect(0, 0, 4000, 4000) }",
    ] {
        let host =
            Host::with_page(format!("<body><p>Ada</p><script>setTimeout(() => {{ {script} }})</script>"))
                .await;
        let seen = visitor.see(&host.url).await.map(|page| page.html.contains("Ada"));
        assert!(
            matches!(seen, Ok(true) | Err(Obstacle::BrowserFailed | Obstacle::TimedOut)),
            "{script}: {seen:?}"
        );
    }
    let host = Host::with_page("<p>Bob</p>").await;
    assert!(visitor.see(&host.url).await.unwrap().html.contains("Bob"));
    visitor.leave();
}

#[tokio::test]
async fn a_page_gets_so_many_bytes_and_no_more() {
    let visitor = Visitor::in_a_hurry().await;
    let host = Host::new(|path| match path {
        "/" => Answer::Page(
            "<script>(async () => { let n = 0; document.title = '0';
                while (true) { await (await fetch('/large?' + n)).text(); document.title = ++n } })()</script><p>Ada"
                .into(),
        ),
        "/favicon.ico" => Answer::Missing,
        _ => Answer::Typed("text/plain", "x".repeat(8_000_000)),
    })
    .await;
    let page = visitor.see(&host.url).await.unwrap();
    let title = page.html.split_once("<title>").unwrap().1.split_once('<').unwrap().0;
    assert!((1..=8).contains(&title.parse::<usize>().unwrap()), "{title} files of 8 MB");
    visitor.leave();
}
