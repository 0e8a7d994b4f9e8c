//! Relative addresses -> paths of the tree.

/// The path that an address leads to from a folder (`""` is the top); none for addresses with a host, and for those that
/// lead out of the tree.
pub(super) fn resolved(folder: &str, href: &str) -> Option<String> {
    let href = href.split(['#', '?']).next()?;
    if href.is_empty() || href.contains(':') || href.starts_with("//") {
        return None;
    }
    let href = percent_encoding::percent_decode_str(href).decode_utf8_lossy();
    let base = if href.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = Vec::new();
    for part in base.split('/').chain(href.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_paths() {
        let cases = [
            ("", "work.html#top", Some("work.html")),
            ("a/b", "../c d.html", Some("a/c d.html")),
            ("a", "./c%20d/", Some("a/c d")),
            ("a", "/", Some("")),
            ("a", "../../x", None),
            ("a", "https://ada.example", None),
            ("a", "mailto:ada@ada.example", None),
            ("a", "#top", None),
        ];
        for (folder, href, expected) in cases {
            assert_eq!(resolved(folder, href).as_deref(), expected, "{folder} {href}");
        }
    }
}
