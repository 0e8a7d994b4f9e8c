//! The address that the configuration of a site generator gives the site.

/// Files that may hold it, by exact path.
pub const FILES: &[&str] = &[
    "_config.yml",
    "hugo.toml",
    "hugo.yaml",
    "config.toml",
    "config.yaml",
    "astro.config.mjs",
    "astro.config.ts",
    "gatsby-config.js",
    "gatsby-config.ts",
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "mkdocs.yml",
];

/// Keys of an address, and those of a folder below it.
const ADDRESSES: &[&str] = &["url", "baseURL", "baseurl", "site", "siteUrl", "site_url"];
const FOLDERS: &[&str] = &["baseurl", "baseUrl", "base", "pathPrefix"];

/// The address that a configuration names, with the folder that it names beside it; none where it has none.
pub fn address(text: &str) -> Option<String> {
    let is_whole = |value: &&str| value.starts_with("http://") || value.starts_with("https://");
    let address = ADDRESSES.iter().find_map(|key| values(text, key).find(is_whole))?;
    let folder = FOLDERS.iter().find_map(|key| values(text, key).find(|value| value.starts_with('/')));
    let folder = folder.unwrap_or_default().trim_matches('/');
    let address = address.trim_end_matches('/');
    Some(if folder.is_empty() || address.ends_with(&format!("/{folder}")) {
        format!("{address}/")
    } else {
        format!("{address}/{folder}/")
    })
}

/// The values of a key: `key: value`, `key = "value"`, with or without quotes.
fn values<'a>(text: &'a str, key: &'a str) -> impl Iterator<Item = &'a str> {
    text.lines().filter_map(move |line| {
        let rest = line.trim_start().strip_prefix(key)?.trim_start();
        let value = rest.strip_prefix([':', '='])?.trim();
        let bare = value.trim_start_matches(['"', '\'', '`']);
        let quoted = bare.len() < value.len();
        let end = if quoted { bare.find(['"', '\'', '`']) } else { bare.find([' ', ',', '}']) };
        Some(bare.get(..end.unwrap_or(bare.len()))?.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_generator_in_its_own_words() {
        let table = [
            (
                "title: x\nurl: \"https://ada.example\" # mine\nbaseurl: /notes\n",
                Some("https://ada.example/notes/"),
            ),
            ("url: https://ada.example\nbaseurl: \"\"\n", Some("https://ada.example/")),
            ("baseURL = 'https://ada.example/blog/'\ntitle = 'x'\n", Some("https://ada.example/blog/")),
            ("baseURL: https://ada.example/\n", Some("https://ada.example/")),
            (
                "export default defineConfig({\n  site: 'https://ada.example',\n  base: '/shop',\n});\n",
                Some("https://ada.example/shop/"),
            ),
            (
                "module.exports = {\n  siteMetadata: {\n    siteUrl: `https://ada.example`,\n",
                Some("https://ada.example/"),
            ),
            (
                "const config = {\n  url: 'https://ada.example',\n  baseUrl: '/',\n",
                Some("https://ada.example/"),
            ),
            ("site_name: x\nsite_url: https://ada.example/\n", Some("https://ada.example/")),
            ("url: \"\" # the base hostname\nbaseurl: \"/blog\"\n", None),
            ("# url: https://ada.example\n", None),
        ];
        for (text, expected) in table {
            assert_eq!(address(text).as_deref(), expected, "{text}");
        }
    }
}
