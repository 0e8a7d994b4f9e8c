//! A page with a script of a test beside it. What the script returns is read from what the browser shows in the end.

use std::path::Path;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::host::{Answer, Host};
use crate::visitor::Visitor;

/// Where `.ci/run` puts axe-core, which is no part of the product.
const AXE: &str = "target/axe/package/axe.min.js";

/// What is shown.
pub(super) struct Stage {
    html: String,
    frame: Option<u32>,
    axe: Option<String>,
}

impl Stage {
    /// The page itself, its policy on scripts taken away.
    pub(super) fn desk(html: &str) -> Self {
        let (before, rest) = html.split_once("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
        let (_, after) = rest.split_once('>').unwrap();
        Self { html: format!("{before}{after}"), frame: None, axe: None }
    }

    /// The page as it is, in a frame of this width; the script calls its document `inner`.
    pub(super) fn framed(html: &str, width: u32) -> Self {
        Self { html: html.to_owned(), frame: Some(width), axe: None }
    }

    /// With axe-core.
    pub(super) fn with_axe(self) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(AXE);
        let axe = std::fs::read_to_string(&path);
        let axe = axe.unwrap_or_else(|why| panic!("{AXE}: {why}; `bash .ci/axe` fetches it"));
        Self { axe: Some(axe), ..self }
    }

    /// Runs the body of a function and gives what it returns.
    pub(super) async fn play(self, script: &str) -> Value {
        let play = format!(
            "<script type=module>
                const play = async () => {{ {script} }};
                // A page is read once it asks for nothing more.
                const hold = new AbortController();
                fetch('/hold', {{signal: hold.signal}}).catch(() => {{}});
                const result = await play().catch((error) => ({{error: String(error)}}));
                document.body.innerHTML = '<p>RESULT' + encodeURIComponent(JSON.stringify(result)) + 'END</p>';
                hold.abort();
             </script>"
        );
        let axe = self.axe.map(|axe| format!("<script>{axe}</script>")).unwrap_or_default();
        let root = match self.frame {
            None => self.html.replace("</body>", &format!("{axe}{play}</body>")),
            Some(width) => format!(
                "<!doctype html><body><iframe src=/page style='width: {width}px; height: 900px; border: 0'></iframe>{}</body>",
                play.replace(
                    "const play",
                    "const frame = document.querySelector('iframe');
                     if (frame.contentDocument?.URL !== location.origin + '/page' || frame.contentDocument.readyState !== 'complete') {
                         await new Promise((resolve) => frame.addEventListener('load', resolve));
                     }
                     const inner = frame.contentDocument;
                     const play"
                )
            ),
        };
        let page = self.html;
        let host = Host::new(move |path| match path {
            "/" => Answer::Page(root.clone()),
            "/page" => Answer::Page(page.clone()),
            "/hold" => Answer::Silence,
            _ => Answer::Missing,
        })
        .await;
        let visitor = Visitor::new().await;
        let seen = visitor.see(&host.url).await.unwrap();
        visitor.leave();
        let (_, rest) = seen.html.split_once("RESULT").unwrap_or_else(|| panic!("no result"));
        let (result, _) = rest.split_once("END").unwrap();
        serde_json::from_str(&percent_decode_str(result).decode_utf8().unwrap()).unwrap()
    }
}
