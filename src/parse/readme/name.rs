//! Which files are READMEs, and which of several is the one that the code host shows.

/// Endings, the ones that code hosts prefer first.
const ENDINGS: [&str; 18] = [
    "md", "markdown", "mdown", "mkdn", "mkd", "mdx", "textile", "rdoc", "org", "creole", "rst", "rest",
    "adoc", "asciidoc", "asc", "txt", "text", "",
];

/// True for the name of a README (without its folder), in any case.
pub fn is_readme_name(name: &str) -> bool {
    rank(name).is_some()
}

/// How a README's name ranks among others of the same folder, the lowest first; none where it is no README.
pub fn rank(name: &str) -> Option<usize> {
    let lower = name.to_lowercase();
    let rest = lower.strip_prefix("readme")?;
    if rest.is_empty() {
        return ending_rank("");
    }
    match rest.strip_prefix('.')?.rsplit_once('.') {
        None => ending_rank(&rest[1..]).filter(|_| rest.len() > 1),
        // `README.pt-BR.md`: shown where there is no other.
        Some((language, ending)) if language.len() <= 5 => {
            ending_rank(ending).map(|rank| rank + ENDINGS.len())
        }
        Some(_) => None,
    }
}

fn ending_rank(ending: &str) -> Option<usize> {
    ENDINGS.iter().position(|known| *known == ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_readme_by_its_name() {
        for name in
            ["README.md", "readme.md", "ReadMe.MD", "README", "Readme.txt", "README.rst", "README.pt-BR.md"]
        {
            assert!(is_readme_name(name), "{name}");
        }
        for name in ["READMORE.md", "README.md.bak", "README.", "react-README.md", "readme.html", "docs"] {
            assert!(!is_readme_name(name), "{name}");
        }
        let mut names = ["README", "README.txt", "readme.rst", "README.md"];
        names.sort_by_key(|name| rank(name));
        assert_eq!(names, ["README.md", "readme.rst", "README.txt", "README"]);
    }
}
