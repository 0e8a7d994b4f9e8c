//! Addresses that a reader may follow, in a spelling that ends no link, table cell or attribute early.

use std::fmt::Write as _;

use url::Url;

use crate::facts::{RepoName, Untrusted};

/// Longer addresses and paths are shown, not linked.
const MAX_BYTES: usize = 2_000;

/// The address in a safe spelling, where a reader may follow it: `http` or `https`, no name or password in it, and
/// nothing that would leave a trace elsewhere on the code host.
pub(in crate::render) fn to_visit(href: &Untrusted) -> Option<String> {
    let href = href.as_written().trim();
    let url = (href.len() <= MAX_BYTES).then(|| Url::parse(href).ok())??;
    let is_open = matches!(url.scheme(), "http" | "https")
        && url.username().is_empty()
        && url.password().is_none()
        && !leaves_a_trace(&url);
    let safe = percent_encoded(url.as_str(), is_url_char);
    (is_open && safe.len() <= MAX_BYTES).then_some(safe)
}

/// The address without scheme and final slash, as people say it.
pub(in crate::render) fn spoken(href: &Untrusted) -> Untrusted {
    let text = href.as_written().trim();
    let text = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    Untrusted::new(text.strip_suffix('/').unwrap_or(text))
}

/// The page of a file of a repository at a commit, with the line marked.
pub(in crate::render) fn to_file(
    server: &str,
    repository: &RepoName,
    commit: Option<&str>,
    (path, line): (&Untrusted, Option<u32>),
) -> Option<String> {
    let path = path.as_written().trim_matches('/');
    if path.len() > MAX_BYTES {
        return None;
    }
    let commit = percent_encoded(commit.unwrap_or("HEAD"), is_path_char);
    let path = percent_encoded(path, is_path_char);
    let mut url = format!("{server}/{repository}/blob/{commit}/{path}");
    if let Some(line) = line {
        // GitHub shows Markdown without line numbers unless it is asked for the plain text.
        let plain = if is_markdown(&path) { "?plain=1" } else { "" };
        let _ = write!(url, "{plain}#L{line}");
    }
    Some(url)
}

/// The page of a folder of a repository, as it is now.
pub(in crate::render) fn to_folder(repository: &RepoName, folder: &Untrusted) -> String {
    let path = percent_encoded(folder.as_written().trim_matches('/'), is_path_char);
    format!("https://github.com/{repository}/tree/HEAD/{path}")
}

fn is_markdown(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    [".md", ".markdown", ".mdown", ".mkd"].iter().any(|ending| path.ends_with(ending))
}

/// GitHub writes "mentioned this" below every issue, pull request or commit that a comment links to.
fn leaves_a_trace(url: &Url) -> bool {
    let thing = url.path_segments().and_then(|mut segments| segments.nth(2));
    matches!(thing, Some("issues" | "pull" | "pulls" | "discussions" | "commit" | "commits"))
}

fn percent_encoded(text: &str, is_kept: fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if is_kept(byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn is_path_char(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte)
}

/// What may stand in an address and means nothing to Markdown or HTML. `&` is for the formats to escape.
fn is_url_char(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~/:?#@!&+,;=%".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_linked() {
        let cases = [
            ("https://ada.example/cv.pdf", Some("https://ada.example/cv.pdf")),
            (" http://ada.example ", Some("http://ada.example/")),
            (
                "https://ada.example/a b(1)|*x*`<i>'\"",
                Some("https://ada.example/a%20b%281%29%7C%2Ax%2A%60%3Ci%3E%27%22"),
            ),
            ("https://ada.example/?a=1&b=[2]$x$\\", Some("https://ada.example/?a=1&b=%5B2%5D%24x%24%5C")),
            ("https://аda.example/", Some("https://xn--da-6kc.example/")),
            ("HTTPS://ADA.example/\u{202e}x\ny", Some("https://ada.example/%E2%80%AExy")),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("file:///etc/passwd", None),
            ("/cv.pdf", None),
            ("#", None),
            ("https://github.com@evil.example/", None),
            ("https://github.com/ada/chess/issues/1", None),
            ("https://github.com/ada/chess/pull/1", None),
            ("https://github.com/ada/chess/commit/abc", None),
            ("https://github.com/ada/chess/tree/main", Some("https://github.com/ada/chess/tree/main")),
        ];
        for (href, expected) in cases {
            assert_eq!(to_visit(&href.into()).as_deref(), expected, "{href}");
        }
        assert_eq!(to_visit(&format!("https://ada.example/{}", "x".repeat(70_000)).into()), None);
    }

    #[test]
    fn files_are_linked_at_their_line() {
        let weather = RepoName::parse("ada/weather").unwrap();
        let file = |path: &str, line| {
            to_file("https://github.com", &weather, Some("3f2c1ab"), (&Untrusted::from(path), line)).unwrap()
        };
        assert_eq!(
            file("README.md", Some(14)),
            "https://github.com/ada/weather/blob/3f2c1ab/README.md?plain=1#L14"
        );
        assert_eq!(
            file("src/a b.rs", Some(2)),
            "https://github.com/ada/weather/blob/3f2c1ab/src/a%20b.rs#L2"
        );
        assert_eq!(
            file("/x)](y|#?é", None),
            "https://github.com/ada/weather/blob/3f2c1ab/x%29%5D%28y%7C%23%3F%C3%A9"
        );
    }
}
