//! Whether a folder holds a site that can be shown as it lies, and where.

use super::tree::Tree;

/// Folders that GitHub Pages and other hosts serve as they are.
const FOLDERS: &[&str] = &["", "docs", "public"];

/// Signs of a page that a program fills or builds first.
const UNFINISHED: &[&str] = &[
    "%PUBLIC_URL%",
    "{{",
    "{%",
    "<%",
    "src=\"/src/",
    "src=\"src/",
    "src=\"./src/",
    "type=\"text/babel\" src=\"/src/",
];

/// The folder (`""` is the top) whose `index.html` is a finished page; none where the pages have to be built first.
pub fn folder(tree: &Tree) -> Option<&'static str> {
    let index_of = |folder: &str| {
        if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") }
    };
    let first = FOLDERS.iter().find(|folder| tree.has(&index_of(folder)))?;
    let text = tree.file(&index_of(first))?.text();
    (!text.starts_with("---") && !UNFINISHED.iter().any(|sign| text.contains(sign))).then_some(*first)
}

/// The page that a visitor of a folder with these names at its top is meant to begin with: `index.html`, which is the
/// folder itself, else another usual name, else the only page there is.
pub fn first_page(names: &[String]) -> &str {
    let is_page = |name: &&String| {
        name.rsplit_once('.')
            .is_some_and(|(_, kind)| matches!(kind.to_ascii_lowercase().as_str(), "html" | "htm"))
    };
    if names.iter().any(|name| name == "index.html") {
        return "";
    }
    let usual = ["index", "home", "main", "portfolio", "default"];
    let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_ascii_lowercase();
    let mut pages = names.iter().filter(is_page);
    let usual_name =
        usual.iter().find_map(|word| names.iter().filter(is_page).find(|name| stem(name) == *word));
    match (usual_name, pages.next(), pages.next()) {
        (Some(name), ..) => name,
        (None, Some(only), None) => only,
        (None, ..) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::tree::SourceFile;

    fn tree(files: &[(&str, &str)]) -> Tree {
        let read = files
            .iter()
            .map(|(path, text)| SourceFile { path: (*path).into(), bytes: text.as_bytes().to_vec() })
            .collect();
        Tree::new(files.iter().map(|(path, _)| (*path).to_owned()).collect(), read, None)
    }

    /// Paths with their texts, and the folder that can be served.
    type Case<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>);

    #[test]
    fn finished_pages() {
        let table: &[Case<'_>] = &[
            (&[("index.html", "<h1>Ada</h1>"), ("package.json", "{}")], Some("")),
            (&[("docs/index.html", "<h1>Ada</h1>"), ("src/main.js", "")], Some("docs")),
            (&[("index.html", "---\nlayout: home\n---\n")], None),
            (&[("index.html", "<script type=module src=\"/src/main.jsx\"></script>")], None),
            (&[("public/index.html", "<link href=\"%PUBLIC_URL%/a.ico\">")], None),
            (&[("index.html", "<p>{{ name }}</p>"), ("docs/index.html", "<h1>Ada</h1>")], None),
            (&[("app/page.tsx", "")], None),
        ];
        for (files, expected) in table {
            assert_eq!(folder(&tree(files)), *expected, "{files:?}");
        }
    }

    #[test]
    fn first_pages() {
        let table: &[(&[&str], &str)] = &[
            (&["home.html", "index.html"], ""),
            (&["about.html", "Home.html"], "Home.html"),
            (&["ada.html", "style.css"], "ada.html"),
            (&["a.html", "b.html"], ""),
            (&[], ""),
        ];
        for (names, expected) in table {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(first_page(&names), *expected, "{names:?}");
        }
    }
}
