//! Lists that are not in the repository: a script or a generator fetches them from elsewhere.

use super::source::is_foreign;
use crate::parse::tree::Tree;

/// What names the services that lists are kept with, as it stands in scripts and manifests.
const SERVICES: &[&str] = &[
    "api.github.com/users",
    "api.github.com/graphql",
    "gh-pinned-repos",
    "raw.githubusercontent.com",
    "contentful",
    "sanity",
    "prismic",
    "graphcms",
    "hygraph",
    "datocms",
    "storyblok",
    "strapi",
    "wp-json",
    "airtable",
    "firebase/firestore",
    "@notionhq",
    "supabase",
    "api.notion.com",
    "gist.githubusercontent.com",
];

/// True where a script of the tree asks such a service.
pub fn is_filled_by_scripts(tree: &Tree) -> bool {
    let is_script = |path: &str| {
        matches!(
            path.rsplit('.').next(),
            Some("js" | "jsx" | "mjs" | "ts" | "tsx" | "vue" | "svelte" | "astro" | "html")
        )
    };
    let mut scripts = tree.files().iter().filter(|file| is_script(&file.path) && !is_foreign(file));
    scripts.any(|file| {
        let text = file.text();
        SERVICES.iter().any(|service| text.contains(service))
    })
}

/// True where the tree holds the source of a site: a page, a component, or what a generator works from.
pub fn has_site(tree: &Tree) -> bool {
    let is_source = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        matches!(path.rsplit('.').next(), Some("html" | "htm" | "jsx" | "tsx" | "vue" | "svelte" | "astro"))
            || matches!(
                name,
                "package.json"
                    | "_config.yml"
                    | "_config.toml"
                    | "hugo.toml"
                    | "config.toml"
                    | "mkdocs.yml"
                    | "index.php"
            )
    };
    tree.paths().any(is_source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::tree::SourceFile;

    fn tree(path: &str, text: &str) -> Tree {
        Tree::new([path.to_owned()].into(), vec![SourceFile { path: path.into(), bytes: text.into() }], None)
    }

    #[test]
    fn lists_kept_elsewhere_are_noticed() {
        let asks = "fetch('https://api.github.com/users/ada/repos').then(show)";
        assert!(is_filled_by_scripts(&tree("src/Projects.jsx", asks)));
        assert!(!is_filled_by_scripts(&tree("notes.md", asks)));
        assert!(!is_filled_by_scripts(&tree("src/Projects.jsx", "<a href='https://github.com/ada'>Me</a>")));
    }

    #[test]
    fn a_site_is_known_by_its_files() {
        assert!(has_site(&tree("src/App.jsx", "")) && has_site(&tree("_config.yml", "")));
        assert!(!has_site(&tree("README.md", "")) && !has_site(&tree("chess/main.py", "")));
    }
}
