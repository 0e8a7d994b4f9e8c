//! Which names in a listing may be a README (pure). Which of them the host shows is the host's to say.

/// True for `README` in any case, with any ending or none.
pub(super) fn is_readme_name(name: &str) -> bool {
    name.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("readme"))
        && name[6..].chars().next().is_none_or(|next| next == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_spelling_but_no_other_word() {
        for name in ["README.md", "readme", "ReadMe.rst", "readme.txt", "README.es.md"] {
            assert!(is_readme_name(name), "{name}");
        }
        for name in ["readmes", "read.md", "myreadme.md", "README_old.md", "réadme", ""] {
            assert!(!is_readme_name(name), "{name}");
        }
    }
}
