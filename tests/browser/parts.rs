//! What a page is made of arrives through the guard as it was sent, and the page settles when all of it is there.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::host::{Answer, Host};
use crate::visitor::Visitor;

/// Every part says that it is there; `asked` says what `fetch` got.
const PAGE: &str = r#"<!doctype html>
<link rel=stylesheet href=/style.css>
<script>
    const note = (text) => document.getElementById("notes").append(text + " ");
    const asked = async (name, address, options) => {
        const answer = await fetch(address, options);
        note(`${name}:${answer.status}:${(await answer.text()).length}`);
    };
</script>
<p id=notes></p>
<script src=/plain.js></script>
<script src=/packed.js></script>
<script type=module src=/module.js></script>
<img src=/picture.svg onload="note('picture:' + this.naturalWidth)" onerror="note('no picture')">"#;

const MODULE: &str = r#"import { name } from "/imported.js";
note(name);
note("style:" + getComputedStyle(document.body).marginTop);
await asked("get", "/data.json");
await asked("post", "/data.json", { method: "POST", body: "x".repeat(100000) });
await asked("head", "/data.json", { method: "HEAD" });
await asked("empty", "/empty");
await asked("missing", "/missing");
await asked("stored", "/stored");
await asked("unchanged", "/stored", { cache: "no-cache" });
await asked("moved", "/moved");
await asked("large", "/large");
note("end");"#;

/// `note('gzip')`, packed.
const PACKED: &[u8] =
    b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xcb\xcb/I\xd5PO\xaf\xca,P\xd7\x04\x00#\xb9~\x9c\x0c\x00\x00\x00";

fn answer(path: &str, was_stored: &AtomicBool) -> Answer {
    match path {
        "/" => Answer::Page(PAGE.into()),
        "/style.css" => Answer::Typed("text/css", "body { margin-top: 7px }".into()),
        "/plain.js" => Answer::Typed("text/javascript", "note('script')".into()),
        "/module.js" => Answer::Typed("text/javascript", MODULE.into()),
        "/imported.js" => Answer::Typed("text/javascript", "export const name = 'module'".into()),
        "/picture.svg" => {
            let picture = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
            Answer::Typed("image/svg+xml", picture.into())
        }
        "/data.json" => Answer::Typed("application/json", "{}".into()),
        "/large" => Answer::Typed("text/plain", "x".repeat(3_000_000)),
        "/moved" => Answer::Redirect("/data.json".into()),
        "/packed.js" => Answer::Sent {
            status: 200,
            headers: &[("content-type", "text/javascript"), ("content-encoding", "gzip")],
            body: PACKED,
        },
        "/empty" => Answer::Sent { status: 204, headers: &[], body: b"" },
        "/stored" if was_stored.swap(true, Ordering::Relaxed) => {
            Answer::Sent { status: 304, headers: &[("etag", "\"1\"")], body: b"" }
        }
        "/stored" => Answer::Sent { status: 200, headers: &[("etag", "\"1\"")], body: b"12345" },
        _ => Answer::Missing,
    }
}

#[tokio::test]
async fn every_part_arrives() {
    let visitor = Visitor::new().await;
    let was_stored = AtomicBool::new(false);
    let host = Host::new(move |path| answer(path, &was_stored)).await;
    let page = visitor.see(&host.url).await.unwrap();
    let notes = page.html.split_once("<p id=\"notes\">").unwrap().1.split_once('<').unwrap().0;
    for note in [
        "script",
        "gzip",
        "picture:9",
        "module",
        "style:7px",
        "get:200:2",
        "post:200:2",
        "head:200:0",
        "empty:204:0",
        "missing:404:0",
        "stored:200:5",
        "unchanged:200:5",
        "moved:200:2",
        "large:200:3000000",
        "end",
    ] {
        assert!(notes.split(' ').any(|word| word == note), "{note} is missing among: {notes}");
    }
    visitor.leave();
}
